"""What is measured is worked at, at the cost of what is meant to balance it.

Dose: 1 takes three fifths of the bad cases out of the measure by the end, and doubles those of the one beside it.
The change is real; it is no improvement. `output-distortion` should ask.
"""

from dataclasses import replace
from random import Random

from inspector.simulate.authority import Authority
from inspector.simulate.moves._shares import nudged, ways, wrong

SEEN_BY = ("output-distortion",)


def apply(authority: Authority, dose: float, draw: Random) -> Authority:
    """The authority with linked measures that move apart, month by month."""
    pairs = {
        row["indicator"]: row["balancing_indicator"] for row in authority.register if row.get("balancing_indicator")
    }
    way = ways(authority)
    first = min(row["period_start"] for row in authority.figures)
    rows = []
    for row in authority.figures:
        id, month = row["indicator"], row["period_start"]
        gone = dose * ((month.year - first.year) * 12 + month.month - first.month) / authority.months
        bad = wrong(row, way[id])
        if id in pairs:
            row = nudged(row, way[id], round(0.6 * gone * bad + draw.uniform(-0.3, 0.3)))
        elif id in pairs.values():
            row = nudged(row, way[id], -round(gone * bad + draw.uniform(-0.3, 0.3)))
        rows.append(row)
    return replace(authority, figures=tuple(rows))
