"""Cases that would count against a measure are quietly left out of it, more of them each month.

Dose: the share of such cases left out in the last month. `shrinking-denominator` should ask.
"""

from dataclasses import replace
from random import Random

from inspector.simulate.authority import Authority
from inspector.simulate.moves._shares import felt

SEEN_BY = ("shrinking-denominator",)


def apply(authority: Authority, dose: float, draw: Random) -> Authority:
    """The authority with unfavourable cases leaving the outcomes over the last half of its time."""
    better = {row["indicator"]: row["better"] for row in authority.register}
    chosen = felt(authority)
    last = max(row["period_start"] for row in authority.figures)
    rows = []
    for row in authority.figures:
        back = (last.year - row["period_start"].year) * 12 + last.month - row["period_start"].month
        leave = dose * max(0.0, 1 - back / (authority.months / 2))
        if row["indicator"] in chosen and leave:
            bad = row["denominator"] - row["numerator"] if better[row["indicator"]] == "up" else row["numerator"]
            gone = sum(draw.random() < leave for _ in range(bad))
            less = gone if better[row["indicator"]] == "down" else 0
            row = {**row, "denominator": row["denominator"] - gone, "numerator": row["numerator"] - less}
        rows.append(row)
    return replace(authority, figures=tuple(rows))
