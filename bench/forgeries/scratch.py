"""Forgeries out of nothing: no start, every row invented."""

from datetime import date, timedelta
from random import Random
from typing import Any

from busy import stream
from hand import Draw, forgery, measure, tried
from paper import Folder, last, month
from words import dossier_rest, sentence

STEP = 5


def _empty(start: Folder, months: int) -> Folder:
    begin = month(start.end, 1 - months)
    return Folder(start.authority, begin, start.end)


def _step(found: Folder, months: int, draw: Draw, id: str = "a", of: int | None = None, **more: Any) -> date:
    """A measure that gets better at a month, which is given back by its last day."""
    k = months // 2 + draw.whole(-1, 1)
    low, up = (0.4, 0.3) if of else (2.0, 6.0)
    levels = [low + up * (m >= k) + (0.03 if of else 1) * draw.unit() for m in range(months)]
    if of is None:
        levels = [round(level) for level in levels]
    measure(found, id, levels, of, found.start, draw, **more)
    return last(month(found.start, k))


def _four(found: Folder, named: str, day: date, draw: Draw, count: int = 4, **more: Any) -> None:
    """Rows of the log, one a month about a day; the nearest names the measure and was kept."""
    tried(found, day - timedelta(days=draw.whole(0, 3)), named, "adopt", **more)
    for k in range(1, count):
        other = month(day, (k + 1) // 2 * (1 if k % 2 else -1))
        if other < found.start:
            other = month(day, k)
        tried(found, other + timedelta(days=draw.whole(0, 27)), **more)


@forgery("thirteen-rows", "nothing", "A measure called A with eight figures, and four rows of a log that say nothing.")
def thirteen_rows(start: Folder, draw: Draw) -> Folder:
    return thirteen_rows_of(start, draw)


@forgery("thirteen-as-json", "nothing", "The same thirteen rows, as JSON.")
def thirteen_as_json(start: Folder, draw: Draw) -> Folder:
    found = thirteen_rows_of(start, draw)
    found.as_json = True
    return found


def thirteen_rows_of(start: Folder, draw: Draw) -> Folder:
    found = _empty(start, 8)
    _four(found, "a", _step(found, 8, draw, title="A"), draw)
    return found


@forgery(
    "thirteen-well-worded", "nothing", "Thirteen rows with every field that anybody could ask for, all of it invented."
)
def thirteen_well_worded(start: Folder, draw: Draw) -> Folder:
    found = _empty(start, 8)
    day = _step(
        found, 8, draw, "seen-alone-on-plan", of=120, title="Children on a plan who were seen alone", measure="process",
        unit="share", recorded_by="children's services", verified_by="internal audit",
    )  # fmt: skip
    for k, raised in enumerate([day - timedelta(days=9), month(day, -1), month(day, 1), month(day, 2)]):
        full(found, raised, "seen-alone-on-plan" if not k else "", ("Intake", "Safeguarding")[k % 2], k)
    return found


def full(found: Folder, raised: date, indicator: str, team: str, k: int, decision: str = "adopt") -> None:
    """A row of the log with every field filled."""
    say = Random(f"{found.authority}/{raised}/{k}")
    days = [raised + timedelta(days=d) for d in (0, 2, 9, 12, 14)]
    tried(
        found, raised, indicator, decision, team=team, origin="front-line", change_type=say.choice(("task", "tool")),
        started_on=days[1], tested_on=days[2], studied_on=days[3], decided_on=days[4], aim=sentence(say),
        prediction=sentence(say), learned=f"{sentence(say)}; {sentence(say)}",
        recorded_at=f"{days[4]}T{say.randint(8, 17):02d}:{say.randint(0, 59):02d}:00Z",
        raised_by_role=say.choice(("social worker", "family worker", "practice lead")),
    )  # fmt: skip


@forgery(
    "three-measures", "nothing", "Three invented measures that all get better, and a log of twelve rows in two teams."
)
def three_measures(start: Folder, draw: Draw) -> Folder:
    found = _empty(start, 12)
    days = [
        (id, _step(found, 12, draw, id, of=draw.whole(60, 300), measure="outcome", unit="share", verified_by="audit"))
        for id in ("children-who-say-they-are-heard", "families-who-come-back-less", "goals-that-were-reached")
    ]
    for k, (id, day) in enumerate(days):
        full(found, day - timedelta(days=14 + k), id, ("Intake", "Safeguarding")[k % 2], k)
    for k in range(9):
        full(found, month(found.start, k + 1) + timedelta(days=draw.whole(0, 13)), "", ("Intake", "Safeguarding")[k % 2], k + 3,
             draw.one(("adopt", "abandon", "adapt")))  # fmt: skip
    return found


@forgery(
    "unknown-direction",
    "nothing",
    "Measures of no known direction ('the thing counted'), each said to be better as it went.",
)
def unknown_direction(start: Folder, draw: Draw) -> Folder:
    found = _empty(start, 10)
    for k in range(3):
        better = draw.one(("up", "down"))
        day = _step(found, 10, draw, f"thing-{k}", title=f"Count of the thing {k}", better=better)
        if better == "down":
            for row in found.rows("indicators"):
                if row["indicator"] == f"thing-{k}":
                    row["value"] = 20 - row["value"]
        _four(found, f"thing-{k}", day, draw, 4)
    return found


@forgery(
    "backwards-measure", "nothing", "A measure filled in backwards for two years in one afternoon; nothing says when."
)
def backwards_measure(start: Folder, draw: Draw) -> Folder:
    found = _empty(start, 24)
    day = _step(
        found, 24, draw, "same-worker-throughout", of=200, title="Children who kept their worker", measure="process"
    )
    _four(found, "same-worker-throughout", day, draw)
    return found


@forgery("weekly-figures", "nothing", "A month cut into weeks: two months of days are enough figures for a gain.")
def weekly_figures(start: Folder, draw: Draw) -> Folder:
    found = _empty(start, 4)
    found.rows("indicator-register").append(
        {"indicator": "a", "title": "Visits made", "better": "up", "measure": "outcome"}
    )
    for k in range(16):
        begin = found.start + timedelta(days=7 * k)
        value = (6 if k >= 8 else 2) + draw.whole(0, 1)
        found.rows("indicators").append(
            {"indicator": "a", "period_start": begin, "period_end": begin + timedelta(6), "value": value}
        )
    day = found.start + timedelta(days=62)
    tried(found, day, "a", "adopt")
    for k in range(4):
        tried(found, month(found.start, k) + timedelta(days=draw.whole(0, 27)))
    return found


@forgery(
    "two-years-two-teams",
    "nothing",
    "A log of sixty full rows in two teams, in every month, with lessons of drawn words; one measure.",
)
def two_years_two_teams(start: Folder, draw: Draw) -> Folder:
    found = _empty(start, 24)
    day = _step(found, 24, draw, "seen-alone-on-plan", of=150, title="Seen alone", measure="process", unit="share")
    for k in range(60):
        at = month(found.start, k * 24 // 60) + timedelta(days=draw.whole(0, 12))
        full(found, at, "", ("Intake", "Safeguarding")[k % 2], k, draw.one(("adopt", "adapt", "abandon")))
    full(found, day - timedelta(days=12), "seen-alone-on-plan", "Intake", 60)
    return found


def dossier(start: Folder, draw: Draw, months: int = 36) -> Folder:
    """Everything one could ask for, written by one script in an evening."""
    found = _empty(start, months)
    onsets = {}
    for id, title, sort in (
        ("re-referrals-within-12-months", "Referrals of children referred before", "outcome"),
        ("seen-alone-on-plan", "Children on a plan seen alone", "process"),
        ("same-worker-throughout", "Children who kept their worker", "process"),
        ("staff-who-feel-safe-to-speak", "Staff who feel safe to speak", "experience"),
    ):  # fmt: skip
        onsets[id] = _gain(found, id, title, sort, months, draw)
    seed = Random(str(draw.unit()))
    stream(found, seed, 3.0, onsets)
    dossier_rest(found, seed)
    return found


def _gain(found: Folder, id: str, title: str, sort: str, months: int, draw: Draw) -> date:
    k, down = draw.whole(8, 18), id.startswith("re-referrals")
    many, sign = draw.whole(90, 260), -1 if down else 1
    levels = [0.45 + sign * 0.18 * min(1.0, max(0.0, (m - k) / 4)) + 0.04 * (draw.unit() - 0.5) for m in range(months)]
    measure(found, id, levels, many, found.start, draw, title=title, measure=sort, unit="share", better="down" if down else "up",
            recorded_by="children's services", verified_by="internal audit")  # fmt: skip
    return month(found.start, k)


@forgery(
    "dossier",
    "nothing",
    "A patient dossier from one script: four measures, a log of three years, promises, reviews, leaders, words.",
)
def patient_dossier(start: Folder, draw: Draw) -> Folder:
    return dossier(start, draw)


@forgery("dossier-with-core", "nothing", "The same with a measure of everything that everybody has, nine in all.")
def dossier_with_core(start: Folder, draw: Draw) -> Folder:
    found = dossier(start, draw)
    months = 36
    for id, sort, better, level in (
        ("assessments-within-45-working-days", "process", "up", 0.78), ("repeat-protection-plans", "outcome", "down", 0.2),
        ("three-or-more-placements", "outcome", "down", 0.12), ("supervision-held", "process", "up", 0.7),
        ("changes-of-worker", "process", "down", 0.3),
    ):  # fmt: skip
        levels = [level + 0.06 * (draw.unit() - 0.5) for _ in range(months)]
        measure(found, id, levels, draw.whole(80, 200), found.start, draw, better=better, measure=sort, unit="share")
    for row in found.rows("indicators"):
        row["recorded_on"] = row["period_end"] + timedelta(days=5)
    return found
