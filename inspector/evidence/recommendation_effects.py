"""What followed when a recommendation was acted on: when its indicator changed, and which of its actions was done before that.

A gain may follow an action that was done within `WITHIN` months before the span in which the gain began, or in that span;
in the span nobody can tell which came first. What was done afterwards carries nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from inspector.evidence.effects import GAINS, LEAST_NAMED, nearest
from inspector.evidence.onsets import Span, span_of
from inspector.evidence.recommendations import Path
from inspector.evidence.records import by_then
from inspector.evidence.series import Series, all_series
from inspector.model.evidence import Evidence
from inspector.model.months import day_month_year
from inspector.stats.timing import false_shares

WITHIN = 12
SINCE = 3
EFFECTS = ("followed", "same-time", "gain-came-first", "long-before", "no-change", "worse", "cannot-tell")


@dataclass(frozen=True, slots=True)
class Followed:
    """`done_on` is the action that stands for it: the nearest to a gain, else the first that was done.

    `chance` is that of an action as near to a gain, `as_near` of how many of the `among` it is as small, `false_share` the
    share of matches by chance to be expected among these; they say nothing where there is no gain.
    """

    effect: str
    span: Span | None
    done_on: date
    chance: float | None = None
    as_near: int = 0
    among: int = 0
    false_share: float = 1.0

    @property
    def order(self) -> str:
        """`the action that answers it was done on 3 May 2024, before that`."""
        when = {
            "followed": "before that",
            "same-time": "within that time, so that nobody can tell which came first",
            "gain-came-first": "the first of all, and after that",
            "long-before": f"more than {WITHIN} months before that, and no other between",
        }.get(self.effect, "the first of all")
        return f"an action that answers it was done on {day_month_year(self.done_on)}, {when}"


def followed(evidence: Evidence, every: Sequence[Path]) -> dict[str, Followed]:
    """By id, for recommendations that were acted on and name an indicator with figures; of two with one id the first."""
    series = {one.indicator.indicator: one for one in all_series(evidence)}
    found: dict[str, Followed] = {}
    named = set()
    for path in every:
        one = path.recommendation
        mine, done = series.get(one.indicator or ""), _done(path, evidence)
        if mine is None or not done or path.stage == "rejected" or one.id in found:
            continue
        found[one.id] = _followed(mine, done)
        named.add(mine.indicator.indicator)
    judged = {id for id, one in series.items() if one.judgement().call != "too-few-points"}
    return _among(found, max(LEAST_NAMED, len(named & judged) / len(judged)) if judged else 1.0)


def _done(path: Path, evidence: Evidence) -> list[date]:
    """The days on which its actions were done, as far as they count, in order."""
    return sorted(
        a.done_on for a in path.recommendation.actions if a.done_on is not None and by_then(a.done_on, evidence)
    )


def _followed(series: Series, done: list[date]) -> Followed:
    call, span = series.judgement().call, span_of(series)
    if call == "too-few-points":
        return Followed("cannot-tell", None, done[0])
    if span is None:
        seen = sum(figure.period_end >= done[0] for figure in series.figures)
        return Followed("no-change" if seen >= SINCE else "cannot-tell", None, done[0])
    if call not in GAINS:
        return Followed("worse", span, done[0])
    near = nearest(series, span, done, WITHIN)
    if near is not None:
        return Followed(near.match, span, done[near.place], near.chance)
    if span.order(done[0]) == "after":
        return Followed("gain-came-first", span, done[0], 1.0)
    before = [day for day in done if day < span.low]
    return Followed("long-before", span, before[-1], 1.0) if before else Followed("cannot-tell", span, done[0], 1.0)


def _among(found: dict[str, Followed], share: float) -> dict[str, Followed]:
    """Each gain held against all others; `share` of the measures are named by what was acted on."""
    chances = {id: one.chance * share if one.chance < 1 else 1.0 for id, one in found.items() if one.chance is not None}
    false = dict(zip(chances, false_shares(list(chances.values())), strict=True))
    return {
        id: replace(
            one,
            chance=chances[id],
            as_near=sum(chance <= chances[id] for chance in chances.values()),
            among=len(chances),
            false_share=false[id],
        )
        if id in chances
        else one
        for id, one in found.items()
    }
