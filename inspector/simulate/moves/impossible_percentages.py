"""Shares are written up after they were worked out; the counts are not given, the denominators are.

Dose: the share of the last half of months so written up, by one to five points. `impossible-percentages` should ask.
"""

from dataclasses import replace
from random import Random

from inspector.simulate.authority import Authority
from inspector.simulate.moves._shares import felt, ways

SEEN_BY = ("impossible-percentages",)


def apply(authority: Authority, dose: float, draw: Random) -> Authority:
    """The authority with the shares of its outcomes to three decimals, the later ones better than any count gives."""
    chosen, way = felt(authority), ways(authority)
    starts = sorted({row["period_start"] for row in authority.figures})
    middle = starts[len(starts) // 2]
    rows = []
    for row in authority.figures:
        if row["indicator"] in chosen:
            share = row["numerator"] / row["denominator"]
            if row["period_start"] >= middle and draw.random() < dose:
                share += way[row["indicator"]] * draw.uniform(0.01, 0.05)
            row = {**row, "numerator": None, "value": round(min(1.0, max(0.0, share)), 3)}
        rows.append(row)
    return replace(authority, figures=tuple(rows))
