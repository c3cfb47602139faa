"""Cases that took longer than a limit are recorded at the limit.

Dose: how far the limit comes down from the longest case (0) to the deadline (1). `capped-counts` should ask.
"""

from random import Random

from inspector.simulate.authority import Authority
from inspector.simulate.moves._timed import retimed

SEEN_BY = ("capped-counts", "deadline-bunching")


def apply(authority: Authority, dose: float, draw: Random) -> Authority:
    """The authority with no case beyond the limit; at the deadline all are in time."""
    longest = max((row["days"] for row in authority.durations), default=0)

    def moved(days: int, deadline: int) -> int:
        return min(days, max(deadline, round(longest - dose * (longest - deadline))))

    return retimed(authority, moved, draw)
