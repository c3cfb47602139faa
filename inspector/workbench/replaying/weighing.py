"""A stored result judged by a framework as the whole path judges a bundle: rows struck, pieces that fall, bounds and all.

What is judged stands in the result; the order of the steps is that of `settle` there, and `striking.weighing` is the same.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import NamedTuple

from inspector.model.inspection import TrustIn
from inspector.model.ladder import TRUSTS, Standing, VerdictWord, rank
from inspector.model.outcome import Outcome
from inspector.verdict.order import height, lower_verdict
from inspector.verdict.striking import weighing
from inspector.workbench.form import NotAResult
from inspector.workbench.replaying.level import AsIf, Level

Standings = Mapping[str, Standing]
FREE: Standings = {}


class Made(NamedTuple):
    """What a framework makes of some facts; `held` draws it again with no theme above where it may stand at most."""

    outcome: Outcome
    trust: tuple[TrustIn, ...]
    held: Callable[[Standings], Outcome]

    @property
    def verdict(self) -> Outcome:
        """What has the verdict."""
        return self.outcome


Draw = Callable[[Level, AsIf, tuple[TrustIn, ...]], Made]
"""What a framework makes of one set of facts, trusted so far."""


class Ceiling(NamedTuple):
    """What was judged before, and the pieces that are trusted less since then."""

    made: Made
    falls: frozenset[str]


def judged(levels: Sequence[Level], draw: Draw) -> Made:
    """What a framework makes of a result. Raises NotAResult where facts that its rules ask for were not kept."""
    *above, last = levels
    made = _settled(last, draw, None)
    for level in reversed(above):
        assert level.under is not None
        ceiling = Ceiling(made, level.under.falls)
        free = _settled(level, draw, None) if level.under.where_higher else None
        bounded = free is None or height(made.outcome.verdict) < height(free.outcome.verdict)
        made = _settled(level, draw, ceiling) if bounded or free is None else free
    return made


def _settled(level: Level, draw: Draw, under: Ceiling | None) -> Made:
    def drawn(out: Collection[str], fell: Collection[str]) -> Made:
        as_if = level.as_if.get(frozenset(out))
        if as_if is None:
            raise NotAResult(
                "the new rules set rows aside together of which the result does not say what is left without them"
            )
        return draw(level, as_if, _trusted(as_if, fell, under))

    if not level.pieces:
        return _under(drawn((), ()), under)
    found = weighing(level.pieces, dict.fromkeys(sorted(level.falls), "most-of-it"), drawn)
    stands, at_most = found.stands, found.submitted.outcome.standings
    outcome = stands.held(at_most) if _holds(stands.outcome, at_most) else stands.outcome
    for other in (found.submitted.outcome, found.struck.outcome):
        if lower_verdict(outcome.verdict, other.verdict) != outcome.verdict:
            outcome = _as(outcome, other.verdict, other.row)

    def held(more: Standings) -> Outcome:
        return stands.held({theme: min(at_most[theme], more.get(theme, at_most[theme]), key=rank) for theme in at_most})

    return _under(stands._replace(outcome=outcome, held=held), under)


def _under(made: Made, under: Ceiling | None) -> Made:
    """The same, no theme and no verdict above what was judged before."""
    if under is None:
        return made
    before, outcome = under.made.outcome, made.outcome
    if _holds(outcome, before.standings):
        held = made.held(before.standings)
        lower = lower_verdict(outcome.verdict, held.verdict) == held.verdict
        outcome = held if lower else outcome._replace(standings=held.standings)
    if height(before.verdict) < height(outcome.verdict):
        outcome = _as(outcome, before.verdict, before.row)
    return made._replace(outcome=outcome)


def _holds(outcome: Outcome, at_most: Standings) -> bool:
    """Whether any theme stands above that."""
    return any(rank(stands) > rank(at_most.get(theme, stands)) for theme, stands in outcome.standings.items())


def _as(outcome: Outcome, verdict: VerdictWord, row: str) -> Outcome:
    return outcome._replace(verdict=verdict, row=row)


def _trusted(as_if: AsIf, fell: Collection[str], under: Ceiling | None) -> tuple[TrustIn, ...]:
    """The trust where some pieces fall, none trusted more than before, and those that fell since as if a probe asked."""
    trust = tuple(as_if.fallen.get(one.evidence, one) if one.evidence in fell else one for one in as_if.trust)
    if under is None:
        return trust
    before = {one.evidence: one for one in under.made.trust}
    lower = (min(before.get(one.evidence, one), one, key=_less) for one in trust)
    return tuple(_fallen(one) if one.evidence in under.falls else one for one in lower)


def _less(one: TrustIn) -> tuple[int, bool]:
    return TRUSTS.index(one.trust), not one.asked


def _fallen(one: TrustIn) -> TrustIn:
    return one.model_copy(update={"trust": min(one.trust, "exposed", key=TRUSTS.index), "asked": True})
