"""Tests of change that never were, with contributors counted to match: the log and participation tell the same story.

Dose: how many are added (1: five a month). Nothing in the bundle can show it; the people named by role can be asked.
"""

from dataclasses import replace
from random import Random

from inspector.simulate import logs
from inspector.simulate.authority import Authority
from inspector.simulate.moves import paper_cycles

SEEN_BY: tuple[str, ...] = ()


def apply(authority: Authority, dose: float, draw: Random) -> Authority:
    """The authority with invented cycles, and somebody counted in every team and role that is said to have made one."""
    gamed = paper_cycles.apply(authority, dose, draw)
    return replace(gamed, participation=tuple(logs.agreed(gamed.start, gamed.participation, gamed.log)))
