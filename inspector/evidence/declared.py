"""Which declared events the data bear out, and for which rows: what probes and records ask before they question.

A declaration is believed only as far as the data fit it. One that nothing bears out changes nothing: what it would
have explained is asked about as if nobody had declared anything.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple, TypeVar

from inspector.evidence.declared_events import weigh
from inspector.evidence.declared_weighed import Key, Weighed
from inspector.model.declared import Declared, Event
from inspector.model.evidence import Evidence
from inspector.model.rows import Located
from inspector.model.traces import Trace

NEARLY = 0.9
"""Share of the rows of a question that a declaration must account for before it answers it."""
One = TypeVar("One")


class Told(NamedTuple):
    """Records of which `rest` are in no declaration that the data bear out, and the sentence on the others, or nothing."""

    rest: list[Any]
    declared: list[Any]
    note: str


def weighed(evidence: Evidence) -> tuple[Weighed, ...]:
    """Every declared event, held against each thing that it concerns; in the order of the declarations."""
    if not evidence.declared:
        return ()
    # A dozen probes ask the same evidence in turn; copies share what is kept, and may have other rows.
    own = evidence.declared, evidence.log, evidence.figures, evidence.set_aside, evidence.before, evidence.history
    kept = evidence.worked_out.get("declared")
    if kept is None or any(a is not b for a, b in zip(kept[0], own, strict=True)):
        kept = evidence.worked_out["declared"] = (own, tuple(weigh(evidence)))
    found: tuple[Weighed, ...] = kept[1]
    return found


def apart(
    evidence: Evidence,
    events: Iterable[Event],
    records: Sequence[One],
    row: Callable[[One], Located],
) -> Told:
    """The records that a borne-out declaration of one of these events accounts for, and the rest."""
    wanted = frozenset(events)
    some = [one for one in weighed(evidence) if one.outcome == "borne-out" and one.event.event in wanted]
    known = frozenset().union(*(one.keys for one in some)) if some else frozenset()
    if not known:
        return Told(list(records), [], "")
    told = [one for one in records if (row(one).resource, row(one).row) in known]
    if not told:
        return Told(list(records), [], "")
    mine = {(row(one).resource, row(one).row) for one in told}
    rest = [one for one in records if (row(one).resource, row(one).row) not in mine]
    by = [one for one in some if one.keys & mine]
    return Told(rest, told, f" {len(told)} more {'is' if len(told) == 1 else 'are'} as declared ({named(by)}).")


def answering(evidence: Evidence, events: Iterable[Event], about: str, rows: Iterable[Located]) -> Weighed | None:
    """The first declaration of these events that the data bear out and that accounts for nearly all of these rows."""
    asked = {(one.resource, one.row) for one in rows}
    for one in weighed(evidence):
        fits = one.event.event in events and one.about == about
        if fits and asked and len(asked & one.keys) >= NEARLY * len(asked):
            return one
    return None


def answered(trace: Trace, told: Weighed) -> Trace:
    """A question that a declaration answers, as a trace that is clear; any other trace as it is."""
    if trace.outcome not in ("question", "strong-question"):
        return trace
    says = trace.says + note_of(told)
    return trace.model_copy(update={"outcome": "clear", "says": says, "p_value": None, "ask": (), "innocent": ()})


def note_of(one: Weighed) -> str:
    """What a probe adds where a declaration answers its question."""
    return f" It was declared ({named([one])}), and the data bear it out; no question is put."


def named(some: Iterable[Weighed]) -> str:
    """The events with their days: `carried-over of 2024-05-01`."""
    return ", ".join(dict.fromkeys(f"{one.event.event} of {span(one.event)}" for one in some))


def span(one: Declared) -> str:
    """The days of an event: `2024-05-01`, or `2024-05-01 to 2024-06-30`."""
    return one.on.isoformat() if one.to is None or one.to == one.on else f"{one.on} to {one.to}"


def in_time(evidence: Evidence) -> frozenset[Key]:
    """Entries of the log that count as written down in time, though their last moment of record is late."""
    every = weighed(evidence)
    kept = evidence.worked_out.get("in time")
    if kept is None or kept[0] is not every:
        some = [one for one in every if one.outcome == "borne-out"]
        kept = evidence.worked_out["in time"] = (
            every,
            frozenset((r.resource, r.row) for one in some for r in one.counted),
        )
    found: frozenset[Key] = kept[1]
    return found


def spans(evidence: Evidence, indicator: str) -> tuple[tuple[date, date], ...]:
    """The days of which a declaration accounts for the figures of an indicator that are not there.

    Those of outages and absences that its data bear out, and the periods of figures that are suppressed as was declared.
    """
    found: list[tuple[date, date]] = []
    for one in weighed(evidence):
        if one.about == f"indicator/{indicator}" and one.outcome == "borne-out":
            if one.event.event in ("outage", "staff-absence"):
                found.append((one.event.on, one.event.last))
            if one.event.event == "suppressed":
                hidden = [aside for aside in evidence.set_aside if aside.suppressed and aside.indicator == indicator]
                found += [(a.period_start, a.period_end) for a in hidden if a.period_start and a.period_end]
    return tuple(sorted(found))


def within(first: date, last: date, some: Iterable[tuple[date, date]]) -> bool:
    """Whether nearly all days from `first` to `last` are within these spans."""
    days = (last - first).days + 1
    inside, reached = 0, first
    for start, end in some:
        start, end = max(start, reached), min(end, last)
        if start <= end:
            inside += (end - start).days + 1
            reached = end + timedelta(days=1)
    return days > 0 and inside >= NEARLY * days
