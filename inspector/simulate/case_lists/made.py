"""A whole book of case lists: eleven lists of about so many rows, honest until a move is played."""

from datetime import date, timedelta
from itertools import islice

from inspector.simulate.case_lists import calendar, leaving
from inspector.simulate.case_lists.book import Book, Row
from inspector.simulate.case_lists.care import Care
from inspector.simulate.case_lists.front_door import FrontDoor
from inspector.simulate.case_lists.people import families, teams
from inspector.simulate.draws import stream

LEAST, MOST = 1_000, 200_000
SHARES = {1: 0.36, 7: 0.03, 8: 0.04, 6: 0.22, 9: 0.02, 10: 0.006, 11: 0.008}
"""What share of all rows each list has; the others follow from these."""
ORDER = {
    1: "date_of_contact", 2: "assessment_start_date", 3: "date_of_referral", 4: "continuous_assessment_start_date",
    5: "strategy_discussion_initiating_section_47_enquiry_start_date", 6: "child_unique_id", 7: "child_unique_id",
    8: "child_unique_id", 9: "child_unique_id", 10: "child_unique_id", 11: "individual_adopter_identifier",
}  # fmt: skip


def book(seed: str, rows: int) -> Book:
    """An honest book of about so many rows."""
    draw = stream(seed, "book")
    day = calendar.after(date(2022, 1, 10) + timedelta(days=draw.randrange(1500)), 0)
    homes = families(stream(seed, "families"), day)
    known = list(islice(homes, max(50, int(rows * SHARES[1] * 0.62))))
    made = Book(seed, day, calendar.after(day - timedelta(days=11), 0), known, teams(stream(seed, "teams"), rows))
    made.lists = {number: [] for number in range(1, 12)}
    door = FrontDoor(made, stream(seed, "front door"))
    door.fill(int(rows * SHARES[1]))
    care = Care(made, stream(seed, "care"), door)
    plans, looked_after, needs = (int(rows * SHARES[number]) for number in (7, 8, 6))
    care.fill(plans, looked_after, needs, list(islice(homes, rows)))
    leavers, adopted, adopters = (max(6, int(rows * SHARES[number])) for number in (9, 10, 11))
    leaving.fill(made, stream(seed, "leaving"), leavers, adopted, adopters, homes)
    _mess(made)
    for number, field in ORDER.items():
        made.lists[number].sort(key=lambda row, field=field: (row[field], row.get("child_unique_id", "")))  # type: ignore[misc]
    return made


def _mess(made: Book) -> None:
    """Honest mess: a cell not filled in here, a count taken on another day there, a child not yet carried to the next list."""
    draw = stream(made.seed, "mess")
    for number, field, share in (
        (4, "child_seen_during_continuous_assessment", 0.004), (6, "date_child_was_last_seen", 0.01),
        (7, "was_the_child_seen_alone", 0.01), (3, "number_of_referrals_in_last_12_months", 0.004),
    ):  # fmt: skip
        for row in made.lists[number]:
            if draw.random() < share:
                row[field] = None
    for row in made.lists[3]:
        if row["number_of_referrals_in_last_12_months"] and draw.random() < 0.008:
            row["number_of_referrals_in_last_12_months"] -= 1
    for number in (7, 8):
        made.lists[number] = [row for row in made.lists[number] if draw.random() > 0.003 or not _open(row)]


def _open(row: Row) -> bool:
    return not (row.get("child_protection_plan_end_date") or row.get("date_ceased_to_be_looked_after"))
