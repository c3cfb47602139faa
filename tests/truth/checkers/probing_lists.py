"""What probes say of lists of children: counted again from the lists, where they are CSVs in the words of the template."""

import re
from collections import Counter
from datetime import date, timedelta
from functools import cache
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


MOONS = (44, 33, 22, 41, 30, 48, 38, 27, 46, 35, 24, 43, 32, 21, 40, 29, 47, 37, 26)
"""The full moon before Easter, in days from 1 March on, by the golden number of years from 1900 to 2199."""
ONCE = {date(2012, 6, 4), date(2012, 6, 5), date(2022, 6, 2), date(2022, 6, 3), date(2022, 9, 19), date(2023, 5, 8)}
NOT_THEN = {date(2012, 5, 28), date(2022, 5, 30), date(2020, 5, 4)}


@cache
def free(year: int) -> frozenset[date]:
    """The bank holidays of England in a year, from the table of moons and the calendar."""
    moon = date(year, 3, 1) + timedelta(days=MOONS[year % 19])
    easter = moon + timedelta(days=7 - (moon.weekday() + 1) % 7)
    found = {easter - timedelta(days=2), easter + timedelta(days=1)}
    for month, first in ((5, 1), (5, 25), (8, 25)):
        found |= {date(year, month, k) for k in range(first, first + 7) if date(year, month, k).weekday() == 0}
    for month, held in ((1, [1]), (12, [25, 26])):
        rest = [date(year, month, k) for k in held if date(year, month, k).weekday() < 5]
        later = (date(year, month, held[-1]) + timedelta(days=k) for k in range(1, 5))
        rest += [day for day in later if day.weekday() < 5][: len(held) - len(rest)]
        found |= set(rest)
    return frozenset((found - NOT_THEN) | {day for day in ONCE if day.year == year} | VE_DAY.get(year, set()))


VE_DAY = {2020: {date(2020, 5, 8)}}


def working(first: date, last: date) -> int:
    """Working days after one day up to and with another."""
    span = (first + timedelta(days=k) for k in range(1, (last - first).days + 1))
    return sum(day.weekday() < 5 and day not in free(day.year) for day in span)


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
    if "begin within" in said.says:
        see.claim(whole(said)[0] == soon, f"{soon} begin within a week")
    if waited := re.search(r"(\d+) of (\d+) assessments begun more than (\d+) working days after", said.says):
        found = late(case, rows, int(waited[3]))
        see.claim((int(waited[1]), int(waited[2])) == found, f"{found[0]} of {found[1]} began late")


def late(case: Case, rows: list[Row], days_: int) -> tuple[int, int]:
    """Assessments begun so many working days after their child's latest referral: in time since they began late; all."""
    start, end = "continuous_assessment_start_date", "continuous_assessment_date_of_authorisation"
    asked: dict[str, list[date]] = {}
    for row in case.bundle.every:
        if row.kind == "case-records" and (on := day(row, "date_of_referral")):
            asked.setdefault(field(row, *CHILD), []).append(on)
    hit = all_ = 0
    for row in rows:
        begun, ended = day(row, start), day(row, end)
        before = [on for on in asked.get(field(row, *CHILD), []) if begun and on <= begun]
        if not (begun and ended and ended >= begun and before) or (begun - max(before)).days > 120:
            continue
        wait, took = working(max(before), begun), working(begun, ended)
        all_ += wait > days_
        hit += wait > days_ and took <= 45 < wait + took
    return hit, all_


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
    if "in the week from" in said.says:
        week = [d for d in held if since <= d < since + timedelta(days=7)]
        named = {day_of(text) for text in days(said.says)[1:]}
        see.claim(whole(said)[0] == len(week), f"{len(week)} were closed in that week")
        see.claim(f"; {sum(d in named for d in week)} of them on" in said.says, "on other days")
        return
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
    team = re.search(r"children of (.+) with two referrals", said.says)
    twice, less = 0, 0
    for some in mine.values():
        latest = max(some, key=lambda one: one[:2])
        if team and field(latest[2], "allocated_team") != team[1]:
            continue
        earlier = {one[0] for one in some if 0 < (latest[0] - one[0]).days <= 365}
        number = field(latest[2], "number_of_referrals_in_last_12_months")
        if earlier and number:
            twice += 1
            less += float(number) < len(earlier)
    told_ = re.search(r"Of (\d+) children.*?, (\d+) ha(?:s|ve) fewer", said.says)
    see.claim(bool(told_) and [int(told_[1]), int(told_[2])] == [twice, less], f"{less} of {twice}")


