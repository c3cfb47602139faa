"""The last third of each measure is written up, a little more each month, so that it looks like a gain.

Dose: 1 raises the last month by four standard deviations of a month's chance. Nothing in the figures alone can show it;
`claimed-against-recomputed`, case records and people can.
"""

from dataclasses import replace
from random import Random

from inspector.simulate.authority import Authority
from inspector.simulate.moves._shares import felt

SEEN_BY: tuple[str, ...] = ()


def apply(authority: Authority, dose: float, draw: Random) -> Authority:
    """The authority with rising ends, in every outcome."""
    better = {row["indicator"]: 1 if row["better"] == "up" else -1 for row in authority.register}
    chosen = felt(authority)
    first = max(row["period_start"] for row in authority.figures)
    rows = []
    for row in authority.figures:
        back = (first.year - row["period_start"].year) * 12 + first.month - row["period_start"].month
        away = max(0.0, 1 - back / (authority.months / 3))
        if row["indicator"] in chosen and away:
            n, k = row["denominator"], row["numerator"]
            spread = (n * max(0.05, k / n * (1 - k / n))) ** 0.5
            k = round(k + better[row["indicator"]] * 4 * dose * away * spread + draw.uniform(-0.3, 0.3))
            row = {**row, "numerator": max(0, min(n, k))}
        rows.append(row)
    return replace(authority, figures=tuple(rows))
