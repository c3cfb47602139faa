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
    given = [number for number in whole(said) if number not in (12,)]
    see.claim(given[0] == twice and given[-1] == less, f"{less} of {twice}")


@checks("probe/vanished-cases")
def vanished(said: Said, case: Case, see: See) -> None:
    """Those who are cited are children whom the list names."""
    if not told(said):
        return
    given = whole(said)
    if asks(said):
        see.claim(given[0] == len(said.cited), f"{len(said.cited)} rows are cited")
        for row in case.rows(said):
            see.row(bool(field(row, *CHILD)), f"row {row.number} names no child")
