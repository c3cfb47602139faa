"""What moves on records share: some rows of a kind changed, others left."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from inspector.simulate.authority import Authority, Row

Change = Callable[[Row], Row]


def changed(one: Authority, kind: str, dose: float, draw: Random, change: Change) -> Authority:
    """The authority with each row of a kind changed with the chance `dose`; without rows of that kind, as it was."""
    rows = one.records.get(kind, ())
    made = tuple(change(row) if draw.random() < dose else row for row in rows)
    return with_rows(one, {kind: made})


def with_rows(one: Authority, made: dict[str, tuple[Row, ...]]) -> Authority:
    """The authority with these records in the place of its own; a kind without rows is not there."""
    records = {**one.records, **made}
    return replace(one, records={kind: rows for kind, rows in records.items() if rows})


def before(one: Authority, day: date, draw: Random, least: int, most: int) -> date:
    """A day so many days after another, before the announcement."""
    return max(day, min(day + timedelta(days=draw.randint(least, most)), one.notified_on - timedelta(days=1)))
