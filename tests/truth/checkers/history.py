"""What probes say of every earlier submission, found again from the rows of all of them."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from tests.truth.bundle import Bundle, Row
from tests.truth.case import Case, Said
from tests.truth.checkers.earlier import NAMES, OTHER_KINDS, REGISTER, of_any
from tests.truth.checkers.probing import asks, set_aside, told, whole
from tests.truth.counted import when_tested
from tests.truth.ledger import See, checks

WITHOUT: dict[str, Callable[[Row], object]] = {
    "a day of a test": when_tested,
    "what was expected": lambda row: row["prediction"],
    "a measure that it is about": lambda row: row["indicator"],
    "a moment of writing": lambda row: row["recorded_at"],
}
TOLD = (
    "raised_by_role", "team", "scale", "aim", "origin", "change_type", "prediction", "indicator", "balancing_indicator",
    "decision", "learned", "follows", "questions_target", "spread_to", "evidence", "chance", "came_true",
    "raised_on", "started_on", "tested_on", "studied_on", "decided_on",
)  # fmt: skip
Key = tuple[str, ...]


def _end(bundle: Bundle) -> date:
    return min(bundle.ends, bundle.received)


def _log(bundle: Bundle) -> dict[str, Row]:
    return {row["id"]: row for row in bundle.rows("improvement-log")}


def _figures(case: Case, bundle: Bundle, indicator: str | None) -> dict[Key, Row]:
    rows = [row for row in bundle.rows("indicators") if indicator in (None, row["indicator"])]
    aside = set_aside(replace(case, bundle=bundle), rows)
    rows = [row for row in rows if (row.file, row.number) not in aside]
    return {(row["indicator"], row["period_start"], row["period_end"]): row for row in rows}


def _added_to_log(case: Case) -> tuple[set[int], set[int]]:
    asked, since = set[int](), set[int]()
    for before in case.history:
        known, end = _log(before), _end(before)
        moments = any(row["recorded_at"] for row in known.values())
        for row in case.bundle.rows("improvement-log"):
            was, day, written = known.get(row["id"]), when_tested(row), row.day("recorded_at")
            if was is None:
                on = day or row.day("raised_on")
                if on and before.starts <= on <= end:
                    _place(row.number, written, end, bool(written and (written - on).days > 62), asked, since)
            elif day and before.starts <= day <= end - timedelta(days=62):
                late = not when_tested(was) or any(row[name] and not was[name] for name in ("prediction", "indicator"))
                late = late or bool(moments and written and not was["recorded_at"] and written <= end)
                if late:
                    asked.add(row.number)
    return asked, since - asked


def _added_figures(case: Case, indicator: str) -> tuple[set[int], set[int]]:
    asked, since = set[int](), set[int]()
    for before in case.history:
        known, end = _figures(case, before, indicator), _end(before)
        last = max((row.day("period_end") or date.min for row in known.values()), default=None)
        for key, row in _figures(case, case.bundle, indicator).items():
            first, over, written = row.day("period_start"), row.day("period_end"), row.day("recorded_on")
            assert first is not None
            assert over is not None
            late = timedelta(days=91 if last is None or over > last else 0)
            if key not in known and before.starts <= first and over <= end - late:
                _place(row.number, written, end, bool(written and (written - over).days > 91), asked, since)
    return asked, since - asked


def _place(row: int, written: date | None, end: date, late: bool, asked: set[int], since: set[int]) -> None:
    """What was written down soon after the end is no trace; what was written late is told apart."""
    if written is None or written <= end:
        asked.add(row)
    elif late:
        since.add(row)


@checks("probe/backdated-rows")
def backdated(said: Said, case: Case, see: See) -> None:
    """Rows about a time that any earlier submission covered, which it had not."""
    subject = said.fields["subject"]
    if not case.history or not told(said) or not of_any(said):
        return
    _for_one(said, case, see)
    if subject in OTHER_KINDS or subject == "durations" or "the earlier submission" in said.says:
        return
    asked, since = (
        _added_to_log(case) if subject == "improvement-log" else _added_figures(case, said.fields["indicator"])
    )
    given = whole(said)
    if not asks(said):
        see.none(not asked, f"{len(asked)} rows are dated back")
        see.claim(not since or len(since) in given, f"{len(since)} were written down since")
        return
    every = asked if "counted apart" in said.says or not since else asked | since
    see.claim(given[0] == len(every), f"{len(every)} rows are dated back")
    cited = {row.number for row in _today(said, case)}
    see.row(cited == every, f"{sorted(cited ^ every)[:3]} are cited, or not")


def _today(said: Said, case: Case) -> list[Row]:
    """The rows of the bundle itself that a statement cites."""
    places = [place for place in said.cited if "submission" not in place[0]]
    return [row for file, place in places for row in case.bundle.at(file, place)]


def _for_one(said: Said, case: Case, see: See) -> None:
    """The example of the sentence: today's row, and what the submission of that day had of it."""
    found = re.search(
        r"For one, row (\d+) of (\S+): what was received on (\S+) had it (?:not|without (.+?))\.", said.says
    )
    if not found:
        return
    (row,) = case.bundle.at(found[2], int(found[1]))
    before = next(one for one in case.history if str(one.received) == found[3])
    keys = {"improvement-log": ("id",), "indicators": ("indicator", "period_start", "period_end")}.get(row.kind)
    if keys is None:
        return
    then = [one for one in before.rows(row.kind) if all(one[key] == row[key] for key in keys)]
    if found[4]:
        (was,) = then
        see.none(not WITHOUT[found[4]](was), f"it had {found[4]}")
        see.claim(bool(WITHOUT[found[4]](row)), f"it has not {found[4]} now")
    else:
        see.none(not then, "it was in it")


