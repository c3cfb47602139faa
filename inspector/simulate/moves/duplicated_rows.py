"""Entries of the log stand in it more than once, under new ids.

Dose: the share that is repeated. `duplicated-rows` or `copied-entries` should ask.
"""

from dataclasses import replace
from random import Random

from inspector.simulate import logs
from inspector.simulate.authority import Authority

SEEN_BY = ("copied-entries", "duplicated-rows")


def apply(authority: Authority, dose: float, draw: Random) -> Authority:
    """The authority with repeated entries."""
    again = [dict(row) for row in authority.log if draw.random() < dose]
    return replace(authority, log=logs.numbered([*authority.log, *again]))
