"""Percentages are agreed first, in steps of five and on the good side, and counts worked back from them.

Dose: the share of figures made so. `integer-percentages` should ask.
"""

from dataclasses import replace
from math import ceil, floor
from random import Random

from inspector.simulate.authority import Authority
from inspector.simulate.moves._shares import ways

SEEN_BY = ("integer-percentages",)


def apply(authority: Authority, dose: float, draw: Random) -> Authority:
    """The authority with many of its shares at the next better multiple of five percent, as near as counts allow."""
    way = ways(authority)
    rows = []
    for row in authority.figures:
        if draw.random() < dose:
            fives = 20 * row["numerator"] / row["denominator"]
            agreed = ceil(fives) if way[row["indicator"]] == 1 else floor(fives)
            row = {**row, "numerator": round(agreed * row["denominator"] / 20)}
        rows.append(row)
    return replace(authority, figures=tuple(rows))
