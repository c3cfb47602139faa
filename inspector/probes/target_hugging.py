"""Figures that land just on the good side of their target more often than chance puts them there.

Tests:
    For every indicator with a target: how many figures are exactly the count that the target takes, or one more (values
    without counts: within a quarter of their usual scatter beyond it), against the chance of that about the line that
    the figures follow.

Why it matters:
    Who gains nothing from passing a target and loses from missing it tends to stop at it, or to count until it is
    reached. Then the figures tell what was wanted rather than what was done.

Innocent explanations:
    Work is steered by the target from week to week, and stops when it is reached.
    The target was set to what the service does anyway.
    The figure is capped by design at what was agreed.

Ask:
    What happens in the last days of a month in which the target is nearly reached?
    Which cases were counted last in these months, and when was that decided?
    Is the next target raised when this one is passed?

Cannot tell:
    Steering of work from steering of figures. Nothing is said of fewer than twelve figures, nor where figures stay far
    from the target.

Reference:
    Bevan & Hood (2006), Public Administration 84(3), 517-538 (threshold and ratchet effects); Pope & Simonsohn (2011),
    Psychological Science 22(1), 71-79.
"""

from collections.abc import Sequence

from inspector.model.evidence import Evidence, Figure, Indicator
from inspector.model.facts import About
from inspector.model.traces import Trace
from inspector.model.words import agree
from inspector.probes import FIELDS, Teller, series, value_of

ABOUT = About(
    id="target-hugging",
    title="Figures just on the good side of a target",
    fields=FIELDS,
    needs=("indicators", "indicator-register"),
)
LOOKS_AT = "the scatter of figures"
ALPHA, LEAST = 0.005, 0.1
"""p-value, and share of all figures beyond the expected, from which a question is put."""
INNOCENT = (
    "Work is steered by the target from week to week, and stops when it is reached.",
    "The target was set to what the service does anyway.",
    "The figure is capped by design at what was agreed.",
)
ASK = (
    "What happens in the last days of a month in which the target is nearly reached?",
    "Which cases were counted last in these months, and when was that decided?",
    "Is the next target raised when this one is passed?",
)
TELL = Teller(ABOUT.id, INNOCENT, ASK)


def examine(evidence: Evidence) -> tuple[Trace, ...]:
    """One trace for each indicator with a target and figures enough, and one for all others with a target."""
    figures = series(evidence)
    tested: list[Trace] = []
    few: list[str] = []
    seen: set[str] = set()
    for one in sorted(evidence.indicators, key=lambda one: (one.indicator, one.row)):
        if one.target is None or one.indicator in seen:
            continue
        seen.add(one.indicator)
        trace = _one(one, one.target, [f for f in figures.get(one.indicator, []) if value_of(f) is not None])
        tested, few = ([*tested, trace], few) if trace else (tested, [*few, one.indicator])
    short = f"Twelve different figures are needed for {', '.join(few[:4])}." if few else ""
    return TELL.settled(tested, "indicators", short, "The register names no target.")


def _one(indicator: Indicator, target: float, figures: Sequence[Figure]) -> Trace | None:
    import numpy as np

    from inspector.stats.hugging import hugging

    values = np.array([value_of(f) for f in figures], dtype=np.float64)
    counted = bool(figures) and all(f.value is None for f in figures)
    sizes = np.array([f.denominator for f in figures], dtype=np.float64) if counted else None
    # Targets of shares are written as 0.85 or as 85.
    aim = target / 100 if counted and target > 1 and values.max(initial=0) <= 1 else target
    found = hugging(values, sizes, aim, indicator.better == "up")
    if found is None:
        return None
    n, hits = found.n, len(found.places)
    excess = (hits - found.expected) / n
    asks = found.p_value < ALPHA and excess >= LEAST
    says = (
        f"{hits} of {n} figures just {agree(hits, 'reaches', 'reach')} the target; chance would let about "
        f"{found.expected:.1f}."
    )
    return TELL.tested(
        "question" if asks else "clear",
        f"indicator/{indicator.indicator}",
        says,
        n,
        p_value=found.p_value,
        effect=excess,
        smallest=(3.2 * max(found.expected, 0.5) ** 0.5 + 1) / n,
        rows=[figures[place] for place in found.places] if asks else figures,
    )
