"""Figures that are set aside: the series they belong to is judged without them, and that is said.

A figure that is suppressed is one of them: it is neither nought nor known.

What cannot be, or is not about the bundle's period, is one thing in one row. It stops no assessment, and costs the rest of
its series nothing; nor does it gain anything, for the series is then what it would be had the row not been submitted.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import polars as pl

from inspector.bundle.check.days import day
from inspector.bundle.check.normalise import NOUGHT
from inspector.bundle.schema.cells import is_date
from inspector.bundle.tables.table import ROW, Table
from inspector.model.evidence import SetAside
from inspector.model.problems import Faults, Problem

KIND = "indicators"
IMPOSSIBLE = frozenset({"numerator-above-denominator", "out-of-range", "date-order"})
SUPPRESSED = "suppressed"
FIELDS = ("period_start", "period_end", "numerator", "denominator", "value")
AMOUNTS = ("numerator", "denominator", "value")
PART_RULE = "more-than-all"
"""The part of a whole in another table: its row is left out like one that cannot be read, and stops nothing either."""


def spares(tables: Iterable[Table], problem: Problem | Faults) -> bool:
    """Whether an error is about impossible figures alone, so that an assessment goes on without their rows."""
    if not isinstance(problem, Faults) or problem.level != "error":
        return False
    return problem.rule == PART_RULE or any(_is_of(table, problem) for table in tables)


def _is_of(table: Table, problem: Faults) -> bool:
    here = table.kind == KIND and (table.path, table.sheet) == (problem.file, problem.sheet)
    if here and table.cells is not None:
        return problem.rule in IMPOSSIBLE and bool(table.numbers(problem))
    return here and problem.rule in IMPOSSIBLE and problem.field in {table.headings.get(name) for name in FIELDS}


def set_aside(
    tables: Iterable[Table],
    remarks: Iterable[Problem | Faults],
    unread: Mapping[tuple[str, str], set[int]],
    start: date,
    end: date,
) -> tuple[tuple[SetAside, ...], dict[tuple[str, str], set[int]]]:
    """Every figure that is set aside, once, by the order of files and rows, and the rows of each table that hold them.

    `unread` are rows that cannot be read at all, by the place and kind of their table.
    """
    faults = [remark for remark in remarks if isinstance(remark, Faults)]
    told = [fault for fault in faults if fault.rule in IMPOSSIBLE]
    found: list[tuple[SetAside, int]] = []
    taken: dict[tuple[str, str], set[int]] = {}
    for table in tables:
        if table.kind == KIND and "indicator" in table.fields:
            errors = (fault for fault in told if fault.level == "error" and _is_of(table, fault))
            why = {row for fault in errors for row in table.numbers(fault)}
            frame = table.frame.filter(~pl.col(ROW).is_in(sorted(unread.get((table.place, table.kind), ()))))
            rest = frame.filter(~pl.col(ROW).is_in(sorted(why)))
            marks = _marks(table, faults)
            hidden = _without_figure(rest.filter(pl.col(ROW).is_in(sorted(marks))))
            rest = rest.filter(~pl.col(ROW).is_in(hidden[ROW].implode()))
            here = [
                *_kept_back(table, hidden, marks),
                *_of(table, frame.filter(pl.col(ROW).is_in(sorted(why))), impossible=True),
                *_of(table, _outside(rest, start, end), impossible=False),
            ]
            taken.setdefault((table.place, table.kind), set()).update(row for _, row in here)
            found += here
    return tuple(one for one, _ in sorted(found, key=lambda both: (both[0].resource, both[0].row, both[1]))), taken


def without_need(
    tables: Iterable[Table], remarks: Iterable[Problem | Faults]
) -> Iterator[tuple[tuple[str, str], set[int]]]:
    """Rows of other kinds that lack a number they must have, because it is suppressed: nothing can be made of them."""
    faults = [one for one in remarks if isinstance(one, Faults)]
    for table in tables:
        if table.kind not in (KIND, "table"):
            needed = {table.headings.get(name) for name in table.schema.get("required", ())}
            rows = set(_marks(table, [one for one in faults if one.field in needed]))
            if rows:
                yield (table.place, table.kind), rows


def _marks(table: Table, faults: Iterable[Faults]) -> dict[int, str]:
    """The rows of a table that have a suppressed figure, with its mark where it may be repeated."""
    here = (table.path, table.sheet)
    found: dict[int, str] = {}
    for one in faults:
        if one.rule in (SUPPRESSED, NOUGHT) and (one.file, one.sheet) == here:
            for place, row in enumerate(one.rows):
                mark = NOUGHT if one.rule == NOUGHT else (one.found[place] if one.found else None) or ""
                for number in table.numbers(replace(one, rows=(row,), found=(), others=(), keys=())):
                    found.setdefault(number, mark)
    return found


def _without_figure(frame: pl.DataFrame) -> pl.DataFrame:
    """The rows that have neither a value nor both counts."""
    top, bottom, value = (pl.col(n) if n in frame.columns else pl.lit(None, dtype=pl.String) for n in AMOUNTS)
    return frame.filter(value.is_null() & (top.is_null() | bottom.is_null()))


def _kept_back(table: Table, frame: pl.DataFrame, marks: Mapping[int, str]) -> Iterator[tuple[SetAside, int]]:
    for row in frame.iter_rows(named=True):
        if row["indicator"]:
            mark = marks[row[ROW]]
            says = f"{_short(mark)} says that the figure is suppressed" if mark else "the figure is suppressed"
            says = "nought out of nought: nobody was counted" if mark == NOUGHT else says
            yield _aside(table, row, says, suppressed=mark != NOUGHT), row[ROW]


def _outside(frame: pl.DataFrame, start: date, end: date) -> pl.DataFrame:
    """The figures of whose period no day is in that of the bundle."""
    if not {"period_start", "period_end"} <= set(frame.columns):
        return frame.clear()
    first, last = (day(name) for name in ("period_start", "period_end"))
    return frame.filter((last < start) | (first > end))


def _of(table: Table, frame: pl.DataFrame, *, impossible: bool) -> Iterator[tuple[SetAside, int]]:
    for row in frame.iter_rows(named=True):
        if row["indicator"]:
            says = f"{_figure(row)} is impossible" if impossible else f"{_days(row)} is outside of the bundle's period"
            yield _aside(table, row, says, impossible=impossible), row[ROW]


def _aside(
    table: Table, row: Mapping[str, Any], says: str, *, impossible: bool = False, suppressed: bool = False
) -> SetAside:
    return SetAside(
        resource=table.place,
        row=table.row_in_file(row[ROW]),
        path=table.element_at(row[ROW]),
        indicator=row["indicator"],
        impossible=impossible,
        says=says,
        suppressed=suppressed,
        period_start=_a_day(row.get("period_start")),
        period_end=_a_day(row.get("period_end")),
    )


def _a_day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text and is_date(text) else None


def _figure(row: Mapping[str, str | None]) -> str:
    """The figure as it was written, with its period where that is what cannot be: `160 of 96`."""
    first, last = row.get("period_start") or "", row.get("period_end") or ""
    if not ("1900" <= first[:4] <= "2100" and "1900" <= last[:4] <= "2100" and first <= last):
        return f"the period {_days(row)}"
    top, bottom, value = (row.get(name) for name in ("numerator", "denominator", "value"))
    counts = f"{top} of {bottom}" if top is not None and bottom is not None else top or bottom
    both = f"{value} beside {counts}" if value is not None and counts is not None else value or counts
    return _short(both or "the figure")


def _days(row: Mapping[str, str | None]) -> str:
    return _short(f"{row.get('period_start')} to {row.get('period_end')}")


def _short(text: str, most: int = 60) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
