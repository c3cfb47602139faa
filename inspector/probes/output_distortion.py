"""A measure that got better while the one linked to it, or meant to balance it, got worse.

Tests:
    For every indicator with a balancing indicator, in the register or in the improvement log: whether the first moved
    towards better and the second towards worse, each by more than its own scatter explains.

Why it matters:
    What is measured can be improved at the cost of what is not. Then the gain was moved, not made.

Innocent explanations:
    The second got worse for reasons of its own.
    The cost was foreseen, small and accepted.
    Both follow a change in who comes to the service.

Ask:
    Who looks at the two measures side by side, and what did they make of this?
    What would families say has become worse?

Cannot tell:
    Cause, nor which of the two mattered more. Nothing is said where no balancing measure is named, or where either has
    fewer than ten figures.

Reference:
    Smith (1995), International Journal of Public Administration 18(2-3), 277-310 (measure fixation); Bevan & Hood (2006),
    Public Administration 84(3), 517-538 (output distortions).
"""

from collections.abc import Sequence

from inspector.model.evidence import Evidence, Figure
from inspector.model.facts import About
from inspector.model.traces import Trace
from inspector.probes import FIELDS, Teller, series, value_of

ABOUT = About(
    id="output-distortion",
    title="Better here, worse beside it",
    fields=FIELDS,
    needs=("indicators", "indicator-register"),
)
LOOKS_AT = "measures side by side"
ALPHA = 0.01
INNOCENT = (
    "The second got worse for reasons of its own.",
    "The cost was foreseen, small and accepted.",
    "Both follow a change in who comes to the service.",
)
ASK = (
    "Who looks at the two measures side by side, and what did they make of this?",
    "What would families say has become worse?",
)
TELL = Teller(ABOUT.id, INNOCENT, ASK)


def examine(evidence: Evidence) -> tuple[Trace, ...]:
    """One trace for each indicator with a balancing indicator, the least likely pair where it has several."""
    figures, better = series(evidence), {one.indicator: one.better for one in evidence.indicators}
    pairs: dict[str, set[str]] = {}
    linked: list[tuple[str, str | None]] = [(one.indicator, one.balancing_indicator) for one in evidence.indicators]
    linked += [(one.indicator, one.balancing_indicator) for one in evidence.log if one.indicator is not None]
    for id, other in linked:
        if other and other != id:
            pairs.setdefault(id, set()).add(other)
    tested: list[Trace] = []
    few: list[str] = []
    for id in sorted(pairs):
        chances = {
            other: (
                _moves(figures.get(id, []), better.get(id), 1),
                _moves(figures.get(other, []), better.get(other), -1),
            )
            for other in sorted(pairs[id])
        }
        known = {other: max(a, b) for other, (a, b) in chances.items() if a is not None and b is not None}
        if known:
            tested.append(_told(id, known, figures))
        else:
            few.append(id)
    short = f"Ten figures each of {', '.join(few[:4])} and of what balances it are needed." if few else ""
    return TELL.settled(tested, "indicators", short, "No indicator has a balancing indicator.")


def _moves(figures: Sequence[Figure], better: str | None, way: int) -> float | None:
    """The chance of so clear a move towards better (`way` 1) or worse (-1)."""
    import numpy as np

    from inspector.stats.steps import rise

    values = np.array([v for one in figures if (v := value_of(one)) is not None])
    return rise(values * (way if better == "up" else -way)) if better is not None and len(values) else None


def _told(id: str, known: dict[str, float], figures: dict[str, list[Figure]]) -> Trace:
    other = min(sorted(known), key=lambda name: known[name])
    p_value = known[other] * len(known)
    asks = p_value < ALPHA
    both = [*figures[id], *figures[other]]
    says = f"Nothing shows that {id} got better while {other} got worse."
    if asks:
        says = f"{id} got better while {other}, which is meant to balance it, got worse; neither by chance alone."
    return TELL.tested(
        "question" if asks else "clear",
        f"indicator/{id}",
        says,
        len(both),
        p_value=p_value,
        effect=1.0 if asks else 0.0,
        smallest=1.0,
        rows=both,
    )
