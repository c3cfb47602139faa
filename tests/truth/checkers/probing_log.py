"""What probes say of the improvement log and of participation, counted again from the rows."""

import re
from collections import Counter
from datetime import date, timedelta

from holidays.countries.united_kingdom import UnitedKingdom

from tests.truth.bundle import Bundle, Row
from tests.truth.case import Case, Said, cited
from tests.truth.checkers.earlier import of_any
from tests.truth.checkers.history import put_right
from tests.truth.checkers.probing import as_declared, asks, series, told, whole
from tests.truth.figures import day_of, last_counted
from tests.truth.ledger import See, checks
from tests.truth.sentences import days, numbers
from tests.truth.tails import in_common, words_of


def _log(case: Case) -> list[Row]:
    return case.bundle.rows("improvement-log")


def _none(said: Said, see: See, case: Case) -> bool:
    """Whether there is nothing to look at; that it is said so is then true."""
    if said.fields["outcome"] == "not-applicable":
        see.none(not _log(case) or "participation" in said.says or "record" in said.says, "there is a log")
        return True
    return False


@checks("probe/bulk-edits")
def bulk(said: Said, case: Case, see: See) -> None:
    """Records of one day counted, with the events they tell of."""
    if not told(said):
        return
    records = _records(said, case)
    given = whole(said)
    left = len(records) - as_declared(said, case, see)
    if not asks(said):
        see.claim(given[0] == left, f"{left} records say when they were made")
        return
    on, first, last = (day_of(text) for text in days(said.says)[:3])
    cited = set(said.cited)
    batch = [event for event, day, row in records if day == on and (row.file, row.number) in cited]
    see.claim(given[:2] == [len(batch), left], f"{len(batch)} of {left} were made on {on}")
    see.claim(bool(batch) and (min(batch), max(batch)) == (first, last), "the events are of other days")
    if "in one minute of" in said.says:
        same = sum(day == on for _, day, _ in records)
        minutes = {row["recorded_at"][:16] for _, _, row in records if (row.file, row.number) in cited}
        see.claim(
            given[2] == same and len(minutes) == 1,
            f"{same} were on that day, and the batch is of {len(minutes)} minutes",
        )
        return
    most = max((count for day, count in Counter(day for _, day, _ in records).items() if day != on), default=0)
    see.none(most <= sum(day == on for _, day, _ in records), f"on another day it was {most}")
    see.none(most <= len(batch), f"on another day it was {most}")


def _records(said: Said, case: Case) -> list[tuple[date, date, Row]]:
    """The event, the day of the record, and the row."""
    if said.fields["subject"] == "improvement-log":
        some = [(row.day("raised_on"), row.day("recorded_at"), row) for row in _log(case)]
    else:
        rows = series(case, said.fields["indicator"])
        some = [(row.day("period_end"), row.day("revised_on") or row.day("recorded_on"), row) for row in rows]
    return [(event, day, row) for event, day, row in some if event and day]


@checks("probe/copied-entries")
def copied(said: Said, case: Case, see: See) -> None:
    """Entries compared; those that are named share words with another one."""
    if _none(said, see, case):
        return
    texts = {row["id"]: words_of("\n".join((row["aim"], row["prediction"], row["learned"]))) for row in _log(case)}
    sets = {id: frozenset(words) for id, words in texts.items()}
    long = [id for id, words in texts.items() if len(set(words)) >= 8]
    given = whole(said)
    if said.fields["outcome"] == "insufficient-data":
        see.claim(given[:2] == [len(long), len(_log(case))], f"{len(long)} of {len(_log(case))} are long enough")
        return
    if not asks(said):
        see.claim(given[0] == len(long) or len(texts) != len(_log(case)), f"{len(long)} are long enough")
        return
    see.claim(given[0] == len(said.cited), f"{len(said.cited)} rows are cited")
    see.claim(given[1] == len(long) or len(texts) != len(_log(case)), f"{len(long)} are long enough")
    listed = re.search(r"\(([^)]*?)(?: and others)?\)", said.says)
    cited = [row["id"] for row in case.rows(said)]
    for id in listed[1].split(", ") if listed else ():
        see.row(id in cited, f"{id} is not cited")
    least = 0.5 if "most of their words" in said.says else 0.2
    for row in case.rows(said):
        mine = sets[row["id"]]
        best = max((in_common(mine, words) for id, words in sets.items() if id != row["id"]), default=0.0)
        see.claim(
            best > least or len(texts) != len(_log(case)),
            f"{row['id']} shares at most {best:.0%} of its words with another",
        )
    same = re.search(r"(\d+) of them hold the same long text", said.says)
    if same and len(texts) == len(_log(case)):
        alike = [id for id, words in texts.items() if len(words) >= 25 and _twins(id, sets) >= 2]
        see.claim(len(alike) >= int(same[1]), f"{len(alike)} hold the same text as two others")


