"""How long cases took is not counted but estimated, and rounded down to whole tens.

Dose: the share of cases whose days are estimated. Some late ones come to be in time. `heaping` should ask.
"""

from random import Random

from inspector.simulate.authority import Authority
from inspector.simulate.moves._timed import retimed

SEEN_BY = ("heaping",)


def apply(authority: Authority, dose: float, draw: Random) -> Authority:
    """The authority with rounded days, and its figures in time raised to match."""

    def moved(days: int, _: int) -> int:
        return days - days % 10 if days > 10 and draw.random() < dose else days

    return retimed(authority, moved, draw)
