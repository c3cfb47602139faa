"""Tests are said, afterwards, to follow one another, to have gone on to several teams, and to have spread.

Dose: the share of tests of which it is said. Nothing asks; the teams that are named can be asked.
"""

from dataclasses import replace
from random import Random

from inspector.simulate.authority import Authority, Row
from inspector.simulate.words import TEAMS

SEEN_BY: tuple[str, ...] = ()


def apply(authority: Authority, dose: float, draw: Random) -> Authority:
    """The authority with chains and spread written into its log."""
    made: list[Row] = []
    for row in authority.log:
        one = dict(row)
        earlier = [old for old in made if old.get("decided_on", one["raised_on"]) < one["raised_on"]]
        if earlier and "tested_on" in one and draw.random() < dose:
            one |= {"follows": earlier[-1]["id"], "scale": draw.choice((one["scale"], "several-teams"))}
            if one.get("decision") == "adopt":
                one["spread_to"] = [team for team in TEAMS if team != one["team"]][:2]
        made.append(one)
    return replace(authority, log=tuple(made))
