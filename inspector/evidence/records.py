"""What signals that count records share: the days that count, shares, halves of a period, and the fact itself."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, TypeVar

from inspector.evidence.announcement import announced_on
from inspector.evidence.aside import Apart, Why, faulty, told_apart
from inspector.evidence.declared import in_time
from inspector.model import describe
from inspector.model.case_reviews import CaseReview
from inspector.model.evidence import TOLD_WITHIN, Evidence, LogEntry, Participation
from inspector.model.facts import About, Fact, Scalar
from inspector.model.months import month_year
from inspector.model.rows import Located, by_resource, merged
from inspector.model.words import agree
from inspector.stats.rounding import round6

FRONT = ("front-line", "family")
"""Where ideas of those who do the work, or whom it is done for, come from."""
LONG_AGO = 183
"""Days after which an idea nobody has tried counts as waiting, and a record nobody has touched as standing still."""
Found = Mapping[str, Scalar | None]
TOOK_PART = ("row on participation", "rows on participation")
TESTS = ("test of change", "tests of change")
IDEAS = ("idea", "ideas")
REVIEWS = {
    "any": ("review", "reviews"),
    "badly": ("review of an event that went badly", "reviews of events that went badly"),
    "well": ("review of an event that went well", "reviews of events that went well"),
}

One = TypeVar("One")
Row = TypeVar("Row", bound=Located)


def last_day(evidence: Evidence) -> date:
    """The last day that counts: what was done once the inspection was announced does not say how it was before.

    It lies before the period where the announcement came before it or on its first day: nothing counts then.
    """
    return min(evidence.period_end, announced_on(evidence) - timedelta(days=1))


def since_when(evidence: Evidence) -> str:
    """`since the inspection was announced`, or since when it may have been."""
    if evidence.notified_on is not None:
        return "since the inspection was announced"
    return f"since {in_words(announced_on(evidence))}, from when on the inspection may have been announced (no day is stated)"


SINCE_WHEN = describe.text(
    "since_when", "Since the announcement, or since when it may have been where no day is stated.", "name"
)


def after_announcement(done: str, evidence: Evidence) -> Why:
    """Why a record of the time after the announcement does not count: it was `done` then."""
    if evidence.notified_on is not None:
        return Why("after", f"{done} since the announcement")
    return Why(
        "after", f"{done} since {in_words(announced_on(evidence))}, when it may have been announced (no day is stated)"
    )


def in_words(day: date) -> str:
    """`12 April 2026`."""
    return f"{day.day} {month_year(day)}"


def by_day(evidence: Evidence) -> str:
    """The last day that counts, in words: `by 12 April 2026`."""
    return f"by {in_words(last_day(evidence))}"


UNTIL = describe.day("until", "The last day that counts: of the period, and before the announcement.", "name")


def until(evidence: Evidence) -> date:
    """The day up to which months are counted and named: the last that counts, and never before the period's first."""
    return max(evidence.period_start, last_day(evidence))


def by_then(day: date | None, evidence: Evidence) -> bool:
    """Whether something had happened by the last day that counts."""
    return day is not None and day <= last_day(evidence)


def after_last(day: date | None, evidence: Evidence) -> bool:
    """Whether it is stated that something happened only after the last day that counts."""
    return day is not None and day > last_day(evidence)


def within(day: date | None, evidence: Evidence) -> bool:
    """Whether something happened within the period and before the announcement."""
    return day is not None and evidence.period_start <= day <= last_day(evidence)


def tests(evidence: Evidence) -> list[LogEntry]:
    """The tests of change that count: of the period, begun and tested before the announcement, written down as they happened."""
    return list(apart_tests(evidence).counted)


def apart_tests(evidence: Evidence, *scales: str, words: tuple[str, str] = TESTS) -> Apart[LogEntry]:
    """Tests of change on these scales (none named: on any), told apart into those that count and those set aside.

    A test of change is an entry of the log that shows in any way that it was tried. Which scale a row has that could not be
    read nobody knows: only tests on any scale have them set aside.
    """

    def apart() -> Apart[LogEntry]:
        log = (*evidence.log, *evidence.struck_log)
        every = [entry for entry in log if entry.tried and (not scales or entry.scale in scales)]
        unread = () if scales else faulty(evidence, "improvement-log")
        return told_apart(every, asides(evidence), words, unread)

    return kept_apart(evidence, " ".join(("tests apart", *scales, *words)), apart)


def kept_apart(evidence: Evidence, key: str, apart: Callable[[], Apart[Row]]) -> Apart[Row]:
    """What is told apart, worked out once as long as nothing is different that it can hang on."""
    if evidence.declared:
        return apart()
    of = (
        evidence.log,
        evidence.struck_log,
        evidence.participation,
        evidence.struck_participation,
        evidence.doubted,
        evidence.left_out,
        evidence.resources,
        evidence.period_start,
        evidence.period_end,
        evidence.notified_on,
        evidence.submitted_at,
    )
    kept: tuple[tuple[object, ...], Apart[Row]] | None = evidence.worked_out.get(key)
    if kept is None or not all(one is other for one, other in zip(kept[0], of, strict=True)):
        kept = evidence.worked_out[key] = (of, apart())
    return kept[1]


