"""Whether the definition or baseline of an indicator moved, and whether a cause for it is known.

Measures:
    For each change of definition that the register records within the period of an indicator's figures: whether the log
    names a cause (an entry of change type `measure` about this indicator, begun in the 6 months before or the month
    after) and whether the series itself moved there: a gain or loss whose onset lies within 3 months or one period.
    `gain-at-change`: a gain began with the change, so that it may be one of counting. `loss-at-change`: a loss did.
    `unexplained`: no move, and no known cause. `explained`: no move, and a cause is known.

Why it matters:
    New limits or a new definition start the count afresh, and a bad spell before it drops out of sight. Those who make
    the charts of the NHS are against moving a baseline unless the cause is known and the change has been sustained.

Cannot tell:
    Changes that nobody recorded, or whether the new definition is the better one. A gain that was worked for and a
    change of counting in the same months cannot be told apart from the figures alone.

Reference:
    NHS England, Making Data Count, on when to recalculate limits; NHSRplotthedots (2024), on rebasing.
"""

from datetime import date

from inspector.evidence.series import Series, add_months, all_series, month
from inspector.model.evidence import Evidence, LogEntry
from inspector.model.facts import About, Fact, Field, Scalar
from inspector.model.rows import by_resource

OUTCOMES = ("gain-at-change", "loss-at-change", "unexplained", "explained")
BEFORE = 6
AFTER = 1
SLACK = 3

ABOUT = About(
    id="rebase-claims",
    title="A definition or baseline that moved, and whether a cause is known",
    needs=("indicator-register", "indicators"),
    fields=(
        Field(name="indicator", type="string", says="The indicator."),
        Field(name="title", type="string", says="Its name in words."),
        Field(name="changed_on", type="date", says="When the definition changed."),
        Field(name="outcome", type="string", says="What happened there.", choices=OUTCOMES),
        Field(name="known_cause", type="boolean", says="Whether the log has an entry about this change of measure."),
        Field(name="onset", type="date", says="When the gain or loss began that lies near the change."),
    ),
)


def measure(evidence: Evidence) -> tuple[Fact, ...]:
    """One fact per change of definition within the figures of a registered indicator, sorted by indicator and day."""
    return tuple(
        _fact(series, day, _causes(evidence, series, day))
        for series in all_series(evidence)
        for day in sorted(set(series.indicator.definition_changes))
        if series.first < day <= series.last
    )


def _causes(evidence: Evidence, series: Series, day: date) -> list[LogEntry]:
    """The entries of the log that explain the change."""
    low, high = add_months(day, -BEFORE), add_months(day, AFTER)
    return [
        entry
        for entry in evidence.log
        if entry.change_type == "measure"
        and entry.indicator == series.indicator.indicator
        and low <= (entry.started_on or entry.tested_on or entry.raised_on) <= high
    ]


def _fact(series: Series, day: date, causes: list[LogEntry]) -> Fact:
    id, found = series.indicator.indicator, series.judgement()
    fields: dict[str, Scalar] = {
        "indicator": id,
        "title": series.indicator.title,
        "changed_on": day,
        "known_cause": bool(causes),
    }
    outcome = "explained" if causes else "unexplained"
    if found.onset is not None:
        onset, slack = series.starts(found.onset), max(SLACK, series.step)
        if add_months(day, -slack) <= onset <= add_months(day, slack):
            outcome = "loss-at-change" if found.call == "loss" else "gain-at-change"
            fields["onset"] = onset
    fields["outcome"] = outcome
    return Fact(
        id=f"signal/rebase-claims/{id}/{day.isoformat()}",
        kind="signal/rebase-claims",
        fields=fields,
        says=_says(series, day, fields),
        rests_on=(f"indicator/{id}", *(("improvement-log",) if causes else ())),
        rows=(*series.rows(), *by_resource(causes)),
    )


def _says(series: Series, day: date, fields: dict[str, Scalar]) -> str:
    known = "the log tells why" if fields["known_cause"] else "the log does not tell why"
    moved = {"gain-at-change": "; a gain began about then", "loss-at-change": "; a loss began about then"}
    more = moved.get(str(fields["outcome"]), "; the figures did not move about then")
    window = f"figures from {month(series.first)} to {month(series.last)}"
    return f"{series.indicator.title}: its definition changed in {month(day)}, and {known}{more}; {window}."
