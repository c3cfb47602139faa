"""The figures of a file of series, cell by cell: numbers and marks as people write them, and what is wrong with the rest."""

import math
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal

from inspector.bundle.tables.table import letter
from inspector.model.problems import Problem, Where
from inspector.model.remarks import error, query, shown
from inspector.model.shares import LEAST_WHOLE, above_whole, is_percent, is_share, no_share
from inspector.model.shares import MOST as MOST_SHARE
from inspector.model.words import number as plainly
from inspector.trends.series_heads import words
from inspector.values.marks import state
from inspector.values.numbers import Numbers

MOST = {"value": 1e100, "numerator": 1e12, "denominator": 1e12}
"""The largest value that can be drawn, and the largest counts that are read, as in a bundle."""
FIGURES = ("value", "numerator", "denominator")
Absent = Literal["blank", "suppressed"]


Reader = tuple[str, int, Mapping[str, "float | Absent | None"]]
"""A field, where it stands, and what each of its texts is: a number, why there is none, or None for what is no number."""


@dataclass(frozen=True, slots=True)
class Amounts:
    """What a row says: a plain value, or a numerator and a denominator; nothing where no figure stands, and then why."""

    value: float | None = None
    numerator: float | None = None
    denominator: float | None = None
    absent: Absent | None = None

    @property
    def empty(self) -> bool:
        """Whether the row holds no figure."""
        return self.value is None and self.numerator is None


@dataclass(frozen=True)
class Columns:
    """Where the fields of a series stand (from 0), in which file and sheet, and how the numbers of each are read.

    `label` is what the heading adds to the name of a series, where every column of figures is a series of its own.
    """

    file: str
    sheet: str | None
    places: Mapping[str, int]
    headings: Mapping[str, str]
    label: str = ""
    numbers: Mapping[str, Numbers] = field(default_factory=dict)
    readers: tuple[Reader, ...] = ()

    @cached_property
    def percent(self) -> bool:
        """Whether the heading of the values, or every sign behind them, says that they are percentages."""
        heading = words(self.headings.get("value", ""))
        numbers = self.numbers.get("value")
        said = numbers is not None and numbers.percent != "none" and not numbers.scales
        return said or (is_percent(heading) and is_share(heading))

    def of_whole(self, name: str) -> bool:
        """Whether percentages of the series called `name` are of a whole; a change or a rate in percent is not."""
        return is_share(f"% {words(name)} {words(self.headings.get('value', ''))}")

    def cell(self, row: list[str], name: str) -> str:
        """The cell of a field in a row of stripped cells; empty where the row is too short or the file has no such column."""
        place = self.places.get(name, -1)
        return row[place] if 0 <= place < len(row) else ""

    def where(self, row: int | None, name: str) -> Where:
        """The place of a cell, or of a column."""
        place = self.places.get(name)
        return Where(
            file=self.file, sheet=self.sheet, row=row, field=self.headings.get(name, name),
            letter=None if place is None else letter(place),
        )  # fmt: skip

    def decided(self, rows: Iterable[list[str]], decimal: str | None) -> "Columns":
        """With how the numbers of each column are read, by all the cells of it. `decimal` is what the file itself shows."""
        every = list(rows)
        made: dict[str, Numbers] = {}
        readers: list[Reader] = []
        for name in FIGURES:
            if (place := self.places.get(name)) is None:
                continue
            cells = Counter(row[place] if place < len(row) else "" for row in every)
            made[name] = Numbers.of(cells, decimal)
            read = {text: said if (said := state(text)) != "figure" else _amount(made[name], text) for text in cells}
            readers.append((name, place, read))
        return replace(self, numbers=made, readers=tuple(readers))


def amounts(columns: Columns, number: int, row: list[str]) -> Amounts | Problem:
    """What row `number` says, or the first thing that is wrong with it. Nought of nought is a query, and no figure."""
    found: dict[str, float] = {}
    absent: list[Absent] = []
    for name, place, read in columns.readers:
        text = row[place] if place < len(row) else ""
        amount = read[text]
        if amount is None:
            return _no_number(columns, number, name, text)
        if isinstance(amount, str):
            absent.append(amount)
            continue
        if abs(amount) > MOST[name]:
            where, message = columns.where(number, name), f"{shown(text)} is larger than any figure that is read"
            return error("number-too-large", where, message, f"at most {MOST[name]:g}")
        found[name] = amount
    if "value" not in found and (not found or "suppressed" in absent or "numerator" not in found):
        # Of a count of which a part is kept back nothing can be drawn, and nothing is wrong with it.
        return Amounts(absent="suppressed" if "suppressed" in absent else "blank")
    return _fault(columns, number, row, found) or Amounts(
        found.get("value"), found.get("numerator"), found.get("denominator")
    )


def _amount(numbers: Numbers, text: str) -> float | None:
    read = numbers.read(text)
    if read is None:
        read = _beyond(text)
    if read is None:
        return None
    try:
        amount = float(read)
    except ValueError:
        return None
    # Digits in plenty make a number beyond all that can be counted with.
    return amount if math.isfinite(amount) else math.copysign(sys.float_info.max, amount)


def _beyond(text: str) -> str | None:
    """A number that programs write by its power of ten, or of more digits than a cell of figures has."""
    bare = text.removesuffix("%").strip().removeprefix("£").replace("\u2212", "-")
    if "_" in bare or not any(c.isdigit() for c in bare) or "," in bare:
        return None
    try:
        float(bare)
    except ValueError:
        return None
    return bare


def _no_number(columns: Columns, number: int, name: str, text: str) -> Problem:
    where = columns.where(number, name)
    why, fix = columns.numbers[name].fault(text) if name in columns.numbers else ("is not a number", "")
    return error("not-a-number", where, f"{shown(text)} {why}", "a number that can be drawn", fix)


def _fault(columns: Columns, number: int, row: list[str], found: dict[str, float]) -> Problem | None:
    value, top, bottom = found.get("value"), found.get("numerator"), found.get("denominator")
    percent = columns.percent or columns.cell(row, "value").endswith("%")
    above = value is not None and percent and value > 0 and no_share(value, MOST_SHARE[True])
    if above and columns.of_whole(columns.cell(row, "series")):
        fix = "if it is no share of a whole, leave out the % and the word percent"
        where = columns.where(number, "value")
        return error("percentage-above-100", where, f"{plainly(value or 0.0)}% is more than the whole", "0 to 100", fix)
    if bottom is not None and bottom < LEAST_WHOLE:
        return _of_nothing(columns, number, top, bottom)
    if top is not None and top < 0:
        return error(
            "numerator-negative", columns.where(number, "numerator"), f"a count of {plainly(top)}", "0 or more"
        )
    if top is not None and bottom is not None and above_whole(top, bottom):
        where = columns.where(number, "numerator")
        fix = "for a rate (events per so many people) give the rate in a value column"
        return error(
            "numerator-above-denominator",
            where,
            f"{plainly(top)} out of {plainly(bottom)}",
            f"at most {plainly(bottom)}",
            fix,
        )
    if top is not None and bottom is None and "denominator" in columns.places:
        return error("denominator-missing", columns.where(number, "denominator"), "a numerator without a denominator")
    return None


def _of_nothing(columns: Columns, number: int, top: float | None, bottom: float) -> Problem:
    where = columns.where(number, "denominator")
    if not top and bottom == 0:
        message = "nought out of nought: nobody was counted in this period, so that there is no share of it"
        return query("nought-of-nought", where, message, "more than 0, or no row")
    return error("denominator-not-positive", where, f"nothing can be out of {plainly(bottom)}", "more than 0")