def _twins(id: str, texts: dict[str, frozenset[str]]) -> int:
    """How many others have all but a word in ten of a text."""
    return sum(other != id and in_common(texts[id], words) >= 0.85 for other, words in texts.items())


@checks("probe/last-minute-improvement")
def last_minute(said: Said, case: Case, see: See) -> None:
    """Entries raised or recorded since the announcement, or in the last six weeks."""
    if _none(said, see, case) or not days(said.says):
        return
    since = day_of(days(said.says)[0])
    told_on = case.bundle.announced
    see.claim(told_on is None or since == told_on, f"the inspection was announced on {told_on}")
    given, n = whole(said), len(_log(case))
    if not asks(said):
        see.claim(given[0] in (n, 20), f"there are {n} entries")
        return
    field = "recorded_at" if "recorded" in said.says.split(" since")[0] else "raised_on"
    end = date.fromisoformat(str(case.bundle.manifest.get("submitted_at") or "9999-12-31")[:10])
    late = [row for row in _log(case) if (day := row.day(field)) and since <= day <= end]
    see.claim(given[:2] == [len(late), n], f"{len(late)} of {n} since {since}")
    early = [day for row in _log(case) if (day := row.day(field)) and day < since]
    start = min([case.bundle.starts, *early])
    newest = min(end, max(row.day("raised_on") or since for row in _log(case))) if end.year == 9999 else end
    pace = len(early) * ((newest - since).days + 1) / max(1, (since - start).days)
    see.claim(abs(given[2] - pace) <= 1 + 0.1 * pace, f"the pace before makes {pace:.1f}")
    see.claim(len(late) > pace, "it is no more than the pace before")


@checks("probe/late-entries")
def late(said: Said, case: Case, see: See) -> None:
    """Records made since a day, and longer after the event than so many days."""
    if not told(said):
        return
    field = (
        ("raised_on", "recorded_at") if said.fields["subject"] == "improvement-log" else ("period_end", "recorded_on")
    )
    rows = _log(case) if said.fields["subject"] == "improvement-log" else series(case, said.fields["indicator"])
    pairs = [
        (event, day) for row in rows if (event := row.day(field[0])) and (day := row.day(field[1])) and event <= day
    ]
    end = case.bundle.manifest.get("submitted_at")
    pairs = [(event, day) for event, day in pairs if not end or day <= day_of(end)]
    given, left = whole(said), len(pairs) - as_declared(said, case, see)
    if not asks(said):
        see.claim(given[0] == left, f"{left} records say when they were made")
        return
    since, longer = day_of(days(said.says)[0]), given[2]
    some = [1 for event, day in pairs if day >= since and (day - event).days > longer]
    see.claim(given[1] == left, f"{left} records say when they were made")
    see.claim(given[0] == len(some), f"{len(some)} since {since} are later than {longer} days")
    expected = float(numbers(said.says.partition("one would expect about ")[2])[0])
    every = sum((day - event).days > longer for event, day in pairs)
    share = sum(day >= since for _, day in pairs) / len(pairs)
    see.claim(expected <= every + 0.1 and expected >= 0.4 * share * every, f"their share makes {share * every:.1f}")


