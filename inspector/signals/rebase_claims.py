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

from inspector.evidence.series import Series, add_months, all_series, month, sureness
from inspector.model import describe
from inspector.model.evidence import Evidence, LogEntry
from inspector.model.facts import About, Fact, Scalar
from inspector.model.rows import by_resource
from inspector.model.words import agree

OUTCOMES = ("gain-at-change", "loss-at-change", "unexplained", "explained")
BEFORE = 6
AFTER = 1
SLACK = 3

ABOUT = About(
    id="rebase-claims",
    title="A definition or baseline that moved, and whether a cause is known",
    needs=("indicator-register", "indicators"),
    fields=(
        describe.text("indicator", "The indicator.", "name", key=True, open=True),
        describe.text("title", "The name of the indicator in words.", "name", open=True),
        describe.day("changed_on", "When the definition changed.", "name", key=True),
        describe.choice("outcome", "What happened to the figures where the definition changed.", OUTCOMES, "doubt"),
        describe.flag("known_cause", "Whether the log has an entry about this change of measure.", "doubt", good="up"),
        describe.text("cause", "What the log says of the change, in words.", "declared"),
        describe.day("onset", "When the gain or loss most likely began that lies near the change.", "measured"),
    ),
)


def measure(evidence: Evidence) -> tuple[Fact, ...]:
    """One fact per change of definition within the figures of a registered indicator, sorted by indicator and day."""
    return tuple(
        _fact(series, day, causes, _cause(evidence, causes, day))
        for series in all_series(evidence)
        for day in sorted(set(series.indicator.definition_changes))
        if series.first < day <= series.last
        for causes in [_causes(evidence, series, day)]
    )


def _causes(evidence: Evidence, series: Series, day: date) -> list[LogEntry]:
    """The entries of the log that explain the change."""
    return [
        entry
        for entry in _about_then(evidence, day)
        if entry.change_type == "measure" and entry.indicator == series.indicator.indicator
    ]


def _about_then(evidence: Evidence, day: date) -> list[LogEntry]:
    """The entries begun in the 6 months before the change or the month after."""
    low, high = add_months(day, -BEFORE), add_months(day, AFTER)
    return [e for e in evidence.log if low <= (e.started_on or e.tested_on or e.raised_on) <= high]


def _cause(evidence: Evidence, causes: list[LogEntry], day: date) -> str:
    """What the log says of the change: none is not said where it is not stated."""
    if causes:
        about = "is about a change" if len(causes) == 1 else "are about changes"
        return f"{_entries(len(causes))} of the log of that time {about} of this measure"
    then = _about_then(evidence, day)
    if not then:
        return "the log has no entry of that time" if evidence.log else "no log was submitted that could tell why"
    open_ = sum(not e.indicator or not e.change_type for e in then if e.change_type in (None, "measure"))
    if open_:
        more = f"{open_} {agree(open_, 'does', 'do')} not state what is changed or for which measure"
        return f"of {_entries(len(then))} of the log of that time {more}"
    return "no entry of the log of that time is about a change of this measure"


def _entries(number: int) -> str:
    return f"{number} {agree(number, 'entry', 'entries')}"


def _fact(series: Series, day: date, causes: list[LogEntry], cause: str) -> Fact:
    id, found = series.indicator.indicator, series.judgement()
    fields: dict[str, Scalar] = {
        "indicator": id,
        "title": series.indicator.title,
        "changed_on": day,
        "known_cause": bool(causes),
        "cause": cause,
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
    sure = f" ({sureness(series.judgement().probability)})" if fields.get("onset") else ""
    moved = {"gain-at-change": f"; a gain began about then{sure}", "loss-at-change": f"; a loss began about then{sure}"}
    more = moved.get(str(fields["outcome"]), "; no lasting change of the figures is seen to begin about then")
    window = f"figures from {month(series.first)} to {month(series.last)}"
    return f"{series.indicator.title}: its definition changed in {month(day)}; {fields['cause']}{more}; {window}."
