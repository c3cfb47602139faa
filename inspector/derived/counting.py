"""Columns that are counted from other rows: how many are of the same child and began within so many months."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from inspector.model.case_lists import CaseList
from inspector.model.derivations import Counted, Test

Days = NDArray[np.datetime64]
Mask = NDArray[np.bool_]
All = Callable[[Sequence[Test], CaseList], Mask]
"""Which rows of a list meet all of some tests."""
_SPAN = 1 << 24
"""More days than there are between any two."""


def counted(
    one: Counted, cases: CaseList, history: Sequence[CaseList], day: date | None, met: All
) -> NDArray[np.float64]:
    """For each row of `cases` the count; NaN where it has no day to count from, or nothing is the same in it.

    `history` are all lists of that name, of earlier years too: with `until` the rows of all of them count, each once. Raises
    KeyError for a column that was not submitted.
    """
    if one.until is not None:
        return _before(one, cases, history, met)
    if day is None:
        return np.full(len(cases), np.nan)
    last = np.datetime64(day, "D")
    first = months_before(np.array([last + 1]), one.months)[0]
    begins = cases.columns[one.begins]
    there = ~np.isnat(begins)
    within = there & (begins >= first) & (begins <= last) & met(one.where, cases)
    number = _numbered([cases.columns[one.same]])[0]
    if one.ends is not None:
        ends = cases.columns[one.ends]
        open_then = there & (begins < first) & (np.isnat(ends) | (ends > first))
        open_of = np.bincount(number[open_then & (number >= 0)], minlength=number.max(initial=0) + 1) > 0
    else:
        open_of = np.zeros(number.max(initial=0) + 1, dtype=bool)
    counts = np.bincount(number[within & (number >= 0)], minlength=len(open_of)) + open_of
    return np.where(number >= 0, counts[number], np.nan)


def _before(one: Counted, cases: CaseList, history: Sequence[CaseList], met: All) -> NDArray[np.float64]:
    assert one.until is not None
    own, *rest = _numbered([cases.columns[one.same], *(each.columns[one.same] for each in history)])
    keys = []
    for number, each in zip(rest, history, strict=True):
        begins = each.columns[one.begins]
        kept = (number >= 0) & ~np.isnat(begins) & met(one.where, each)
        keys.append(number[kept] * _SPAN + _ordinal(begins[kept]))
    every = np.unique(np.concatenate(keys)) if keys else np.array([], dtype=np.int64)
    until = cases.columns[one.until]
    there = (own >= 0) & ~np.isnat(until)
    found = np.full(len(cases), np.nan)
    base = own[there] * _SPAN
    first = base + _ordinal(months_before(until[there], one.months))
    last = base + _ordinal(until[there])
    found[there] = np.searchsorted(every, last, side="left") - np.searchsorted(every, first, side="left")
    return found


def _numbered(columns: Sequence[NDArray[Any]]) -> list[NDArray[np.int64]]:
    """The texts of some columns as numbers, the same text the same number in all of them; -1 where there is none."""
    numbers: dict[Any, int] = {}
    return [
        np.array(
            [-1 if text is None else numbers.setdefault(text, len(numbers)) for text in column.tolist()], dtype=np.int64
        )
        for column in columns
    ]


def _ordinal(days: Days) -> NDArray[np.int64]:
    return days.astype("datetime64[D]").astype(np.int64) + _SPAN // 2


def months_before(days: Days, months: int) -> Days:
    """The day so many months before each; where that month is shorter, its last day."""
    whole = days.astype("datetime64[M]")
    day = (days.astype("datetime64[D]") - whole.astype("datetime64[D]")).astype(np.int64)
    start = (whole - months).astype("datetime64[D]")
    length = ((whole - months + 1).astype("datetime64[D]") - start).astype(np.int64)
    found: Days = start + np.minimum(day, length - 1)
    return found
