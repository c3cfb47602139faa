"""Make the example `brackenshire`: an invented authority that is learning. Same bytes on every run.

    python evidence/make_brackenshire.py [FOLDER]

Figures are drawn as chance would draw them (binomial for shares, normal for plain numbers) around a path that the story
gives; the log is drawn month by month. Only the standard library, whose generator is the same on every version.
"""

import random
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from brackenshire_words import LESSONS, PLACES, PREDICTIONS, ROLES, TEAMS, TOPICS
from sealing import resource, table, write

SEED = 20260427
START, MONTHS = date(2023, 4, 1), 36
ENTRIES = 500
FOLDER = Path(__file__).parent / "examples" / "brackenshire"

# id, title, better, measure, unit, base, path, recorded by, verified by, deadline, stakes
# A path gives, month by month, how far a share has moved on the logit scale (or a number in its own unit).
AUDIT, BOARD, OWN = "internal audit", "safeguarding partnership", "children's services"


def ramp(start: int, end: int, size: float) -> list[float]:
    """Rises evenly from month `start` to month `end` and stays."""
    return [size * min(1.0, max(0.0, (m - start) / (end - start))) for m in range(MONTHS)]


def steps(at: list[int], size: float) -> list[float]:
    """Several small steps of the same size."""
    return [size * sum(m >= month for month in at) for m in range(MONTHS)]


def spell(start: int, peak: int, end: int, size: float) -> list[float]:
    """Jumps at `start`, holds until `peak`, and is gone by `end`."""
    return [size * (m >= start) * min(1.0, max(0.0, (end - m) / (end - peak))) for m in range(MONTHS)]


FLAT = [0.0] * MONTHS
INDICATORS: list[dict[str, Any]] = [
    {"id": "children-seen-alone", "title": "Children seen alone at visits", "better": "up", "measure": "experience",
     "base": 0.2, "path": ramp(9, 27, 1.35), "verified_by": AUDIT},
    {"id": "visits-by-same-worker", "title": "Visits by the worker of the visit before", "better": "up", "measure": "outcome",
     "base": 0.5, "path": steps([10, 15, 21, 26], 0.32), "verified_by": AUDIT},
    {"id": "reports-read-to-family", "title": "Conference reports gone through with the family beforehand", "better": "up",
     "measure": "process", "base": -0.3, "path": steps([11], 1.3), "verified_by": BOARD},
    {"id": "supervision-held", "title": "Supervision held in the month", "better": "up", "measure": "process",
     "base": 0.9, "path": spell(7, 15, 26, 1.4), "verified_by": AUDIT},
    {"id": "assessments-in-time", "title": "Assessments finished within 45 working days", "better": "up", "measure": "process",
     "base": 1.4, "path": FLAT, "deadline": 45, "deadline_unit": "working-days", "target": 85,
     "stakes": "read out at cabinet each quarter", "editable_by": "team managers"},
    {"id": "re-referrals", "title": "Referrals within twelve months of an earlier one", "better": "down", "measure": "outcome",
     "base": -1.0, "path": ramp(12, 32, -0.95), "verified_by": AUDIT, "balancing_indicator": "open-over-a-year"},
    {"id": "placement-moves", "title": "Children in care who moved in the month", "better": "down", "measure": "outcome",
     "base": -1.6, "path": FLAT, "verified_by": AUDIT},
    {"id": "time-with-families", "title": "Hours with families per worker and week", "better": "up", "measure": "structure",
     "unit": "hours", "base": 11.0, "path": ramp(6, 30, 4.2), "noise": 0.9, "verified_by": BOARD},
    {"id": "care-leavers-in-touch", "title": "Care leavers in touch", "better": "up", "measure": "outcome",
     "base": 1.3, "path": FLAT, "verified_by": AUDIT},
    {"id": "staff-can-speak-up", "title": "Staff who say they can raise a worry", "better": "up", "measure": "experience",
     "base": 0.1, "path": FLAT, "verified_by": BOARD},
    {"id": "core-groups-attended", "title": "Core groups that every agency attended", "better": "up", "measure": "process",
     "base": 0.6, "path": ramp(20, 33, -1.2), "verified_by": BOARD},
    {"id": "caseload", "title": "Children per worker", "better": "down", "measure": "structure", "unit": "children",
     "base": 19.0, "path": FLAT, "noise": 1.0},
    {"id": "open-over-a-year", "title": "Plans open for over a year", "better": "down", "measure": "balancing",
     "base": -1.2, "path": FLAT, "verified_by": AUDIT},
    {"id": "sickness", "title": "Days lost to sickness per worker", "better": "down", "measure": "balancing", "unit": "days",
     "base": 1.1, "path": FLAT, "noise": 0.18},
]  # fmt: skip

