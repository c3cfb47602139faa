"""Which call to make, given how probable each is, and how many points it would take to be surer.

An improvement that is none costs more than one that is missed: so one is called only where gains of either kind have
together a probability well above a half, and the more so in a dozen points, in which the end of a bad spell and half of a
season look like gains. Then the likelier kind is its name. Else what is likeliest of the rest is called.
"""

from math import ceil, log

from inspector.stats.judgement import Call, Leaning

FEW = 12
SURE_IF_FEW = 0.9
SURE = 0.8
LEANING = 0.5
ENOUGH = (0.63, 0.55)
POINTS_A_NAT = 60
MOST = 120
GAINS: tuple[Call, Call] = ("gradual-gain", "sudden-gain")
OTHERS: tuple[Call, Call, Call] = ("no-change", "loss", "faded-gain")


def likeliest(by_call: dict[Call, float], points: int) -> Call:
    """The call of greatest expected utility, were there points enough."""
    if _gain(by_call) >= _enough(points):
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
    """A change that is likelier than all else together, with its probability: said where points are too few for a call.

    Never that there is none: so few points could not have shown most changes.
    """
    claims: dict[Leaning, float] = {
        "gain": _gain(by_call),
        "faded-gain": by_call["faded-gain"],
        "loss": by_call["loss"],
    }
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


def _enough(points: int) -> float:
    """From its value at 12 points to that at 24, evenly."""
    few, many = ENOUGH
    return few + (many - few) * min(1.0, max(0.0, points / FEW - 1))


def _gain(by_call: dict[Call, float]) -> float:
    return sum(by_call[call] for call in GAINS)


def _logit(p: float) -> float:
    return log(p / (1 - p))
