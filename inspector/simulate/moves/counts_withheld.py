"""Shares are given as whole percentages without the counts behind them.

Dose: the share of measures given so. Nothing asks: what lies behind a number that stands alone cannot be tested.
"""

from dataclasses import replace
from random import Random

from inspector.simulate.authority import Authority

SEEN_BY: tuple[str, ...] = ()


def apply(authority: Authority, dose: float, draw: Random) -> Authority:
    """The authority with counts replaced by rounded values in all figures of some indicators."""
    ids = sorted({row["indicator"] for row in authority.figures})
    draw.shuffle(ids)
    chosen = set(ids[: max(1, round(dose * len(ids)))])
    rows = [
        {**row, "value": round(100 * row["numerator"] / row["denominator"]), "numerator": None, "denominator": None}
        if row["indicator"] in chosen
        else row
        for row in authority.figures
    ]
    return replace(authority, figures=tuple(rows))
