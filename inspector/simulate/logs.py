"""Improvement logs and who took part, for each way of going about it."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any

from inspector.simulate import words
from inspector.simulate.authority import Row, month
from inspector.simulate.draws import poisson, stream

SMALL = ("one-case", "one-worker", "one-team", "one-team")
CHANGES = ("task", "tool", "workload", "environment", "procedure", "joint-working")


def stream_of_tests(seed: str, start: date, months: int, per_month: float, aims: dict[str, int | None]) -> list[Row]:
    """Small tests month by month by those who do the work; those of `aims` name the indicator before its change begins."""
    draw = stream(seed, "log")
    rows: list[Row] = []
    for m in range(months):
        for _ in range(max(1, poisson(draw, per_month))):
            rows.append(_test(draw, month(start, m) + timedelta(days=draw.randint(0, 26)), len(rows) + 1))
    for indicator, onset in sorted(aims.items()):
        if onset is None:
            continue
        for back in (2, 1, 1, 0, -3, -6):
            if 0 <= onset - back < months:
                day = month(start, onset - back) + timedelta(days=draw.randint(0, 15))
                rows.append({**_test(draw, day, len(rows) + 1), "indicator": indicator})
    return _within(rows, month(start, months))


def one_programme(seed: str, start: date, months: int, onset: int, indicator: str) -> list[Row]:
    """One large change from above, in three parts."""
    draw = stream(seed, "log")
    rows = []
    for part in range(3):
        day = month(start, max(0, onset - 1)) + timedelta(days=7 * part)
        row = _test(draw, day, part + 1)
        rows.append({
            **row, "scale": "whole-service", "origin": "expert", "raised_by_role": draw.choice(words.ABOVE),
            "change_type": "procedure", "indicator": indicator, "decision": "adopt",
        })  # fmt: skip
    return _within(rows, month(start, months))


def plans(seed: str, start: date, months: int, count: int) -> list[Row]:
    """Ideas written down and never tried."""
    draw = stream(seed, "log")
    rows = []
    for number in range(count):
        day = month(start, draw.randrange(months)) + timedelta(days=draw.randint(0, 26))
        rows.append({**_raised(draw, day, number + 1), "raised_by_role": draw.choice(words.ABOVE), "origin": "leader"})
    return _within(rows, month(start, months))


def burst(seed: str, notified: date, end: date, count: int) -> list[Row]:
    """Everything at once, after the inspection was announced."""
    draw = stream(seed, "log")
    days = max(1, (end - notified).days - 25)
    rows = [_test(draw, notified + timedelta(days=draw.randrange(days)), n + 1, quick=True) for n in range(count)]
    return _within(rows, end)


def _raised(draw: Random, day: date, number: int) -> Row:
    moment = datetime.combine(
        day + timedelta(days=draw.randint(0, 3)), time(draw.randint(8, 17), draw.randint(0, 59)), UTC
    )
    return {
        "id": f"t{number:04}", "raised_on": day, "raised_by_role": draw.choice(words.ROLES), "team": draw.choice(words.TEAMS),
        "origin": draw.choice(("front-line", "front-line", "front-line", "family", "manager")), "scale": draw.choice(SMALL),
        "change_type": draw.choice(CHANGES), "aim": words.aim(draw), "recorded_at": moment,
    }  # fmt: skip


def _test(draw: Random, day: date, number: int, *, quick: bool = False) -> Row:
    row = _raised(draw, day, number)
    steps = (1, 2, 1, 1) if quick else (draw.randint(1, 8), draw.randint(2, 14), draw.randint(1, 6), draw.randint(0, 7))
    days, at = [], day
    for step in steps:
        at += timedelta(days=step)
        days.append(at)
    row |= dict(zip(("started_on", "tested_on", "studied_on", "decided_on"), days, strict=True))
    row |= {"prediction": words.prediction(draw), "learned": words.lesson(draw)}
    row["decision"] = draw.choice(("adopt", "adopt", "adapt", "adapt", "abandon"))
    row["questions_target"] = draw.random() < 0.08
    return row


def _within(rows: list[Row], end: date) -> list[Row]:
    """Rows in the order they were raised, numbered again; steps after the period has ended have not happened yet."""
    made = []
    for number, row in enumerate(sorted(rows, key=lambda row: (row["raised_on"], row["id"])), 1):
        kept = {key: value for key, value in row.items() if not _late(key, value, end)}
        if "decided_on" not in kept:
            kept = {key: value for key, value in kept.items() if key not in ("decision", "learned")}
        made.append({**kept, "id": f"t{number:04}"})
    return [row for row in made if row["raised_on"] < end]


def numbered(rows: list[Row]) -> tuple[Row, ...]:
    """Rows in the order they were raised, with ids of their own."""
    ordered = sorted(rows, key=lambda row: (row["raised_on"], row["id"], row["aim"]))
    return tuple({**row, "id": f"t{number:04}"} for number, row in enumerate(ordered, 1))


def _late(key: str, value: Any, end: date) -> bool:
    return key.endswith("_on") and key != "raised_on" and value >= end


def participation(seed: str, start: date, months: int, share: float, rise: float, log: Sequence[Row] = ()) -> list[Row]:
    """Who took part, by quarter, team and role; `share` of each group at first, `rise` more by the end.

    Where a team and role has an entry in `log`, somebody of it took part.
    """
    draw = stream(seed, "participation")
    rows = []
    for quarter in range(months // 3):
        now = share + rise * quarter / max(1, months // 3 - 1)
        for team in words.TEAMS:
            for role in words.ROLES[:3]:
                head = draw.randint(4, 9)
                took = sum(draw.random() < now for _ in range(head))
                rows.append({
                    "period_start": month(start, 3 * quarter), "period_end": month(start, 3 * quarter + 3) - timedelta(days=1),
                    "team": team, "role": role, "headcount": head, "contributors": took,
                })  # fmt: skip
    return agreed(start, rows, log)


def agreed(start: date, participation: Sequence[Row], log: Sequence[Row]) -> list[Row]:
    """The same participation, with a contributor at least where a team and role has an entry of that quarter."""
    wrote = {(_quarter(start, row["raised_on"]), row["team"], row["raised_by_role"]) for row in log}
    return [
        {**row, "contributors": 1}
        if not row["contributors"] and (_quarter(start, row["period_start"]), row["team"], row["role"]) in wrote
        else row
        for row in participation
    ]


def _quarter(start: date, day: date) -> int:
    return ((day.year - start.year) * 12 + day.month - start.month) // 3
