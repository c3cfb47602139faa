"""A measure that does not move is exchanged for one that is easier to move, under the same name.

Dose: the share of measures exchanged, all in the middle of the period. Nothing asks: `definition-break` needs the register
to say when, and nobody does; `definition-break` is the move in which somebody does.
"""

from dataclasses import replace
from random import Random

from inspector.simulate.authority import Authority

SEEN_BY: tuple[str, ...] = ()


def apply(authority: Authority, dose: float, draw: Random) -> Authority:
    """The authority with some measures a good deal better from the middle of the period on."""
    better = {row["indicator"]: row["better"] for row in authority.register}
    ids = sorted(better)
    draw.shuffle(ids)
    chosen = set(ids[: max(1, round(dose * len(ids) / 2))])
    starts = sorted({row["period_start"] for row in authority.figures})
    middle = starts[len(starts) // 2]
    rows = []
    for row in authority.figures:
        if row["indicator"] in chosen and row["period_start"] >= middle:
            n, k = row["denominator"], row["numerator"]
            k = k + round(0.4 * (n - k)) if better[row["indicator"]] == "up" else k - round(0.4 * k)
            row = {**row, "numerator": k}
        rows.append(row)
    return replace(authority, figures=tuple(rows))
