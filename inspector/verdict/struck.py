"""Which rows questions are about, the evidence without them, and what becomes of what they are part of.

A question strikes the rows it names, and everything is judged again without them. What they are part of falls as a whole
only where the verdict hangs on those rows, where more than half of it is in question, or a quarter strongly. A question that
names no rows of its own (how figures scatter, how they are rounded) is about the whole from the first.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from inspector import probes
from inspector.model.evidence import Doubted, Evidence, Figure, SetAside
from inspector.model.rows import Located, by_resource
from inspector.model.struck import StruckPart, Why
from inspector.model.traces import Trace
from inspector.model.words import agree

MOST = 0.5
"""More than this share of a piece of evidence in question, and it falls as a whole."""
MUCH = 0.25
"""From this share on, where the question is a strong one."""
ASKING = ("question", "strong-question")
Place = tuple[str, int]


class Part(NamedTuple):
    """The rows of one piece of evidence that one trace asks about; `of` is how many it has."""

    evidence: str
    trace: Trace
    records: tuple[Located, ...]
    of: int


def asked(evidence: Evidence, traces: Sequence[Trace]) -> tuple[Part, ...]:
    """The rows that questions name, by piece of evidence and probe; empty where nothing is asked of rows."""
    asking = [trace for trace in traces if trace.outcome in ASKING and probes.strikes(trace.probe)]
    if not asking:
        return ()
    known: dict[Place, tuple[str, Located]] = {}
    sizes: dict[str, int] = {}
    for name, one in _records(evidence):
        known.setdefault((one.resource, one.row), (name, one))
        sizes[name] = sizes.get(name, 0) + 1
    parts = []
    for trace in asking:
        found: dict[str, list[Located]] = {}
        for rows in trace.rows:
            for row in rows.rows:
                if (rows.resource, row) in known:
                    name, one = known[rows.resource, row]
                    found.setdefault(name, []).append(one)
        parts += [Part(name, trace, tuple(found[name]), sizes[name]) for name in sorted(found)]
    return tuple(sorted(parts, key=lambda part: (part.evidence, part.trace.probe, part.trace.subject)))


def _records(evidence: Evidence) -> Iterable[tuple[str, Located]]:
    yield from (("improvement-log", one) for one in evidence.log)
    yield from ((f"indicator/{one.indicator}", one) for one in evidence.figures)
    yield from (("participation", one) for one in evidence.participation)


def fallen(parts: Sequence[Part]) -> dict[str, Why]:
    """The pieces of evidence of which so much is in question that they fall as a whole, with the reason."""
    places: dict[str, set[Place]] = {}
    strongly: dict[str, set[Place]] = {}
    sizes = {part.evidence: part.of for part in parts}
    for part in parts:
        mine = {(one.resource, one.row) for one in part.records}
        places.setdefault(part.evidence, set()).update(mine)
        if part.trace.outcome == "strong-question":
            strongly.setdefault(part.evidence, set()).update(mine)
    found: dict[str, Why] = {}
    for name, mine in places.items():
        if len(mine) > MOST * sizes[name]:
            found[name] = "most-of-it"
        elif name in strongly and len(strongly[name]) >= MUCH * sizes[name]:
            found[name] = "much-of-it"
    return found


def struck(evidence: Evidence, parts: Sequence[Part], names: Collection[str]) -> Evidence:
    """The evidence without the rows that are asked about in these pieces of it; they are set aside, with the reason."""
    asking: dict[Place, set[str]] = {}
    for part in parts:
        if part.evidence in names:
            for one in part.records:
                asking.setdefault((one.resource, one.row), set()).add(part.trace.probe)
    if not asking:
        return evidence

    def lost(one: Located) -> bool:
        return (one.resource, one.row) in asking

    doubted = (Doubted(resource=r, row=n, probes=tuple(sorted(asking[r, n]))) for r, n in sorted(asking))
    changed: dict[str, Any] = {"doubted": (*evidence.doubted, *doubted)}
    if any(map(lost, evidence.log)):
        changed["log"] = tuple(one for one in evidence.log if not lost(one))
        changed["struck_log"] = (*evidence.struck_log, *filter(lost, evidence.log))
    if any(map(lost, evidence.participation)):
        changed["participation"] = tuple(one for one in evidence.participation if not lost(one))
        changed["struck_participation"] = (*evidence.struck_participation, *filter(lost, evidence.participation))
    if any(map(lost, evidence.figures)):
        changed["figures"] = tuple(one for one in evidence.figures if not lost(one))
        aside = (questioned(one, _says(asking[one.resource, one.row])) for one in evidence.figures if lost(one))
        changed["set_aside"] = (*evidence.set_aside, *aside)
    made = evidence.model_copy(update=changed)
    # What was worked out of the whole is a beginning; what is worked out of the rest must not take its place.
    made.__dict__["worked_out"] = dict(evidence.worked_out)
    return made


def _says(asking: Iterable[str]) -> str:
    return f"{' and '.join(sorted(asking))} {agree(len(set(asking)), 'asks', 'ask')} about it"


def questioned(one: Figure, says: str) -> SetAside:
    """A figure that is set aside because it is doubted, with the reason."""
    return SetAside(
        resource=one.resource,
        row=one.row,
        path=one.path,
        indicator=one.indicator,
        impossible=False,
        questioned=True,
        says=says,
    )


def became(parts: Sequence[Part], fell: Mapping[str, Why], out: Collection[str]) -> tuple[StruckPart, ...]:
    """What is told of each part, given the pieces of evidence that fell, and those whose rows are set aside."""
    return tuple(
        StruckPart(
            evidence=part.evidence,
            probe=part.trace.probe,
            count=len(part.records),
            of=part.of,
            rows=by_resource(part.records),
            became="falls" if part.evidence in fell else "struck",
            why=fell.get(part.evidence, ""),
            set_aside=part.evidence in out,
        )
        for part in parts
    )
