"""A step for the better just where the definition changed.

Tests:
    For every indicator with a change of definition in the register, and figures on both sides of it: whether the figures
    step towards better at that change by more than their scatter explains, and step nowhere else more clearly.

Why it matters:
    A new definition makes a new series. What looks like a gain across the break may be nothing but the break.

Innocent explanations:
    The definition was changed together with the work, and the work got better.
    A national body changed the definition for everybody.

Ask:
    What do the figures before the change look like by the new definition?
    Who decided on the change, and why then?

Cannot tell:
    A gain from a break that falls on the same month. A change of definition that nobody wrote into the register is not
    seen, nor is one with fewer than four figures on either side.

Reference:
    HM Treasury, Cabinet Office, NAO, Audit Commission & ONS (2001), Choosing the Right FABRIC; Hood (2006), Public
    Administration Review 66(4), 515-521 (targets and what they do).
"""

from collections.abc import Sequence
from datetime import date

from inspector.model.evidence import Evidence, Figure, Indicator
from inspector.model.facts import About
from inspector.model.traces import Trace
from inspector.model.words import agree
from inspector.probes import FIELDS, Teller, series, value_of

ABOUT = About(
    id="definition-break",
    title="A step where the definition changed",
    fields=FIELDS,
    needs=("indicators", "indicator-register"),
)
LOOKS_AT = "steps in a series"
ALPHA = 0.01
INNOCENT = (
    "The definition was changed together with the work, and the work got better.",
    "A national body changed the definition for everybody.",
)
ASK = (
    "What do the figures before the change look like by the new definition?",
    "Who decided on the change, and why then?",
)
TELL = Teller(ABOUT.id, INNOCENT, ASK)


def examine(evidence: Evidence) -> tuple[Trace, ...]:
    """One trace for each indicator whose definition changed, by the change with the clearest step."""
    figures = series(evidence)
    tested: list[Trace] = []
    few: list[str] = []
    for one in sorted(evidence.indicators, key=lambda one: (one.indicator, one.row)):
        if one.definition_changes:
            trace = _one(one, [f for f in figures.get(one.indicator, []) if value_of(f) is not None])
            tested, few = ([*tested, trace], few) if trace else (tested, [*few, one.indicator])
    short = f"Four figures on either side of the change are needed for {', '.join(few[:4])}." if few else ""
    return TELL.settled(tested, "indicators", short, "The register names no change of definition.")


def _one(indicator: Indicator, figures: Sequence[Figure]) -> Trace | None:
    import numpy as np

    from inspector.stats.steps import step_near

    values = np.array([value_of(f) for f in figures], dtype=np.float64) * (1 if indicator.better == "up" else -1)
    steps: list[tuple[float, date]] = []
    for change in sorted(set(indicator.definition_changes)):
        place = sum(f.period_start < change for f in figures)
        # A change within a period shows in that period or in the next.
        step = step_near(values, place)
        if step is not None:
            steps.append((step.p_value, change))
    if not steps:
        return None
    chance, change = min(steps)
    p_value = chance * len(steps)
    asks = p_value < ALPHA
    after = [f for f in figures if f.period_end >= change]
    says = (
        f"The definition changed on {change.isoformat()}; the figures show no step for the better there "
        "that chance does not explain."
    )
    if asks:
        says = (
            f"The definition changed on {change.isoformat()}, and the figures step towards better just there; "
            f"{len(after)} of {len(figures)} {agree(len(after), 'comes', 'come')} after it."
        )
    return TELL.tested(
        "question" if asks else "clear",
        f"indicator/{indicator.indicator}",
        says,
        len(figures),
        p_value=p_value,
        effect=len(after) / len(figures) if asks else 0.0,
        smallest=1.0,
        rows=after if asks else figures,
    )