def _corrected(case: Case) -> Iterator[tuple[str, date]]:
    rows = [(row["event"], row["on"], row.many("entries")) for row in case.bundle.rows("declared-events")]
    rows += [(one["event"], one["on"], one.get("entries", [])) for one in case.bundle.manifest.get("declared", ())]
    yield from ((id, date.fromisoformat(on)) for event, on, ids in rows if event == "corrected" for id in ids)


def put_right(case: Case) -> set[int]:
    """Rows of the log that say something else as was declared, where these are few."""
    _, declared = _changed_log(case)
    return declared if len(declared) <= max(2, 0.1 * len(case.bundle.rows("improvement-log"))) else set()


def _changed_log(case: Case) -> tuple[set[int], set[int]]:
    asked, declared, days = set[int](), set[int](), list(_corrected(case))
    moments: dict[str, date] = {}
    for before in case.history:
        for row in before.rows("improvement-log"):
            if day := row.day("recorded_at"):
                moments[row["id"]] = min(day, moments.get(row["id"], day))
    for before in case.history:
        known, since = _log(before), _end(before) - timedelta(days=91)
        for row in case.bundle.rows("improvement-log"):
            was, written = known.get(row["id"]), row.day("recorded_at")
            early = bool(was and written and row["id"] in moments and written < moments[row["id"]])
            if was and (early or any(was[name] and was[name] != row[name] for name in TOLD)):
                told_of = any(id == row["id"] and on > since for id, on in days)
                (declared if told_of else asked).add(row.number)
    return asked, declared - asked


def _changed_figures(case: Case, indicator: str) -> tuple[set[int], set[int]]:
    """Without an account; declared, and of old or of one of many measures that are worked out anew."""
    every = {row["indicator"] for row in case.bundle.rows("indicator-register")}
    redefined = {id for id in every if _by_account(case, id)[2]}
    asked, old, anew = _by_account(case, indicator)
    many = len(redefined) > max(1, 0.1 * len(every))
    return asked, (old | anew if many and indicator in redefined else old) - asked


def _by_account(case: Case, indicator: str) -> tuple[set[int], set[int], set[int]]:
    asked, old, anew = set[int](), set[int](), set[int]()
    register = [row for row in case.bundle.rows("indicator-register") if row["indicator"] == indicator][:1]
    changes = [datetime.fromisoformat(text).date() for row in register for text in row.many("definition_changes")]
    for before in case.history:
        known, since = _figures(case, before, indicator), _end(before) - timedelta(days=91)
        for key, row in _figures(case, case.bundle, indicator).items():
            was, over, revised = known.get(key), row.day("period_end"), row.day("revised_on")
            if was is None or all(was.number_of(n) == row.number_of(n) for n in ("numerator", "denominator", "value")):
                continue
            assert over is not None
            if any(day >= over and day > since for day in changes):
                anew.add(row.number)
                continue
            if revised is None or revised <= since:
                asked.add(row.number)
            elif over <= since:
                old.add(row.number)
    return asked, old, anew


