"""How many small tests are told to the end, with a day, a decision and a lesson in words, set against how many people work there.

Measures:
    The small tests of the improvement log that count and say three things: on which day the test was, what was decided, and what
    was learned, in words of their own (aim and lesson with two different words each, or eight letters). How many; in how many
    months of the period, and of the last six that count; in how many teams there are two or more; how many different lessons they
    hold (the same words in another order, or with other numbers, are the same lesson) and how many different words; how many
    different lessons a year that makes for each ten of the staff. Staff are the most that the table of who took part has in one
    of its periods; where its periods are less than half of the bundle's, 300 or more are supposed. Where the log numbers its
    entries from the beginning, how many numbers up to the highest are not in it.

Why it matters:
    A few entries are no perpetual stream, in a service of two hundred. A test that says neither what was decided nor what was
    learned shows that something was done, and not that anybody learned from it. A log of which entries were taken out is thinner
    than the work was.

Cannot tell:
    Whether a lesson is true, or who wrote it: no words can show that. Terse texts count as much as long ones. A small service has
    fewer tests for good reasons, which is why they are set against its staff; of 60 different lessons no staff is too small to be
    asked, because its own word for how small it is buys nothing. Numbers may be missing because a system gives them
    to other records too.

Reference:
    Munro (2011), A child-centred system, chapter 7; Knudsen et al. (2019), BMC Health Services Research 19:683, table 1
    (documented cycles with a decision and learning); Ogrinc et al. (2016), SQUIRE 2.0, BMJ Quality & Safety 25(12), 986-992.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from inspector.evidence.aside import FIELDS, Why, told_apart
from inspector.evidence.records import Found, asides, fact, span, submitted, tested_on, until
from inspector.model import describe
from inspector.model.evidence import Evidence, LogEntry
from inspector.model.facts import About, Fact
from inspector.model.rows import Located
from inspector.model.words import agree

SMALL = ("one-case", "one-worker", "one-team", "several-teams")
NAMES = ("small test", "small tests")
LATEST = 6
"""So many months, the last that count, are looked at apart."""
SUPPOSED = 300
"""The staff that is supposed where nobody says how many there are."""
TWO = 2
"""A text has so many different words, or `LETTERS` letters; a team has so many tests."""
LETTERS = 8
ENOUGH = 60
"""So many different lessons are asked for at least: fewer are soon made up, and a small staff is soon stated."""
SMALL_SERVICE = 20
"""A service of fewer staff may be one team."""
NUMBERED = 0.9
"""From such a share of entries on whose ids are one word and a number, the log numbers its entries."""
FROM_THE_BEGINNING = 0.2
"""The first number may be such a share of the highest."""
FEWEST = 10
UNTOLD = Why("unstated", "without a decision or a lesson in words")
_WORD = re.compile(r"[^\W\d_]{2,}")
_NUMBERED = re.compile(r"(.*?)([0-9]{1,9})")

ABOUT = About(
    id="whole-cycles",
    title="Tests told to the end",
    needs=("improvement-log",),
    fields=(
        describe.count(
            "count",
            "Small tests that count and state a day, a decision and a lesson.",
            "activity",
            "tests",
            equals="recorded - set_aside",
        ),
        *FIELDS,
        describe.count(
            "months", "Calendar months of the period with a day before the announcement.", "name", "months", least=1
        ),
        describe.count(
            "active_months",
            "Months with at least one test that is told to the end.",
            "activity",
            "months",
            good="up",
            at_most="months count",
        ),
        describe.share(
            "active_share",
            "Share of the months with at least one test that is told to the end.",
            "activity",
            good="up",
            equals="active_months / months",
        ),
        describe.count(
            "latest_months",
            "The last months that count: six, or as many as there are.",
            "name",
            "months",
            least=1,
            most=6,
            at_most="months",
        ),
        describe.count(
            "latest_active",
            "How many of the last months have at least one test that is told to the end.",
            "activity",
            "months",
            good="up",
            at_most="latest_months active_months",
        ),
        describe.share(
            "latest_share",
            "Share of the last months with at least one test that is told to the end.",
            "activity",
            good="up",
            equals="latest_active / latest_months",
        ),
        describe.count(
            "teams",
            "Teams with two tests or more that are told to the end.",
            "activity",
            "teams",
            good="up",
            at_most="count",
        ),
        describe.flag(
            "beyond_one_team",
            "Whether two teams or more have two such tests each; or one, of a service of fewer than 20 that has one team.",
            "activity",
            good="up",
        ),
        describe.count(
            "different", "How many different lessons the tests hold.", "activity", "lessons", good="up", at_most="count"
        ),
        describe.count(
            "words", "How many different words the aims and lessons of the tests have.", "activity", "words", good="up"
        ),
        describe.count("staff", "The staff that the tests are set against.", "declared", "staff", least=1),
        describe.flag(
            "staff_stated",
            "Whether the table of who took part tells of half of the period or more.",
            "doubt",
            good="up",
        ),
        describe.amount(
            "of_needed",
            "Different lessons against those asked for: one a year for each ten of the staff, and at least 60.",
            "activity",
            "times what is asked for",
            least=0,
            good="up",
        ),
        describe.amount(
            "yearly_per_ten",
            "Different lessons a year for each ten of the staff.",
            "activity",
            "lessons a year for each ten of the staff",
            least=0,
            good="up",
        ),
        describe.count("numbers", "The highest number that the log gives an entry.", "doubt", "numbers", least=1),
        describe.count(
            "numbers_missing",
            "Numbers up to the highest that no entry has.",
            "doubt",
            "numbers",
            good="down",
            at_most="numbers",
        ),
        describe.share(
            "numbers_missing_share",
            "Numbers that no entry has, of all up to the highest.",
            "doubt",
            good="down",
            equals="numbers_missing / numbers",
        ),
    ),
)


def measure(evidence: Evidence) -> tuple[Fact, ...]:
    """One fact; none where the bundle has no improvement log."""
    if not evidence.log and not submitted(evidence, "improvement-log"):
        return ()
    log = (*evidence.log, *evidence.struck_log)
    tried = [entry for entry in log if entry.tried and entry.scale in SMALL]
    aside = asides(evidence)
    apart = told_apart(tried, lambda entry: aside(entry) or (None if whole(entry) else UNTOLD), NAMES)
    found = {
        "count": len(apart.counted),
        **_months(apart.counted, evidence),
        **_staff(apart.counted, evidence),
        **_numbers(evidence),
    }
    table = [row for row in evidence.participation if row.headcount]
    rests = ["improvement-log", *(["participation"] if table else [])]
    rows: list[Located] = [*log, *table]
    return (fact(ABOUT, "log", found, _says(found, evidence), rests, rows, apart),)


def whole(entry: LogEntry) -> bool:
    """Whether a test says what was decided, what it was about and what was learned."""
    return entry.decision is not None and speaks(entry.aim) and speaks(entry.learned or "")


@lru_cache(maxsize=20_000)
def words_of(text: str) -> frozenset[str]:
    """The different words of a text, of two letters or more, in lower case; numbers are none."""
    return frozenset(_WORD.findall(text.casefold()))


def _months(done: Sequence[LogEntry], evidence: Evidence) -> Found:
    first, last = (day.year * 12 + day.month for day in (evidence.period_start, until(evidence)))
    active = {day.year * 12 + day.month for day in map(tested_on, done)}
    months = last - first + 1
    latest = min(LATEST, months)
    recent = sum(month > last - latest for month in active)
    return {
        "months": months,
        "active_months": len(active),
        "active_share": len(active) / months,
        "latest_months": latest,
        "latest_active": recent,
        "latest_share": recent / latest,
    }


def _staff(done: Sequence[LogEntry], evidence: Evidence) -> Found:
    told, stated = _told(evidence)
    staff = told if stated else max(told, SUPPOSED)
    teams = sum(count >= TWO for count in Counter(entry.team for entry in done).values())
    alone = stated and told < SMALL_SERVICE and len({row.team for row in evidence.participation}) == 1
    lessons = len({words_of(entry.learned or "") for entry in done})
    years = ((until(evidence) - evidence.period_start).days + 1) / 365.25
    return {
        "teams": teams,
        "beyond_one_team": teams >= TWO or (alone and teams == 1),
        "different": lessons,
        "words": len(frozenset[str]().union(*(words_of(f"{entry.aim} {entry.learned}") for entry in done))),
        "staff": staff,
        "staff_stated": stated,
        "of_needed": lessons / max(staff * years / 10, ENOUGH),
        "yearly_per_ten": 10 * lessons / staff / years,
    }


def _told(evidence: Evidence) -> tuple[int, bool]:
    """The most staff that the table of who took part has in one period; whether its periods are half of the bundle's or more."""
    by_period: dict[tuple[date, date], int] = defaultdict(int)
    for row in evidence.participation:
        by_period[row.period_start, row.period_end] += row.headcount
    days = sum((last - first).days + 1 for first, last in by_period)
    most = max(by_period.values(), default=0)
    return most, most > 0 and 2 * days >= (evidence.period_end - evidence.period_start).days + 1


