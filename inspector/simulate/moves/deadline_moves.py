"""Cases that were late are given a date in the last three days before the deadline.

Dose: the share of late cases that are moved. The share in time rises with them. `deadline-bunching` should ask.
"""

from random import Random

from inspector.simulate.authority import Authority
from inspector.simulate.moves._timed import retimed

SEEN_BY = ("deadline-bunching",)


def apply(authority: Authority, dose: float, draw: Random) -> Authority:
    """The authority with late cases moved, and its figures in time raised to match."""

    def moved(days: int, deadline: int) -> int:
        return deadline - draw.randint(0, 2) if days > deadline and draw.random() < dose else days

    return retimed(authority, moved, draw)
