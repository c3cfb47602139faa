"""What may be done to a book of case lists, each by its dose: the share of those rows that it can be done to."""

from collections.abc import Callable
from datetime import timedelta
from random import Random

from inspector.simulate.case_lists import calendar
from inspector.simulate.case_lists.book import Book, Planted, Row
from inspector.simulate.case_lists.front_door import DONE, ENQUIRY, HELD, REFERRALS, START
from inspector.simulate.draws import stream

Done = list[tuple[int, list[Row], str]]
"""List by list the rows that were changed, and the team where it was one team's."""
PLAN_END, VISIT, ALONE = (
    "child_protection_plan_end_date",
    "date_of_the_last_statutory_visit",
    "was_the_child_seen_alone",
)
CARE_END, PLACEMENTS = "date_ceased_to_be_looked_after", "number_of_placements_in_the_last_12_months"


def play(book: Book, move: str, dose: float) -> None:
    """Play a move on a book, and write down which rows it changed."""
    done = MOVES[move](book, stream(book.seed, move, dose), dose)
    for number, rows, team in done:
        mine = set(map(_same, rows))
        places = tuple(at for at, row in book.every(number) if _same(row) in mine)
        book.planted.append(Planted(move, dose, number, places, team))


def _same(row: Row) -> int:
    return id(row)


def _some(draw: Random, rows: list[Row], dose: float) -> list[Row]:
    return draw.sample(rows, min(len(rows), round(dose * len(rows))))


def _moved_inside(number: int, begins: str, ends: str, deadline: int) -> Callable[[Book, Random, float], Done]:
    def move(book: Book, draw: Random, dose: float) -> Done:
        late = [row for row in book.lists[number] if row[ends] and calendar.between(row[begins], row[ends]) > deadline]
        chosen = _some(draw, late, dose)
        for row in chosen:
            row[ends] = calendar.after(row[begins], deadline - draw.choices((0, 1, 2), (5, 3, 2))[0])
        return [(number, chosen, "")]

    return move


def later_start(book: Book, draw: Random, dose: float) -> Done:
    """Late assessments begin later: the wait since the referral is still on list 3."""
    late = [row for row in book.lists[4] if row[DONE] and calendar.between(row[START], row[DONE]) > 45]
    referred = {row["child_unique_id"] for row in book.lists[3]}
    chosen = _some(draw, [row for row in late if row["child_unique_id"] in referred], dose)
    for row in chosen:
        row[START] = calendar.after(row[START], calendar.between(row[START], row[DONE]) - draw.randint(20, 44))
    return [(4, chosen, "")]


def begun_anew(book: Book, draw: Random, dose: float) -> Done:
    """Late assessments become two, the second begun some days after the first was ended."""
    late = [row for row in book.lists[4] if row[DONE] and 46 <= calendar.between(row[START], row[DONE]) <= 85]
    chosen, more = _some(draw, late, dose), []
    for row in chosen:
        middle = calendar.after(row[START], draw.randint(35, 44))
        second = {**row, START: min(row[DONE], middle + timedelta(days=draw.randint(0, 4)))}
        row[DONE] = middle
        more.append(second)
    book.lists[4] += more
    return [(4, chosen + more, "")]


def referrals_nought(book: Book, draw: Random, dose: float) -> Done:
    """Children referred before are counted as new."""
    chosen = _some(draw, [row for row in book.lists[3] if row[REFERRALS]], dose)
    for row in chosen:
        row[REFERRALS] = 0
    return [(3, chosen, "")]


def off_the_list(book: Book, draw: Random, dose: float) -> Done:
    """Children with an open plan are no longer on list 7; on list 6 they still are."""
    gone = {row["child_unique_id"] for row in _some(draw, [r for r in book.lists[7] if not r[PLAN_END]], dose)}
    book.lists[7] = [row for row in book.lists[7] if row["child_unique_id"] not in gone]
    return [(6, [row for row in book.lists[6] if row["child_unique_id"] in gone], "")]


def closed_at_once(book: Book, draw: Random, dose: float) -> Done:
    """Open cases are closed within one week, six to twenty weeks before the lists were taken out."""
    chosen = _some(draw, [row for row in book.lists[6] if row["case_status"] == "c) Child in need plan"], dose)
    monday = book.day - timedelta(days=book.day.weekday() + 7 * draw.randint(2, 20))
    for row in chosen:
        row["cin_closure_date"] = calendar.after(monday, draw.randint(0, 3))
        row["case_status"] = "e) Closed episode"
        row["reason_for_closure"] = "RC7 - Services ceased for any other reason, including child no longer in need"
    return [(6, chosen, "")]


def _team(draw: Random, rows: list[Row]) -> tuple[str, list[Row]]:
    """One team drawn of those with many rows, and its rows."""
    teams: dict[str, list[Row]] = {}
    for row in rows:
        teams.setdefault(row["allocated_team"], []).append(row)
    name = draw.choice(sorted(name for name in teams if len(teams[name]) >= max(map(len, teams.values())) / 2))
    return name, teams[name]


def one_visit_day(book: Book, draw: Random, dose: float) -> Done:
    """All visits of a team to children on an open plan are on one day."""
    name, rows = _team(draw, [row for row in book.lists[7] if not row[PLAN_END] and row[VISIT]])
    day, chosen = calendar.after(book.day - timedelta(days=draw.randint(6, 20)), 0), _some(draw, rows, dose)
    for row in chosen:
        row[VISIT] = day
    return [(7, chosen, name)]


def always_yes(book: Book, draw: Random, dose: float) -> Done:
    """A team says of every child on an open plan that it was seen alone."""
    name, rows = _team(draw, [row for row in book.lists[7] if not row[PLAN_END]])
    chosen = _some(draw, rows, dose)
    for row in chosen:
        row[ALONE] = "a) Yes"
    return [(7, chosen, name)]


def capped_at_two(book: Book, draw: Random, dose: float) -> Done:
    """Children in care who had more than two placements had two."""
    chosen = _some(draw, [row for row in book.lists[8] if row[PLACEMENTS] > 2], dose)
    for row in chosen:
        row[PLACEMENTS] = 2
    return [(8, chosen, "")]


MOVES: dict[str, Callable[[Book, Random, float], Done]] = {
    "always-yes": always_yes,
    "assessments-in-time": _moved_inside(4, START, DONE, 45),
    "begun-anew": begun_anew,
    "capped-at-two": capped_at_two,
    "closed-at-once": closed_at_once,
    "conferences-in-time": _moved_inside(5, ENQUIRY, HELD, 15),
    "later-start": later_start,
    "off-the-list": off_the_list,
    "one-visit-day": one_visit_day,
    "referrals-nought": referrals_nought,
}
SAYS = {
    "assessments-in-time": "Assessments that took longer than 45 working days end on the last three.",
    "conferences-in-time": "Conferences later than 15 working days after the enquiry began are on the last three.",
}


def says(move: str) -> str:
    """A move in one line."""
    return SAYS.get(move) or str(MOVES[move].__doc__).splitlines()[0]
