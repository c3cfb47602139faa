"""Months that missed a target are counted up until they just reach it.

Dose: the share of such months. `target-hugging` should ask.
"""

from dataclasses import replace
from math import ceil
from random import Random

from inspector.simulate.authority import Authority, Row
from inspector.simulate.moves._shares import ways

SEEN_BY = ("target-hugging",)


def apply(authority: Authority, dose: float, draw: Random) -> Authority:
    """The authority with fewer months below their targets."""
    targets = {row["indicator"]: row["target"] for row in authority.register if row.get("target") is not None}
    way = ways(authority)
    rows: list[Row] = []
    for row in authority.figures:
        if row["indicator"] in targets:
            need = targets[row["indicator"]] * row["denominator"]
            up = way[row["indicator"]] == 1
            missed = row["numerator"] < need if up else row["numerator"] > need
            if missed and draw.random() < dose:
                row = {**row, "numerator": ceil(need - 1e-9) if up else int(need + 1e-9)}
        rows.append(row)
    return replace(authority, figures=tuple(rows))
