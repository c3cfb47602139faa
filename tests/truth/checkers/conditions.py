"""The rules about the conditions people work in, and the signals `systemic-conditions`, `recommendation-path` and `-flow`."""

import re
from datetime import date

from tests.truth.bundle import Row
from tests.truth.case import Case, Said
from tests.truth.checkers.moved import falls_from
from tests.truth.counted import tests
from tests.truth.figures import (
    GAINS,
    SURE,
    begun,
    call,
    cited,
    day_of,
    last_counted,
    registered,
    way,
)
from tests.truth.ledger import See, checks
from tests.truth.records_truth import looked_again
from tests.truth.sentences import days, long_day, month, numbers, without_aside

KNOWN = (
    "caseload-per-worker",
    "time-with-families",
    "time-at-screen",
    "changes-of-worker",
    "same-worker-throughout",
    "re-referrals-within-12-months",
    "sickness-absence",
    "staff-who-feel-safe-to-speak",
    "forms-per-case",
    "supervision-held",
)
"""The conditions by the names of docs/munro.md."""
TELLING = re.compile(
    r"caseload|(?:cases|children|plans) (?:per|held by) \w*\s*worker|hours? with famil|time with famil|same worker|"
    r"changes? of \w*\s*worker|re-?referr|sickness|supervision|turnover|vacanc|agency (?:staff|social|worker)",
    re.IGNORECASE,
)
"""Words of a title by which anybody sees that a measure follows a condition."""


def _known_as(row: Row) -> str:
    return row["same_as"] or row["indicator"]


def _watched(case: Case) -> list[Row]:
    """The register's entries, with figures, that are known by the name of a condition."""
    return [registered(case, f.fields["indicator"]) for f in case.signals("trajectory")]


@checks("munro/conditions-watched")
def watched(said: Said, case: Case, see: See) -> None:
    """So many measures are known by the name of a condition."""
    mine = [row for row in _watched(case) if _known_as(row) in KNOWN]
    see.claim(
        str(len(mine)) in numbers(said.says),
        f"{len(mine)} measures are known as conditions: {[r['indicator'] for r in mine][:9]}",
    )


@checks(
    "munro/conditions-worked-on",
    "munro/condition-better-for-workers",
    "munro/condition-better-by-itself",
    "munro/condition-worse-for-workers",
)
def is_condition(said: Said, case: Case, see: See) -> None:
    """The measure is a condition, and got better or worse surely where that is said."""
    move = said.of("signal/trajectory")[0]
    row = registered(case, move.fields["indicator"])
    see.claim(_known_as(row) in KNOWN, f"{row['indicator']} is no condition")
    see.claim(row["title"] in said.says, "does not name the measure")
    name, sure = call(case, row["indicator"])
    if "worse" not in said.about:
        see.claim(
            said.about.endswith("worked-on") or (name in GAINS and sure >= SURE), f"its figures say {name}, {sure}"
        )
    else:
        see.claim(name in ("loss", "faded-gain") and sure >= SURE, f"its figures say {name}, {sure}")


@checks("munro/deadlines-before-families")
def before_families(said: Said, case: Case, see: See) -> None:
    """One measure got better and the other worse, surely."""
    moves = said.of("signal/trajectory")
    better = [f for f in moves if f.fields["call"] in GAINS and f.fields["probability"] >= SURE]
    worse = [f for f in moves if f.fields["call"] == "loss" and f.fields["probability"] >= SURE]
    see.claim(bool(better) and bool(worse), "not one better and one worse")
    for fact in (*better, *worse):
        see.claim(fact.fields["title"] in said.says, f"does not name {fact.fields['title']}")


@checks("munro/nobody-watches-conditions", "munro/conditions-not-stated")
def not_watched(said: Said, case: Case, see: See) -> None:
    """None of the measures is a condition, and their names could have said so."""
    rows = _watched(case)
    see.claim(str(len(rows)) in numbers(said.says), f"there are {len(rows)} measures")
    see.none(not any(_known_as(row) in KNOWN for row in rows), "one is known by the name of a condition")
    unnamed = [row for row in rows if not row["same_as"]]
    if said.about.endswith("not-stated"):
        see.claim(str(len(unnamed)) in numbers(said.says), f"{len(unnamed)} do not say what they are")
    else:
        see.none(not unnamed, f"{len(unnamed)} do not say what they are")
        see.none(not any(TELLING.search(row["title"]) for row in rows), "a title tells of a condition")


