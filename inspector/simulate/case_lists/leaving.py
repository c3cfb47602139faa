"""Lists 9 to 11: care leavers, children for whom adoption is planned, and adopters, most of them couples."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from inspector.simulate.case_lists import calendar
from inspector.simulate.case_lists.book import Book, Child
from inspector.simulate.case_lists.front_door import seen
from inspector.simulate.case_lists.people import ETHNICITIES, HOW_MANY, allotted, maybe, who, yes


def fill(book: Book, draw: Random, leavers: int, adopted: int, adopters: int, homes: Iterator[list[Child]]) -> None:
    """Draw so many rows of each; `homes` are families that are on no other list."""
    while len(book.lists[9]) < leavers:
        _leaver(book, draw, next(homes)[0])
    while len(book.lists[10]) < adopted:
        _adopted(book, draw, next(homes))
    while len(book.lists[11]) < adopters:
        _adopters(book, draw, len(book.lists[11]))


def _leaver(book: Book, draw: Random, child: Child) -> None:
    child = child._replace(born=book.day - timedelta(days=draw.randint(6210, 7600)))
    touch = draw.choices(("a) Yes", "b) No", "d) Refu"), (91, 6, 3))[0]
    book.lists[9].append({
        **who(child, book.day), **allotted(draw, draw.choice(book.teams["leaving"])),
        "unaccompanied_asylum_seeking_child_uasc_or_formerly_uasc_if_18_or_over_y_n": yes(draw, 0.1),
        "eligibility_category": "b) Former relevant child", "la_in_touch": touch,
        "latest_pathway_plan_review_date": seen(draw, book.day, 90.0), "latest_date_of_contact": seen(draw, book.day, 30.0),
        "type_of_accommodation": draw.choice(("B: Parents/relatives", "U: Independent living", "E: Supported lodgings")),
        "suitability_of_accommodation": "a) Suitable" if draw.random() < 0.9 else "b) Unsuitable",
        "activity_status": draw.choice(("F2: Full time in education other than higher",
                                        "G5: Not in education, employment or training - other")),
    })  # fmt: skip


def _steps(draw: Random, start: date, last: date, waits: tuple[float, ...]) -> list[date | None]:
    """A day for each step, one after another, as far as they have come."""
    found: list[date | None] = []
    day = start
    for wait in waits:
        day = calendar.after(day + timedelta(days=round(draw.gammavariate(3.0, wait / 3))), 0)
        found.append(day if day <= last else None)
    return found


def _adopted(book: Book, draw: Random, family: list[Child]) -> None:
    """Brothers and sisters placed together take every step on the same day."""
    entered = calendar.after(book.day - timedelta(days=draw.randint(250, 900)), 0)
    decided, order, matched, placed, adopted = _steps(draw, entered, book.day, (200, 30, 150, 25, 220))
    if decided is None:
        return
    home = f"AF{len(book.lists[10]):04}" if matched else None
    for child in family[:2]:
        young = child._replace(born=max(child.born, entered - timedelta(days=draw.randint(5, 1400))))
        book.lists[10].append({
            **who(young, book.day), "family_identifier": home, "date_the_child_entered_care": entered,
            "date_of_decision_that_child_should_be_placed_for_adoption": decided, "date_of_placement_order": order,
            "date_of_matching_child_and_prospective_adopters": matched, "date_placed_for_adoption": placed,
            "date_of_adoption_order": adopted,
        })  # fmt: skip


def _adopters(book: Book, draw: Random, number: int) -> None:
    """A couple, or one alone: a couple shares every date, and one in eight is not told apart as a family."""
    asked = calendar.after(book.day - timedelta(days=draw.randint(20, 700)), 0)
    first, done, second, approved, matched, placed, adopted = _steps(
        draw, asked, book.day, (25, 65, 10, 120, 130, 30, 220)
    )
    couple, background = draw.random() < 0.8, draw.choices(ETHNICITIES, HOW_MANY)[0]
    same, home = draw.random() < 0.15, maybe(draw, 0.88, f"AF{number:04}")
    for place in range(1 + couple):
        book.lists[11].append({
            "individual_adopter_identifier": f"AD{number:04}{'AB'[place]}", "family_identifier": home,
            "gender": "b) Female" if same or place else "a) Male", "ethnicity": background, "disability": "b) No",
            "is_the_prospective_adopter_fostering_for_adoption": "No", "date_enquiry_received": asked,
            "date_stage_1_started": first, "date_stage_1_ended": done, "date_stage_2_started": second,
            "date_stage_2_ended": approved, "date_adopter_matched_with_child_ren": matched,
            "date_child_children_placed_with_adopter_s": placed, "no_of_children_placed": 1 if placed else None,
            "date_of_adoption_order": adopted,
        })  # fmt: skip
