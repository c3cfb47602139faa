"""Honest authorities of this bench: small tests by many, measures that moved because of them, and ordinary mess.

It shares nothing with `inspector simulate`: other measures, words, noise, sizes, habits of recording.
"""

from datetime import date, datetime, time, timedelta
from math import exp, log
from random import Random
from typing import Any, NamedTuple

import texts

Row = dict[str, Any]
ROLES = (
    "social worker",
    "family support worker",
    "senior practitioner",
    "personal adviser",
    "team clerk",
    "team manager",
)
MEASURES = (
    ("spoken-alone", "Children on a plan seen alone at the last visit", "up", "process", 0.5, "seen-alone-on-plan"),
    ("back-again", "Families referred again within a year", "down", "outcome", 0.3, "re-referrals-within-12-months"),
    ("same-person", "Children who keep their worker throughout", "up", "structure", 0.55, "same-worker-throughout"),
    (
        "on-a-plan-again",
        "Protection plans that are a second or later one",
        "down",
        "outcome",
        0.27,
        "repeat-protection-plans",
    ),
    (
        "many-moves",
        "Children in care with three placements or more",
        "down",
        "outcome",
        0.22,
        "three-or-more-placements",
    ),
    ("in-touch", "Care leavers who are in touch", "up", "outcome", 0.6, "care-leavers-in-touch"),
    ("in-45-days", "Assessments within 45 working days", "up", "process", 0.74, "assessments-within-45-working-days"),
    ("supervised", "Supervision held in the month", "up", "process", 0.7, "supervision-held"),
)


AUDITOR = "Audit of the neighbouring council"


class Made(NamedTuple):
    """A bundle before it is written: rows by kind, keys of the manifest, and what is told beside."""

    tables: dict[str, list[Row]]
    manifest: Row
    start: date
    months: int
    onsets: dict[str, int]


def month(start: date, after: int) -> date:
    """The first day of a month, so many after the one that `start` lies in."""
    years, place = divmod(start.year * 12 + start.month - 1 + after, 12)
    return date(years, place + 1, 1)


def honest(seed: str) -> Made:
    """One authority."""
    draw = Random(f"fair/{seed}")
    start, months = date(draw.choice((2019, 2021, 2022)), draw.choice((1, 4, 9)), 1), draw.choice((30, 30, 36))
    teams = draw.sample(texts.PLACES, draw.randint(4, 6))
    gains = draw.sample(range(6), draw.choice((4, 5)))
    figures, onsets = _figures(draw, start, months, gains)
    log_rows = _log(draw, start, months, teams, onsets)
    end = month(start, months)
    manifest = {
        "name": f"fair-{seed}".lower(), "title": f"Fairness {seed}", "authority": f"Invented authority {seed}", "invented": True,
        "period": {"start": start.isoformat(), "end": (end - timedelta(days=1)).isoformat()},
        "notified_on": (end + timedelta(days=draw.randint(5, 30))).isoformat(),
        "submitted_at": (end + timedelta(days=draw.randint(35, 60))).isoformat(),
    }  # fmt: skip
    tables = {
        "indicator-register": [_registered(one) for one in MEASURES],
        "indicators": figures,
        "improvement-log": log_rows,
        "participation": _participation(draw, start, months, teams, log_rows),
        "durations": _durations(draw, start, months),
        "verifications": _looked_at(draw, start, end),
    }
    return Made(tables, manifest, start, months, onsets)


def _registered(one: tuple[str, str, str, str, float, str]) -> Row:
    return {
        "indicator": one[0], "title": one[1], "better": one[2], "measure": one[3], "unit": "share of those concerned",
        "same_as": one[5], "recorded_by": "data team", "verified_by": "audit of the neighbouring council",
    }  # fmt: skip


def _figures(draw: Random, start: date, months: int, gains: list[int]) -> tuple[list[Row], dict[str, int]]:
    rows: list[Row] = []
    onsets: dict[str, int] = {}
    for place, (id, _, better, _, base, _) in enumerate(MEASURES):
        usual, wander, level = draw.randint(80, 190), draw.uniform(0.01, 0.07), log(base / (1 - base))
        onset = draw.randint(6, months - 12) if place in gains else months
        if place in gains:
            onsets[id] = onset
        total = draw.uniform(0.9, 1.6) * (1 if better == "up" else -1)
        way = draw.choice((1, 4, 9))
        for m in range(months):
            moved = min(1.0, max(0, m - onset + 1) / way) * total
            n = max(25, round(draw.gauss(usual * (0.8 if (start.month + m) % 12 == 8 else 1), usual / 12)))
            p = 1 / (1 + exp(-(level + moved + draw.gauss(0, wander))))
            top = sum(draw.random() < p for _ in range(n))
            first, last = month(start, m), month(start, m + 1) - timedelta(days=1)
            rows.append({
                "indicator": id, "period_start": first, "period_end": last, "numerator": top, "denominator": n,
                "recorded_on": last + timedelta(days=draw.choice((3, 4, 5, 6, 8, 11, 15))),
            })  # fmt: skip
    return rows, onsets


