"""Which call to make, given how probable each is, and how many points it would take to be surer.

An improvement that is none costs more than one that is missed, and most where the window merely opened in a bad spell
or the gain has already gone. So by greatest expected utility: an improvement is called where the probability of
gains of either kind exceeds, by a margin, that of those two; then the likelier kind of gain is its name. Both weigh
more in a dozen points than in two dozen, which tell them from a gain by themselves.
"""

from math import ceil, log

from inspector.stats.judgement import Call, Leaning

FEW = 12
SURE_IF_FEW = 0.9
SURE = 0.8
LEANING = 0.5
MARGIN = 0.4
SPELL = (1.5, 0.5)
FADED = (1.0, 0.5)
POINTS_A_NAT = 60
MOST = 120
GAINS: tuple[Call, Call] = ("gradual-gain", "sudden-gain")
OTHERS: tuple[Call, Call, Call] = ("no-change", "loss", "faded-gain")


def likeliest(by_call: dict[Call, float], spell: float, points: int) -> Call:
    """The call of greatest expected utility; `spell` is the probability that the window opens in an odd spell."""
    against = _weight(SPELL, points) * spell + _weight(FADED, points) * by_call["faded-gain"]
    if _gain(by_call) - against >= MARGIN:
        return max(GAINS, key=lambda call: by_call[call])
    return max(OTHERS, key=lambda call: by_call[call])


def call_of(told: Call, by_call: dict[Call, float], points: int) -> Call:
    """The call, or `too-few-points` below 12 points: there only a change that is 0.9 probable speaks for itself."""
    sure = 0.0 if told == "no-change" else claimed(told, by_call)
    return "too-few-points" if points < FEW and sure < SURE_IF_FEW else told


def claimed(told: Call, by_call: dict[Call, float]) -> float:
    """The probability of what a call claims: of a gain that it is one, of either kind; of all else the call itself."""
    return _gain(by_call) if told in GAINS else by_call[told]


def leaning(by_call: dict[Call, float]) -> tuple[Leaning, float] | None:
    """What is likelier than all else together, with its probability: said where points are too few for a call."""
    claims: dict[Leaning, float] = {"gain": _gain(by_call)} | {call: by_call[call] for call in OTHERS}
    claim = max(claims, key=lambda one: claims[one])
    return (claim, claims[claim]) if claims[claim] > LEANING else None


def needed(call: Call, probability: float, points: int, size: float) -> int | None:
    """About how many points it would take to give the call a probability of 0.8; None where it has that, or 120 points.

    `size` is that of the change there may be, in sd of the noise. A further point adds about its square over 60 to the
    log odds: measured on simulated series, about half of which are as sure by then. At least 12, at most 120 points.
    """
    if points >= MOST or (call != "too-few-points" and probability >= SURE):
        return None
    lacking = _logit(SURE) - _logit(min(max(probability, 0.01), SURE))
    more = max(1, ceil(lacking * POINTS_A_NAT / max(size, 1.0) ** 2))
    return min(MOST, max(FEW, points + more))


def _weight(ends: tuple[float, float], points: int) -> float:
    """From its value at 12 points to that at 24, evenly."""
    return ends[0] + (ends[1] - ends[0]) * min(1.0, max(0.0, points / FEW - 1))


def _gain(by_call: dict[Call, float]) -> float:
    return sum(by_call[call] for call in GAINS)


def _logit(p: float) -> float:
    return log(p / (1 - p))
