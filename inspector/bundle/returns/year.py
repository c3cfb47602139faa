"""Which twelve months a return is about: its own word, else the year in which most of what it dates happened."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from inspector.bundle.packs import Pack, packs
from inspector.model.case_lists import CaseList


def with_years(lists: Sequence[CaseList]) -> list[CaseList]:
    """The lists, each table of a return with the first and the last day of the return's year, where that can be told."""
    return [_with_year(one, lists) if one.list.partition("/")[0] in packs() else one for one in lists]


def _with_year(one: CaseList, lists: Sequence[CaseList]) -> CaseList:
    pack = packs()[one.list.partition("/")[0]]
    same_file = [other for other in lists if _file(other) == _file(one) and other.list.startswith(f"{pack.name}/")]
    return_of = [other for other in lists if other.list.startswith(f"{pack.name}/")]
    last = _said(pack, same_file) or _seen(pack, same_file) or _seen(pack, return_of)
    return one if last is None else replace(one, start=_first(last), end=last)


def _file(one: CaseList) -> str:
    return one.resource.partition(" > ")[0]


def _first(last: date) -> date:
    return last.replace(year=last.year - 1) + timedelta(days=1)


def _said(pack: Pack, lists: Sequence[CaseList]) -> date | None:
    """The last day, as the return says it; None where it says none, or one that is not the end of a year."""
    days = _days(pack, [pack.year["said_in"]] if "said_in" in pack.year else [], lists)
    return next((day for day in days if day.strftime("%m-%d") == pack.year["ends"]), None)


def _seen(pack: Pack, lists: Sequence[CaseList]) -> date | None:
    ends = Counter(_end(pack, day) for day in _days(pack, pack.year["seen_in"], lists))
    return max(ends, key=lambda last: (ends[last], last)) if ends else None


def _end(pack: Pack, day: date) -> date:
    """The end of the year in which a day is."""
    month, of_month = map(int, pack.year["ends"].split("-"))
    last = date(day.year, month, of_month)
    return last if day <= last else date(day.year + 1, month, of_month)


def _days(pack: Pack, places: Sequence[str], lists: Sequence[CaseList]) -> list[date]:
    """The days of the first of those places that has any."""
    for place in places:
        table, _, field = place.partition(".")
        columns = [one.columns[field] for one in lists if one.list == f"{pack.name}/{table}" and field in one.columns]
        found = [day for column in columns for day in column.tolist() if isinstance(day, date)]
        if found:
            return found
    return []
