"""One step of a field: what an author could have meant instead of a number."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from inspector.model.facts import Field, Scalar
from inspector.model.ladder import STANDINGS

SHARE = Decimal("0.01")
SMALL = Decimal("0.001")
TENTH = Decimal("0.1")


def beside(value: Scalar, field: Field) -> Sequence[Scalar]:
    """The value one step lower and one step higher, as far as there is one.

    Whole numbers: 1. Shares and probabilities: 0.01, below 0.05 0.001. Other numbers: 1 from 10 on, else 0.1. Standings: a rung.
    Dates: a day.
    """
    if field.type == "standing":
        rung = STANDINGS.index(value)
        return [STANDINGS[one] for one in (rung - 1, rung + 1) if 0 <= one < len(STANDINGS)]
    if field.type == "date":
        day = date.fromisoformat(value) if isinstance(value, str) else value
        return [day + timedelta(days=n) for n in (-1, 1)] if isinstance(day, date) else []
    if isinstance(value, bool) or not isinstance(value, int | float):
        return []
    if field.type == "integer":
        return [value - 1, value + 1]
    exact, by = Decimal(repr(value)), step(value, field)
    return [float(exact - by), float(exact + by)]


def step(value: float, field: Field) -> Decimal:
    """How far the next number is that somebody could have meant."""
    if _is_share(value, field):
        return SHARE if abs(value) >= 0.05 else SMALL
    return Decimal(1) if abs(value) >= 10 else TENTH


def _is_share(value: float, field: Field) -> bool:
    if field.most is not None:
        return field.most <= 1
    return field.name == "share" or (field.least is None and abs(value) <= 1)
