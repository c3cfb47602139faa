"""How many tests of change there were, how regular, and the longest gap between them.

Measures:
    The entries of the improvement log that show that something was tried, by the month in which each was tested (where that
    is not given, begun), within the period of the bundle and begun and tested before the day on which the inspection was
    announced: how many, in how many of the months, the longest run of months without any, and how evenly they are spread.
    Small tests (one case, one worker, one team or several teams), large ones (a whole service or authority) and any are
    counted apart. Those without a day, of another time, since the announcement, or written down more than 62 days
    afterwards are set aside, each told with its reason; and what share began only since the announcement.

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

from inspector.evidence.announcement import announced_on
from inspector.evidence.aside import FIELDS, Apart
from inspector.evidence.records import (
    SINCE_WHEN,
    Found,
    apart_tests,
    fact,
    last_day,
    share,
    shared,
    since_when,
    span,
    submitted,
    tested_on,
    until,
)
from inspector.model import describe
from inspector.model.evidence import Evidence, LogEntry
from inspector.model.facts import About, Fact
from inspector.model.words import agree, plural

SCALES: dict[str, tuple[str, ...]] = {
    "small": ("one-case", "one-worker", "one-team", "several-teams"),
    "large": ("whole-service", "whole-authority"),
}
SCALES["any"] = SCALES["small"] + SCALES["large"]
WORDS = {
    "small": ("small test of change", "small tests of change"),
    "large": ("large test of change", "large tests of change"),
    "any": ("test of change", "tests of change"),
}

ABOUT = About(
    id="improvement-pace",
    title="Pace of improvement work",
    needs=("improvement-log",),
    fields=(
        describe.choice("scale", "Which tests are counted.", tuple(SCALES), "name", key=True),
        describe.count(
            "count",
            "Tests of change of the period that count: done before the announcement.",
            "activity",
            "tests",
            equals="recorded - set_aside",
        ),
        *FIELDS,
        describe.share(
            "dated_share", "Share of the recorded tests that say on which day they were.", "doubt", good="up"
        ),
        describe.count(
            "raised", "Ideas raised in the period, before the announcement, tried or not.", "activity", "ideas"
        ),
        describe.count(
            "untried",
            "Ideas raised of which nothing shows that they were tried.",
            "activity",
            "ideas",
            at_most="raised",
        ),
        describe.count(
            "months", "Calendar months of the period with a day before the announcement.", "name", "months", least=1
        ),
        describe.count(
            "active_months",
            "Months with at least one test that counts.",
            "activity",
            "months",
            good="up",
            at_most="months count",
        ),
        describe.share(
            "active_share",
            "Share of the months with at least one test that counts.",
            "activity",
            good="up",
            equals="active_months / months",
        ),
        describe.count(
            "longest_gap_months",
            "Longest run of months without a test that counts.",
            "activity",
            "months",
            good="down",
            at_most="months",
        ),
        describe.amount(
            "per_month",
            "Tests per month of the period.",
            "activity",
            "tests",
            least=0,
            good="up",
            equals="count / months",
        ),
        describe.amount(
            "evenness",
            "1: as evenly spread over the months as can be; 0: all in one.",
            "activity",
            "evenness",
            least=0,
            most=1,
            good="up",
        ),
        describe.count(
            "begun_since",
            "Tests begun since the announcement (tested, where no day of beginning is stated).",
            "doubt",
            "tests",
        ),
        describe.share(
            "since_notification_share",
            "Tests begun since the announcement, of these and those that count.",
            "doubt",
            good="down",
            equals="begun_since / (begun_since + count)",
        ),
        SINCE_WHEN,
    ),
)


def measure(evidence: Evidence) -> tuple[Fact, ...]:
    """A fact each for small, large and any tests; none where the bundle has no improvement log."""
    if not evidence.log and not submitted(evidence, "improvement-log"):
        return ()
    return tuple(_fact(scale, evidence) for scale in SCALES)


def _fact(scale: str, evidence: Evidence) -> Fact:
    apart = apart_tests(evidence, *(SCALES[scale] if scale != "any" else ()), words=WORDS[scale])
    entries = [entry for entry in evidence.log if entry.scale in SCALES[scale]]
    found = {"scale": scale, **_counts(apart, entries, evidence), **_pace(apart.counted, evidence)}
    ideas = [entry for entry in entries if not entry.tried]
    records = ideas if ideas or apart.recorded else evidence.log
    return fact(ABOUT, scale, found, _says(scale, found, apart, evidence), ["improvement-log"], records, apart)


def _counts(apart: Apart[LogEntry], entries: Sequence[LogEntry], evidence: Evidence) -> Found:
    first, last, told = evidence.period_start, last_day(evidence), announced_on(evidence)
    raised = [entry for entry in entries if first <= entry.raised_on <= last]
    begun = [day for entry in entries if (day := entry.started_on or entry.tested_on) is not None]
    since = sum(day >= told for day in begun)
    count = len(apart.counted)
    return {
        "count": count,
        "dated_share": shared([entry for entry in entries if entry.tried], lambda entry: entry.tried_on is not None),
        "raised": len(raised),
        "untried": sum(not entry.tried for entry in raised),
        "begun_since": since,
        "since_notification_share": share(since, since + count),
        "since_when": since_when(evidence),
    }


def _pace(counted: Sequence[LogEntry], evidence: Evidence) -> Found:
    by_month = Counter(_month(tested_on(entry)) for entry in counted)
    months = range(_month(evidence.period_start), _month(until(evidence)) + 1)
    counts = [by_month[month] for month in months]
    active = sum(count > 0 for count in counts)
    return {
        "months": len(counts),
        "active_months": active,
        "active_share": active / len(counts),
        "longest_gap_months": _longest_gap(counts),
        "per_month": len(counted) / len(counts),
        "evenness": evenness(counts) if counted else None,
    }


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


def _says(scale: str, found: Found, apart: Apart[LogEntry], evidence: Evidence) -> str:
    one, many = WORDS[scale]
    count, months, gap = found["count"], found["months"], found["longest_gap_months"]
    assert isinstance(gap, int)
    when = f"{months} {agree(months, 'month', 'months')} {span(evidence)}"
    if not count:
        return f"No {one} {'counts' if apart.recorded else 'was recorded'} in {when}."
    says = f"{count} {agree(count, one, many)} in {found['active_months']} of {when}; "
    return says + (f"the longest gap was {plural(gap, 'month')}." if gap else "no month is without one.")