# Where the story says that work on an indicator begins and ends (months); the rest is drawn from the whole period.
WORKED_ON = {
    "children-seen-alone": (8, 30), "visits-by-same-worker": (9, 28), "reports-read-to-family": (10, 18),
    "supervision-held": (6, 11), "re-referrals": (11, 33), "time-with-families": (5, 35), "assessments-in-time": (4, 35),
    "placement-moves": (3, 35), "care-leavers-in-touch": (12, 35), "staff-can-speak-up": (2, 35),
    "core-groups-attended": (26, 35),
}  # fmt: skip

LOG = (
    "id", "raised_on", "raised_by_role", "team", "origin", "scale", "change_type", "aim", "prediction", "indicator",
    "balancing_indicator", "started_on", "tested_on", "studied_on", "decided_on", "decision", "learned", "follows",
    "questions_target", "spread_to", "recorded_at", "evidence",
)  # fmt: skip


def month(number: int) -> date:
    """The first day of the month so many months after the start."""
    place = START.month - 1 + number
    return date(START.year + place // 12, place % 12 + 1, 1)


def month_end(number: int) -> date:
    return month(number + 1) - timedelta(days=1)


def share(logit: float) -> float:
    return 1 / (1 + 2.718281828459045**-logit)


def figures(rng: random.Random) -> list[dict[str, Any]]:
    rows = []
    for indicator in INDICATORS:
        for m in range(MONTHS):
            row: dict[str, Any] = {"indicator": indicator["id"], "period_start": month(m), "period_end": month_end(m)}
            middle = indicator["base"] + indicator["path"][m]
            if "unit" in indicator:
                row["value"] = round(rng.gauss(middle, indicator["noise"]), 2)
            else:
                row["denominator"] = rng.randint(60, 140)
                row["numerator"] = sum(rng.random() < share(middle) for _ in range(row["denominator"]))
            row["recorded_on"] = month(m + 1) + timedelta(days=rng.randint(2, 9))
            rows.append(row)
    return rows


def register() -> list[dict[str, Any]]:
    kept = ("title", "better", "measure", "target", "deadline", "deadline_unit", "stakes", "editable_by", "verified_by",
            "balancing_indicator")  # fmt: skip
    return [
        {"indicator": i["id"], "unit": i.get("unit", "share"), "recorded_by": OWN, **{key: i.get(key) for key in kept}}
        for i in INDICATORS
    ]


def log(rng: random.Random) -> list[dict[str, Any]]:
    months = sorted(rng.choices(range(MONTHS), weights=[8 + min(m, 10) for m in range(MONTHS)], k=ENTRIES - MONTHS))
    months = sorted(months + list(range(MONTHS)))
    told: set[tuple[str, str, str]] = set()
    rows: list[dict[str, Any]] = []
    for number, m in enumerate(months, 1):
        rows.append(entry(rng, f"t{number:03}", m, rows, told))
    return rows


def entry(
    rng: random.Random, name: str, m: int, before: list[dict[str, Any]], told: set[tuple[str, str, str]]
) -> dict[str, Any]:
    indicator = topic(rng, m)
    raised = month(m) + timedelta(days=rng.randint(0, 24))
    earlier = [
        r
        for r in before[-60:]
        if r["indicator"] == indicator and r["decision"] == "adapt" and r["decided_on"] <= raised
    ]
    parent = rng.choice(earlier) if earlier and rng.random() < 0.45 else None
    aim, changes = rng.choice(TOPICS[indicator])
    if parent is not None:
        aim = next(a for a, _ in TOPICS[indicator] if parent["aim"].startswith(a))
        changes = dict(TOPICS[indicator])[aim]
    change, place = fresh(rng, changes, told)
    row = {
        "id": name, "raised_on": raised, "raised_by_role": rng.choices(ROLES, [9, 4, 2, 5, 2, 3, 3])[0],
        "team": parent["team"] if parent else rng.choice(TEAMS),
        "origin": rng.choices(["front-line", "family", "partner", "manager", "leader", "review"], [62, 12, 8, 12, 3, 3])[0],
        "scale": rng.choices(
            ["one-case", "one-worker", "one-team", "several-teams", "whole-service"], [34, 24, 30, 10, 2])[0],
        "change_type": rng.choices(
            ["task", "tool", "workload", "environment", "procedure", "training", "joint-working", "measure"],
            [30, 18, 10, 12, 8, 3, 14, 5])[0],
        "aim": f"{aim}: {change} {place}", "prediction": rng.choice(PREDICTIONS), "indicator": indicator,
        "follows": parent["id"] if parent else None,
        "questions_target": "true" if rng.random() < 0.15 else "false",
    }  # fmt: skip
    tested(rng, row)
    return row


def topic(rng: random.Random, m: int) -> str | None:
    open_now = [name for name, (first, last) in WORKED_ON.items() if first <= m <= last]
    return rng.choice(open_now) if open_now and rng.random() < 0.72 else None


def fresh(rng: random.Random, changes: list[str], told: set[tuple[str, str, str]]) -> tuple[str, str]:
    """A change and a place that nobody has written down together yet, as far as that goes."""
    for _ in range(40):
        change, place = rng.choice(changes), rng.choice(PLACES)
        if (change, place, "") not in told:
            break
    told.add((change, place, ""))
    return change, place


def tested(rng: random.Random, row: dict[str, Any]) -> None:
    last = month_end(MONTHS - 1)
    day = row["raised_on"] + timedelta(days=rng.randint(0, 3))
    row["recorded_at"] = f"{day.isoformat()}T{rng.randint(8, 17):02}:{rng.randint(0, 59):02}:00Z"
    row.update(
        dict.fromkeys(("started_on", "tested_on", "studied_on", "decided_on", "decision", "learned", "spread_to"))
    )
    if rng.random() < 0.08:
        return
    started = row["raised_on"] + timedelta(days=rng.randint(0, 6))
    dates = [started]
    for least, most in ((1, 14), (1, 10), (0, 7)):
        dates.append(dates[-1] + timedelta(days=rng.randint(least, most)))
    names = ("started_on", "tested_on", "studied_on", "decided_on")
    row.update({name: day for name, day in zip(names, dates, strict=True) if day <= last})
    if row["decided_on"] is not None:
        row["learned"] = rng.choice(LESSONS)
        row["decision"] = rng.choices(["adopt", "adapt", "abandon"], [45, 35, 20])[0]
        if row["decision"] == "adopt" and rng.random() < 0.3:
            row["spread_to"] = ";".join(sorted(rng.sample([t for t in TEAMS if t != row["team"]], rng.randint(1, 2))))


def participation(rng: random.Random, entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    heads = {(team, role): rng.randint(2, 9) for team in TEAMS for role in rng.sample(ROLES, 4)}
    rows = []
    for quarter in range(MONTHS // 3):
        first, last = month(3 * quarter), month_end(3 * quarter + 2)
        for (team, role), heads_here in sorted(heads.items()):
            mine = [
                e
                for e in entries
                if first <= e["raised_on"] <= last and (e["team"], e["raised_by_role"]) == (team, role)
            ]
            rate = 0.16 + 0.3 * quarter / (MONTHS // 3)
            contributors = min(heads_here, max(int(bool(mine)), sum(rng.random() < rate for _ in range(heads_here))))
            rows.append({
                "period_start": first, "period_end": last, "team": team, "role": role, "headcount": heads_here,
                "contributors": contributors, "ideas_raised": len(mine),
                "ideas_tested": sum(e["tested_on"] is not None for e in mine),
                "ideas_adopted": sum(e["decision"] == "adopt" for e in mine),
                "days_to_hear_back": rng.randint(2, 16) if mine else None,
            })  # fmt: skip
    return rows


def durations(rng: random.Random) -> list[dict[str, Any]]:
    """Working days of assessments: a smooth hump well before the deadline and a long tail, as honest work leaves it."""
    rows = []
    for quarter in range(MONTHS // 3):
        days: dict[int, int] = {}
        for _ in range(330):
            taken = min(140, round(rng.gammavariate(6.5, 5.2)))
            days[taken] = days.get(taken, 0) + 1
        first, last = month(3 * quarter), month_end(3 * quarter + 2)
        for taken, count in sorted(days.items()):
            rows.append({"indicator": "assessments-in-time", "period_start": first, "period_end": last, "days": taken,
                         "count": count})  # fmt: skip
    return rows


README = """# Brackenshire: an invented authority

**Brackenshire does not exist. Every figure, every log entry and every team here is invented.** It is an example of a bundle
with every kind of evidence that Inspector reads: 36 months of 14 indicators, an improvement log of 500 entries, who took part,
and how long assessments took.

The story that was put into it: people in all teams began early to try small things and never stopped. Some measures got better
after that, some of them bit by bit; one jumped and stayed; one got better and went back again; one got worse while nobody was
looking; most did not move. What Inspector makes of it is in the README of the project.

`python evidence/make_brackenshire.py` makes it again, byte for byte.
"""


def main(folder: Path = FOLDER) -> None:
    rng = random.Random(SEED)
    entries = log(rng)
    files = {
        "indicators.csv": table(
            ("indicator", "period_start", "period_end", "numerator", "denominator", "value", "recorded_on"), figures(rng)
        ),
        "indicator-register.csv": table(
            ("indicator", "title", "better", "measure", "unit", "target", "deadline", "deadline_unit", "stakes",
             "recorded_by", "editable_by", "verified_by", "balancing_indicator"), register()
        ),
        "improvement-log.csv": table(LOG, entries),
        "participation.csv": table(
            ("period_start", "period_end", "team", "role", "headcount", "contributors", "ideas_raised", "ideas_tested",
             "ideas_adopted", "days_to_hear_back"), participation(rng, entries)
        ),
        "durations.csv": table(("indicator", "period_start", "period_end", "days", "count"), durations(rng)),
    }  # fmt: skip
    by = {"recorded_by": OWN, "submitted_by": "performance analyst"}
    manifest: dict[str, Any] = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "brackenshire", "title": "Brackenshire, an invented authority: evidence for an inspection",
        "description": "Invented from end to end, as an example. Brackenshire does not exist.",
        "version": "1.0.0", "authority": "Brackenshire County Council", "invented": True, "framework": "munro",
        "period": {"start": START.isoformat(), "end": month_end(MONTHS - 1).isoformat()},
        "notified_on": "2026-04-13", "submitted_at": "2026-04-27",
        "licenses": [{"name": "MIT", "path": "https://opensource.org/license/mit"}],
        "resources": [resource(path.removesuffix(".csv"), path.removesuffix(".csv"), **by) for path in files],
    }  # fmt: skip
    write(folder, manifest, files, README)


if __name__ == "__main__":
    main(*(Path(word) for word in sys.argv[1:2]))
