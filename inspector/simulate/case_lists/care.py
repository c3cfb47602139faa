"""Lists 6 to 8: children in need, on a plan, in care. Each child once on each, and all who are open on list 6."""

from datetime import date, timedelta
from random import Random
from typing import Any

from inspector.simulate.case_lists import calendar
from inspector.simulate.case_lists.book import Book, Child, Row, Team
from inspector.simulate.case_lists.front_door import DONE, START, SUPPORT, WINDOW, FrontDoor, seen
from inspector.simulate.case_lists.people import allotted, who, yes

NEEDS = ("N1 - Abuse or neglect", "N2 - Child’s disability", "N4 - Family in acute stress", "N5 - Family dysfunction")
ABUSE = ("a) Neglect", "b) Physical abuse", "c) Sexual abuse", "d) Emotional abuse")
OTHER = "RC7 - Services ceased for any other reason, including child no longer in need"
ASSESSED = "RC8 - Case closed after assessment, no further action"
PLACES = ("e) U5: Foster placement - FFA", "d) U4: Foster placement - long term", "f) U6: Foster placement - not FFA",
          "c) U3: Foster placement - relative - not FFA", "p) K2: Children’s Homes", "k) P1: Placed with parents")  # fmt: skip
LEGAL = ("C1 Interim care order", "C2 Full care order", "V2 Single period of accommodation")
MOVES = (70, 17, 7, 3, 2, 1)
"""How many children in care had one placement in the year, two and so on."""


