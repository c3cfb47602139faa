"""What was judged before some of its evidence was found to be false: nothing judged afterwards may stand higher.

To strike a row can raise what is left: a question falls that was about it, a bad month is gone. Nobody gains by a row that is
found not to be as written.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from inspector.model.inspection import Inspection, ThemeResult, TrustIn, Verdict
from inspector.model.ladder import TRUSTS
from inspector.verdict.order import height
from inspector.verdict.score import score
from inspector.verdict.standings import NO_LIMIT, AtMost


class Ceiling(NamedTuple):
    """A verdict, standings and trust above which nothing may rise; `verdict` is None where there is no such thing."""

    verdict: Verdict | None = None
    themes: AtMost = NO_LIMIT
    trust: Mapping[str, TrustIn] = {}
    fell: Mapping[str, str] = {}
    """Pieces of evidence that are trusted less as a whole, each with the reason."""


NO_CEILING = Ceiling()


def ceiling(found: Inspection, fell: Mapping[str, str] | None = None) -> Ceiling:
    """The ceiling that an inspection is; `fell` names pieces that are to be trusted less as a whole besides, and why."""
    return Ceiling(
        found.verdict,
        {theme.theme: theme for theme in found.themes},
        {one.evidence: one for one in found.trust},
        fell or {},
    )


def trusted(trust: Sequence[TrustIn], under: Ceiling) -> tuple[TrustIn, ...]:
    """The same, no piece trusted more than under the ceiling, and those that fell as if a probe asked about them."""
    return tuple(_fallen(_lower(one, under.trust.get(one.evidence, one)), under) for one in trust)


def lowered(verdict: Verdict, themes: Sequence[ThemeResult], under: Ceiling) -> Verdict:
    """The verdict, or that of the ceiling where this is lower: with the score of the themes as they stand now."""
    if under.verdict is None or height(under.verdict.verdict) >= height(verdict.verdict):
        return verdict
    return under.verdict.model_copy(update={"score": score(themes, under.verdict.verdict)})


def _lower(now: TrustIn, before: TrustIn) -> TrustIn:
    return min(before, now, key=lambda one: (TRUSTS.index(one.trust), not one.asked))


def _fallen(one: TrustIn, under: Ceiling) -> TrustIn:
    why = under.fell.get(one.evidence)
    if why is None:
        return one
    trust = min(one.trust, "exposed", key=TRUSTS.index)
    return one.model_copy(update={"trust": trust, "reasons": (*one.reasons, why), "asked": True})
