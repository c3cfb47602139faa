"""Charts of rare events: by the time between them (t) and by the cases between them (g).

Times between rare events are about exponential; raised to 1/3.6 they are nearly normal, so that XmR limits hold, which are
raised back (Nelson). Cases between events are geometric, so that their limits follow from their mean (Benneyan). A point above
the upper limit is a longer gap than chance makes: fewer events. Of points in control about 0.07 % are outside of a t chart
whose limits are known, more where they come from few (2.7 % from eight, 0.5 % from thirty), and 1.6 to 1.8 % above a g chart.

Reference: Nelson (1994), Journal of Quality Technology 26(2), 156-159; Benneyan (2001), Health Care Management Science 4,
305-318; Provost and Murray, The Health Care Data Guide (2011), chapter 7.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

POWER = 3.6
SIGMA = 1.128
"""The mean moving range of normal noise of sd 1, as for every XmR chart."""
SCREEN = 3.267
"""Moving ranges of so many times their mean or more are left out once."""


@dataclass(frozen=True, slots=True)
class RareLimits:
    """The centre line and the limits, the lower one 0 at least; None where too few points tell of scatter."""

    centre: float
    lower: float | None
    upper: float | None


def t_limits(between: Sequence[float], screen: bool = True) -> RareLimits | None:
    """Limits for the times between events, of any unit and above nought; None of none.

    Two events on the same day have no time between them: count time more finely, or cases.
    """
    if not between:
        return None
    y = [float(time) ** (1 / POWER) for time in between]
    centre = sum(y) / len(y)
    ranges = [abs(b - a) for a, b in pairwise(y)]
    if screen and ranges:
        most = SCREEN * sum(ranges) / len(ranges)
        ranges = [one for one in ranges if one < most]
    if not ranges:
        return RareLimits(centre**POWER, None, None)
    reach = 3 * sum(ranges) / len(ranges) / SIGMA
    return RareLimits(centre**POWER, max(0.0, centre - reach) ** POWER, (centre + reach) ** POWER)


def g_limits(between: Sequence[float]) -> RareLimits | None:
    """Limits for the cases between events, 0 or more; the centre is their median, as it is drawn. None of none."""
    if not between:
        return None
    mean = sum(between) / len(between)
    reach = 3 * (mean * (mean + 1)) ** 0.5
    ordered = sorted(between)
    middle = (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2
    return RareLimits(middle, max(0.0, mean - reach), mean + reach)
