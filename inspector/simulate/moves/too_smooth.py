"""Figures are drawn towards a straight line, so that they look steady and well managed.

Dose: how much of the distance to the line is taken away. `too-smooth` should ask.
"""

from dataclasses import replace
from random import Random

from inspector.simulate.authority import Authority, Row

SEEN_BY = ("too-smooth",)


def apply(authority: Authority, dose: float, draw: Random) -> Authority:
    """The authority with less chance in every measure."""
    series: dict[str, list[Row]] = {}
    for row in authority.figures:
        series.setdefault(row["indicator"], []).append(row)
    return replace(authority, figures=tuple(row for rows in series.values() for row in _smoothed(rows, dose, draw)))


def _smoothed(rows: list[Row], dose: float, draw: Random) -> list[Row]:
    shares = [row["numerator"] / row["denominator"] for row in rows]
    n = len(shares)
    middle, mean = (n - 1) / 2, sum(shares) / n
    slope = sum((k - middle) * (share - mean) for k, share in enumerate(shares)) / sum(
        (k - middle) ** 2 for k in range(n)
    )
    made = []
    for k, (row, share) in enumerate(zip(rows, shares, strict=True)):
        line = mean + slope * (k - middle)
        count = (share + dose * (line - share)) * row["denominator"] + draw.uniform(-0.3, 0.3)
        made.append({**row, "numerator": max(0, min(row["denominator"], round(count)))})
    return made
