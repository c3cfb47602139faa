"""Which rows of one series count: one for each period, of periods of one kind, in the order of time."""

from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from inspector.model.problems import Problem
from inspector.model.remarks import error, query, shown
from inspector.trends.series_cells import Amounts, Columns
from inspector.trends.series_leftovers import rows_words
from inspector.values.periods import Kind, Period

WITHIN = 2
"""A period that holds so many of the others is their total."""
Read = list[tuple["Row", Period]]


@dataclass(frozen=True, slots=True)
class Row:
    """A row that could be read: its number in the file, the period as it was written and as it was meant."""

    number: int
    text: str
    period: Period
    amounts: Amounts


def counted(columns: Columns, name: str, rows: Read) -> tuple[dict[date, Row], Kind, list[Problem]]:
    """The rows that count, by the first day of their period in the order of time, and the kind of those periods."""
    kind = Counter(period.kind for _, period in rows).most_common(1)[0][0]
    same = [(row, period) for row, period in rows if period.kind == kind]
    problems = _unsorted(columns, name, same)
    first: dict[date, Row] = {}
    for row, period in same:
        if period.start in first:
            where = columns.where(row.number, "period")
            message = f"series {shown(name)} has this period in row {first[period.start].number} already, which counts"
            problems.append(error("duplicate-period", where, message, "one row for each period"))
        else:
            first[period.start] = row
    problems += _others(columns, name, kind, [pair for pair in rows if pair[1].kind != kind], sorted(first))
    return {start: first[start] for start in sorted(first)}, kind, problems


def _others(columns: Columns, name: str, kind: Kind, rows: Read, starts: list[date]) -> list[Problem]:
    """What is said of rows with periods of another length: a year among its own quarters is their total."""
    totals = [row.number for row, period in rows if _holds(period, starts)]
    problems = []
    for row, period in rows:
        if not _holds(period, starts):
            message = f"{shown(row.text)} is written as a {period.kind}, most of series {shown(name)} as a {kind}"
            fix = "give each frequency a series of its own"
            problems.append(error("mixed-frequencies", columns.where(row.number, "period"), message, fix=fix))
    if totals:
        said = "the row was" if len(totals) == 1 else f"{rows_words(totals)} were"
        message = f"{said} taken for a total of the periods of series {shown(name)} within it, and left out"
        problems.append(query("rows-left-out", columns.where(totals[0], "period"), message))
    return problems


def _holds(period: Period, starts: list[date]) -> bool:
    return bisect_right(starts, period.last) - bisect_left(starts, period.start) >= WITHIN


def _unsorted(columns: Columns, name: str, rows: Read) -> list[Problem]:
    for (_, before), (row, period) in pairwise(rows):
        if period.start < before.start:
            message = f"the periods of series {shown(name)} are not in order from here on; they were sorted"
            return [query("unsorted-periods", columns.where(row.number, "period"), message)]
    return []
