"""Measures are defined anew, so that they look better from then on. The register says when.

Dose: 1 takes three tenths of the bad cases out of each outcome. `definition-break` should ask.
"""

from dataclasses import replace
from random import Random

from inspector.simulate.authority import Authority
from inspector.simulate.moves._shares import felt, nudged, ways, wrong

SEEN_BY = ("definition-break",)


def apply(authority: Authority, dose: float, draw: Random) -> Authority:
    """The authority with a gain in its outcomes at a change of definition in the middle third of its time."""
    chosen, way = set(felt(authority)), ways(authority)
    starts = sorted({row["period_start"] for row in authority.figures})
    when = starts[draw.randint(len(starts) // 3, 2 * len(starts) // 3)]
    rows = []
    for row in authority.figures:
        id = row["indicator"]
        if id in chosen and row["period_start"] >= when:
            row = nudged(row, way[id], sum(draw.random() < 0.3 * dose for _ in range(wrong(row, way[id]))))
        rows.append(row)
    register = tuple(
        {**row, "definition_changes": [when]} if row["indicator"] in chosen else row for row in authority.register
    )
    return replace(authority, figures=tuple(rows), register=register)
