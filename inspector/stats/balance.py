"""How many of several things went one way rather than the other, where of each it is only known how probable that is.

Each thing goes for, against, or neither way, whatever the others do. The number that went for less the number that went
against is then a sum of independent values of +1, -1 and 0, whose distribution is worked out exactly, thing by thing.

Reference: Poisson (1837) on trials of unequal chances; Hong (2013), Computational Statistics & Data Analysis 59, 41-51.
"""

from collections.abc import Sequence

import numpy as np


def ahead(chances: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """The probability that more went for than against, and that as many did; `chances` are those of (for, against).

    Of none at all, as many went either way. What is left is the probability that more went against.
    """
    lead = np.ones(1)
    for up, down in chances:
        step = np.zeros(len(lead) + 2)
        step[2:] += lead * up
        step[:-2] += lead * down
        step[1:-1] += lead * max(0.0, 1.0 - up - down)
        lead = step
    middle = len(chances)
    return float(lead[middle + 1 :].sum()), float(lead[middle])