@lru_cache(maxsize=20_000)
def _parted(id: str) -> tuple[str, str] | None:
    found = _NUMBERED.fullmatch(id)
    return (found[1], found[2]) if found else None


@lru_cache(maxsize=20_000)
def speaks(text: str) -> bool:
    """Whether a text says something: two different words or eight letters, whatever the language."""
    words = words_of(text)
    return len(words) >= TWO or sum(map(len, words)) >= LETTERS


def _numbers(evidence: Evidence) -> Found:
    log = (*evidence.log, *evidence.struck_log)
    parted = [parts for entry in log if (parts := _parted(entry.id))]
    word, most = Counter(word for word, _ in parted).most_common(1)[0] if parted else ("", 0)
    if most < max(FEWEST, NUMBERED * len(log)):
        return {}
    numbers = {int(number) for before, number in parted if before == word}
    if max(numbers) == 0 or min(numbers) > max(1, FROM_THE_BEGINNING * max(numbers)):
        return {}
    missing = max(numbers) - len(numbers - {0})
    return {"numbers": max(numbers), "numbers_missing": missing, "numbers_missing_share": missing / max(numbers)}


def _says(found: Found, evidence: Evidence) -> str:
    count, months = found["count"], found["months"]
    when = f"{months} {agree(months, 'month', 'months')} {span(evidence)}"
    if not count:
        says = f"No small test of {when} is told to the end, with a day, a decision and a lesson."
    else:
        says = (
            f"{count} small {agree(count, 'test is', 'tests are')} told to the end, with a day, a decision and a lesson, in "
            f"{found['active_months']} of {when} and in {found['latest_active']} of the last {found['latest_months']}; "
            f"{found['different']} {agree(found['different'], 'lesson is', 'lessons are')} different"
        )
        says += (
            f", among {found['staff']} staff at most."
            if found["staff_stated"]
            else "; how many staff there are is not stated."
        )
    lost = found.get("numbers_missing")
    if lost:
        says += f" Of the numbers 1 to {found['numbers']} that entries have, {lost} {agree(lost, 'is', 'are')} not in the log."
    return says
