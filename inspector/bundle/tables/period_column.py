"""One column that says a whole period in a cell (`Q1 2024/25`, `Apr-24`) read as its first and its last day."""

from collections.abc import Iterable
from dataclasses import replace

import polars as pl

from inspector.bundle.tables.table import Table, of_frame
from inspector.layout.spans import asked, stretched
from inspector.model.problems import Problem, shown
from inspector.model.remarks import query
from inspector.values.period import Period
from inspector.values.periods import Periods

BOTH = ("period_start", "period_end")


def read(table: Table) -> tuple[Table, list[Problem]]:
    """The table with the days of its periods, and how they were read; as it is where two columns say them, or none does.

    What names no period stays as it stands, and is told like any cell that is no date.
    """
    if not set(BOTH) <= set(table.headings) or table.cells is not None:
        return table, []
    places = [(table.headings[name], table.letters.get(name)) for name in BOTH]
    if places[0] != places[1]:
        return table, []
    frame = table.frame
    texts = sorted({text.strip() for text in frame[BOTH[0]].drop_nulls().to_list() if text.strip()})
    column = Periods.of(texts, table.headings[BOTH[0]])
    known = _whole(texts, column)
    if not known:
        return table, []
    first = {text: str(one.start) for text, one in known.items()}
    last = {text: str(one.last) for text, one in known.items()}
    frame = frame.with_columns(
        pl.col(name).str.strip_chars().replace(days) for name, days in zip(BOTH, (first, last), strict=True)
    )
    return replace(table, batches=of_frame(frame), scan=None), [_said(table, known, column)]


def _whole(texts: Iterable[str], column: Periods) -> dict[str, Period]:
    """The period of each text; days that begin or end evenly spaced periods are those."""
    found = {text: one for text in texts if (one := column.read(text)) is not None}
    days = [one.start for one in found.values() if one.kind == "day"]
    made = stretched(days)
    return {
        text: made[one.start] if one.kind == "day" else one
        for text, one in found.items()
        if one.kind != "day" or one.start in made
    }


def _said(table: Table, known: dict[str, Period], column: Periods) -> Problem:
    text, one = next(iter(known.items()))
    doubts = "".join(f"; {asked(doubt)}" for doubt in column.doubts if doubt.other is not None)
    days = f"{one.start} to {one.last}"
    message = f"each cell says a period, and was read as its first and last day: {shown(text)} as {days}{doubts}"
    return query("period-column", table.where(None, BOTH[0]), message)
