"""The figures of a file of series, cell by cell: numbers as people write them, and what is wrong with the rest."""

import math
import sys
from dataclasses import dataclass
from functools import cached_property

from inspector.bundle.tables.table import letter
from inspector.model.problems import Problem, Where
from inspector.model.remarks import error, shown
from inspector.model.shares import LEAST_WHOLE, above_whole, no_share
from inspector.model.shares import MOST as MOST_SHARE

ABSENT = frozenset({"", "-", "–", ".", "..", ":", "c", "x", "z", "*", "n/a", "#n/a", "na", "null", "none"})
"""What stands for no figure; what official statistics write where a small number is held back included."""
MOST = {"value": 1e100, "numerator": 1e12, "denominator": 1e12}
"""The largest value that can be drawn, and the largest counts that are read, as in a bundle."""


@dataclass(frozen=True, slots=True)
class Amounts:
    """What a row says: a plain value, or a numerator and a denominator; nothing where no figure stands."""

    value: float | None = None
    numerator: float | None = None
    denominator: float | None = None

    @property
    def empty(self) -> bool:
        """Whether the row holds no figure."""
        return self.value is None and self.numerator is None


@dataclass(frozen=True)
class Columns:
    """Where the fields stand (from 0), in which file and sheet; `percent` if the heading says the values are."""

    file: str
    sheet: str | None
    places: dict[str, int]
    headings: dict[str, str]

    @cached_property
    def percent(self) -> bool:
        """Whether the heading of the values says that they are percentages."""
        heading = self.headings.get("value", "").lower()
        return any(word in heading for word in ("%", "percent", "per cent", "pct"))

    def cell(self, row: list[str], field: str) -> str:
        """The cell of a field in a row of stripped cells; empty where the row is too short or the file has no such column."""
        place = self.places.get(field, -1)
        return row[place] if 0 <= place < len(row) else ""

    def where(self, row: int, field: str) -> Where:
        """The place of a cell."""
        place = self.places.get(field)
        return Where(
            file=self.file, sheet=self.sheet, row=row, field=self.headings.get(field, field),
            letter=None if place is None else letter(place),
        )  # fmt: skip


def amounts(columns: Columns, number: int, row: list[str]) -> Amounts | Problem:
    """What row `number` says, or the first thing that is wrong with it."""
    found: dict[str, float] = {}
    for field in ("value", "numerator", "denominator"):
        text = columns.cell(row, field)
        if not text or text.lower() in ABSENT:
            continue
        amount = _number(text)
        if amount is None:
            where = columns.where(number, field)
            return error("not-a-number", where, f"{shown(text)} is not a number that can be drawn", "a finite number")
        if abs(amount) > MOST[field]:
            where, message = columns.where(number, field), f"{shown(text)} is larger than any figure that is read"
            return error("number-too-large", where, message, f"at most {MOST[field]:g}")
        found[field] = amount
    return _fault(columns, number, row, found) or Amounts(**found)


def _number(text: str) -> float | None:
    bare = text
    if not text.isdecimal():
        bare = text.removesuffix("%").strip().removeprefix("£").replace(",", "").replace("\u2212", "-")
        if "_" in bare:
            return None
    try:
        amount = float(bare)
    except ValueError:
        return None
    if not math.isfinite(amount):
        # Digits in plenty make a number beyond all that can be counted with; words do not.
        return math.copysign(sys.float_info.max, amount) if any(digit.isdigit() for digit in bare) else None
    return amount


def _fault(columns: Columns, number: int, row: list[str], found: dict[str, float]) -> Problem | None:
    value, top, bottom = found.get("value"), found.get("numerator"), found.get("denominator")
    percent = value is not None and (columns.percent or columns.cell(row, "value").endswith("%"))
    if value is not None and percent and value > 0 and no_share(value, MOST_SHARE[True]):
        fix = "if it is no share of a whole, leave out the % and the word percent"
        where = columns.where(number, "value")
        return error("percentage-above-100", where, f"{value:g}% is more than the whole", "0 to 100", fix)
    if bottom is not None and bottom < LEAST_WHOLE:
        where = columns.where(number, "denominator")
        return error("denominator-not-positive", where, f"nothing can be out of {bottom:g}", "more than 0")
    if top is not None and top < 0:
        return error("numerator-negative", columns.where(number, "numerator"), f"a count of {top:g}", "0 or more")
    if top is not None and bottom is not None and above_whole(top, bottom):
        where = columns.where(number, "numerator")
        fix = "for a rate (events per so many people) give the rate in a value column"
        return error("numerator-above-denominator", where, f"{top:g} out of {bottom:g}", f"at most {bottom:g}", fix)
    if value is None and top is None and bottom is not None:
        return error("numerator-missing", columns.where(number, "numerator"), "a denominator without a numerator")
    if top is not None and bottom is None and "denominator" in columns.places:
        return error("denominator-missing", columns.where(number, "denominator"), "a numerator without a denominator")
    return None
