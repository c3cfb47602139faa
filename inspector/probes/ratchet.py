"""Figures that hardly ever get worse from one period to the next.

Tests:
    For shares, and for counts of events: how many figures are worse than the one before by more than one case, against how
    many chance alone makes worse in a series that gets better as fast as this one does.

Why it matters:
    Even where work gets better and better, some months are worse than the last: chance sees to that. Who is measured
    against the last figure, or has a target that was last year's figure, gains from never falling behind it.

Innocent explanations:
    The figures are for the year so far, or for twelve months up to each date.
    Much the same cases are counted again each period.
    A waiting list is worked off in a steady way, so that there is little chance in it.

Ask:
    Which month was the hardest, and why does it not show?
    What happens where a figure would be worse than the last one?
    How is the next target set, and what does this year's figure do to it?

Cannot tell:
    Steady work from steered figures. Nothing is said of fewer than twelve figures, of values without counts, of a gain so
    steep that hardly a step back would be expected, or of denominators that hardly change, as the same cases may be counted
    again each period.

Reference:
    Weitzman (1980), Bell Journal of Economics 11(1), 302-308 (the ratchet principle); Bevan & Hood (2006), Public
    Administration 84(3), 517-538 (ratchet effects in targets); Wallis & Moore (1941), Journal of the American Statistical
    Association 36(215), 401-409 (signs of differences).
"""

from collections.abc import Sequence
from itertools import pairwise

from inspector.model.evidence import Evidence, Figure
from inspector.model.facts import About
from inspector.model.traces import Trace
from inspector.model.words import agree, plural
from inspector.probes import FIELDS, Teller, series

ABOUT = About(
    id="ratchet", title="Figures that never go back", fields=FIELDS, needs=("indicators", "indicator-register")
)
LOOKS_AT = "the scatter of figures"
ALPHA, PART = 0.005, 0.3
"""p-value, and share of the expected steps back that there are at most, for a question."""
EVENTS = ("events", "incidents", "referrals", "contacts", "complaints", "deaths", "admissions", "entries")
"""Units in which whole values without a denominator count events."""
INNOCENT = (
    "The figures are for the year so far, or for twelve months up to each date.",
    "Much the same cases are counted again each period.",
    "A waiting list is worked off in a steady way, so that there is little chance in it.",
)
ASK = (
    "Which month was the hardest, and why does it not show?",
    "What happens where a figure would be worse than the last one?",
    "How is the next target set, and what does this year's figure do to it?",
)
TELL = Teller(ABOUT.id, INNOCENT, ASK)


def examine(evidence: Evidence) -> tuple[Trace, ...]:
    """One trace for each indicator whose counts are known and many enough, and one for all others together."""
    register = {one.indicator: one for one in reversed(evidence.indicators)}
    tested: list[Trace] = []
    few = n = 0
    for id, figures in series(evidence).items():
        one = register.get(id)
        shares = _shares(figures)
        if one is None or not (shares or _events(figures, one.unit or "")) or _overlap(figures):
            continue
        trace = _tested(id, figures, shares, 1 if one.better == "up" else -1)
        if trace is None:
            few, n = few + 1, n + len(figures)
        else:
            tested.append(trace)
    short = (
        f"{plural(few, 'indicator')} {agree(few, 'has', 'have')} fewer than 12 figures, too few cases in them, "
        "denominators that hardly change, or a gain so steep that no step back would be expected."
    )
    none = "No registered indicator has numerators and denominators, or counts of events."
    return TELL.settled(tested, "indicators", short if few else "", none, n)


def _shares(figures: Sequence[Figure]) -> bool:
    return all(f.numerator is not None and f.denominator and 0 <= f.numerator <= f.denominator for f in figures)


def _events(figures: Sequence[Figure], unit: str) -> bool:
    counts = all(f.value is not None and f.value == round(f.value) and 0 <= f.value < 1e12 for f in figures)
    return counts and any(word in unit.lower().split() for word in EVENTS)


def _overlap(figures: Sequence[Figure]) -> bool:
    """Whether figures share days, as those for twelve months up to each date do."""
    return any(b.period_start <= a.period_end for a, b in pairwise(figures))


def _tested(id: str, figures: Sequence[Figure], shares: bool, way: int) -> Trace | None:
    import numpy as np

    from inspector.stats.ratchet import ratchet

    top = np.array([f.numerator if shares else f.value for f in figures], dtype=np.float64)
    bottom = np.array([f.denominator for f in figures], dtype=np.float64) if shares else None
    found = ratchet(top, bottom, way)
    # Where not even a series without a step back could be told, none of them is a test.
    if found is None or (found.smallest >= 1 and found.worse > 0):
        return None
    asks = found.p_value < ALPHA and found.worse <= PART * found.expected
    says = (
        f"Of {found.steps} figures that follow another {found.worse} {agree(found.worse, 'is', 'are')} worse than the one "
        f"before by more than a case; chance alone would make about {found.expected:.0f} so."
    )
    return TELL.tested(
        "question" if asks else "clear",
        f"indicator/{id}",
        says,
        len(figures),
        p_value=found.p_value,
        effect=max(0.0, found.expected - found.worse) / found.steps,
        smallest=found.smallest,
        rows=figures,
    )
