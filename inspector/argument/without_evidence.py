"""The evidence, its facts, traces and trust as if some of it had never been submitted."""

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any, NamedTuple

from inspector.argument.rematch import Gone
from inspector.model.evidence import Evidence
from inspector.model.facts import Fact
from inspector.model.inspection import TrustIn
from inspector.model.traces import Trace

INDICATOR = "indicator/"
_TABLES: dict[str, tuple[str, ...]] = {
    "improvement-log": ("log",),
    "participation": ("participation",),
    "durations": ("durations",),
    "recommendations": ("recommendations",),
    "case-reviews": ("case_reviews",),
    "leadership": ("leadership", "leadership_questions"),
    "partnership": ("partnership",),
    "voice": ("voice",),
    "self-evaluation": ("self_evaluation",),
    "case-records": ("case_lists", "recomputed"),
}
Measure = Callable[[Evidence, Collection[str]], tuple[Fact, ...]]
"""The facts of the signals whose kinds (`signal/ID`) are named, measured on this evidence."""


class Rest(NamedTuple):
    """What is left: traces and trust, and which facts are gone or say something else."""

    traces: tuple[Trace, ...]
    trust: tuple[TrustIn, ...]
    gone: Gone


def without(evidence: Evidence, names: Collection[str]) -> Evidence:
    """The evidence without the pieces named as a fact's `rests_on` does: `indicator/ID`, or a kind of resource."""
    lost = {name.removeprefix(INDICATOR) for name in names if name.startswith(INDICATOR)}
    changed: dict[str, Any] = {table: () for name in names for table in _TABLES.get(name, ())}
    changed["resources"] = tuple(one for one in evidence.resources if one.kind not in names)
    if lost:
        changed["figures"] = tuple(one for one in evidence.figures if one.indicator not in lost)
        changed["indicators"] = tuple(one for one in evidence.indicators if one.indicator not in lost)
    return evidence.model_copy(update=changed)


def left_without(
    evidence: Evidence,
    observed: Sequence[Fact],
    traces: Iterable[Trace],
    trust: Iterable[TrustIn],
    names: Collection[str],
    measure: Measure,
    kinds: Collection[str],
) -> Rest:
    """What is left without the pieces named. Of the facts that rest on more than these, those of `kinds` are measured again."""
    gone = [fact for fact in observed if touched(fact, names)]
    again = sorted({fact.kind for fact in gone if fact.kind in kinds and not about(fact, names)})
    placed = measure(without(evidence, names), again) if again else ()
    kept = {fact.id for fact in gone} & {fact.id for fact in placed}
    before = {fact.id: fact for fact in gone}
    return Rest(
        tuple(trace for trace in traces if not _under(trace.subject, names)),
        tuple(one for one in trust if one.evidence not in names),
        Gone(
            frozenset(before) - kept,
            {fact.id: fact for fact in placed if fact.id in before and fact != before[fact.id]},
        ),
    )


def touched(fact: Fact, names: Collection[str]) -> bool:
    """Whether a fact rests on one of the pieces, or is a probe's about it."""
    subject = fact.fields.get("subject") if fact.kind.startswith("probe/") else None
    return any(name in names for name in fact.rests_on) or (isinstance(subject, str) and _under(subject, names))


def about(fact: Fact, names: Collection[str]) -> bool:
    """Whether a fact goes with what is taken away: it rests on nothing else, or it is about one indicator and needs all of it."""
    return fact.kind.startswith("probe/") or "indicator" in fact.fields or all(name in names for name in fact.rests_on)


def _under(subject: str, names: Collection[str]) -> bool:
    return any(subject == name or subject.startswith(f"{name}/") for name in names)