class Care:
    """Everybody who gets help, by what the front door found and by what was open long before."""

    def __init__(self, book: Book, draw: Random, door: FrontDoor) -> None:
        self.book, self.draw, self.door = book, draw, door
        self.status: dict[str, tuple[str, Row]] = {}

    def fill(self, plans: int, care: int, needs: int, homes: list[list[Child]]) -> None:
        """Draw children in care, plans and needs; `homes` are families that were known before the six months."""
        source = iter(homes)
        while len(self.book.lists[8]) < care:
            self._in_care(next(source))
        for child, held in sorted(self.door.planned, key=lambda one: (one[1], one[0].id)):
            self._plan([child], held)
        while len(self.book.lists[7]) < plans:
            self._plan(next(source), self.book.day - timedelta(days=self.draw.randint(20, 500)))
        for child, row in self.door.assessed:
            self._assessed(child, row)
        while len(self.book.lists[6]) < needs:
            self._in_need(next(source))

    def _need(self, child: Child, start: date, status: str, team: Row, end: date | None, why: str | None) -> None:
        if child.id in self.status:
            return
        draw, last = self.draw, end or self.book.day
        row = {
            **who(child, self.book.day), "cin_start_date": start, "primary_need_code": draw.choices(NEEDS, (6, 1, 1, 3))[0],
            "date_child_was_last_seen": max(start, day) if (day := seen(draw, last, 22.0)) else None,
            "cin_closure_date": end, "reason_for_closure": why, "case_status": status, **team,
        }  # fmt: skip
        self.status[child.id] = (status, row)
        self.book.lists[6].append(row)

    def _ended(self, start: date, usual: float) -> date | None:
        """When something begun long ago ended; None where it has not, or ended on a day that the lists do not show."""
        end = calendar.after(start + timedelta(days=round(self.draw.gammavariate(2.0, usual / 2))), 0)
        first = self.book.day - timedelta(days=WINDOW)
        if end <= first:
            end = calendar.after(first + timedelta(days=self.draw.randint(1, 2 * WINDOW)), 0)
        return end if end <= self.book.day else None

    def _plan(self, children: list[Child], start: date) -> None:
        draw, book = self.draw, self.book
        start = calendar.after(start, 0)
        team = draw.choice(book.teams["family"])
        worker, end = allotted(draw, team), self._ended(start, 300.0)
        kind = draw.choices(ABUSE, (5, 1, 1, 5))[0]
        visit, held = seen(draw, end or book.day, 9.0), min(end or book.day, start + timedelta(days=85))
        for child in children:
            if child.id in self.status:
                continue
            own = visit if draw.random() < 0.8 else seen(draw, end or book.day, 9.0)
            book.lists[7].append({
                **who(child, book.day), "child_protection_plan_start_date": start, "initial_category_of_abuse": kind,
                "latest_category_of_abuse": kind if draw.random() < 0.9 else draw.choice(ABUSE),
                "date_of_the_last_statutory_visit": max(own, start) if own else None,
                "was_the_child_seen_alone": _alone(draw, team, child, book.day),
                "date_of_latest_review_conference": held if held < book.day else None,
                "child_protection_plan_end_date": end,
                "subject_to_emergency_protection_order_or_protected_under_police_powers_in_last_six_months_y_n":
                    yes(draw, 0.05),
                "number_of_previous_child_protection_plans": draw.choices((0, 1, 2, 3), (78, 16, 4, 2))[0], **worker,
            })  # fmt: skip
            status = "b) Child Protection plan" if end is None else "c) Child in need plan"
            self._need(child, start - timedelta(days=draw.randint(14, 60)), status, worker, None, None)

    def _in_care(self, family: list[Child]) -> None:
        draw, book = self.draw, self.book
        start = calendar.after(book.day - timedelta(days=int(draw.triangular(5, 3600, 200))), 0)
        worker, end = allotted(draw, draw.choice(book.teams["care"])), self._ended(start, 900.0)
        for child in family:
            if (book.day - child.born).days > 6500 or start < child.born:
                continue
            book.lists[8].append(self._care_row(child, start, end) | worker)
            status, why = ("a) Looked after child", None) if end is None else ("e) Closed episode", OTHER)
            self._need(child, start - timedelta(days=draw.randint(5, 300)), status, worker, end, why)

    def _care_row(self, child: Child, start: date, end: date | None) -> Row:
        draw, last = self.draw, end or self.book.day
        many = draw.choices(range(1, 7), MOVES)[0]
        moved = max(start, last - timedelta(days=draw.randint(3, 360 if many > 1 else 1500)))
        missing = draw.choices((0, 1, 2, 4, 9), (88, 5, 3, 2, 2))[0]
        asked = yes(draw, 0.85, 0.03) if missing else None

        def since(usual: float, lost: float = 0.03) -> Any:
            day = seen(draw, last, usual, lost)
            return max(day, start) if day else None

        return {
            **who(child, self.book.day), "unaccompanied_asylum_seeking_child_uasc_within_the_last_12_months_y_n": yes(draw, 0.06),
            "date_started_to_be_looked_after": start, "childs_category_of_need": draw.choice(NEEDS[:1]),
            "is_this_a_second_or_subsequent_period_of_being_a_looked_after_child_within_the_last_12_months_y_n":
                yes(draw, 0.03),
            "start_date_of_current_legal_status": start, "childs_legal_status": draw.choice(LEGAL),
            "date_of_latest_statutory_review": since(70.0), "date_of_last_social_work_visit": since(24.0),
            "what_is_the_permanence_plan_for_this_child": draw.choice(("a) Return to family", "f) Long-term fostering")),
            "date_of_last_iro_visit_contact_to_the_child": since(60.0),
            "date_of_last_health_assessment": since(150.0, 0.1), "date_of_last_dental_check": since(150.0, 0.15),
            "number_of_placements_in_the_last_12_months": many, "date_ceased_to_be_looked_after": end,
            "reason_ceased_to_be_looked_after": "t) E8: Care ceased for any other reason" if end else None,
            "start_date_of_most_recent_placement": moved, "placement_type": draw.choice(PLACES),
            "placement_provider": draw.choice(("b) PR1: Own provision", "e) PR4: Private provision")),
            "placement_postcode": f"ZZ{draw.randint(1, 30)} {draw.randint(1, 9)}{draw.choice('ABDEF')}{draw.choice('HJLNP')}",
            "urn_of_placement": None, "placement_location": draw.choice(("a) In", "b) Out")),
            "la_of_placement": "Brackenshire",
            "number_of_episodes_the_child_has_been_missing_from_their_placement_in_the_last_12_months": missing,
            "number_of_episodes_the_child_has_been_absent_from_their_placement_in_the_last_12_months": missing // 2,
            "was_the_child_offered_a_return_interview_after_their_last_missing_episode_y_n": asked,
            "did_the_child_accept_a_return_interview_after_their_last_missing_episode_y_n":
                yes(draw, 0.6) if asked == "a) Yes" else None,
        }  # fmt: skip

    def _assessed(self, child: Child, row: Row) -> None:
        worker = {key: row[key] for key in ("allocated_team", "allocated_worker")}
        start = row[START] - timedelta(days=self.draw.choices((0, 1, 3), (6, 3, 1))[0])
        if row[DONE] is None:
            self._need(child, start, "d) Open assessment", worker, None, None)
        elif row[SUPPORT] == "b) No":
            end = calendar.after(row[DONE], self.draw.randint(0, 8))
            open_ = end > self.book.day
            self._need(child, start, "c) Child in need plan" if open_ else "e) Closed episode", worker,
                       None if open_ else end, None if open_ else ASSESSED)  # fmt: skip
        else:
            self._need(child, start, "c) Child in need plan", worker, None, None)

    def _in_need(self, family: list[Child]) -> None:
        draw, book = self.draw, self.book
        start = calendar.after(book.day - timedelta(days=draw.randint(60, 900)), 0)
        team: Team = draw.choice(book.teams["family"])
        worker, end = allotted(draw, team), self._ended(start, 260.0)
        status = "c) Child in need plan" if end is None else "e) Closed episode"
        for child in family:
            self._need(child, start, status, worker, end, OTHER if end else None)


def _alone(draw: Random, team: Team, child: Child, day: date) -> str:
    """Whether the child was seen alone: the youngest seldom are."""
    return yes(draw, team.seen - (0.2 if (day - child.born).days < 900 else 0.0), 0.02)
