"""A share that got better in the same months in which the number it is out of became smaller.

Tests:
    For every indicator with numerators and denominators: whether its share takes a step towards better and its
    denominator a step down, within a sixth of the series of each other, each clearer than its own scatter explains, and
    whether those who were left out would be the ones who count against it.

Why it matters:
    A share gets better without anything becoming better when those who would count against it are no longer counted.

Innocent explanations:
    Fewer families came, and so there was more time for each.
    A group moved to another service, by design.
    The way of counting was put right.

Ask:
    Who is no longer in the denominator, and what happens to them now?
    Is there a rule for who counts, and when was it last changed?

Cannot tell:
    Fewer cases from cases left out. Nothing is said of slow shrinking, of fewer than ten figures, or where the
    denominator fell by less than a tenth.

Reference:
    Bevan & Hood (2006), Public Administration 84(3), 517-538; Pitches, Burls & Fry-Smith (2003), BMJ 327, 1436-1439.
"""

from collections.abc import Sequence

from inspector.evidence import declared
from inspector.evidence.declared_weighed import Weighed
from inspector.model.evidence import Evidence, Figure
from inspector.model.facts import About
from inspector.model.traces import Trace
from inspector.model.words import agree
from inspector.probes import FIELDS, Teller, series

ABOUT = About(
    id="shrinking-denominator",
    title="Better out of fewer",
    fields=FIELDS,
    needs=("indicators", "indicator-register"),
)
LOOKS_AT = "steps in a series"
ALPHA, LEAST, NEAR = 0.01, 0.1, 2
"""p-value, share by which the denominator fell, and periods between the two steps."""
INNOCENT = (
    "Fewer families came, and so there was more time for each.",
    "A group moved to another service, by design.",
    "The way of counting was put right.",
)
ASK = (
    "Who is no longer in the denominator, and what happens to them now?",
    "Is there a rule for who counts, and when was it last changed?",
)
TELL = Teller(ABOUT.id, INNOCENT, ASK)


def examine(evidence: Evidence) -> tuple[Trace, ...]:
    """One trace for each registered indicator with ten shares or more, and one for all others together."""
    better = {one.indicator: one.better for one in evidence.indicators}
    tested: list[Trace] = []
    few = n = 0
    for id, figures in series(evidence).items():
        shares = [f for f in figures if f.numerator is not None and f.denominator is not None and f.denominator > 0]
        if not shares or id not in better:
            continue
        told = declared.answering(evidence, ("boundary-changed",), f"indicator/{id}", shares)
        trace = _one(id, shares, 1 if better[id] == "up" else -1, told)
        tested, few, n = ([*tested, trace], few, n) if trace else (tested, few + 1, n + len(shares))
    short = f"Ten different shares are needed, which {few} of the indicators {agree(few, 'has', 'have')} not."
    none = "No registered indicator has numerators and denominators."
    return TELL.settled(tested, "indicators", short if few else "", none, n)


def _one(id: str, figures: Sequence[Figure], way: int, told: Weighed | None) -> Trace | None:
    import numpy as np

    from inspector.stats.steps import step_up

    top = np.array([f.numerator for f in figures], dtype=np.float64)
    bottom = np.array([f.denominator for f in figures], dtype=np.float64)
    gain = step_up(way * top / bottom)
    if gain is None:
        return None
    loss, n = step_up(-bottom), len(figures)
    # Without a step down of the denominator there is nothing to test, whatever the share does.
    p_value, fell, asks = (1.0 if loss is not None and loss.p_value < ALPHA else None), 0.0, False
    if loss is not None and p_value is not None and abs(loss.place - gain.place) <= max(NEAR, n // 6):
        before, after = slice(0, loss.place), slice(loss.place, n)
        fell = 1 - float(bottom[after].mean() / bottom[before].mean())
        bad = bottom - top if way == 1 else top
        gone = float(bad[before].mean() - bad[after].mean()) / max(1e-9, float(bottom[before].mean()))
        # Those left out are the ones that counted against it: they make up most of the fall.
        if fell > 0 and gone >= 0.5 * fell:
            p_value = max(gain.p_value, loss.p_value)
            asks = p_value < ALPHA and fell >= LEAST
    says = f"{n} shares; none took a step for the better beyond chance where their denominator became smaller."
    if asks and loss is not None:
        since = figures[gain.place].period_start.isoformat()
        says = f"The share got better from about {since} on, when its denominator became {fell:.0%} smaller."
        near = figures[max(0, loss.place - NEAR)].period_start, figures[min(n - 1, loss.place + NEAR)].period_start
        if told is not None and near[0] <= told.event.on <= near[1]:
            says, p_value, asks = says + declared.note_of(told), None, False
    return TELL.tested(
        "question" if asks else "clear",
        f"indicator/{id}",
        says,
        n,
        p_value=p_value,
        effect=fell if asks else 0.0,
        smallest=LEAST,
        rows=figures[gain.place :] if asks else figures,
    )
