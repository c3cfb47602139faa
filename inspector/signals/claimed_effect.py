"""Whether an indicator moved after the work that was meant to move it.

Measures:
    For each registered indicator that a tested entry of the improvement log names: whether a gain followed the tests.
    `followed`: a gain began within 6 months after a test was started, allowing for doubt about the onset of up to a
    period or 3 months. `gain-came-first`: it began before any test. `faded` and `worsened`: a gain that faded, or a
    loss, that began after the first test. `no-gain`: nothing, or something that began before. `cannot-tell`: too few
    points, fewer than 3 figures since the first test, or a gain more than 6 months after the last test before it.
    `chance` is the probability that a test began as shortly before the onset, had the onset fallen anywhere in the
    series: with c the lag plus one period, the share of the months of the series that lie within c months after a
    start as logged. Many tests leave few such gaps, so a match among many is worth less. `chance_among` is the
    probability that at least one of all indicators that tests name would match as well by chance.

Why it matters:
    A plan is not an improvement, and a gain that nobody worked for teaches nothing. Work and change that line up in
    time are what tells a learning organisation from a lucky one.

Cannot tell:
    Whether the work caused the gain: something else may have begun at the same time. With yearly figures the lag is
    known to a year at best. Entries that name no indicator are not looked at.

Reference:
    The empty-space function of a point pattern, one-sided: Diggle, Statistical Analysis of Spatial and Spatio-Temporal
    Point Patterns (2013), chapter 2. Langley and others, The Improvement Guide (2009), on temporality.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from inspector.evidence.series import Series, add_months, all_series, month, whole_months
from inspector.model.evidence import Evidence, LogEntry
from inspector.model.facts import About, Fact, Field, Scalar
from inspector.model.rows import by_resource
from inspector.model.words import plural
from inspector.stats.rounding import round6

OUTCOMES = ("followed", "gain-came-first", "no-gain", "faded", "worsened", "cannot-tell")
MEASURES = ("outcome", "process", "structure", "balancing", "experience", "unstated")
WITHIN = 6
SLACK = 3
SINCE = 3

ABOUT = About(
    id="claimed-effect",
    title="Whether an indicator moved after the work that was meant to move it",
    needs=("indicator-register", "indicators", "improvement-log"),
    fields=(
        Field(name="indicator", type="string", says="The indicator."),
        Field(name="title", type="string", says="Its name in words."),
        Field(name="measure", type="string", says="What sort of measure it is.", choices=MEASURES),
        Field(name="tests", type="integer", says="How many tested entries name it."),
        Field(name="small", type="integer", says="Those of them with one case, one worker or some teams."),
        Field(name="outcome", type="string", says="What came of the work.", choices=OUTCOMES),
        Field(name="onset", type="date", says="When the change began."),
        Field(name="started_on", type="date", says="When the nearest test before a gain that followed was started."),
        Field(name="lag_months", type="integer", says="Whole months from that start to the onset."),
        Field(name="held_months", type="integer", says="Whole months since the onset of a gain."),
        Field(
            name="work_ended_months",
            type="integer",
            says="Whole months from the last recorded work to the last figure.",
        ),
        Field(name="chance", type="number", says="Probability of a start so shortly before the onset by chance."),
        Field(name="chance_among", type="number", says="That of such a match in any of the indicators tests name."),
        Field(name="entry", type="string", says="The id of that log entry."),
    ),
)

LARGE = ("whole-service", "whole-authority")

WORDS = {
    "gain-came-first": "the gain began in {onset}, before the work on it that the log records ({tests})",
    "no-gain": "no gain followed the work on it that the log records ({tests})",
    "faded": "a gain that began in {onset}, after work on it had started, has faded",
    "worsened": "it has been getting worse since {onset}, after work on it had started",
    "cannot-tell": "whether the work on it that the log records ({tests}) had an effect cannot be told",
}


@dataclass(frozen=True, slots=True)
class _Match:
    """What came of the tests; `entry` is the nearest one before the onset where the gain followed it."""

    outcome: str
    onset: date | None = None
    entry: LogEntry | None = None


def measure(evidence: Evidence) -> tuple[Fact, ...]:
    """One fact per registered indicator with figures that a tested entry names, sorted by indicator."""
    tests: dict[str, list[LogEntry]] = {}
    for entry in sorted(
        (e for e in evidence.log if e.told_in_time), key=lambda e: (_start(e) or date.max, e.resource, e.row)
    ):
        if entry.indicator and _start(entry):
            tests.setdefault(entry.indicator, []).append(entry)
    every = [series for series in all_series(evidence) if series.indicator.indicator in tests]
    return tuple(_fact(series, tests[series.indicator.indicator], len(every)) for series in every)


def _start(entry: LogEntry) -> date | None:
    return entry.started_on or entry.tested_on


def _starts(tests: list[LogEntry]) -> list[date]:
    return [start for start in map(_start, tests) if start]


def _match(series: Series, tests: list[LogEntry]) -> _Match:
    """Holds the onset against the starts, which come in order."""
    found = series.judgement()
    earliest = _starts(tests)[0]
    if found.call == "too-few-points":
        return _Match("cannot-tell")
    if found.onset is None or found.onset_low is None or found.onset_high is None:
        seen = sum(figure.period_end >= earliest for figure in series.figures)
        return _Match("no-gain" if seen >= SINCE else "cannot-tell")
    onset = series.starts(found.onset)
    slack = max(series.step, SLACK)
    soonest = max(series.starts(found.onset_low), add_months(onset, -slack))
    latest = min(series.starts(found.onset_high + 1), add_months(series.starts(found.onset + 1), slack))
    if earliest >= latest:
        return _Match(
            "gain-came-first" if found.call.endswith("-gain") and found.held and not found.share_faded else "no-gain",
            onset,
        )
    if found.call in ("loss", "faded-gain"):
        return _Match("worsened" if found.call == "loss" else "faded", onset)
    before = [e for e in tests if (_start(e) or latest) < series.starts(found.onset + 1)] or tests[:1]
    nearest = before[-1]
    near = add_months(_start(nearest) or latest, WITHIN) >= soonest
    return _Match("followed", onset, nearest) if near else _Match("cannot-tell", onset)


def _chance(series: Series, starts: list[date], lag: int) -> float:
    """The share of the days of the series that lie within `lag` months and one period after a start."""
    reach = timedelta(days=round((lag + max(series.step, 1)) * 30.4375))
    covered, upto = 0, series.first
    for start in starts:
        low, high = max(start, upto), min(start + reach, series.last + timedelta(days=1))
        if high > low:
            covered, upto = covered + (high - low).days, high
    return covered / ((series.last - series.first).days + 1)


def _fact(series: Series, tests: list[LogEntry], among: int) -> Fact:
    id = series.indicator.indicator
    match = _match(series, tests)
    fields: dict[str, Scalar] = {
        "indicator": id,
        "title": series.indicator.title,
        "measure": series.indicator.measure or "unstated",
        "tests": len(tests),
        "small": sum(entry.scale not in LARGE for entry in tests),
        "outcome": match.outcome,
    }
    if match.onset:
        fields["onset"] = match.onset
    if match.onset and match.outcome in ("followed", "gain-came-first"):
        fields["held_months"] = max(0, whole_months(match.onset, series.last))
    if match.onset and match.entry and (start := _start(match.entry)):
        lag = max(0, whole_months(start, match.onset - timedelta(days=1)))
        fields |= {"started_on": start, "lag_months": lag, "entry": match.entry.id}
        chance = _chance(series, _starts(tests), lag)
        fields |= {"chance": round6(chance), "chance_among": round6(1 - (1 - chance) ** among)}
    ended = [day for entry in tests for day in (entry.decided_on, entry.tested_on) if day]
    if ended:
        fields["work_ended_months"] = max(0, whole_months(max(ended), series.last))
    return Fact(
        id=f"signal/claimed-effect/{id}",
        kind="signal/claimed-effect",
        fields=fields,
        says=_says(series, match, fields),
        rests_on=(f"indicator/{id}", "improvement-log"),
        rows=(*series.rows(), *by_resource(tests)),
    )


def _says(series: Series, match: _Match, fields: dict[str, Scalar]) -> str:
    title, number = series.indicator.title, int(str(fields["tests"]))
    window = f"figures from {month(series.first)} to {month(series.last)}"
    if match.onset and match.entry and match.outcome == "followed":
        lag = plural(int(str(fields["lag_months"])), "month")
        start = _start(match.entry) or match.onset
        after = f"{lag} after" if start <= match.onset else "as far as can be told no earlier than"
        text = f"a gain began in {month(match.onset)}, {after} test {match.entry.id} was started in {month(start)}"
        return f"{title}: {text} (by chance: {float(str(fields['chance'])):.2f}); {window}."
    onset = month(match.onset) if match.onset else ""
    text = WORDS[match.outcome].format(onset=onset, tests=plural(number, "test"))
    return f"{title}: {text}; {window}."
