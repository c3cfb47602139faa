"""What is asked about a series and what is answered: plain values, apart from the arithmetic between them.

Kept apart so that whoever only names calls need not load the arithmetic.
"""

from dataclasses import dataclass
from typing import Literal

Call = Literal["no-change", "gradual-gain", "sudden-gain", "faded-gain", "loss", "too-few-points"]
Leaning = Literal["gain", "faded-gain", "loss"]
Shape = Literal["no-change", "gradual-gain", "sudden-gain", "faded-gain", "gradual-loss", "sudden-loss", "passing-loss"]
CALLS: tuple[Call, ...] = ("no-change", "gradual-gain", "sudden-gain", "faded-gain", "loss", "too-few-points")
CALL_OF: dict[Shape, Call] = {
    "no-change": "no-change",
    "gradual-gain": "gradual-gain",
    "sudden-gain": "sudden-gain",
    "faded-gain": "faded-gain",
    "gradual-loss": "loss",
    "sudden-loss": "loss",
    # A loss that was made good again is no lasting change: where things stand again is where they stood.
    "passing-loss": "no-change",
}


@dataclass(frozen=True, slots=True)
class Observation:
    """What was recorded in one period: a plain `value`, a `numerator` out of a `denominator`, or a count (`numerator`).

    `period` counts periods (months, quarters, years) from any origin; `month` is 1 to 12 for monthly data, else 0.
    """

    period: int
    value: float | None = None
    numerator: float | None = None
    denominator: float | None = None
    month: int = 0


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a series did. Periods are those of the observations; None where it does not apply.

    `probabilities` go by shape and sum to 1; `probability` is that of what the call claims: for either call of a gain that
    it is a gain of either kind, and `kind_probability` then that it is of the kind called, given that it is a gain.
    `likeliest` is the call that would be made if there were points enough. `effect` is the change in sd of the
    month-to-month noise, + is better, with a 90% interval; of a faded gain, its height.

    `onset` is the median over all shapes of the claim. It lies between `onset_low` and `onset_high` with a probability of
    0.9 or a little more, before `onset_earliest` with one of 0.01 and after `onset_latest` with one of 0.01. `held` counts
    periods from onset to the last, both included. `fell` is when a gain that faded was first down to half. `needed` is about
    how many points it would take to be sure, where they are too few or the claim is less than 0.8 probable. `leaning`, where
    points are too few, is a change that is likelier than all else together, with its probability.
    """

    call: Call
    likeliest: Call
    probability: float
    probabilities: tuple[tuple[Shape, float], ...]
    points: int
    effect: float
    effect_low: float
    effect_high: float
    onset: int | None = None
    onset_low: int | None = None
    onset_high: int | None = None
    held: int | None = None
    share_faded: float | None = None
    needed: int | None = None
    onset_earliest: int | None = None
    onset_latest: int | None = None
    fell: int | None = None
    kind_probability: float | None = None
    leaning: tuple[Leaning, float] | None = None
    events: int | None = None
    """Of rare events, how many there were: judged by where they fell, by their exact Poisson likelihood, not by scatter."""
