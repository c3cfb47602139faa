"""What was missing when a result was made, as the basis of a verdict counts it; of older results worked out from their words."""

from collections.abc import Collection, Iterable, Sequence

from inspector.model.facts import Fact, Scalar
from inspector.model.inspection import TrustIn
from inspector.model.rules import CoreMeasure, Framework
from inspector.verdict.expected import EARLY, Dropped, Gaps
from inspector.verdict.movement import KIND, indicators, judged, movement
from inspector.workbench.replaying.level import AsIf, Level
from inspector.workbench.replaying.stored import Stored

ENDED = ("its figures", "an earlier submission has later figures")
"""How it is told of a measure that its figures are there and end early: it then counts as stopped."""
THIN = "too few to judge it"


def gaps(stored: Stored, level: Level, as_if: AsIf, by: Framework, old: Framework) -> Gaps:
    """The measures that were missing, as the framework `by` expects them; `old` is that by which the result was judged."""
    if level.known is None:
        return _by_words(stored, by, old)
    left = (one.indicator for one in as_if.dropped if one.why not in EARLY)
    names = {*indicators(as_if.facts), *left}
    there = level.computed.union(*(level.known[name] for name in names if name in level.known))
    return Gaps(tuple(core for core in by.core.measures if there.isdisjoint(core.any_of)), as_if.dropped)


def moved(as_if: AsIf, trust: Sequence[TrustIn], missed: Gaps) -> dict[str, Scalar]:
    """How many measures moved which way, as the basis of a verdict counts them where so much was missing."""
    moves = [fact for fact in as_if.facts if fact.kind == KIND]
    return movement(moves, {one.evidence: one.trust for one in trust}, missed)


def _by_words(stored: Stored, by: Framework, old: Framework) -> Gaps:
    moves = [fact for fact in stored.facts if judged(fact)]
    named = {str(fact.fields.get("indicator")) for fact in moves}
    lacked = {one.what for one in stored.missing if one.sort == "core"}
    known = {core.id: core for core in old.core.measures}
    core = tuple(
        one
        for one in by.core.measures
        if (_words(one) in lacked if _same(known.get(one.id), one) else not _shown(one, moves))
    )
    dropped = tuple(
        Dropped(one.indicators[0], _why(one.why, one.indicators[0], named))
        for one in stored.missing
        if one.sort == "dropped" and one.indicators
    )
    unnamed = sum(one.sort == "dropped" and not one.indicators for one in stored.missing)
    return Gaps(core, (*dropped, *(Dropped(f"unnamed-{n}", "unfilled") for n in range(unnamed))))


def expects_otherwise(by: Framework, old: Framework) -> bool:
    """Whether a framework expects measures of everybody that the other does not, or by other names."""
    known = {core.id: core for core in old.core.measures}
    return any(not _same(known.get(one.id), one) for one in by.core.measures)


def _words(one: CoreMeasure) -> str:
    return f"a measure of {one.title}"


def _same(one: CoreMeasure | None, other: CoreMeasure) -> bool:
    return one is not None and (one.title, set(one.any_of)) == (other.title, set(other.any_of))


def _shown(one: CoreMeasure, moves: Iterable[Fact]) -> bool:
    names = set(one.any_of)
    return any(names & {str(fact.fields.get("known_as")), str(fact.fields.get("indicator"))} for fact in moves)


def _why(words: str, indicator: str, named: Collection[str]) -> str:
    """A sort of gap that counts as the true one does: of a measure that can be judged only its latest figures can be missing."""
    if indicator in named:
        return "stopped"
    return "stopped" if words.startswith(ENDED) and THIN not in words else "unfilled"
