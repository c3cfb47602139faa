"""Nothing was tried until the inspection was announced, and then a great deal was.

Dose: how many entries are added after the announcement (1: thirty). `last-minute-improvement` should ask.
"""

from dataclasses import replace
from random import Random

from inspector.simulate import logs
from inspector.simulate.authority import Authority, month

SEEN_BY = ("last-minute-improvement",)


def apply(authority: Authority, dose: float, draw: Random) -> Authority:
    """The authority with a burst at the end of its log."""
    end = month(authority.start, authority.months)
    made = logs.burst(f"{authority.seed}/late", authority.notified_on, end, round(30 * dose))
    draw.random()
    return replace(authority, log=logs.numbered([*authority.log, *made]))