def _log(draw: Random, start: date, months: int, teams: list[str], onsets: dict[str, int]) -> list[Row]:
    rows, pace = [], draw.uniform(3.5, 6.5)
    keen = {team: draw.uniform(0.5, 1.5) for team in teams}
    for m in range(months):
        busy = 0.6 if (start.month + m) % 12 in (8, 0) else 1.0
        for _ in range(max(1, round(draw.gauss(pace * busy, 1.4)))):
            day = workday(month(start, m) + timedelta(days=draw.randint(0, 27)))
            rows.append(
                _entry(
                    draw, day, draw.choices(teams, [keen[t] for t in teams])[0], draw.choice([None] * 16 + [*onsets])
                )
            )
    for id, onset in onsets.items():
        for _ in range(draw.randint(3, 5)):
            day = workday(month(start, max(0, onset - draw.randint(1, 2))) + timedelta(days=draw.randint(0, 20)))
            rows.append({**_entry(draw, day, draw.choice(teams), id), "decision": "adopt"})
    end = month(start, months)
    rows = [row for row in sorted(rows, key=lambda row: row["raised_on"]) if row["decided_on"] < end]
    return [{"id": f"{row['team'][:2].lower()}-{place}", **row} for place, row in enumerate(rows, 1)]


def _entry(draw: Random, day: date, team: str, indicator: str | None) -> Row:
    started = workday(day + timedelta(days=draw.randint(0, 9)))
    tested = workday(started + timedelta(days=draw.randint(1, 12)))
    studied = workday(tested + timedelta(days=draw.randint(0, 7)))
    decided = workday(studied + timedelta(days=draw.randint(0, 6)))
    lag = draw.choice((0, 0, 0, 1, 1, 2, 3, 5, 7, 12)) if draw.random() < 0.95 else draw.randint(20, 45)
    recorded = datetime.combine(workday(decided + timedelta(days=lag)), time(draw.randint(8, 18), draw.randint(0, 59)))
    return {
        "raised_on": day, "raised_by_role": draw.choices(ROLES, (6, 4, 3, 2, 1, 1))[0], "team": team,
        "origin": draw.choices(("front-line", "family", "manager", "partner"), (6, 2, 1, 1))[0],
        "scale": draw.choices(("one-case", "one-worker", "one-team"), (4, 3, 2))[0],
        "change_type": draw.choice(("task", "tool", "workload", "environment", "procedure", "joint-working")),
        "aim": texts.aim(draw), "prediction": texts.hope(draw), "indicator": indicator, "started_on": started,
        "tested_on": tested,
        "studied_on": studied, "decided_on": decided, "decision": draw.choices(("adopt", "adapt", "abandon"), (4, 4, 2))[0],
        "learned": texts.lesson(draw), "questions_target": draw.random() < 0.06, "recorded_at": recorded,
    }  # fmt: skip


def _looked_at(draw: Random, start: date, end: date) -> list[Row]:
    """What the auditors of a neighbouring council found, who looked at each measure again."""
    rows = []
    for place, one in enumerate(MEASURES, 1):
        size = draw.randint(20, 45)
        rows.append({
            "id": f"n{place}", "verified_by": AUDITOR, "role": "auditors", "looked_on": end - timedelta(days=25),
            "indicator": one[0], "period_start": start, "period_end": month(end, -1) - timedelta(days=1), "looked_at": size,
            "agreed": size - draw.choice((0, 0, 1)), "better": one[2],
        })  # fmt: skip
    return rows


def workday(day: date) -> date:
    """The day, or the Monday after it."""
    return day + timedelta(days=max(0, 7 - day.weekday())) if day.weekday() > 4 else day


def _participation(draw: Random, start: date, months: int, teams: list[str], log_rows: list[Row]) -> list[Row]:
    rows = []
    heads = {(team, role): draw.randint(3, 12) for team in teams for role in ROLES[:4]}
    for quarter in range(months // 3):
        first, last = month(start, 3 * quarter), month(start, 3 * quarter + 3) - timedelta(days=1)
        for (team, role), head in heads.items():
            seen = sum(
                r["team"] == team and r["raised_by_role"] == role and first <= r["raised_on"] <= last for r in log_rows
            )
            share = min(0.85, 0.35 + 0.25 * quarter / (months / 3) + draw.uniform(-0.1, 0.1))
            took = min(head, max(min(seen, head), round(head * share)))
            rows.append({
                "period_start": first, "period_end": last, "team": team, "role": role, "headcount": head, "contributors": took,
            })  # fmt: skip
    return rows


def _durations(draw: Random, start: date, months: int) -> list[Row]:
    rows = []
    for quarter in range(months // 3):
        counts: dict[int, int] = {}
        for _ in range(draw.randint(70, 150)):
            days = max(1, round(draw.lognormvariate(3.35, 0.38)))
            counts[days] = counts.get(days, 0) + 1
        first, last = month(start, 3 * quarter), month(start, 3 * quarter + 3) - timedelta(days=1)
        rows += [
            {"indicator": "in-45-days", "period_start": first, "period_end": last, "days": days, "count": many}
            for days, many in sorted(counts.items())
        ]
    return rows