REFUTED = Why("not-as-written", "that nobody looked at and that may be wrong, since too many that were looked at are")
NOT_AS_WRITTEN = Why("not-as-written", "not found as written on site")
UNDATED = Why("undated", "without the day of the test")
OUTSIDE = Why("outside", "tested before or after the period")
WHEN_WRITTEN = Why("unstated", "without the day of the entry")
LATE = Why("late", f"entered more than {TOLD_WITHIN} days afterwards")


def why_aside(entry: LogEntry, evidence: Evidence) -> Why | None:
    """Why a test of change does not count; None where it does."""
    return asides(evidence)(entry)


def asides(evidence: Evidence) -> Callable[[LogEntry], Why | None]:
    """`why_aside` for many entries of the same evidence."""
    return _once_each(evidence, "why aside", _why_aside)


def _once_each(
    evidence: Evidence, what: str, why: Callable[[LogEntry, Evidence], Why | None]
) -> Callable[[LogEntry], Why | None]:
    """What `why` says of each entry, asked once where it hangs on the entry and the days of the evidence alone."""
    if evidence.declared:
        return lambda entry: why(entry, evidence)
    known = _known_of_entries(evidence, what)

    def told(entry: LogEntry) -> Why | None:
        found = known.get(id(entry))
        if found is None:
            # The entry is kept with the answer, so that no other can come to have its id.
            found = known[id(entry)] = (entry, why(entry, evidence))
        return found[1]

    return told


def _known_of_entries(evidence: Evidence, what: str) -> dict[int, tuple[LogEntry, Why | None]]:
    """What is known of entries where it hangs on them and on the days of the evidence alone, whichever others there are."""
    days = evidence.period_start, evidence.period_end, announced_on(evidence), evidence.doubted
    kept: tuple[object, dict[int, tuple[LogEntry, Why | None]]] | None = evidence.worked_out.get(what)
    if kept is None or kept[0] != days:
        kept = evidence.worked_out[what] = (days, {})
    return kept[1]


def _why_aside(entry: LogEntry, evidence: Evidence) -> Why | None:
    if asked := asked_about(entry, evidence):
        return asked
    day = entry.tried_on
    if day is None:
        return UNDATED
    if announced(entry.started_on, evidence):
        return after_announcement("begun", evidence)
    if announced(day, evidence):
        return after_announcement("tested", evidence)
    if not evidence.period_start <= day <= evidence.period_end:
        return OUTSIDE
    return _not_in_time(entry, evidence)


def _as_declared(entry: LogEntry, evidence: Evidence) -> bool:
    """Whether an entry counts as told in time because of what was declared and the data bear out."""
    return bool(evidence.declared) and (entry.resource, entry.row) in in_time(evidence)


def _not_in_time(entry: LogEntry, evidence: Evidence) -> Why | None:
    """Why it cannot be known that an entry was written down as it happened; None where it was."""
    if _as_declared(entry, evidence):
        return None
    if entry.recorded_at is None:
        return WHEN_WRITTEN
    return None if entry.told_in_time else LATE


def apart_ideas(evidence: Evidence) -> Apart[LogEntry]:
    """Entries of the log as ideas, tried or not: those raised in the period, before the announcement, count."""

    def apart() -> Apart[LogEntry]:
        unread = faulty(evidence, "improvement-log")
        log = (*evidence.log, *evidence.struck_log)
        return told_apart(log, _once_each(evidence, "idea aside", _of_idea), IDEAS, unread)

    return kept_apart(evidence, "ideas apart", apart)


def _of_idea(entry: LogEntry, evidence: Evidence) -> Why | None:
    if asked := asked_about(entry, evidence):
        return asked
    if announced(entry.raised_on, evidence):
        return after_announcement("raised", evidence)
    if not within(entry.raised_on, evidence):
        return Why("outside", "raised before or after the period")
    # To have had an idea is no work done: that nobody knows when it was written down is told with it, by whoever counts ideas.
    return _not_in_time(entry, evidence) if entry.recorded_at is not None else None


def apart_reviews(evidence: Evidence, went: str = "any") -> Apart[CaseReview]:
    """The case reviews of events that went so: those held in the period, before the announcement, count.

    How an event went of which the row could not be read nobody knows: only reviews of any event have such rows set aside.
    """
    some = [one for one in evidence.case_reviews if went in ("any", one.went)]
    parts: list[Located] = []
    for review in evidence.case_reviews:
        parts += [*review.actions, *review.factors]
    unread = faulty(evidence, "case-reviews", evidence.case_reviews, parts) if went == "any" else ()
    return told_apart(some, lambda one: _review_aside(one, evidence), REVIEWS[went], unread)


def _review_aside(one: CaseReview, evidence: Evidence) -> Why | None:
    if announced(one.reviewed_on, evidence):
        return after_announcement("held", evidence)
    return None if within(one.reviewed_on, evidence) else Why("outside", "held before or after the period")


