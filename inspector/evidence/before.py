"""What an earlier submission says of this one: rows dated back into its time, cells of the register turned, measures dropped.

An addition is a trace where it is about a time that the earlier submission covered. What says itself that it was written down
only afterwards is told and counted apart.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any, NamedTuple

from inspector.model.evidence import TOLD_WITHIN, Before, Better, Evidence, Figure, Indicator, LogEntry
from inspector.model.rows import Located

LAG = 91
"""Days before the end of the earlier submission in which figures may not have been ready for it yet."""
HELD = ("better", "measure", "same_as")
"""Cells of the register in which a change could raise a verdict: the earlier ones count until somebody has answered for it."""
REGISTER = (*HELD, "target", "deadline")
OTHERS: Mapping[str, tuple[str, str]] = {
    "participation": ("participation", "period_end"),
    "voice": ("voice", "period_end"),
    "leadership": ("leadership", "period_end"),
    "partnership": ("partnership", "met_on"),
    "case-reviews": ("case_reviews", "reviewed_on"),
    "recommendations": ("recommendations", "made_on"),
}
"""Kinds beside the log and the figures: where their records stand, and the day of each."""


class Added(NamedTuple):
    """Rows about the time of the earlier submission that it had not: without an account of it, and written down since."""

    asked: tuple[Located, ...]
    since: tuple[Located, ...]
    before: int
    """Rows of the earlier submission that they come on top of."""


def with_before(evidence: Evidence, before: Before) -> Evidence:
    """The evidence with what came before: cells of the register that were turned since count as they were."""
    turned = {id: one for id, one, _ in turned_cells(evidence.indicators, before) if set(one) & set(HELD)}
    held = tuple(
        one.model_copy(update={name: was for name, was in turned[one.indicator].items() if name in HELD})
        if one.indicator in turned
        else one
        for one in evidence.indicators
    )
    indicators = held if turned else evidence.indicators
    return evidence.model_copy(
        update={"before": before, "submitted_register": evidence.indicators, "indicators": indicators}
    )


def turned_cells(indicators: Iterable[Indicator], before: Before | None) -> list[tuple[str, dict[str, Any], Indicator]]:
    """The indicators of which a cell of `REGISTER` said something else before, with what it said, and their rows now."""
    known: dict[str, Indicator] = {}
    for one in before.indicators if before else ():
        known.setdefault(one.indicator, one)
    found = []
    for one in indicators:
        was = known.get(one.indicator)
        if was is not None:
            cells = {name: getattr(was, name) for name in REGISTER}
            other = {n: v for n, v in cells.items() if v is not None and v != getattr(one, n)}
            if other:
                found.append((one.indicator, other, one))
    return found


def earlier_direction(evidence: Evidence) -> dict[str, Better]:
    """The direction that counts for each indicator whose own was turned since the earlier submission."""
    turned = turned_cells(evidence.submitted_register or evidence.indicators, evidence.before)
    return {id: cells["better"] for id, cells, _ in turned if "better" in cells}


def dropped_measures(evidence: Evidence) -> tuple[Indicator, ...]:
    """Measures of the earlier register, with figures then, that have no figures now; empty where no earlier one was given."""
    if evidence.before is None:
        return ()
    had = {one.indicator for one in evidence.before.figures}
    have = {one.indicator for one in evidence.figures} | {one.indicator for one in evidence.set_aside}
    found: dict[str, Indicator] = {}
    for one in evidence.before.indicators:
        if one.indicator in had - have:
            found.setdefault(one.indicator, one)
    return tuple(found[id] for id in sorted(found))


def removed_periods(evidence: Evidence) -> dict[str, tuple[Figure, ...]]:
    """Figures of the earlier submission that are not there now, of the time of this one and of measures that still have some."""
    if evidence.before is None:
        return {}
    now = {(one.indicator, one.period_start, one.period_end) for one in evidence.figures}
    kept = {one.indicator for one in evidence.figures}
    # What is set aside is there, and told; of which period it was it may not say.
    aside = {(one.indicator, one.period_start) for one in evidence.set_aside}
    found: dict[str, list[Figure]] = {}
    for one in evidence.before.figures:
        inside = evidence.period_start <= one.period_start and one.period_end <= evidence.period_end
        known = (one.indicator, one.period_start, one.period_end) in now
        known |= bool(aside & {(one.indicator, one.period_start), (one.indicator, None)})
        if inside and one.indicator in kept and not known and not _there(one, "indicators", evidence):
            found.setdefault(one.indicator, []).append(one)
    return {id: tuple(some) for id, some in found.items()}


def removed_entries(evidence: Evidence) -> tuple[LogEntry, ...]:
    """Entries of the log of the earlier submission that are not there now, of the time of this one."""
    now = {one.id for one in evidence.log}
    return tuple(
        one
        for one in (evidence.before.log if evidence.before else ())
        if one.id not in now
        and evidence.period_start <= one.raised_on <= evidence.period_end
        and not _there(one, "improvement-log", evidence)
    )


def _there(one: Located, kind: str, evidence: Evidence) -> bool:
    """Whether a row of the earlier submission is in this one by its key, though perhaps not to be read as meant."""
    return any(
        part.resource == one.resource
        and part.keyed
        and part.state in ("same", "changed")
        and one.row not in part.removed
        for part in evidence.earlier or ()
        if part.kind == kind
    )


def added_log(evidence: Evidence, before: Before) -> Added:
    """Entries of the log of a day that the earlier submission covered, and steps of that time that its entries had not."""
    rows = _added(evidence, "improvement-log")
    known = {one.id: one for one in before.log}
    asked: list[LogEntry] = []
    since: list[LogEntry] = []
    for one in evidence.log:
        was = known.get(one.id)
        # An entry that stands in another file now was there before.
        if was is None and (one.resource, one.row) in rows and _covered(one.tried_on or one.raised_on, before, 0):
            # Between its end and the day it was handed in, what was submitted was put together.
            told = one.recorded_at is not None and one.recorded_at.date() > _end(before)
            (since if told else asked).append(one)
        elif was is not None and was.tried_on is None and _covered(one.tried_on, before, TOLD_WITHIN):
            asked.append(one)
    return Added(tuple(asked), tuple(since), len(before.log))


def added_figures(evidence: Evidence, before: Before) -> dict[str, Added]:
    """Figures of periods that the earlier submission covered, by indicator; those of its last months may not have been ready."""
    rows = _added(evidence, "indicators")
    last: dict[str, date] = {}
    counts: dict[str, int] = {}
    for one in before.figures:
        last[one.indicator] = max(one.period_end, last.get(one.indicator, date.min))
        counts[one.indicator] = counts.get(one.indicator, 0) + 1
    found: dict[str, tuple[list[Figure], list[Figure]]] = {}
    known = {(one.indicator, one.period_start, one.period_end) for one in before.figures}
    for figure in evidence.figures:
        asked, since = found.setdefault(figure.indicator, ([], []))
        if (figure.indicator, figure.period_start, figure.period_end) in known:
            continue
        late = timedelta(days=LAG if figure.period_end > last.get(figure.indicator, date.min) else 0)
        if (figure.resource, figure.row) in rows and _within(figure, before, late):
            told = figure.recorded_on is not None and figure.recorded_on > _end(before)
            (since if told else asked).append(figure)
    return {id: Added(tuple(asked), tuple(since), counts.get(id, 0)) for id, (asked, since) in sorted(found.items())}


def added_others(evidence: Evidence, before: Before) -> dict[str, Added]:
    """Records of the other kinds of a day that the earlier submission covered, by kind."""
    found = {}
    for kind, (field, day) in OTHERS.items():
        difference = next((one for one in evidence.earlier or () if one.kind == kind), None)
        if difference is not None and difference.keyed and difference.state == "changed":
            rows = _added(evidence, kind)
            mine = [one for one in getattr(evidence, field) if (one.resource, one.row) in rows]
            asked = tuple(one for one in mine if _covered(getattr(one, day), before, TOLD_WITHIN))
            found[kind] = Added(asked, (), difference.rows_before)
    return found


def unread(evidence: Evidence, kind: str) -> bool:
    """Whether nothing of a kind could be read in one of the two submissions, so that nothing can be said of its rows."""
    return any(one.kind == kind and one.state == "unread" for one in evidence.earlier or ())


def _added(evidence: Evidence, kind: str) -> set[tuple[str, int]]:
    """The rows of a kind that the earlier submission had not, in a table that it had or in a new one."""
    return {
        (one.resource, row)
        for one in evidence.earlier or ()
        if one.kind == kind and one.state in ("changed", "new")
        for row in one.added
    }


def _covered(day: date | None, before: Before, lag: int) -> bool:
    """Whether a day lies in the time of the earlier submission, `lag` days before its end or more."""
    return day is not None and before.period_start <= day <= _end(before) - timedelta(days=lag)


def _end(before: Before) -> date:
    """The last day of which the earlier submission could tell: of its period, or the day it was handed in."""
    return min(before.period_end, before.known_on)


def _within(figure: Figure, before: Before, late: timedelta) -> bool:
    return before.period_start <= figure.period_start and figure.period_end <= _end(before) - late
