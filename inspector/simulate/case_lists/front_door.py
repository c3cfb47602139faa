"""Lists 1 to 5: contacts, early help, referrals, assessments, enquiries and their conferences."""

from datetime import date, timedelta
from itertools import count
from random import Random

from inspector.simulate.case_lists import calendar
from inspector.simulate.case_lists.book import Book, Child, Row, Team
from inspector.simulate.case_lists.people import allotted, who, yes

WINDOW = 183
SOURCES = ("a) 1A: Individual", "e) 2A: Schools", "g) 3A: Health services", "q) 6: Police", "n) 5A: LA services")
START, DONE = "continuous_assessment_start_date", "continuous_assessment_date_of_authorisation"
SUPPORT = "was_the_child_assessed_as_requiring_la_childrens_social_care_support"
ENQUIRY = "strategy_discussion_initiating_section_47_enquiry_start_date"
HELD = "date_of_initial_child_protection_conference"
LED = "did_the_initial_child_protection_conference_result_in_a_child_protection_plan"
REFERRALS = "number_of_referrals_in_last_12_months"
UNNEEDED = "was_an_initial_child_protection_conference_deemed_unnecessary"


class FrontDoor:
    """Everything that comes in, family by family, until there are contacts enough."""

    def __init__(self, book: Book, draw: Random) -> None:
        self.book, self.draw = book, draw
        self.referred: dict[str, list[date]] = {}
        self.enquired: dict[str, list[date]] = {}
        self.assessed: list[tuple[Child, Row]] = []
        self.planned: list[tuple[Child, date]] = []

    def fill(self, contacts: int) -> None:
        """Draw events until there are so many contacts within the six months."""
        draw, book = self.draw, self.book
        known: list[list[Child]] = []
        for number in count():
            if len(book.lists[1]) >= contacts:
                self._counted()
                return
            again = bool(known) and draw.random() < 0.16
            family = draw.choice(known) if again else book.families[number % len(book.families)]
            known.append(family)
            came = book.day - timedelta(days=draw.randint(0, WINDOW + 100))
            if not calendar.is_worked(came) and draw.random() < 0.75:
                came = calendar.after(came, 0)
            self._contact(family, min(came, book.day))

    def _contact(self, family: list[Child], came: date) -> None:
        draw, book = self.draw, self.book
        concerned = [child for child in family if draw.random() < 0.85] or family[:1]
        source = draw.choice(SOURCES)
        rows = [{**who(child, came), "date_of_contact": came, "contact_source": source} for child in concerned]
        if came > book.day - timedelta(days=WINDOW):
            book.lists[1] += rows
        step = draw.random()
        if step < 0.34:
            self._referral(concerned, calendar.after(came, draw.choices((0, 1, 2), (70, 25, 5))[0]), source)
        elif step < 0.46:
            self._help(concerned, calendar.after(came, draw.randint(3, 20)))

    def _help(self, children: list[Child], start: date) -> None:
        draw, book = self.draw, self.book
        end: date | None = start + timedelta(days=round(draw.gammavariate(3.0, 22)))
        end = end if end and end <= book.day else None
        if start > book.day or start <= book.day - timedelta(days=WINDOW):
            return
        by = draw.choice(("Early help", "School", "Health visiting"))
        for child in children:
            row = {"assessment_start_date": start, "assessment_completion_date": end}
            book.lists[2].append({**who(child, start), **row, "organisation_completing_assessment": by})

    def _referral(self, children: list[Child], day: date, source: str) -> None:
        draw, book = self.draw, self.book
        if day > book.day:
            return
        nfa, team = draw.random() < 0.12, draw.choice(book.teams["assess"])
        worker = allotted(draw, team)
        for child in children:
            history = self.referred.setdefault(child.id, self._earlier(0.22))
            row = {"date_of_referral": day, "referral_source": source, "referral_nfa": "a) Yes" if nfa else "b) No"}
            history.append(day)
            if day > book.day - timedelta(days=WINDOW):
                book.lists[3].append({**who(child, day), **row, **worker})
        if not nfa and draw.random() < 0.93:
            wait = draw.choices((0, 1, 2, 3, 5, 8), (55, 24, 10, 6, 3, 2))[0]
            self.assess(children, calendar.after(day, wait), team)

    def _earlier(self, mean: float) -> list[date]:
        """Days in the year before what the lists show."""
        draw, most = self.draw, self.book.day - timedelta(days=WINDOW + 100)
        return [most - timedelta(days=draw.randint(1, 260)) for _ in range(3) if draw.random() < mean / 3]

    def assess(self, children: list[Child], start: date, team: Team) -> None:
        """An assessment of brothers and sisters together, and what follows from it."""
        draw, book = self.draw, self.book
        if start > book.day:
            return
        worker, needed = allotted(draw, team), draw.random() < 0.45
        end = calendar.after(start, self._length(team))
        for child in children:
            mine = end if draw.random() < 0.8 else calendar.after(start, self._length(team))
            row = {**who(child, start), START: start, DONE: mine if mine <= book.day else None, **worker}
            row["child_seen_during_continuous_assessment"] = yes(draw, 0.94, 0.01)
            row[SUPPORT] = ("a) Yes" if needed else "b) No") if row[DONE] else None
            if row[DONE] is None or row[DONE] > book.day - timedelta(days=WINDOW):
                book.lists[4].append(row)
                self.assessed.append((child, row))
        if draw.random() < 0.3:
            self._enquiry(children, calendar.after(start, draw.randint(0, 6)), worker)

    def _length(self, team: Team) -> int:
        """Working days: a long tail, and a broad hump of work planned towards the 45th day."""
        draw = self.draw
        if draw.random() < 0.3:
            return max(1, round(draw.gauss(38 * team.pace, 6.5)))
        return max(1, round(draw.lognormvariate(3.4, 0.45) * team.pace))

    def _enquiry(self, children: list[Child], day: date, worker: Row) -> None:
        draw, book = self.draw, self.book
        if day > book.day:
            return
        meets, led = draw.random() < 0.42, draw.random() < 0.84
        held = calendar.after(day, max(2, round(draw.gammavariate(9.0, 1.35))))
        for child in children:
            history = self.enquired.setdefault(child.id, self._earlier(0.12))
            known = held <= book.day and meets
            row: Row = {ENQUIRY: day, UNNEEDED: "b) No" if meets else "a) Yes", HELD: held if known else None}
            row[LED] = ("a) Yes" if led else "b) No") if known else None
            row["_met"] = known
            history.append(day)
            if day > book.day - timedelta(days=WINDOW):
                book.lists[5].append({**who(child, day), **row, **worker})
            if known and led:
                self.planned.append((child, held))

    def _counted(self) -> None:
        """Every count over the twelve months before, once all that happened is known."""
        for row in self.book.lists[3]:
            row[REFERRALS] = _before(self.referred[row["child_unique_id"]], row["date_of_referral"])
        met: dict[str, list[date]] = {}
        for row in self.book.lists[5]:
            if row["_met"]:
                met.setdefault(row["child_unique_id"], []).append(row[HELD])
        for row in self.book.lists[5]:
            child, day = row["child_unique_id"], row[ENQUIRY]
            row["number_of_section_47_enquiries_in_the_last_12_months"] = _before(self.enquired[child], day)
            row["number_of_icpcs_in_the_last_12_months"] = _before(met.get(child, []), day)


def _before(days: list[date], day: date) -> int:
    """How many of some days lie in the year before another."""
    return sum(day - timedelta(days=365) <= one < day for one in set(days))


def seen(draw: Random, day: date, usual: float, missing: float = 0.02) -> date | None:
    """The last visit before a day, most within some weeks of it and on a working day."""
    back = min(120, round(draw.gammavariate(2.0, usual / 2)))
    found = day - timedelta(days=back)
    if not calendar.is_worked(found) and draw.random() < 0.95:
        found -= timedelta(days=2)
    return found if draw.random() < 1 - missing else None
