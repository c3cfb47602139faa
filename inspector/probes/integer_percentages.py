"""Shares that are whole percentages more often than counts of cases make them.

Tests:
    For every indicator with numerators and denominators: how many of its shares are whole percentages, or multiples of
    five, as near as the denominator allows, against the number that counts near by would give out of the same denominators.
    Five figures in a hundred too many are asked about, and one in a hundred where figures are so many that chance alone
    would not show it once in ten thousand times.

Why it matters:
    Counts of cases seldom give a whole percentage. Where they often do, the percentage may have come first and the
    count afterwards.

Innocent explanations:
    The counts were worked back from published percentages.
    The denominators are small or round, so that whole percentages are common.
    A plan or quota fixes a whole percentage.

Ask:
    Which was there first, the count or the percentage?
    May we see the list of cases behind two of these counts?

Cannot tell:
    Who chose the numbers. Nothing is said of fewer than twenty figures with denominators of twenty or more, nor where
    fewer than one in two series would hold a single whole percentage by chance.

Reference:
    Kobak, Shpilkin & Pshenichnikov (2016), Annals of Applied Statistics 10(1), 54-73.
"""

from collections.abc import Sequence

from inspector.evidence import declared
from inspector.model.evidence import Evidence, Figure
from inspector.model.facts import About
from inspector.model.traces import Trace
from inspector.model.words import agree, plural
from inspector.probes import FIELDS, Teller, series

ABOUT = About(id="integer-percentages", title="Whole percentages", fields=FIELDS, needs=("indicators",))
LOOKS_AT = "the digits of figures"
ALPHA, LEAST = 0.005, 0.05
"""p-value, and share of all figures in excess, from which a question is put."""
SURE, SMALL = 1e-4, 0.01
"""The same where figures are so many that a small excess is far beyond chance."""
INNOCENT = (
    "The counts were worked back from published percentages.",
    "The denominators are small or round, so that whole percentages are common.",
    "A plan or quota fixes a whole percentage.",
)
ASK = (
    "Which was there first, the count or the percentage?",
    "May we see the list of cases behind two of these counts?",
)
TELL = Teller(ABOUT.id, INNOCENT, ASK)


def examine(evidence: Evidence) -> tuple[Trace, ...]:
    """One trace for each indicator with enough counts, and one for all others together."""
    tested: list[Trace] = []
    few = n = 0
    for id, figures in series(evidence).items():
        counted = [f for f in figures if f.numerator is not None and f.denominator is not None]
        if not counted:
            continue
        trace = _tested(id, counted)
        told = declared.answering(evidence, ("rounded",), f"indicator/{id}", counted)
        trace = declared.answered(trace, told) if trace and told else trace
        if trace is None:
            few, n = few + 1, n + len(counted)
        else:
            tested.append(trace)
    short = (
        f"{plural(few, 'indicator')} {agree(few, 'has', 'have')} fewer than 20 figures with denominators "
        "of 20 or more, or none that could tell."
    )
    none = "No indicator has numerators and denominators."
    return TELL.settled(tested, "indicators", short if few else "", none, n)


def _tested(id: str, figures: Sequence[Figure]) -> Trace | None:
    import numpy as np

    from inspector.stats.whole_percent import whole_percent

    top = np.array([f.numerator for f in figures], dtype=np.float64)
    bottom = np.array([f.denominator for f in figures], dtype=np.float64)
    if (bottom > 1e5).any() or (top != np.round(top)).any() or (bottom != np.round(bottom)).any():
        return None
    found = whole_percent(top, bottom)
    if found is None:
        return None
    n, hits = found.n, len(found.places)
    excess = (hits - found.expected) / n
    kind = agree(hits, "is a whole percentage", "are whole percentages")
    if found.step != 1:
        kind = f"{agree(hits, 'is a multiple', 'are multiples')} of {found.step} percent"
    asks = (found.p_value < ALPHA and excess >= LEAST) or (found.p_value < SURE and excess >= SMALL)
    return TELL.tested(
        "question" if asks else "clear",
        f"indicator/{id}",
        f"{hits} of {n} shares {kind}; counts near by would give about {found.expected:.1f}.",
        n,
        p_value=found.p_value,
        effect=excess,
        smallest=(3.2 * max(found.expected, 1.0) ** 0.5 + 1) / n,
        rows=[figures[place] for place in found.places] if asks else figures,
    )