@checks("probe/log-against-participation")
def against(said: Said, case: Case, see: See) -> None:
    """Entries whose team and role participation names, and those of which nobody took part."""
    if said.fields["outcome"] == "not-applicable":
        see.none(not _log(case) or not case.bundle.rows("participation"), "both are there")
        return
    named, alone = 0, 0
    groups: dict[tuple[str, str], list[Row]] = {}
    for p in case.bundle.rows("participation"):
        groups.setdefault((_plain(p["team"]), _plain(p["role"])), []).append(p)
    for row in _log(case):
        group = groups.get((_plain(row["team"]), _plain(row["raised_by_role"])), ())
        mine = [p for p in group if _during(row, p)]
        named += bool(mine)
        alone += bool(mine) and not sum(p.number_of("contributors") or 0 for p in mine)
    given = whole(said)
    if said.fields["outcome"] == "insufficient-data":
        see.claim(given[:2] == [named, len(_log(case))], f"{named} of {len(_log(case))} are named in both")
    else:
        see.claim(given[:2] == [alone, named], f"{alone} of {named} come from a group of which nobody took part")
        see.claim(not asks(said) or len(said.cited) == alone, f"{len(said.cited)} rows are cited")


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _during(row: Row, p: Row) -> bool:
    day, first, last = row.day("raised_on"), p.day("period_start"), p.day("period_end")
    return bool(day and first and last and first <= day <= last)


@checks("probe/uniform-answers")
def uniform(said: Said, case: Case, see: See) -> None:
    """A team's answers are all the same, and so many; another team's are not."""
    if said.fields["subject"] != "improvement-log" or not told(said):
        return
    given = whole(said)
    if not asks(said):
        see.claim(given[0] == len(_log(case)), f"there are {len(_log(case))} rows")
        return
    team = next((row["team"] for row in case.rows(said)), "")
    see.claim(said.says.startswith(team), f"the rows are of {team}")
    questioned = "target" in said.says
    field = "questions_target" if questioned else "decision"
    mine = [row for row in _log(case) if row["team"] == team and row[field]]
    hit = [row for row in mine if (row.flag(field) if questioned else row[field] == "adopt")]
    same = len(mine) - len(hit) if " never " in said.says else len(hit)
    see.claim(given[:2] == [same, len(mine)], f"{same} of {len(mine)} are so")
    see.claim(same == len(mine), "they are not all alike")
    others = [row for row in _log(case) if row["team"] != team and row[field]]
    yes = sum(bool(row.flag(field) if questioned else row[field] == "adopt") for row in others)
    see.claim(0 < yes < len(others), "the other teams' answers are alike too")


@checks("probe/claimed-against-recomputed")
def recomputed(said: Said, case: Case, see: See) -> None:
    """The figure that is named was submitted for that month; so many figures are compared."""
    if said.fields["outcome"] == "not-applicable":
        return
    given = whole(said)
    months = days(said.says)
    if asks(said):
        figures = [row for row in case.rows(said) if row.kind == "indicators"]
        see.claim(given[0] == len(figures), f"{len(figures)} figures are cited")
        see.claim(bool(months), "does not say of which month")
        shown = float(re.search(r"apart: (\d[\d.]*)", said.says)[1].rstrip("."))  # type: ignore[index]
        near = [abs(_percent(row) - shown) < 0.051 for row in figures]
        see.row(any(near), f"no figure that is cited is {shown}")


def _percent(row: Row) -> float:
    given, top, bottom = row.number_of("value"), row.number_of("numerator"), row.number_of("denominator")
    return given if given is not None else 100 * (top or 0) / (bottom or 1)


KEYS = {"indicators": ("indicator", "period_start", "period_end"), "improvement-log": ("id",)}
NOTED = ("recorded_on", "revised_on", "recorded_at")


@checks("probe/rewritten-history")
def rewritten(said: Said, case: Case, see: See) -> None:
    """Rows of now held against those of the earlier submission: what says something else, and what is gone."""
    if case.earlier is None or not told(said) or of_any(said):
        return
    subject = said.fields["subject"]
    kind = "improvement-log" if subject == "improvement-log" else "indicators"
    now, before = (_by_key(bundle, kind) for bundle in (case.bundle, case.earlier))
    mine = said.fields.get("indicator")
    changed = {key for key in set(now) & set(before) if mine in (None, key[0]) and _otherwise(before[key], now[key])}
    if kind == "improvement-log":
        right = put_right(case)
        changed = {key for key in changed if now[key].number not in right}
    given = whole(said)
    if not asks(said):
        both = set(now) & set(before) if kind == "indicators" else set(before)
        see.claim(given[:1] == [len([key for key in both if mine in (None, key[0])])], "so many were not compared")
        see.none(not changed, f"{len(changed)} say something else")
        return
    see.claim(given[0] == len(changed), f"{len(changed)} rows say something else")
    see.row({row.number for row in case.rows(said)} == {now[key].number for key in changed}, "other rows are cited")


