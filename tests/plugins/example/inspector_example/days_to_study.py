"""How long the results of a test wait until somebody looks at them, and whether that became shorter.

Measures:
    Tests of change that were tested and studied in the period: how many, the median of days from the test to its study, and
    that median in the later half of the period less that in the first half.

Why it matters:
    A test teaches nothing until somebody looks at what happened. Where that takes months, the next test begins without it.

Cannot tell:
    Whether the study was a good one. Some things show only after a long time, and looking early would teach nothing.

Reference:
    Langley et al. (2009), The Improvement Guide, chapter 5: the study step of a PDSA cycle.
"""

from inspector.evidence.records import change, days_between, fact, tests, within
from inspector.model.evidence import Evidence, LogEntry
from inspector.model.facts import About, Fact, Field

ABOUT = About(
    id="days-to-study",
    title="How soon tests are studied",
    needs=("improvement-log",),
    fields=(
        Field(
            name="studied",
            type="integer",
            says="Tests of the period that were studied.",
            role="activity",
            unit="tests",
            least=1,
        ),
        Field(
            name="days",
            type="number",
            says="Median of days from test to study.",
            role="activity",
            unit="days",
            good="down",
        ),
        Field(
            name="days_change",
            type="number",
            says="Median of days from test to study, later half less first half of the period.",
            role="activity",
            unit="days",
            good="down",
        ),
        Field(
            name="became",
            type="string",
            says="What became of it.",
            choices=("quicker", "slower", "the-same"),
            role="activity",
            better=("quicker",),
            worse=("slower",),
        ),
    ),
)
BARELY = 2.0
"""Days of difference that are no difference."""


def measure(evidence: Evidence) -> tuple[Fact, ...]:
    """One fact; none where no test was studied in both halves of the period."""
    studied = [one for one in tests(evidence) if one.tested_on and within(one.studied_on, evidence)]
    moved = change(studied, lambda one: one.tested_on or one.raised_on, _wait, evidence)
    days = _wait(studied)
    if moved is None or days is None:
        return ()
    became = "the-same" if abs(moved) < BARELY else "quicker" if moved < 0 else "slower"
    found = {"studied": len(studied), "days": days, "days_change": moved, "became": became}
    says = f"{len(studied)} tests were studied, half of them within {days:g} days; in the later half of the period it took "
    says += {"quicker": f"{-moved:g} days less.", "slower": f"{moved:g} days more.", "the-same": "about as long."}[
        became
    ]
    return (fact(ABOUT, "all", found, says, ["improvement-log"], studied),)


def _wait(studied: "list[LogEntry] | tuple[LogEntry, ...]") -> float | None:
    return days_between((one.tested_on, one.studied_on) for one in studied)