def apart_participation(evidence: Evidence) -> Apart[Participation]:
    """The rows of the participation table, told apart by when their periods end."""

    def apart() -> Apart[Participation]:
        unread = faulty(evidence, "participation")
        return told_apart(
            (*evidence.participation, *evidence.struck_participation),
            lambda one: asked_about(one, evidence) or ending_aside(one.period_end, evidence),
            TOOK_PART,
            unread,
        )

    return kept_apart(evidence, "participation apart", apart)


def asked_about(one: Located, evidence: Evidence) -> Why | None:
    """Why this row is struck: a visit did not find it as written, or a probe asks about it; None where it is not."""
    if not evidence.doubted:
        return None
    kept: tuple[object, dict[tuple[str, int], Why]] | None = evidence.worked_out.get("doubted")
    if kept is None or kept[0] is not evidence.doubted:
        why = {
            (doubt.resource, doubt.row): (REFUTED if doubt.refuted else NOT_AS_WRITTEN)
            if doubt.on_site
            else Why("questioned", f"asked about by {' and '.join(doubt.probes)}")
            for doubt in evidence.doubted
        }
        kept = evidence.worked_out["doubted"] = (evidence.doubted, why)
    return kept[1].get((one.resource, one.row))


def ending_aside(day: date, evidence: Evidence) -> Why | None:
    """Why a record of a period that ends on this day does not count; None where it does."""
    if announced(day, evidence):
        return after_announcement("ending", evidence)
    return None if evidence.period_start <= day <= evidence.period_end else ENDING_OUTSIDE


ENDING_OUTSIDE = Why("outside", "ending before or after the period")


def announced(day: date | None, evidence: Evidence) -> bool:
    """Whether a day is that of the announcement or a later one; where none is stated, of when it may have been."""
    return day is not None and day >= announced_on(evidence)


def tested_on(entry: LogEntry) -> date:
    """The day of a test: when it was tested, else started."""
    return entry.tried_on or entry.raised_on


def submitted(evidence: Evidence, kind: str) -> bool:
    """Whether the bundle has a resource of this kind, be it empty."""
    return any(one.kind == kind for one in evidence.resources)


def share(part: int, whole: int) -> float | None:
    """`part` of `whole`; None of nothing."""
    return part / whole if whole else None


def shared(some: Iterable[One], holds: Callable[[One], bool]) -> float | None:
    """The share of those for which it holds; None of nothing."""
    answers = [holds(one) for one in some]
    return share(sum(answers), len(answers))


def change(
    some: Sequence[One], day: Callable[[One], date], amount: Callable[[Sequence[One]], float | None], evidence: Evidence
) -> float | None:
    """`amount` of those in the later half of the period less that of those in the first; None where a half is empty."""
    middle = evidence.period_start + (last_day(evidence) - evidence.period_start) / 2
    first, later = (
        amount([one for one in some if day(one) < middle]),
        amount([one for one in some if day(one) >= middle]),
    )
    return None if first is None or later is None else later - first


def days_between(pairs: Iterable[tuple[date | None, date | None]]) -> float | None:
    """The median of days from the first to the second date of each pair that has both."""
    days = [(end - start).days for start, end in pairs if start is not None and end is not None]
    days.sort()
    return (days[(len(days) - 1) // 2] + days[len(days) // 2]) / 2 if days else None


def fact(
    about: About,
    key: str,
    found: Found,
    says: str,
    rests_on: Iterable[str],
    records: Iterable[Located],
    apart: Apart[Any] | None = None,
    *beside: Apart[Any],
) -> Fact:
    """The fact `signal/ID/KEY`: what is None is left out, numbers are rounded, rows are sorted.

    What is set `apart` is counted in its fields, told by its sentence, and cited. Records of other sorts that it reads stand
    `beside`: what is set aside of them is told and cited too.
    """
    found = {**found, **(apart.fields if apart else {})}
    fields = {name: round6(x) if isinstance(x, float) else x for name, x in found.items() if x is not None}
    some = [*([apart] if apart else []), *beside]
    aside_says = " ".join(dict.fromkeys(one.says for one in some if one.says))
    return Fact(
        id=f"signal/{about.id}/{key}",
        kind=f"signal/{about.id}",
        fields=fields,
        says=f"{says} {aside_says}".rstrip(),
        rests_on=tuple(sorted(set(rests_on))),
        rows=merged([*by_resource(records), *(part for one in some for part in one.rows)]),
        aside=apart.aside if apart else (),
        beside=tuple(part for one in beside for part in one.aside),
        aside_says=aside_says,
    )


def some(number: Scalar | None, noun: str) -> str:
    """`1 team`, `2 teams`, of a number as facts have it."""
    return f"{number} {agree(number, noun, f'{noun}s')}"


def percent(part: Scalar | None) -> str:
    """`40%`, or `an unknown share`; never rounded up to all or down to none."""
    if not isinstance(part, int | float):
        return "an unknown share"
    if 0 < part <= 0.005 or 0.995 <= part < 1:
        return "under 1%" if part < 0.5 else "over 99%"
    return f"{100 * part:.0f}%"


def span(evidence: Evidence) -> str:
    """`from April 2023 to March 2026`: the days that count."""
    return f"from {month_year(evidence.period_start)} to {month_year(until(evidence))}"