NEED = ("cin_start_date", "cin_closure_date")
STEPS = {
    "led to a plan": ("date_of_initial_child_protection_conference", "", ""),
    "with an open child protection plan": ("child_protection_plan_start_date", "child_protection_plan_end_date", ""),
    "in care": ("date_started_to_be_looked_after", "date_ceased_to_be_looked_after", ""),
    "with an open assessment": (
        "continuous_assessment_start_date",
        "continuous_assessment_date_of_authorisation",
        "",
    ),
    "said to have an open assessment": (*NEED, "d)"),
    "said to have a child protection plan": (*NEED, "b)"),
    "said to be looked after": (*NEED, "a)"),
}
OPEN_ON = {
    "list-4": "continuous_assessment_date_of_authorisation",
    "list-7": "child_protection_plan_end_date",
    "list-8": "date_ceased_to_be_looked_after",
}
LED = "did_the_initial_child_protection_conference_result_in_a_child_protection_plan"


@checks("probe/vanished-cases")
def vanished(said: Said, case: Case, see: See) -> None:
    """Children of one list who must be on another, counted where they are not: sentence by sentence."""
    if not told(said) or not said.cited:
        return
    every: set[int] = set()
    found = re.findall(r"(\d+) of (\d+) children ([^.]*?) (?:is|are) not (open )?on (list-\d+)\.", said.says)
    see.claim(bool(found), "no two lists are named")
    for gone_, of, words, still, other in found:
        gone, wanted = missing(said, case, words, OPEN_ON[other] if still else "", other)
        see.claim([int(gone_), int(of)] == [len(gone), len(wanted)], f"{len(gone)} of {len(wanted)} are not on {other}")
        every |= {row.number for row in gone}
    if asks(said):
        see.claim({row.number for row in case.rows(said)} == every, "other rows are cited")


def missing(said: Said, case: Case, words: str, closed: str, other: str) -> tuple[list[Row], list[Row]]:
    """The rows of those who are not on the other list, and of all who should be."""
    begun, ended, status = next(fields for key, fields in STEPS.items() if key in words)
    rows = listed(said, case)
    last = max(d for row in rows if (d := day(row, begun)))
    wanted = [row for row in rows if (d := day(row, begun)) and d <= last - timedelta(days=14) and field(row, *CHILD)]
    wanted = [
        row for row in wanted if not (ended and day(row, ended)) and (ended or field(row, LED).lower().endswith("yes"))
    ]
    wanted = [row for row in wanted if field(row, "case_status").startswith(status)]
    known = {
        field(row, *CHILD)
        for row in case.bundle.every
        if row.kind == "case-records" and row.file.startswith(other) and not (closed and day(row, closed))
    }
    return [row for row in wanted if field(row, *CHILD) not in known], wanted


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
    if "counted once" in said.says:
        keyed = [(row, day(row, start), day(row, end)) for row in listed(said, case)]
        both = [(row, a, b) for row, a, b in keyed if a and b and b >= a]
        alone = {(a, b, field(row, "allocated_worker") or str(row.number)) for row, a, b in both}
        pairs = [(a, b) for a, b, _ in sorted(alone)]
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
        if field(row, "allocated_team") == team
        and (text := field(row, name).lower())
        and not ("on an open plan" in said.says and day(row, "child_protection_plan_end_date"))
    ]
    mine = [text for text in mine if not text.endswith("unknown")]
    see.claim(said.says.startswith(team), f"the rows are of {team}")
    see.claim(
        whole(said)[:2] == [len(mine), len(mine)] and len({text.endswith("yes") for text in mine}) == 1,
        f"{len(mine)} answers",
    )


@checks("probe/one-date-for-all")
def one_date(said: Said, case: Case, see: See) -> None:
    """Open cases of a team that share a date, counted again."""
    if not asks(said):
        return
    told_ = re.search(r"(\d+) of (\d+) open cases of (.+) have the same date of the last visit, ([\d-]+);", said.says)
    if not told_:
        see.claim(False, "the sentence says nothing")
        return
    names = {
        "list-6": ("date_child_was_last_seen", "cin_closure_date"),
        "list-7": ("date_of_the_last_statutory_visit", "child_protection_plan_end_date"),
        "list-8": ("date_of_last_social_work_visit", "date_ceased_to_be_looked_after"),
    }
    visit, ended = names[str(said.fields["subject"]).removeprefix("case-records/")]
    mine = [row for row in listed(said, case) if field(row, "allocated_team") == told_[3] and not day(row, ended)]
    held = Counter(d for row in mine if (d := day(row, visit)))
    date_ = day_of(told_[4])
    see.claim(
        [int(told_[1]), int(told_[2])] == [held[date_], sum(held.values())], f"{held[date_]} of {sum(held.values())}"
    )
    see.claim(held[date_] == max(held.values()), "another date is shared by more")


@checks("probe/capped-counts")
def placed(said: Said, case: Case, see: See) -> None:
    """Placements of children in care that stop at a number."""
    if said.fields["subject"] != "case-records/list-8" or not asks(said):
        return
    rows = listed(said, case)
    held = [int(text) for row in rows if (text := field(row, "number_of_placements_in_the_last_12_months"))]
    most = max(held)
    see.claim(
        whole(said)[:4] == [len(held), most, held.count(most), most], f"{held.count(most)} of {len(held)} had {most}"
    )