def _by_key(bundle: Bundle, kind: str) -> dict[tuple[str, ...], Row]:
    return {tuple(row[field] for field in KEYS[kind]): row for row in bundle.rows(kind)}


def _otherwise(before: Row, now: Row) -> bool:
    """Whether a cell that said something says something else, and nothing says when it was revised."""
    told = bool(now["revised_on"])
    return not told and any(text and text != now[name] for name, text in before.cells.items() if name not in NOTED)


@checks("probe/selective-evidence")
def dropped(said: Said, case: Case, see: See) -> None:
    """Indicators registered before and not now."""
    if case.earlier is None or said.fields["subject"] != "indicator-register":
        return
    before = {row["indicator"] for row in case.earlier.rows("indicator-register")}
    gone = before - {row["indicator"] for row in case.bundle.rows("indicator-register")}
    see.claim(whole(said)[:2] == [len(gone), len(before)], f"{len(gone)} of {len(before)} are not registered now")


def usual(case: Case) -> date:
    """Half a year before the last day that counts."""
    return last_counted(case) - timedelta(days=183)


def _as_declared(case: Case) -> set[tuple[str, str]]:
    """Places that a declaration of days that are not days of work accounts for, where the data bear it out."""
    events = "carried-over", "entered-together", "backlog"
    some = [one for one in case.result.get("declared", ()) if one["event"] in events and one["outcome"] == "borne-out"]
    return {(file, str(place)) for one in some for file, place in cited(one)}


@checks("probe/days-off")
def days_off(said: Said, case: Case, see: See) -> None:
    """Different days of tests and of records, and those of them on which a service of the week is closed, counted."""
    tried = {day for row in _log(case) if (day := row.day("tested_on") or row.day("started_on"))}
    if said.fields["outcome"] == "not-applicable":
        see.none(not tried, "something was tried on a day that is stated")
        return
    left_out = _as_declared(case) if "as declared" in said.says else set[tuple[str, str]]()
    every = {day for row in _log(case) if (day := row.day("recorded_at"))}
    written = {day for row in _log(case) if not row.places & left_out and (day := row.day("recorded_at"))}
    written |= {day for row in case.bundle.rows("case-reviews") if (day := row.day("reviewed_on"))}
    given = whole(said)
    if left_out:
        see.claim(given[-1] == len(every - written), f"{len(every - written)} days have declared entries alone")
    if not told(said):
        see.claim(given[:2] == [len(tried), len(written)], f"there are {len(tried)} and {len(written)} days")
        return
    years = {day.year for day in tried | written}
    holidays = set(UnitedKingdom(subdiv="ENG", years=years))  # type: ignore[no-untyped-call]
    off = [sum(day.isoweekday() > 5 or day in holidays for day in some) for some in (tried, written)]
    true = [off[0], len(tried), off[1], len(written)]
    see.claim(given[:4] == true, f"it is {true}")


@checks("probe/teams-alike")
def teams_alike(said: Said, case: Case, see: See) -> None:
    """Entries or ideas of each team counted; where it asks, no team has a year of its own."""
    log, people = (
        _log(case),
        [row for row in case.bundle.rows("participation") if row.number_of("ideas_raised") is not None],
    )
    if said.fields["outcome"] == "not-applicable":
        see.none(not log and not people, "there are entries or ideas")
    if not told(said):
        return
    if said.fields["subject"] == "improvement-log":
        cells = Counter((row["team"], (row.day("raised_on") or date.min).year) for row in log)
    else:
        cells = Counter()
        for row in people:
            cells[row["team"], (row.day("period_start") or date.min).year] += int(row.number_of("ideas_raised") or 0)
    total, teams = sum(cells.values()), sorted({team for (team, _), many in cells.items() if many})
    see.claim(whole(said)[:2] == [total, len(teams)], f"{total} of {len(teams)} teams")
    if asks(said):
        years = sorted({year for _, year in cells})
        square = free = 0.0
        for year in years:
            in_year = sum(cells[team, year] for team in teams)
            for team in teams:
                usual = in_year * sum(cells[team, other] for other in years) / total
                square += (cells[team, year] - usual) ** 2 / max(usual, 1e-9)
        free = (len(teams) - 1) * (len(years) - 1)
        see.claim(square <= 2.5 * free + 4, f"by year the teams vary {square:.1f} on {free:.0f}")
