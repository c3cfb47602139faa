"""A story for each measure that did something: what it did, what was tried, and what speaks against it."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from inspector.evidence.effects import Tested, effects
from inspector.evidence.records import asides
from inspector.model.argument import Objection
from inspector.model.evidence import Evidence, LogEntry
from inspector.model.facts import Fact
from inspector.model.inspection import Finding, Inspection
from inspector.model.rows import by_resource, merged
from inspector.model.stories import Story
from inspector.model.traces import Trace
from inspector.model.words import short
from inspector.telling.sentences import doubts, says
from inspector.telling.texts import by_field
from inspector.telling.tried import chosen, told_tests

WORSE = ("loss", "faded-gain")
MOVED = (*WORSE, "gradual-gain", "sudden-gain")
ASKS = ("question", "strong-question")
PAIR = 2
"""A finding about more measures than these speaks of none of them in particular."""


class Told(NamedTuple):
    """What all stories of an inspection are made from, each by the measure."""

    evidence: Evidence
    inspection: Inspection
    claims: Mapping[str, Fact]
    tested: Mapping[str, Tested]
    naming: Mapping[str, Sequence[LogEntry]]
    findings: Mapping[str, Sequence[Finding]]
    traces: Mapping[str, Sequence[Trace]]
    objections: Mapping[str, str]
    doubtful: frozenset[tuple[str, int]]


def stories(evidence: Evidence, inspection: Inspection, doubtful: Sequence[Objection] = ()) -> tuple[Story, ...]:
    """What got worse first, then gains that followed a test or came with one, then others; of the same sort by indicator."""
    moved = [f for f in inspection.facts if f.kind == "signal/trajectory" and f.fields["call"] in MOVED]
    if not moved:
        return ()
    told = _all(evidence, inspection, doubtful)
    found = [_story(fact, told) for fact in moved]
    return tuple(sorted(found, key=_place))


def _place(story: Story) -> tuple[bool, bool, str]:
    return story.call not in WORSE, not any(one.claimed for one in story.tests), story.indicator


def _all(evidence: Evidence, inspection: Inspection, objections: Sequence[Objection]) -> Told:
    found = effects(evidence)
    naming: dict[str, list[LogEntry]] = {}
    for entry in (*evidence.log, *evidence.struck_log):
        if entry.indicator and entry.tried:
            naming.setdefault(entry.indicator, []).append(entry)
    traces: dict[str, list[Trace]] = {}
    for trace in inspection.traces:
        if trace.outcome in ASKS:
            traces.setdefault(trace.subject, []).append(trace)
    asked = [part for one in traces.get("improvement-log", ()) for part in one.rows]
    return Told(
        evidence,
        inspection,
        by_field(inspection.facts, "signal/claimed-effect", "indicator"),
        {one.series.indicator.indicator: one for one in found.tested} if found else {},
        naming,
        _speaking(inspection),
        traces,
        {one.refers[0].id.removeprefix("signal/trajectory/"): one.says for one in objections if one.refers},
        frozenset((part.resource, row) for part in asked for row in part.rows),
    )


def _speaking(inspection: Inspection) -> dict[str, list[Finding]]:
    """By measure the findings that speak of it, and of one other at most."""
    about = {f.id: str(f.fields["indicator"]) for f in inspection.facts if "indicator" in f.fields}
    found: dict[str, list[Finding]] = {}
    for finding in inspection.findings:
        named = {about[name] for name in finding.facts if name in about}
        for indicator in named if len(named) <= PAIR else ():
            found.setdefault(indicator, []).append(finding)
    return found


def _story(fact: Fact, told: Told) -> Story:
    indicator, call = str(fact.fields["indicator"]), str(fact.fields["call"])
    tested = told.tested.get(indicator)
    claimed = tested.entry if tested else None
    naming = told.naming.get(indicator, ())
    some = chosen(naming, claimed, tested.span.on if tested and tested.span else None, asides(told.evidence))
    findings, traces = told.findings.get(indicator, ()), told.traces.get(f"indicator/{indicator}", ())
    decided = [tested.decision(entry) for entry in tested.tests] if tested else []
    sure = fact.fields.get("probability")
    return Story(
        indicator=indicator,
        title=short(str(fact.fields["title"]), 160),
        call=call,
        says=says(fact, told.claims.get(indicator), tested, told.evidence),
        tests=told_tests(some, claimed, told.doubtful, told.evidence),
        others=len(naming) - len(some),
        kept=sum(one in ("adopt", "adapt") for one in decided),
        abandoned=decided.count("abandon"),
        undecided=decided.count(None),
        probability=sure if isinstance(sure, float) else None,
        recommendations=_recommendations(indicator, told.evidence),
        findings=tuple(one.id for one in findings),
        against=tuple(one.id for one in findings if _against(one, fact)),
        asked=tuple(f"{one.probe}/{one.subject}" for one in traces),
        doubts=doubts(fact, told.objections.get(indicator), traces, told.inspection),
        rows=merged([*fact.rows, *by_resource(some)]),
    )


def _recommendations(indicator: str, evidence: Evidence) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.id for one in evidence.recommendations if one.indicator == indicator))


def _against(finding: Finding, moved: Fact) -> bool:
    """Whether a finding speaks against what the measure did: against a loss one does that rests on its figures and finds good in
    them. That work is aimed at what got worse, or that a review found it, does not unsay the loss."""
    if moved.fields["call"] in WORSE:
        return finding.direction == "better" and moved.id in finding.facts
    return finding.direction == "worse" or finding.limit is not None
