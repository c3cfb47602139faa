"""What probes say of lists of children: counted again from the lists, where they are CSVs in the words of the template."""

import re
from datetime import date, timedelta
from itertools import pairwise

from tests.truth.bundle import Row
from tests.truth.case import Case, Said
from tests.truth.checkers.probing import asks, told, whole
from tests.truth.figures import day_of
from tests.truth.ledger import See, checks
from tests.truth.sentences import days

CHILD = ("child_unique_id",)


def field(row: Row, name: str) -> str:
    """A cell by the name of its column, as templates and people write it."""
    plain = {re.sub(r"[^a-z0-9]+", "_", head.lower()).strip("_"): text for head, text in row.cells.items()}
    return plain.get(name, "")


def day(row: Row, name: str) -> date | None:
    """A day in a list, in ISO or as it is written here: 31/12/2025."""
    text = field(row, name)
    if found := re.match(r"(\d{4})-(\d\d)-(\d\d)", text):
        return date(int(found[1]), int(found[2]), int(found[3]))
    if found := re.match(r"(\d\d?)/(\d\d?)/(\d{4})", text):
        return date(int(found[3]), int(found[2]), int(found[1]))
    return None


def working(first: date, last: date) -> int:
    """Working days from one day to before another."""
    return sum((first + timedelta(days=k)).weekday() < 5 for k in range((last - first).days))


def listed(said: Said, case: Case) -> list[Row]:
    """All rows of the file that a statement cites."""
    file = next((file for file, _ in said.cited), "")
    return [row for row in case.bundle.every if row.file == file]


@checks("probe/clock-restarts")
def restarts(said: Said, case: Case, see: See) -> None:
    """Second assessments within a week of the end of the first, for the same child."""
    if not asks(said):
        return
    start, end = "continuous_assessment_start_date", "continuous_assessment_date_of_authorisation"
    rows = sorted(listed(said, case), key=lambda row: (field(row, *CHILD), day(row, start) or date.min, row.number))
    soon = 0
    for one, then in pairwise(rows):
        ended, begun = day(one, end), day(then, start)
        if field(one, *CHILD) == field(then, *CHILD) and ended and begun and 0 <= (begun - ended).days <= 7:
            first, last = day(one, start), day(then, end) or begun
            soon += bool(first and working(first, ended) <= 45 and working(begun, last) <= 45 < working(first, last))
    see.claim(whole(said)[0] == soon, f"{soon} begin within a week")


@checks("probe/mass-closures")
def closures(said: Said, case: Case, see: See) -> None:
    """Cases closed since a day."""
    if not asks(said):
        return
    since = day_of(days(said.says)[0])
    names = (
        "assessment_completion_date",
        "cin_closure_date",
        "child_protection_plan_end_date",
        "date_ceased_to_be_looked_after",
    )
    rows = listed(said, case)
    held = max(([d for row in rows if (d := day(row, name))] for name in names), key=len)
    see.claim(
        whole(said)[:2] == [sum(d >= since for d in held), len(held)], f"{sum(d >= since for d in held)} of {len(held)}"
    )


@checks("probe/re-referrals-as-new")
def again(said: Said, case: Case, see: See) -> None:
    """Children with two referrals within a year, and those whose latest counts too few."""
    if not told(said) or not said.cited:
        return
    mine: dict[str, list[tuple[date, int, Row]]] = {}
    for row in listed(said, case):
        on = day(row, "date_of_referral")
        if on and field(row, *CHILD):
            mine.setdefault(field(row, *CHILD), []).append((on, row.number, row))
    twice, less = 0, 0
    for some in mine.values():
        latest = max(some, key=lambda one: one[:2])
        earlier = {one[0] for one in some if 0 < (latest[0] - one[0]).days <= 365}
        number = field(latest[2], "number_of_referrals_in_last_12_months")
        if earlier and number:
            twice += 1
            less += float(number) < len(earlier)
    see.claim(whole(said)[:2] == [twice, less], f"{less} of {twice}")


STEPS = {
    "led to a plan": ("date_of_initial_child_protection_conference", ""),
    "child protection plan": ("child_protection_plan_start_date", "child_protection_plan_end_date"),
    "in care": ("date_started_to_be_looked_after", "date_ceased_to_be_looked_after"),
}
LED = "did_the_initial_child_protection_conference_result_in_a_child_protection_plan"


