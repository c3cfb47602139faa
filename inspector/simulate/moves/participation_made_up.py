"""Everybody is said to have taken part.

Dose: the share of groups whose contributors are set to their headcount. Nothing asks; the people named by role can be asked.
"""

from dataclasses import replace
from random import Random

from inspector.simulate.authority import Authority

SEEN_BY: tuple[str, ...] = ()


def apply(authority: Authority, dose: float, draw: Random) -> Authority:
    """The authority with full participation in some groups."""
    rows = [
        {**row, "contributors": row["headcount"]} if draw.random() < dose else row for row in authority.participation
    ]
    return replace(authority, participation=tuple(rows))
