"""What was added, turned or taken back since an earlier submission, found again from the rows of both."""

import re
from datetime import date, timedelta

from tests.truth.bundle import Bundle, Row
from tests.truth.case import Case, Said
from tests.truth.checkers.probing import asks, told, whole
from tests.truth.counted import when_tested
from tests.truth.ledger import See, checks

NAMES = {"better": "direction (`better`)", "measure": "sort (`measure`)", "same_as": "name (`same_as`)"}
REGISTER = ("better", "measure", "same_as", "target", "deadline")
OTHER_KINDS = ("participation", "voice", "leadership", "partnership", "case-reviews", "recommendations")


def of_any(said: Said) -> bool:
    """Whether a probe speaks of every earlier submission, and not of the last; `history.py` checks that."""
    return bool(re.search(r"an earlier submission|earlier submissions|every earlier|figure of an earlier", said.says))


def _figure(row: Row) -> tuple[str, str, str]:
    return row["indicator"], row["period_start"], row["period_end"]


def _end(before: Bundle) -> date:
    """The last day of which the earlier submission could tell."""
    handed_in = before.manifest.get("submitted_at")
    return min(before.ends, date.fromisoformat(handed_in[:10])) if handed_in else before.ends


def _new_tests(case: Case, before: Bundle) -> tuple[set[int], int]:
    """The rows dated back into the log, and how many say that they were written down since."""
    known = {row["id"]: row for row in before.rows("improvement-log")}
    end, asked, since = _end(before), set(), 0
    for row in case.bundle.rows("improvement-log"):
        was, day, written = known.get(row["id"]), when_tested(row), row.day("recorded_at")
        if was is None:
            on = day or row.day("raised_on")
            if on and before.starts <= on <= end:
                if written and written > _end(before):
                    since += 1
                else:
                    asked.add(row.number)
        elif when_tested(was) is None and day and before.starts <= day <= end - timedelta(days=62):
            asked.add(row.number)
    return asked, since


def _new_figures(case: Case, before: Bundle, indicator: str) -> tuple[set[int], int]:
    """The rows of an indicator filled in backwards, and how many say that they were written down since."""
    then = [row for row in before.rows("indicators") if row["indicator"] == indicator]
    keys = {_figure(row) for row in then}
    last = max((day for row in then if (day := row.day("period_end"))), default=None)
    asked, since = set(), 0
    for row in case.bundle.rows("indicators"):
        start, end, written = row.day("period_start"), row.day("period_end"), row.day("recorded_on")
        if row["indicator"] != indicator or _figure(row) in keys or not start or not end:
            continue
        late = 91 if last is None or end > last else 0
        if before.starts <= start and end <= _end(before) - timedelta(days=late):
            if written and written > _end(before):
                since += 1
            else:
                asked.add(row.number)
    return asked, since


@checks("probe/backdated-rows")
def backdated(said: Said, case: Case, see: See) -> None:
    """Rows about a time that the earlier submission covered, which it had not."""
    before, subject = case.earlier, said.fields["subject"]
    if before is None or not told(said) or subject in OTHER_KINDS or of_any(said):
        return
    of_log = subject == "improvement-log"
    asked, since = _new_tests(case, before) if of_log else _new_figures(case, before, said.fields["indicator"])
    given = whole(said)
    if not asks(said):
        see.none(not asked, f"{len(asked)} rows are dated back")
        see.claim(not since or since in given, f"{since} were written down since")
        return
    several = since > 0 and "counted apart" not in said.says
    see.claim(given[0] == len(asked) + (since if several else 0), f"{len(asked)} rows are dated back")
    cited = {row.number for row in case.rows(said)}
    see.row(asked <= cited and (several or cited == asked), "other rows are cited")


@checks("probe/turned-register")
def turned(said: Said, case: Case, see: See) -> None:
    """Cells of the register that said something else."""
    if case.earlier is None or not told(said) or of_any(said):
        return
    now, then = (
        {row["indicator"]: row for row in bundle.rows("indicator-register")} for bundle in (case.bundle, case.earlier)
    )
    changed = {id: _cells(then[id], row) for id, row in now.items() if id in then and _cells(then[id], row)}
    if not asks(said):
        see.none(not changed, f"the register says otherwise of {sorted(changed)[:3]}")
        return
    cells = changed.get(said.fields["indicator"], {})
    for name in REGISTER:
        words = f"its {NAMES.get(name, name)} was "
        see.claim((words in said.says) == (name in cells), f"{name} was {cells.get(name, 'the same')}")
    for was in cells.values():
        see.claim(was in said.says or f"{was}.0" in said.says, f"it was {was}")


def _cells(then: Row, now: Row) -> dict[str, str]:
    return {name: then[name] for name in REGISTER if then[name] and then[name] != now[name]}


@checks("probe/rows-taken-back")
def taken_back(said: Said, case: Case, see: See) -> None:
    """Rows of this period that were there before and are not now."""
    before, subject = case.earlier, said.fields["subject"]
    if before is None or not told(said) or of_any(said):
        return
    starts, ends = case.bundle.starts, case.bundle.ends
    if subject == "improvement-log":
        ids = {row["id"] for row in case.bundle.rows("improvement-log")}
        every = before.rows("improvement-log")
        gone = [row for row in every if row["id"] not in ids and _inside(row.day("raised_on"), starts, ends)]
    else:
        mine = said.fields.get("indicator")
        kept = {row["indicator"] for row in case.bundle.rows("indicators")}
        keys = {_figure(row) for row in case.bundle.rows("indicators")}
        every = [row for row in before.rows("indicators") if mine in (None, row["indicator"])]
        gone = [row for row in every if _figure(row) not in keys and row["indicator"] in kept]
        gone = [
            row
            for row in gone
            if _inside(row.day("period_start"), starts, ends) and _inside(row.day("period_end"), starts, ends)
        ]
    given = whole(said)
    if not asks(said):
        see.none(not gone, f"{len(gone)} rows are gone")
        return
    see.claim(given[:2] == [len(gone), len(every)], f"{len(gone)} of {len(every)} are gone")


def _inside(day: date | None, starts: date, ends: date) -> bool:
    return day is not None and starts <= day <= ends
