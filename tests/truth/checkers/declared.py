"""What is said of declared events, counted again from the rows: whether the data can bear them out at all."""

import re
from datetime import date, timedelta

from tests.truth.bundle import Row
from tests.truth.case import Case, Said
from tests.truth.checkers.probing import series
from tests.truth.figures import day_of
from tests.truth.ledger import See, checks
from tests.truth.sentences import days

COUNTS = ("numerator", "denominator")


def _declared(said: Said) -> tuple[date, date]:
    first = day_of(str(said.raw["on"]))
    return first, day_of(str(said.raw["to"] or said.raw["on"]))


def _log(case: Case, said: Said) -> list[Row]:
    return [row for row in case.rows(said) if row.kind == "improvement-log"]


@checks("argument/declared")
def declared(said: Said, case: Case, see: See) -> None:
    """A declared event stands where it is said to, and what bears it out is in the rows that are cited."""
    raw = said.raw
    first, last = _declared(said)
    see.claim(bool(raw["rows"]) or raw["about"] == ["bundle"], "no row is cited")
    for day in days(said.says)[:1]:
        see.claim(bool(re.match(r"\d{4}-", day)), f"{day} is no day")
    if raw["path"] and raw["path"].startswith("declared["):
        place = int(raw["path"].removeprefix("declared[").rstrip("]"))
        written = case.bundle.manifest["declared"][place]
        see.same("event", raw["event"], written["event"])
        see.same("on", raw["on"], written.get("on") or written.get("from"))
    if raw["outcome"] != "borne-out":
        return
    see.claim(first <= last, "it ends before it begins and is borne out")
    checker = BORNE_OUT.get(raw["event"])
    if checker:
        checker(said, case, see, first, last)


def _carried_over(said: Said, case: Case, see: See, first: date, last: date) -> None:
    until = max(last, first + timedelta(days=7))
    for row in _log(case, said):
        made, raised = row.day("recorded_at"), row.day("raised_on")
        see.row(bool(made) and first <= made <= until, f"row {row.number} was recorded on {made}")
        see.row(bool(raised) and raised < first, f"row {row.number} was raised on {raised}")


def _rounded(said: Said, case: Case, see: See, first: date, last: date) -> None:
    amounts = [int(text) for text in re.findall(r"multiples of (\d+)", said.says)]
    for row in case.rows(said):
        counts = [n for name in COUNTS if (n := row.number_of(name)) is not None] or [row.number_of("value") or 0.0]
        see.row(all(n % amounts[0] == 0 for n in counts), f"row {row.number} is no multiple of {amounts[0]}")


def _outage(said: Said, case: Case, see: See, first: date, last: date) -> None:
    for about in said.raw["about"]:
        if about.startswith("indicator/"):
            rows = series(case, about.removeprefix("indicator/"))
            inside = [
                row.number for row in rows if (row.day("period_start") or date.min) >= first and _end(row) <= last
            ]
            see.none(not inside, f"rows {inside} are of those days")
        else:
            made = [row.day("recorded_at") or row.day("raised_on") for row in case.bundle.rows("improvement-log")]
            many = sum(bool(day) and first <= day <= last for day in made)
            see.none(many <= max(1, 0.05 * len(made)), f"{many} entries were recorded on those days")


def _end(row: Row) -> date:
    return row.day("period_end") or date.max


def _suppressed(said: Said, case: Case, see: See, first: date, last: date) -> None:
    bounds = [int(text) for text in re.findall(r"others is below (\d+)", said.says)]
    for row in case.rows(said):
        top = row.number_of("numerator")
        top = row.number_of("value") if top is None else top
        see.row(top is None or top == 0 or top >= bounds[0], f"row {row.number} has {top}")


def _backlog(said: Said, case: Case, see: See, first: date, last: date) -> None:
    rows = _log(case, said)
    for row in rows:
        made, raised = row.day("recorded_at"), row.day("raised_on")
        see.row(
            bool(made and raised) and first <= made <= last and (made - raised).days > 14,
            f"row {row.number} is not of it",
        )
    if rows:
        see.claim(f"{len(rows)} entries" in said.says, f"{len(rows)} rows are cited")


def _together(said: Said, case: Case, see: See, first: date, last: date) -> None:
    rows = _log(case, said)
    days_made = sorted({day for row in rows if (day := row.day("recorded_at"))})
    see.claim(not rows or len(days_made) >= 2, "all were made on one day")
    see.claim(not rows or f"{len(rows)} of " in said.says, f"{len(rows)} rows are cited")


def _corrected(said: Said, case: Case, see: See, first: date, last: date) -> None:
    """Each of them is another row in some earlier submission."""
    rows = _log(case, said)
    for row in rows:
        then = [one for before in case.history for one in before.rows(row.kind) if one["id"] == row["id"]]
        see.row(any(one.cells != row.cells for one in then), f"row {row.number} never said otherwise")
    see.claim(f"{len(rows)} of " in said.says, f"{len(rows)} rows are cited")
    see.order(len(rows) <= max(2, 0.1 * len(case.bundle.rows("improvement-log"))), "that is more than a few")


BORNE_OUT = {
    "corrected": _corrected,
    "carried-over": _carried_over,
    "rounded": _rounded,
    "outage": _outage,
    "staff-absence": _outage,
    "suppressed": _suppressed,
    "backlog": _backlog,
    "entered-together": _together,
}