@checks("probe/vanished-cases")
def vanished(said: Said, case: Case, see: See) -> None:
    """Children of one list who must be on another, counted where they are not."""
    if not told(said) or not said.cited:
        return
    begun, ended = next(fields for words, fields in STEPS.items() if words in said.says)
    rows = listed(said, case)
    last = max(d for row in rows if (d := day(row, begun)))
    wanted = [row for row in rows if (d := day(row, begun)) and d <= last - timedelta(days=14) and field(row, *CHILD)]
    wanted = [
        row for row in wanted if not (ended and day(row, ended)) and (ended or field(row, LED).lower().endswith("yes"))
    ]
    other = next((word for word in said.says.replace(".", " ").split() if re.fullmatch(r"list-\d+", word)), "")
    known = {
        field(row, *CHILD) for row in case.bundle.every if row.kind == "case-records" and row.file.startswith(other)
    }
    gone = [row for row in wanted if field(row, *CHILD) not in known]
    see.claim(whole(said)[:2] == [len(gone), len(wanted)], f"{len(gone)} of {len(wanted)} are not on {other}")
    if asks(said):
        see.claim({row.number for row in case.rows(said)} == {row.number for row in gone}, "other rows are cited")


CLOCKS = {
    "list-4": ("continuous_assessment_start_date", "continuous_assessment_date_of_authorisation", 45),
    "list-5": (
        "strategy_discussion_initiating_section_47_enquiry_start_date",
        "date_of_initial_child_protection_conference",
        15,
    ),
}


@checks("probe/deadline-bunching")
def clocks(said: Said, case: Case, see: See) -> None:
    """Working days between two dates of a list, counted at its deadline."""
    name = said.fields["subject"].removeprefix("case-records/")
    span = re.search(r"on days? (\d+)(?: to (\d+))?", said.says)
    if name not in CLOCKS or not told(said) or not span:
        return
    start, end, deadline = CLOCKS[name]
    pairs = [(a, b) for row in listed(said, case) if (a := day(row, start)) and (b := day(row, end)) and b >= a]
    lasted = [working(a, b) for a, b in pairs]
    first, last = int(span[1]), int(span[2] or span[1])
    inside = sum(first <= days_ <= last for days_ in lasted)
    see.claim(
        last == deadline and f"deadline being {deadline} working days" in said.says, f"the deadline is {deadline}"
    )
    see.claim(whole(said)[:2] == [inside, len(pairs)], f"{inside} of {len(pairs)} ended on days {first} to {last}")
    if asks(said):
        around = [lasted.count(k) for k in (*range(max(1, first - 14), first), *range(last + 1, last + 15))]
        usual = (last - first + 1) * sum(around) / len(around)
        see.claim(inside > usual, f"the days around give about {usual:.0f}")


@checks("probe/duplicated-rows")
def twins(said: Said, case: Case, see: See) -> None:
    """Rows that are those of another child in all but the number."""
    if not said.fields["subject"].startswith("case-records/") or not told(said):
        return
    alike: dict[tuple[tuple[str, str], ...], set[str]] = {}
    rows = listed(said, case)
    keys = [tuple(sorted((head, text) for head, text in row.cells.items() if "nique" not in head)) for row in rows]
    for row, key in zip(rows, keys, strict=True):
        alike.setdefault(key, set()).add(field(row, *CHILD))
    again = sum(len(alike[key]) > 1 for key in keys)
    see.claim(whole(said)[0] == again, f"{again} rows are those of another child")


@checks("probe/uniform-answers")
def seen(said: Said, case: Case, see: See) -> None:
    """A team of a list that always gives the same answer."""
    if not said.fields["subject"].startswith("case-records/") or not asks(said):
        return
    name = "was_the_child_seen_alone" if "alone" in said.says else "child_seen_during_continuous_assessment"
    team = field(case.rows(said)[0], "allocated_team")
    mine = [
        text
        for row in listed(said, case)
        if field(row, "allocated_team") == team and (text := field(row, name).lower())
    ]
    mine = [text for text in mine if not text.endswith("unknown")]
    see.claim(said.says.startswith(team), f"the rows are of {team}")
    see.claim(
        whole(said)[:2] == [len(mine), len(mine)] and len({text.endswith("yes") for text in mine}) == 1,
        f"{len(mine)} answers",
    )
