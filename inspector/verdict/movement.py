"""How many measures got better, how many worse, and which were more: expected numbers, with the doubt in every call.

A call is a word for what is likeliest; the numbers here weigh each measure by how probable a gain, a loss and a gain that
faded are. So a gain called with 0.6 counts as 0.6 of one, and a measure that seems to stand still counts a little either way.
Measures with too few points count nowhere, and gains in compromised evidence count as none: a loss is a loss all the same.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from inspector.model.facts import Fact, Scalar
from inspector.model.ladder import Trust
from inspector.verdict.expected import EARLY, Gaps

KIND = "signal/trajectory"
CERTAIN = 0.999999
"""The highest probability that is ever stated."""
GAINS = ("gradual-gain", "sudden-gain")


class Chances(NamedTuple):
    """How probable it is that one measure got better, got worse, or got better and went back."""

    better: float
    worse: float
    faded: float


LOST = (0.0, 1.0)
"""What is missing, at worst: it did not get better, and it got worse."""


def movement(facts: Iterable[Fact], trust: Mapping[str, Trust], gaps: Gaps | None = None) -> dict[str, Scalar]:
    """The fields of the basis that tell how many measures moved which way, of those that could be judged.

    Expected numbers are to one decimal, probabilities to six. `trust` is that in each piece of evidence, by its name. What is
    missing by the `gaps` counts in those fields alone that say so.
    """
    from inspector.stats.balance import ahead

    gaps = gaps or Gaps()
    kept = [fact for fact in facts if judged(fact)]
    every = [_heard(fact, trust) for fact in kept]
    better, worse, faded = (sum(one[place] for one in every) for place in range(3))
    more_better, _ = ahead([(one.better, one.worse) for one in every])
    more_worse, _ = ahead([(one.worse, one.better) for one in every])
    more_lost, _ = ahead([(one.worse + one.faded, one.better) for one in every])
    return {
        "judged": len(every),
        "expected_better": _tenths(better),
        "expected_worse": _tenths(worse),
        "expected_faded": _tenths(faded),
        "worse_share": round(worse / len(every), 6) if every else 0.0,
        "lost_share": round((worse + faded) / len(every), 6) if every else 0.0,
        "more_better": _doubted(more_better),
        "more_worse": _doubted(more_worse),
        "more_lost": _doubted(more_lost),
        **_missing(kept, every, gaps, (more_better, more_lost)),
    }


def _missing(
    kept: Sequence[Fact], every: Sequence[Chances], gaps: Gaps, found: tuple[float, float]
) -> dict[str, Scalar]:
    """How much is missing, and how probable it is that more got better than worse, or were lost, were all of that lost."""
    from inspector.stats.balance import ahead

    stopped = [fact.fields.get("indicator") in gaps.stopped for fact in kept]
    unseen = [LOST] * gaps.unseen
    better, lost = found
    if gaps.core or gaps.dropped:
        moves = [LOST if early else (one.better, one.worse) for one, early in zip(every, stopped, strict=True)]
        better = ahead([*moves, *unseen])[0]
    down = [1.0 if early else one.worse + one.faded for one, early in zip(every, stopped, strict=True)] + [1.0] * len(
        unseen
    )
    if gaps.core or gaps.dropped:
        up = [0.0 if early else one.better for one, early in zip(every, stopped, strict=True)] + [0.0] * len(unseen)
        lost = ahead(list(zip(down, up, strict=True)))[0]
    dropped = sum(stopped) + sum(one.why not in EARLY for one in gaps.dropped)
    of = len(every) + dropped - sum(stopped)
    return {
        "core_missing": len(gaps.core),
        "dropped": dropped,
        "missing": len(gaps.core) + dropped,
        "dropped_share": round(dropped / of, 6) if of else 0.0,
        "more_better_at_worst": _doubted(better),
        "lost_share_at_worst": round(sum(down) / len(down), 6) if down else 0.0,
        "more_lost_at_worst": _doubted(lost),
    }


def judged(fact: Fact) -> bool:
    """Whether a fact is about a measure with points enough to say something of it."""
    return fact.kind == KIND and fact.fields.get("call") != "too-few-points"


def indicators(facts: Iterable[Fact]) -> tuple[str, ...]:
    """The indicators that could be judged, of facts of trajectories."""
    return tuple(str(fact.fields.get("indicator")) for fact in facts if judged(fact))


def chances(fact: Fact) -> Chances:
    """Those of a judged measure; where they are not stated, what its call and the probability of that leave."""
    stated = [fact.fields.get(name) for name in ("probability_gain", "probability_loss", "probability_faded")]
    if all(one is not None for one in stated):
        return Chances(*map(_number, stated))
    call, sure = fact.fields.get("call"), _number(fact.fields.get("probability", 1.0))
    return Chances(sure * (call in GAINS), sure * (call == "loss"), sure * (call == "faded-gain"))


def _heard(fact: Fact, trust: Mapping[str, Trust]) -> Chances:
    found = chances(fact)
    doubted = any(trust.get(name) == "compromised" for name in fact.rests_on)
    return found._replace(better=0.0) if doubted else found


def _doubted(probability: float) -> float:
    """To six decimals, and never 1: what was estimated is not certain."""
    return min(round(probability, 6), CERTAIN)


def _tenths(number: float) -> float:
    return round(number, 1)


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float) else 0.0
