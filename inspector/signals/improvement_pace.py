"""How many tests of change there were, how regular, and the longest gap between them.

Measures:
    The entries of the improvement log, by the month in which each was tested (where that is not given, started),
    within the period of the bundle and before the day on which the inspection was announced: how many, in how many of
    the months, the longest run of months without any, how evenly they are spread, and what share of all tests began
    only after the announcement. Small tests (one case, one worker, one team or several teams), large ones (a whole
    service or authority) and any are counted apart. Only entries written down within two months of the test count,
    as far as the log says when.

Why it matters:
    What works is a steady stream of small improvements by those who do the work, not a rare large programme which
    fades once the attention has gone. A stream shows in its months without a gap; a burst before a visit shows too.

Cannot tell:
    Whether a test was worth doing, whether it took place as written, or how much went on that nobody logged. Months
    before the log was begun count as empty months. A small authority has fewer tests for good reasons: the rules
    should ask for regularity, not for numbers.

Reference:
    Munro (2011), A child-centred system, chapter 7; Taylor et al. (2014), BMJ Quality & Safety 23(4), 290-298; Knudsen
    et al. (2019), BMC Health Services Research 19:683 (small-scale testing in successive cycles).
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from inspector.evidence.records import by_then, until, within
from inspector.model.evidence import Evidence, LogEntry
from inspector.model.facts import About, Fact, Field, Scalar
from inspector.model.months import month_year
from inspector.model.rows import by_resource
from inspector.stats.rounding import round6

SCALES: dict[str, tuple[str, ...]] = {
    "small": ("one-case", "one-worker", "one-team", "several-teams"),
    "large": ("whole-service", "whole-authority"),
}
SCALES["any"] = SCALES["small"] + SCALES["large"]

ABOUT = About(
    id="improvement-pace",
    title="Pace of improvement work",
    needs=("improvement-log",),
    fields=(
        Field(name="scale", type="string", says="Which tests are counted.", choices=tuple(SCALES)),
        Field(name="count", type="integer", says="Tests of change within the period, begun before the announcement."),
        Field(
            name="raised",
            type="integer",
            says="Ideas raised within the period, before the announcement, tested or not.",
        ),
        Field(name="months", type="integer", says="Calendar months of the period with a day before the announcement."),
        Field(name="active_months", type="integer", says="Months with at least one test."),
        Field(name="active_share", type="number", says="Share of the months with at least one test."),
        Field(name="longest_gap_months", type="integer", says="Longest run of months without a test."),
        Field(name="per_month", type="number", says="Tests per month of the period."),
        Field(name="evenness", type="number", says="1: as evenly spread over the months as can be; 0: all in one."),
        Field(name="since_notification_share", type="number", says="Share of the tests begun after the announcement."),
    ),
)


def measure(evidence: Evidence) -> tuple[Fact, ...]:
    """A fact each for small, large and any tests; none where the bundle has no improvement log."""
    if not evidence.log and not any(one.kind == "improvement-log" for one in evidence.resources):
        return ()
    return tuple(_fact(scale, evidence) for scale in SCALES)


def _fact(scale: str, evidence: Evidence) -> Fact:
    of_scale = [entry for entry in evidence.log if entry.scale in SCALES[scale] and entry.told_in_time]
    tested = [entry for entry in of_scale if _in_period(entry.tested_on or entry.started_on, evidence)]
    fields = _fields(scale, of_scale, tested, evidence)
    return Fact(
        id=f"signal/{ABOUT.id}/{scale}",
        kind=f"signal/{ABOUT.id}",
        fields=fields,
        says=_says(scale, fields, evidence),
        rests_on=("improvement-log",),
        rows=by_resource(tested or evidence.log),
    )


def _fields(
    scale: str, of_scale: Sequence[LogEntry], tested: Sequence[LogEntry], evidence: Evidence
) -> dict[str, Scalar]:
    before = [entry for entry in tested if by_then(entry.started_on or entry.tested_on, evidence)]
    by_month = Counter(_month(day) for entry in before if (day := entry.tested_on or entry.started_on))
    months = range(_month(evidence.period_start), _month(until(evidence)) + 1)
    counts = [by_month[month] for month in months]
    active = sum(count > 0 for count in counts)
    fields: dict[str, Scalar] = {
        "scale": scale,
        "count": len(before),
        "raised": sum(within(entry.raised_on, evidence) for entry in of_scale),
        "months": len(counts),
        "active_months": active,
        "active_share": round6(active / len(counts)),
        "longest_gap_months": _longest_gap(counts),
        "per_month": round6(len(before) / len(counts)),
    }
    if sum(counts):
        fields["evenness"] = round6(evenness(counts))
    if tested and evidence.notified_on:
        fields["since_notification_share"] = round6((len(tested) - len(before)) / len(tested))
    return fields


def evenness(counts: Sequence[int]) -> float:
    """1 less the tests that would have to change month for the most even spread, as a share of the most that could.

    `counts` are tests by month, at least one test in all; 1 is the most even spread, 0 is all in one month.
    """
    base, rest = divmod(sum(counts), len(counts))
    even = [base + 1] * rest + [base] * (len(counts) - rest)
    moves = sum(max(0, have - want) for have, want in zip(sorted(counts, reverse=True), even, strict=True))
    most = sum(counts) - even[0]
    return 1 - moves / most if most else 1.0


def _longest_gap(counts: Sequence[int]) -> int:
    longest = run = 0
    for count in counts:
        run = 0 if count else run + 1
        longest = max(longest, run)
    return longest


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _in_period(day: date | None, evidence: Evidence) -> bool:
    return day is not None and evidence.period_start <= day <= evidence.period_end


def _says(scale: str, fields: dict[str, Scalar], evidence: Evidence) -> str:
    kind = "" if scale == "any" else f"{scale} "
    count, months, gap = fields["count"], fields["months"], fields["longest_gap_months"]
    span = f"{month_year(evidence.period_start)} to {month_year(until(evidence))}"
    if not count:
        return f"No {kind}test of change in the {months} months from {span}."
    tests = "test" if count == 1 else "tests"
    says = f"{count} {kind}{tests} of change in {fields['active_months']} of the {months} months from {span}; "
    says += f"the longest gap was {gap} {'month' if gap == 1 else 'months'}."
    since = fields.get("since_notification_share")
    if isinstance(since, float) and since > 0:
        says += f" {100 * since:.0f}% of all tests began after the inspection was announced, and are not counted here."
    return says