@checks(
    "munro/front-line-is-answered",
    "munro/families-are-answered",
    "munro/front-line-is-not-answered",
    "munro/asked-and-not-answered",
)
@checks("patient-safety-learning/patients-are-answered", "patient-safety-learning/involved-and-answered")
def answered(said: Said, case: Case, see: See) -> None:
    """What a group said, how much of it led to a test, and of how much the speakers were told."""
    fact = said.of("signal/voice-answered")[0]
    group = fact.fields["group"]
    rows = [
        row
        for row in case.bundle.rows("voice")
        if group in ("all", row["group"]) and _in_time(row.day("period_end"), case)
    ]
    log = {row["id"]: row for row in tests(case.bundle)}
    changed = [row for row in rows if any(_led_to(log[id], row) for id in row.many("changed") if id in log)]
    told = [row for row in rows if (day := row.day("told_back_on")) and day <= last_counted(case)]
    given = [int(text) for text in numbers(without_aside(said.says)) if text.isdigit()]
    for true in ([len(rows), len(changed)] + ([len(told)] if "told" in said.says else []))[: len(given)]:
        see.claim(
            true in given, f"{len(rows)} said, {len(changed)} led to something, {len(told)} heard back; not {given}"
        )
    if "after none" in said.says or "after 0" in said.says:
        named = [row for row in rows if row["changed"]]
        see.none(not changed, "something was tried")
        see.none(
            not named or "no test" in said.says or "set aside" in said.says,
            f"{len(named)} of them name what was tried",
        )


def _in_time(day: date | None, case: Case) -> bool:
    return day is not None and case.bundle.starts <= day <= last_counted(case)


def _led_to(entry: Row, voice: Row) -> bool:
    day, since = entry.day("tested_on") or begun(entry), voice.day("period_start")
    return day is not None and since is not None and day >= since


@checks("signal/systemic-conditions")
def found(said: Said, case: Case, see: See) -> None:
    """In how many reviews a condition was looked for, found and followed."""
    told = said.fields
    reviews = [row for row in case.bundle.rows("case-reviews") if _in_time(row.day("reviewed_on"), case)]
    factors = [f for row in reviews for f in case.bundle.within(row, "factors") if f["condition"] == told["condition"]]
    looked = [f for f in factors if f["found"] != "not-looked-for"]
    present = [f for f in looked if f["found"] in ("present", "")]
    tracked = [
        f
        for f in present
        if f["tracked_by"] and ((since := f.day("tracked_since")) is None or since <= last_counted(case))
    ]
    see.number("reviews", told["reviews"], len(reviews))
    see.number("looked_for", told["looked_for"], len(looked))
    see.number("present", told["present"], len(present))
    see.number("tracked", told["tracked"], len(tracked))
    given = numbers(said.says)
    see.claim(str(len(reviews)) in given or len(reviews) < 2, f"there are {len(reviews)} reviews")
    if "indicator" in told:
        see.claim(told["indicator"] in {f["tracked_by"] for f in tracked}, "no factor is followed by that measure")


@checks("signal/recommendation-path")
def path(said: Said, case: Case, see: See) -> None:
    """The stage is borne out by an action that is done, a measure, somebody else, and a later status."""
    told = said.fields
    row = next((one for one in case.bundle.rows("recommendations") if one["id"] == told["recommendation"]), None)
    if not see.row(row is not None, f"there is no recommendation {told['recommendation']}") or row is None:
        return
    acted, measured, verified, statuses = _borne_out(row, case)
    see.same("source", told["source"], row["source"])
    see.number("owners", told["owners"], len(row.many("owners")))
    see.claim(
        str(row.day("made_on")) in days(said.says) or month(row.day("made_on") or date.min) in days(said.says),
        f"was made on {row['made_on']}",
    )
    if told["stage"] in ("acted", "measured", "verified", "lasting"):
        see.claim(acted, "no action of it is done")
    if told["stage"] in ("measured", "verified", "lasting"):
        see.claim(measured, "no measure is named and reached")
    if told["stage"] in ("verified", "lasting"):
        see.claim(verified, "nobody else verified it")
    if told["stage"] in ("lasting", "rejected", "dropped"):
        see.claim(bool(statuses) and statuses[-1]["status"] == told["stage"], "its last status does not say so")
    see.same("on_paper", told["on_paper"] and acted, False)


def _borne_out(row: Row, case: Case) -> tuple[bool, bool, bool, list[Row]]:
    """Whether an action is done, whether a measure was reached, whether somebody else verified it; the statuses in order."""
    until = last_counted(case)
    statuses = [s for s in case.bundle.within(row, "statuses") if (day := s.day("on")) and day <= until]
    statuses.sort(key=lambda s: (s.day("on") or date.min, s.number, s.path))
    acted = any((day := a.day("done_on")) and day <= until for a in case.bundle.within(row, "actions"))
    measured = (
        acted and bool(row["indicator"]) and bool({s["status"] for s in statuses} & {"measured", "verified", "lasting"})
    )
    seen = looked_again(case.bundle, "recommendation", row["id"])
    days = [one.day("looked_on") for one in seen if one["verified_by"] not in row.many("owners")]
    verified = measured and bool(days) and days[0] is not None and days[0] <= until
    return acted, measured, verified, statuses


@checks("munro/condition-worse-for-workers")
def fell(said: Said, case: Case, see: See) -> None:
    """The day from which it got worse is one at which the figures fell."""
    move = said.of("signal/trajectory")[0]
    rows, turn = cited(move, case, "indicators"), way(case, move.fields["indicator"])
    onset = day_of(move.fields["onset"])
    if move.fields["call"] == "faded-gain" and not falls_from(rows, onset, turn):
        see.order(long_day(onset) not in said.says and f"since {month(onset)}" not in said.says, f"on {onset} it rose")
