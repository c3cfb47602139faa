"""Bundles with lists of children, drawn at random, in which one thing or another has been done to the lists."""

import csv
import json
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

from tests.truth.sentences import ROOT

Rows = list[dict[str, Any]]
END = date(2026, 3, 31)
TOLD = date(2026, 3, 2)
TEAMS = ("North", "South", "Duty", "Leaving care")
START, DONE = "continuous_assessment_start_date", "continuous_assessment_date_of_authorisation"
SEEN = "child_seen_during_continuous_assessment"
ENQUIRY, MEETING = (
    "strategy_discussion_initiating_section_47_enquiry_start_date",
    "date_of_initial_child_protection_conference",
)
LED = "did_the_initial_child_protection_conference_result_in_a_child_protection_plan"
NUMBERS = {"list-3": 3, "list-4": 4, "list-5": 5, "list-6": 6, "list-7": 7}


def drawn(count: int, out: Path) -> Iterator[Path]:
    """That many bundles: half of them honest, half with children left out, clocks begun anew, or cases closed at once."""
    for number in range(count):
        yield _written(out / f"lists-{number}", Random(f"lists {number}"), done=number % 2 == 1)


def _written(place: Path, random: Random, done: bool) -> Path:
    place.mkdir(parents=True)
    lists = _lists(random, done)
    resources = []
    for name, rows in lists.items():
        number = NUMBERS[name]
        fields = _schema(number)["properties"]
        data = [[fields[field]["title"] for field in fields]]
        data += [[_cell(row.get(field, _plain(field, fields[field]))) for field in fields] for row in rows]
        path = place / f"{name}.csv"
        with path.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows(data)
        held = path.read_bytes()
        sealed = {"hash": f"sha256:{sha256(held).hexdigest()}", "bytes": len(held)}
        resources.append({"name": name, "path": path.name, "kind": "case-records", "list": number, **sealed})
    manifest = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": place.name,
        "title": "Drawn at random",
        "authority": "Drawn",
        "invented": True,
        "period": {"start": "2025-04-01", "end": str(END)},
        "notified_on": str(TOLD),
        "submitted_at": str(END),
        "resources": resources,
    }
    (place / "datapackage.json").write_text(json.dumps(manifest, indent=2), encoding="utf-8")
    return place


@cache
def _schema(number: int) -> dict[str, Any]:
    path = ROOT / "evidence" / "schemas" / "annex-a" / f"list-{number}.schema.json"
    return dict(json.loads(path.read_text(encoding="utf-8")))


def _plain(field: str, cell: dict[str, Any]) -> Any:
    """What stands where nothing is drawn."""
    if (
        "reason" in field
        or "end_date" in field
        or "closure" in field
        or field in (DONE, MEETING, LED, "date_of_latest_review_conference")
    ):
        return ""
    if cell.get("format") == "date":
        return date(2012, 5, 4) if field == "date_of_birth" else date(2025, 11, 3)
    if cell["type"] == "integer":
        return 13 if field.startswith("age") else 1
    return cell["enum"][0] if "enum" in cell else "North"


def _cell(value: Any) -> str:
    return value.strftime("%d/%m/%Y") if isinstance(value, date) else str(value)


def _lists(random: Random, done: bool) -> dict[str, Rows]:
    size = random.choice((15, 60, 240))
    children = [f"child-{k:04d}" for k in range(size)]
    needs = _needs(children, random, done)
    known = [row["child_unique_id"] for row in needs]
    return {
        "list-3": _referrals(children, random, done),
        "list-4": _assessments(children, random, done),
        "list-5": _enquiries(known, random, done),
        "list-6": needs,
        "list-7": _plans(known, random, done),
    }


def _born(child: str) -> date:
    return date(2009, 1, 1) + timedelta(days=int(child[-4:]) * 7 % 5000)


def _day(random: Random, least: int = 0, most: int = 170) -> date:
    return END - timedelta(days=random.randint(least, most))


def _referrals(children: list[str], random: Random, done: bool) -> Rows:
    rows: Rows = []
    for child in children:
        first = _day(random, 60, 175)
        rows.append(_of(child, random, date_of_referral=first, number_of_referrals_in_last_12_months=0))
        if random.random() < 0.3:
            counted = 0 if done and random.random() < 0.8 else 1
            again = first + timedelta(days=random.randint(5, 55))
            rows.append(_of(child, random, date_of_referral=again, number_of_referrals_in_last_12_months=counted))
    return rows


def _of(child: str, random: Random, **more: Any) -> dict[str, Any]:
    return {"child_unique_id": child, "date_of_birth": _born(child), "allocated_team": random.choice(TEAMS)} | more


def _assessments(children: list[str], random: Random, done: bool) -> Rows:
    rows: Rows = []
    for child in children:
        begun = _day(random, 90, 175)
        lasted = random.randint(59, 63) if done and random.random() < 0.6 else random.randint(10, 63)
        ended = begun + timedelta(days=lasted)
        team = random.choice(TEAMS)
        seen = "a) Yes" if (done and team == "Duty") or random.random() < 0.6 else "b) No"
        rows.append(_of(child, random, **{START: begun, DONE: ended, SEEN: seen, "allocated_team": team}))
        if done and random.random() < 0.4 and ended < END - timedelta(days=40):
            anew = ended + timedelta(days=random.randint(0, 6))
            rows.append(
                _of(child, random, **{START: anew, DONE: anew + timedelta(days=random.randint(20, 34)), SEEN: seen})
            )
    return rows


def _enquiries(known: list[str], random: Random, done: bool) -> Rows:
    rows: Rows = []
    for child in random.sample(known, len(known) // 2):
        begun = _day(random, 60, 175)
        days = random.choice((19, 20, 21)) if done and random.random() < 0.6 else random.randint(3, 40)
        led = random.choice(("a) Yes", "b) No"))
        rows.append(_of(child, random, **{ENQUIRY: begun, MEETING: begun + timedelta(days=days), LED: led}))
    return rows


def _needs(children: list[str], random: Random, done: bool) -> Rows:
    rows: Rows = []
    for child in children:
        closed: Any = _day(random, 30, 180) if random.random() < 0.6 else ""
        if done and random.random() < 0.5:
            closed = TOLD - timedelta(days=random.randint(0, 20))
        reason = "RC1 - Adopted" if closed else ""
        rows.append(
            _of(
                child,
                random,
                cin_start_date=END - timedelta(days=400),
                cin_closure_date=closed,
                reason_for_closure=reason,
            )
        )
    return rows


def _plans(known: list[str], random: Random, done: bool) -> Rows:
    rows: Rows = []
    for child in random.sample(known, len(known) // 3):
        name = f"gone-{child[-4:]}" if done and random.random() < 0.2 else child
        rows.append(_of(child, random, child_unique_id=name, child_protection_plan_start_date=_day(random, 30, 300)))
    return rows
