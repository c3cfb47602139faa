"""The cases behind recomputed figures: each child of a case list that a figure counts, with the days to be counted again."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from inspector.evidence.tables import INDICATOR
from inspector.model.case_lists import CaseList
from inspector.model.derivations import Days, Derivation
from inspector.model.evidence import Evidence
from inspector.model.words import number
from inspector.proof.frame_rows import About, Told
from inspector.stats.working_days import between


@dataclass(frozen=True)
class Case:
    """One case: its place in a list, the child, the measure that counts it, its first and last day and the days between them.

    `find` is what else leads to it, `said` the whole row, as text.
    """

    resource: str
    row: int
    list: str
    indicator: str
    child: str
    team: str
    first: date | None
    last: date | None
    days: int | None
    find: Mapping[str, str]
    said: Mapping[str, str]


def cases(evidence: Evidence, pieces: Collection[str], derivations: Sequence[Derivation]) -> tuple[Case, ...]:
    """The cases that the recomputed figures of these indicators count, each once an indicator, in the order of their lists.

    None where a figure was not recomputed from case lists. `derivations` are those of the framework.
    """
    wanted = {piece.removeprefix(INDICATOR) for piece in pieces}
    rows: dict[tuple[str, str, str], set[int]] = {}
    for one in evidence.recomputed:
        if one.indicator in wanted:
            rows.setdefault((one.indicator, one.derivation, one.resource), set()).update(one.rows)
    found: list[Case] = []
    for (indicator, derivation, resource), some in sorted(rows.items()):
        for same in (one for one in evidence.case_lists if one.resource == resource):
            way = next((one for one in derivations if one.id == derivation and one.list == same.list), None)
            found += _of_list(same, indicator, way, some, evidence.submitted_at) if way else ()
    return tuple(found)


def told_case(row: Case, known: About) -> Told:
    """What is told of a case, and what is counted again: the days between its first and last day."""
    title = known.titles.get(row.indicator, row.indicator)
    find = {"indicator": row.indicator, "title": title, "child": row.child, **row.find}
    answers: dict[str, tuple[str, ...]] = {
        "first_on": (row.first.isoformat() if row.first else "",),
        "last_on": (row.last.isoformat() if row.last else "",),
        "days": (number(row.days) if row.days is not None else "",),
    }
    return Told(find, row.team or "whoever keeps the files", answers)


def counted_by(way: Derivation) -> dict[str, str]:
    """By what a derivation counts, in words: its list, what begins and what ends the days, and whether working days count."""
    found = {"list": way.list}
    if days := _days(way):
        found["begins"] = days.start.replace("_", " ")
        found["ends"] = (days.end or "the day of submission").replace("_", " ")
        found["counted"] = "working days" if days.working else "days"
    elif way.month_of:
        found["ends"] = way.month_of.replace("_", " ")
    return found


def behind(evidence: Evidence, derivations: Sequence[Derivation]) -> dict[tuple[str, date], dict[str, str]]:
    """For each figure that case lists give too, by its indicator and first day: by what it is counted."""
    lists = {one.resource: one.list for one in evidence.case_lists}
    ways = {(way.id, way.list): way for way in reversed(derivations)}
    found = {}
    for one in evidence.recomputed:
        if way := ways.get((one.derivation, lists.get(one.resource, ""))):
            found[one.indicator, one.period_start] = counted_by(way)
    return found


def _of_list(
    same: CaseList, indicator: str, way: Derivation, rows: Collection[int], submitted: date | None
) -> Iterator[Case]:
    days = _days(way)
    teams = next((values for name, values in same.columns.items() if "team" in name), None)
    firsts = _column(same, days.start if days else None, None)
    lasts = _column(same, days.end if days else way.month_of, submitted)
    counted = (
        between(firsts, lasts) if days and days.working else (lasts - firsts).astype("timedelta64[D]").astype(float)
    )
    for at, row in enumerate(same.rows.tolist()):
        if row not in rows:
            continue
        first, last = firsts[at].item(), lasts[at].item()
        child = same.columns[same.child][at] if same.child in same.columns else None
        yield Case(
            resource=same.resource,
            row=row,
            list=same.list,
            indicator=indicator,
            child=str(child) if child is not None else f"row {row}",
            team=str(teams[at]) if teams is not None and teams[at] is not None else "",
            first=first,
            last=last,
            days=int(counted[at]) if first is not None and last is not None else None,
            find=counted_by(way),
            said={name: str(values[at]) for name, values in sorted(same.columns.items())},
        )


def _days(way: Derivation) -> Days | None:
    """The days that a derivation counts: of its value, else of what makes its share."""
    if isinstance(way.value, Days):
        return way.value
    return next((test.column for test in way.share if isinstance(test.column, Days)), None)


def _column(same: CaseList, name: str | None, otherwise: date | None) -> Any:
    """The days of a column; without one, or where it was not submitted, the same day for all."""
    if name is not None and name in same.columns:
        return same.columns[name].astype("datetime64[D]")
    made = same.rows.astype("datetime64[D]")
    made[:] = otherwise.isoformat() if otherwise else "NaT"
    return made
