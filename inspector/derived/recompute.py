"""Figures recomputed from case records: month by month, or once for what is open when the lists are submitted."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from operator import ge, gt, le, lt, ne
from typing import Any

import numpy as np
from numpy.typing import NDArray

from inspector.derived.counting import counted
from inspector.model.case_lists import CaseList
from inspector.model.derivations import Days, Derivation, Recomputed, Test
from inspector.model.evidence import Evidence
from inspector.stats.rounding import round6
from inspector.stats.working_days import between

Mask = NDArray[np.bool_]


def recompute(evidence: Evidence, derivations: Sequence[Derivation]) -> tuple[Recomputed, ...]:
    """Every figure that the case lists of the evidence allow, for the indicators of its register, sorted.

    An indicator is matched with a derivation by the same id, or by what its register says it is the `same_as`; of several
    derivations of one id the first is used whose list was submitted. Months that the lists cover only in part are left out:
    of a list that shows the last months, the first and the one in which it was submitted; of a return those outside of its
    year; and those from which what is counted over earlier months cannot be seen whole.
    """
    lists: dict[str, list[CaseList]] = {}
    for one in evidence.case_lists:
        lists.setdefault(one.list, []).append(one)
    found: list[Recomputed] = []
    for indicator in evidence.indicators:
        id = indicator.same_as or indicator.indicator
        derivation = next((one for one in derivations if one.id == id and one.list in lists), None)
        if derivation is not None:
            found += _of_lists(indicator.indicator, derivation, lists[derivation.list], evidence.submitted_at)
    return tuple(sorted(found, key=lambda one: (one.indicator, one.period_start)))


def _of_lists(id: str, derivation: Derivation, same: list[CaseList], submitted: date | None) -> Iterator[Recomputed]:
    """The figures of a list: of returns each year by itself, of Annex A what was submitted last."""
    years = [one for one in same if one.end is not None] or same[-1:]
    for cases in years:
        day = cases.end or submitted
        try:
            more = {
                one.name: counted(one, cases, same, day, lambda tests, rows, day=day: _all(tests, rows, day))  # type: ignore[misc]
                for one in derivation.counted
            }
        except KeyError:
            # A column that was not submitted: nothing can be recomputed, and the check has said that it is missing.
            continue
        yield from _figures(id, derivation, replace(cases, columns={**cases.columns, **more}), same, day)


def _figures(
    id: str, derivation: Derivation, cases: CaseList, same: list[CaseList], submitted: date | None
) -> Iterator[Recomputed]:
    try:
        chosen = _all(derivation.of, cases, submitted)
        if derivation.month_of is None:
            if submitted is not None:
                first = submitted.replace(day=1)
                yield _figure(id, derivation, cases, chosen, (first, submitted), submitted)
            return
        days = cases.columns[derivation.month_of]
    except KeyError:
        return
    chosen &= ~np.isnat(days)
    months = days.astype("datetime64[M]")
    back = max((one.months for one in derivation.counted if one.until), default=0)
    for month in _whole_months(days[chosen], cases, submitted):
        if back and month - back < _reach(cases, same, days[chosen]):
            continue
        start = month.astype("datetime64[D]").item()
        end = (month + 1).astype("datetime64[D]").item() - timedelta(days=1)
        try:
            yield _figure(id, derivation, cases, chosen & (months == month), (start, end), submitted)
        except KeyError:
            return


def _whole_months(days: NDArray[Any], cases: CaseList, submitted: date | None) -> list[Any]:
    """The months in which anything happened: of a return those of its year, of a list not the first and an unfinished last."""
    if not len(days):
        return []
    months = np.unique(days.astype("datetime64[M]"))
    if cases.start is not None and cases.end is not None:
        first, end = np.datetime64(cases.start, "M"), np.datetime64(cases.end, "M")
        return [month for month in months if first <= month <= end]
    last = np.datetime64(submitted, "M") if submitted else months[-1]
    return [month for month in months[1:] if month < last]


def _reach(cases: CaseList, same: list[CaseList], days: NDArray[Any]) -> Any:
    """The first month that the lists show whole, going back from a month without a gap."""
    if cases.start is None:
        return np.unique(days.astype("datetime64[M]"))[0] + 1
    starts = {(one.end + timedelta(days=1)): one.start for one in same if one.end is not None and one.start is not None}
    start = cases.start
    while (earlier := starts.get(start)) is not None:
        start = earlier
    return np.datetime64(start, "M")


def _figure(
    id: str,
    derivation: Derivation,
    cases: CaseList,
    counted: Mask,
    period: tuple[date, date],
    submitted: date | None,
) -> Recomputed:
    total = int(counted.sum())
    found: dict[str, float | None] = {}
    if derivation.kind == "count":
        found = {"value": float(total)}
    elif derivation.kind == "share":
        met = int((counted & _all(derivation.share, cases, submitted)).sum())
        found = {
            "numerator": float(met),
            "denominator": float(total),
            "value": round6(100 * met / total) if total else None,
        }
    else:
        assert derivation.value is not None
        values = _numbers(derivation.value, cases, submitted)[counted]
        values = values[~np.isnan(values)]
        middle = (np.median if derivation.kind == "median" else np.mean)(values) if len(values) else None
        found = {"denominator": float(len(values)), "value": round6(float(middle)) if middle is not None else None}
    return Recomputed(
        indicator=id,
        derivation=derivation.id,
        resource=cases.resource,
        rows=tuple(int(row) for row in cases.rows[counted]),
        period_start=period[0],
        period_end=period[1],
        **found,
    )


def _all(tests: Sequence[Test], cases: CaseList, submitted: date | None) -> Mask:
    mask = np.ones(len(cases), dtype=bool)
    for test in tests:
        mask &= _holds(test, cases, submitted)
    return mask


def _holds(test: Test, cases: CaseList, submitted: date | None) -> Mask:
    if isinstance(test.column, str) and set(test.values) <= {"blank", "filled"}:
        blank = _blank(cases.columns[test.column])
        return blank if test.values == ("blank",) else ~blank
    if isinstance(test.column, str) and any(isinstance(value, str) for value in test.values):
        there: Mask = np.isin(cases.columns[test.column], [str(value) for value in test.values])
        return there if test.operator == "==" else ~there
    numbers = _numbers(test.column, cases, submitted)
    if test.operator == "==":
        return np.isin(numbers, [float(value) for value in test.values])
    with np.errstate(invalid="ignore"):
        held: Mask = _COMPARE[test.operator](numbers, float(test.values[0]))
    return held & ~np.isnan(numbers)


_COMPARE = {"!=": ne, "<": lt, "<=": le, ">": gt, ">=": ge}


def _blank(column: NDArray[Any]) -> Mask:
    if column.dtype.kind in "Mf":
        empty: Mask = np.isnat(column) if column.dtype.kind == "M" else np.isnan(column)
        return empty
    return np.array([value is None for value in column], dtype=bool)


def _numbers(column: str | Days, cases: CaseList, submitted: date | None) -> NDArray[np.float64]:
    if isinstance(column, str):
        return cases.columns[column].astype(np.float64)
    start = cases.columns[column.start]
    if column.end is None:
        day = np.datetime64(submitted, "D") if submitted else np.datetime64("NaT", "D")
        end = np.full(len(start), day)
    else:
        end = cases.columns[column.end]
    if column.working:
        return between(start, end)
    days: NDArray[np.float64] = (end - start).astype(np.float64)
    days[np.isnat(start) | np.isnat(end)] = np.nan
    return days
