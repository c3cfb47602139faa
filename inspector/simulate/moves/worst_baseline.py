"""The series is submitted from its worst month on.

Dose: how far into the period the beginning may be put (1: half of it). A gain from a bad month is no gain:
`regression-to-the-mean` should notice; no probe asks, since a series may begin late for good reason.
"""

from dataclasses import replace
from random import Random

from inspector.simulate.authority import Authority, Row

SEEN_BY: tuple[str, ...] = ()


def apply(authority: Authority, dose: float, draw: Random) -> Authority:
    """The authority with each series cut at its worst month in the first part of the period."""
    better = {row["indicator"]: 1 if row["better"] == "up" else -1 for row in authority.register}
    series: dict[str, list[Row]] = {}
    for row in authority.figures:
        series.setdefault(row["indicator"], []).append(row)
    kept = []
    for id, rows in series.items():
        most = max(1, round(dose * len(rows) / 2))
        start = min(range(most), key=lambda k: better[id] * rows[k]["numerator"] / rows[k]["denominator"])
        kept += rows[start:]
    draw.random()
    return replace(authority, figures=tuple(kept))
