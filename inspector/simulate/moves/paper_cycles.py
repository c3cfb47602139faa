"""Tests of change that never were: entries with every step filled in, spread over the whole period.

Dose: how many are added (1: five a month). Their texts are as varied as real ones. `log-against-participation` should
ask where participation was left as it was; where it was made up too, only people can tell, and figures that do not move.
"""

from dataclasses import replace
from random import Random

from inspector.simulate import logs
from inspector.simulate.authority import Authority

SEEN_BY = ("log-against-participation",)


def apply(authority: Authority, dose: float, draw: Random) -> Authority:
    """The authority with invented cycles beside its own entries."""
    made = logs.stream_of_tests(f"{authority.seed}/paper", authority.start, authority.months, 5 * dose, {})
    draw.random()
    return replace(authority, log=logs.numbered([*authority.log, *made]))
