"""Cases that were late are given a date somewhere in the week before the deadline, so that no single day stands out.

Dose: the share of late cases that are moved. The share in time rises with them. `deadline-bunching` should ask.
"""

from random import Random

from inspector.simulate.authority import Authority
from inspector.simulate.moves._timed import retimed

SEEN_BY = ("deadline-bunching",)


def apply(authority: Authority, dose: float, draw: Random) -> Authority:
    """The authority with late cases moved into the last seven days, and its figures in time raised to match."""

    def moved(days: int, deadline: int) -> int:
        return deadline - draw.randint(0, 6) if days > deadline and draw.random() < dose else days

    return retimed(authority, moved, draw)
