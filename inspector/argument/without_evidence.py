"""The evidence, its facts, traces and trust as if some of it had never been submitted."""

from collections.abc import Callable, Collection, Iterable
from typing import Any, Generic, NamedTuple, TypeVar

from inspector.argument.rematch import Gone
from inspector.evidence.tables import TABLES_OF, indicators_in
from inspector.model.evidence import Evidence
from inspector.model.facts import Fact
from inspector.model.inspection import TrustIn
from inspector.model.traces import Trace, parts_of

Item = TypeVar("Item")
_TABLES = {
    **TABLES_OF,
    "case-records": ("case_lists", "recomputed"),
    "return": ("case_lists", "recomputed"),
}
Measure = Callable[[Evidence, Collection[str]], tuple[Fact, ...]]
"""The facts of the signals whose kinds (`signal/ID`) are named, measured on this evidence."""


class Touched(Generic[Item]):
    """Which of many things evidence touches, looked up by the names of its pieces. Every answer is in their order."""

    def __init__(self, items: Iterable[Item], names: Callable[[Item], Iterable[str]]) -> None:
        self.items = tuple(items)
        self._places: dict[str, list[int]] = {}
        for place, item in enumerate(self.items):
            for name in dict.fromkeys(names(item)):
                self._places.setdefault(name, []).append(place)

    def by(self, names: Collection[str]) -> list[Item]:
        """Those that any of the pieces touches."""
        return [self.items[place] for place in self._of(names)]

    def spared(self, names: Collection[str]) -> tuple[Item, ...]:
        """All the others."""
        places = set(self._of(names))
        return tuple(item for place, item in enumerate(self.items) if place not in places)

    def _of(self, names: Collection[str]) -> list[int]:
        return sorted({place for name in names for place in self._places.get(name, ())})


class Rest(NamedTuple):
    """What is left: traces and trust, and which facts are gone or say something else."""

    traces: tuple[Trace, ...]
    trust: tuple[TrustIn, ...]
    gone: Gone


def without(evidence: Evidence, names: Collection[str]) -> Evidence:
    """The evidence without the pieces named as a fact's `rests_on` does: `indicator/ID`, or a kind of resource."""
    lost = indicators_in(names)
    changed: dict[str, Any] = {table: () for name in names for table in _TABLES.get(name, ())}
    changed["resources"] = tuple(one for one in evidence.resources if one.kind not in names)
    if lost:
        changed["figures"] = tuple(one for one in evidence.figures if one.indicator not in lost)
        changed["indicators"] = tuple(one for one in evidence.indicators if one.indicator not in lost)
    return evidence.model_copy(update=changed)


def left_without(
    evidence: Evidence,
    observed: Touched[Fact],
    traces: Touched[Trace],
    trust: Iterable[TrustIn],
    names: Collection[str],
    measure: Measure,
    kinds: Collection[str],
) -> Rest:
    """What is left without the pieces named. Of the facts that rest on more than these, those of `kinds` are measured again."""
    gone = observed.by(names)
    again = sorted({fact.kind for fact in gone if fact.kind in kinds and not about(fact, names)})
    placed = measure(without(evidence, names), again) if again else ()
    kept = {fact.id for fact in gone} & {fact.id for fact in placed}
    before = {fact.id: fact for fact in gone}
    return Rest(
        traces.spared(names),
        tuple(one for one in trust if one.evidence not in names),
        Gone(
            frozenset(before) - kept,
            {fact.id: fact for fact in placed if fact.id in before and fact != before[fact.id]},
        ),
    )


def touching(fact: Fact) -> list[str]:
    """The pieces of evidence that touch a fact: those it rests on, and of a probe's what it is about."""
    subject = fact.fields.get("subject") if fact.kind.startswith("probe/") else None
    return [*fact.rests_on, *(parts_of(subject) if isinstance(subject, str) else ())]


def of_facts(facts: Iterable[Fact]) -> Touched[Fact]:
    """Which facts a piece of evidence touches."""
    return Touched(facts, touching)


def of_traces(traces: Iterable[Trace]) -> Touched[Trace]:
    """Which traces are about a piece of evidence, or a part of it."""
    return Touched(traces, lambda trace: parts_of(trace.subject))


def touched(fact: Fact, names: Collection[str]) -> bool:
    """Whether a fact rests on one of the pieces, or is a probe's about it."""
    return any(name in names for name in touching(fact))


def about(fact: Fact, names: Collection[str]) -> bool:
    """Whether a fact goes with what is taken away: it rests on nothing else, or it is about one indicator and needs all of it."""
    return fact.kind.startswith("probe/") or "indicator" in fact.fields or all(name in names for name in fact.rests_on)
