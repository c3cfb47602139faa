"""Months that went badly are not submitted.

Dose: the share of the worst half of all months that is left out. `selective-evidence` should ask.
"""

from dataclasses import replace
from random import Random

from inspector.simulate.authority import Authority, Row

SEEN_BY = ("selective-evidence",)


def apply(authority: Authority, dose: float, draw: Random) -> Authority:
    """The authority without some of its worse months; the last one always stays."""
    better = {row["indicator"]: row["better"] for row in authority.register}
    series: dict[str, list[Row]] = {}
    for row in authority.figures:
        series.setdefault(row["indicator"], []).append(row)
    kept = []
    for id, rows in series.items():
        worst = sorted(rows[:-1], key=lambda row: row["numerator"] / row["denominator"], reverse=better[id] == "down")
        gone = [row for row in worst[: len(worst) // 2] if draw.random() < dose]
        kept += [row for row in rows if row not in gone]
    return replace(authority, figures=tuple(kept))