@checks("probe/rewritten-history")
def rewritten(said: Said, case: Case, see: See) -> None:
    """Rows that say something else than any earlier submission."""
    if not case.history or not told(said) or not of_any(said):
        return
    found = re.search(
        r"For one, row (\d+) of (\S+) was row (\d+) of what was received on (\S+), with another", said.says
    )
    if found:
        (now,) = case.bundle.at(found[2], int(found[1]))
        before = next(one for one in case.history if str(one.received) == found[4])
        same = [row for row in before.rows(now.kind) if row.number == int(found[3])]
        see.claim(any(row.cells != now.cells for row in same), "it says the same")
    subject = said.fields["subject"]
    if subject in OTHER_KINDS or subject == "durations" or "the earlier submission" in said.says:
        return
    of_log = subject == "improvement-log"
    asked, old = _changed_log(case) if of_log else _changed_figures(case, said.fields["indicator"])
    n = said.fields["n"]
    many = len(old) > max(2, 0.1 * n)
    every = asked | old if many else asked
    if not asks(said):
        see.none(not every, f"{len(every)} rows say something else")
        return
    see.claim(whole(said)[:2] == [len(every), n], f"{len(every)} rows say something else")
    see.row({row.number for row in _today(said, case)} == every, "other rows are cited")


@checks("probe/rows-taken-back")
def taken_back(said: Said, case: Case, see: See) -> None:
    """Rows of this period that any earlier submission had, and that are not there now."""
    subject, starts, ends = said.fields["subject"], case.bundle.starts, case.bundle.ends
    if not case.history or not told(said) or not of_any(said):
        return
    of_log = subject == "improvement-log"
    every: dict[Key, date] = {}
    gone: dict[Key, date] = {}
    now = {(id,) for id in _log(case.bundle)} if of_log else set(_periods(case))
    for before in case.history:
        mine = said.fields.get("indicator")
        rows = {(id,): row for id, row in _log(before).items()} if of_log else _figures(case, before, mine)
        for key, row in rows.items():
            first = row.day("raised_on") if of_log else row.day("period_start")
            last = first if of_log else row.day("period_end")
            every[key] = before.received
            if key not in now and first and last and starts <= first and last <= ends:
                gone[key] = before.received
    if not asks(said):
        see.none(not gone, f"{len(gone)} rows are gone")
        return
    see.claim(whole(said)[:2] == [len(gone), len(every)], f"{len(gone)} of {len(every)} are gone")
    see.claim(f"received on {max(gone.values())}." in said.says, f"the last had them on {max(gone.values())}")
    if "No figure of it is left" in said.says:
        kept = list(_figures(case, case.bundle, said.fields["indicator"]))
        see.none(not kept, f"{len(kept)} figures are left")


def _periods(case: Case) -> Iterator[Key]:
    for row in case.bundle.rows("indicators"):
        yield row["indicator"], row["period_start"], row["period_end"]


@checks("probe/turned-register")
def turned(said: Said, case: Case, see: See) -> None:
    """Cells of the register that any earlier submission had otherwise: of each the last that had."""
    if not case.history or not told(said) or not of_any(said):
        return
    now = {row["indicator"]: row for row in case.bundle.rows("indicator-register")}
    other: dict[tuple[str, str], tuple[str, date]] = {}
    for before in case.history:
        for was in before.rows("indicator-register"):
            row = now.get(was["indicator"])
            for name in REGISTER if row else ():
                assert row is not None
                if was[name] and was[name] != row[name]:
                    other[was["indicator"], name] = was[name], before.received
    if not asks(said):
        see.none(not other, f"the register said otherwise of {sorted(other)[:3]}")
        return
    mine = {name: told for (id, name), told in other.items() if id == said.fields["indicator"]}
    for name in REGISTER:
        words = f"its {NAMES.get(name, name)} was "
        see.claim((words in said.says) == (name in mine), f"{name} was {mine.get(name, 'the same')}")
    for text, day in mine.values():
        holds = re.search(rf"was {re.escape(text)}(?:\.0)? in what was received on {day}", said.says)
        see.claim(bool(holds), f"it was {text} on {day}")
