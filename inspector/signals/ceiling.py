"""Whether an indicator has room left to improve, or another should be measured.

Measures:
    For each indicator that is a proportion with denominators: whether, over its latest 12 figures (at least 6, and 100
    cases), hardly any case is left that could still be better: 2 in 100 or fewer. A fact is made only where that is so. It
    holds no number: how near the end of the scale an indicator lies is no merit and no fault.

Why it matters:
    Where no room is left, asking for more improvement of the same figure asks for nothing or for gaming. The question that
    belongs there is the double-loop one: is this still the right measure of what matters to children?

Cannot tell:
    Plain numbers, whose scale has no known end. Whether the measure was ever the right one. It opens a line of enquiry and
    must not raise or lower a standing: it is the only signal that an authority's level can bring about.

Reference:
    Argyris (1977), Double loop learning in organizations, Harvard Business Review 55(5); Bevan and Hood (2006), Public
    Administration 84(3), 517-538 (what is measured is not all that matters).
"""

from inspector.evidence.series import Series, all_series
from inspector.model import describe
from inspector.model.evidence import Evidence
from inspector.model.facts import About, Fact

LATEST = 12
LEAST = 6
CASES = 100
ROOM = 50
"""One case in so many, or fewer, is left that could be better."""

ABOUT = About(
    id="ceiling",
    title="No room left: is this still the right measure?",
    needs=("indicator-register", "indicators"),
    fields=(
        describe.text("indicator", "The indicator.", "name", key=True, open=True),
        describe.text("title", "The name of the indicator in words.", "name", open=True),
        describe.flag(
            "room_left", "Always false: a fact is made only where hardly any is left.", "doubt", always=False
        ),
    ),
)


def measure(evidence: Evidence) -> tuple[Fact, ...]:
    """One fact per registered proportion without room to improve, sorted by indicator."""
    return tuple(_fact(series) for series in all_series(evidence) if _no_room(series))


def _no_room(series: Series) -> bool:
    """Counts the cases that could be better, whichever way the indicator counts: mirrored, the answer is the same."""
    latest = series.figures[-LATEST:]
    if len(latest) < LEAST:
        return False
    left = cases = 0.0
    for figure in latest:
        if figure.numerator is None or figure.denominator is None or not 0 <= figure.numerator <= figure.denominator:
            return False
        cases += figure.denominator
        left += figure.denominator - figure.numerator if series.indicator.better == "up" else figure.numerator
    return cases >= CASES and left * ROOM <= cases


def _fact(series: Series) -> Fact:
    id = series.indicator.indicator
    return Fact(
        id=f"signal/ceiling/{id}",
        kind="signal/ceiling",
        fields={"indicator": id, "title": series.indicator.title, "room_left": False},
        says=f"{series.indicator.title}: hardly any room is left to improve; ask whether it is still the right measure.",
        rests_on=(f"indicator/{id}",),
        rows=series.rows(),
    )
