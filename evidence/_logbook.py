"""The improvement log of an invented authority that learns, who took part in it, and how long its work took."""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from _making import MONTHS, QUARTERS, month, month_end, quarter_days

Topics = Mapping[str | None, list[tuple[str, list[str]]]]


@dataclass(frozen=True)
class Voices:
    """Who writes in the log, and what. Topics: an indicator, or None, to aims and the changes tried for each.

    `worked_on` says from which month to which an indicator is worked on; `busy` how likely an entry is in each month.
    """

    topics: Topics
    places: Sequence[str]
    predictions: Sequence[str]
    lessons: Sequence[str]
    teams: Sequence[str]
    roles: Sequence[str]
    role_weights: Sequence[int]
    worked_on: Mapping[str, tuple[int, int]]
    busy: Sequence[int]
    decisions: Sequence[int]
    """Weights of adopt, adapt and abandon."""


def log(rng: random.Random, voices: Voices, entries: int) -> list[dict[str, Any]]:
    """So many entries, at least one in every month."""
    months = sorted(rng.choices(range(MONTHS), weights=voices.busy, k=entries - MONTHS))
    months = sorted(months + list(range(MONTHS)))
    told: set[tuple[str, str]] = set()
    rows: list[dict[str, Any]] = []
    for number, m in enumerate(months, 1):
        rows.append(_entry(rng, voices, f"t{number:03}", m, rows, told))
    return rows


def _entry(
    rng: random.Random, voices: Voices, name: str, m: int, before: list[dict[str, Any]], told: set[tuple[str, str]]
) -> dict[str, Any]:
    indicator = _topic(rng, voices, m)
    raised = month(m) + timedelta(days=rng.randint(0, 24))
    earlier = [
        r
        for r in before[-60:]
        if r["indicator"] == indicator and r["decision"] == "adapt" and r["decided_on"] <= raised
    ]
    parent = rng.choice(earlier) if earlier and rng.random() < 0.45 else None
    aim, changes = rng.choice(voices.topics[indicator])
    if parent is not None:
        aim = next(a for a, _ in voices.topics[indicator] if parent["aim"].startswith(a))
        changes = dict(voices.topics[indicator])[aim]
    change, place = _fresh(rng, changes, voices.places, told)
    row = {
        "id": name, "raised_on": raised, "raised_by_role": rng.choices(voices.roles, voices.role_weights)[0],
        "team": parent["team"] if parent else rng.choice(voices.teams),
        "origin": rng.choices(["front-line", "family", "partner", "manager", "leader", "review"], [62, 12, 8, 12, 3, 3])[0],
        "scale": rng.choices(
            ["one-case", "one-worker", "one-team", "several-teams", "whole-service"], [34, 24, 30, 10, 2])[0],
        "change_type": rng.choices(
            ["task", "tool", "workload", "environment", "procedure", "training", "joint-working", "measure"],
            [30, 18, 10, 12, 8, 3, 14, 5])[0],
        "aim": f"{aim}: {change} {place}", "prediction": rng.choice(voices.predictions), "indicator": indicator,
        "follows": parent["id"] if parent else None,
        "questions_target": "true" if rng.random() < 0.15 else "false",
    }  # fmt: skip
    _tested(rng, voices, row)
    return row


def _topic(rng: random.Random, voices: Voices, m: int) -> str | None:
    open_now = [name for name, (first, last) in voices.worked_on.items() if first <= m <= last]
    return rng.choice(open_now) if open_now and rng.random() < 0.72 else None


def _fresh(
    rng: random.Random, changes: Sequence[str], places: Sequence[str], told: set[tuple[str, str]]
) -> tuple[str, str]:
    """A change and a place that nobody has written down together yet, as far as that goes."""
    for _ in range(40):
        change, place = rng.choice(changes), rng.choice(places)
        if (change, place) not in told:
            break
    told.add((change, place))
    return change, place


def _tested(rng: random.Random, voices: Voices, row: dict[str, Any]) -> None:
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
        row["learned"] = rng.choice(voices.lessons)
        row["decision"] = rng.choices(["adopt", "adapt", "abandon"], voices.decisions)[0]
        if row["decision"] == "adopt" and rng.random() < 0.3:
            others = [team for team in voices.teams if team != row["team"]]
            row["spread_to"] = ";".join(sorted(rng.sample(others, rng.randint(1, 2))))


def varied(rng: random.Random, entries: Sequence[dict[str, Any]], asides: Sequence[str]) -> None:
    """Add to what was learned what else was noticed, so that hardly any two lessons are the same text."""
    told: set[tuple[str, str]] = set()
    for entry in entries:
        if entry["learned"]:
            fresh = [aside for aside in asides if (entry["learned"], aside) not in told]
            aside = rng.choice(fresh or list(asides))
            told.add((entry["learned"], aside))
            entry["learned"] += f"; {aside}"


def told(entries: Sequence[dict[str, Any]], stories: Mapping[str, tuple[str, str]]) -> None:
    """Give the tests that the story turns on the decision and the lesson that it says they had, by id."""
    for entry in entries:
        if entry["id"] in stories:
            entry["decision"], entry["learned"] = stories[entry["id"]]


def participation(
    rng: random.Random,
    entries: Sequence[dict[str, Any]],
    teams: Sequence[str],
    roles: Sequence[str],
    rate: Callable[[int], float],
) -> list[dict[str, Any]]:
    """Who took part, by quarter, team and role; `rate` gives the share of staff who do in a quarter."""
    heads = {(team, role): rng.randint(2, 9) for team in teams for role in rng.sample(list(roles), 4)}
    rows = []
    for quarter in range(QUARTERS):
        first, last = quarter_days(quarter)
        for (team, role), heads_here in sorted(heads.items()):
            mine = [
                e
                for e in entries
                if first <= e["raised_on"] <= last and (e["team"], e["raised_by_role"]) == (team, role)
            ]
            took = sum(rng.random() < rate(quarter) for _ in range(heads_here))
            rows.append({
                "period_start": first, "period_end": last, "team": team, "role": role, "headcount": heads_here,
                "contributors": min(heads_here, max(int(bool(mine)), took)), "ideas_raised": len(mine),
                "ideas_tested": sum(e["tested_on"] is not None for e in mine),
                "ideas_adopted": sum(e["decision"] == "adopt" for e in mine),
                "days_to_hear_back": rng.randint(2, 16) if mine else None,
            })  # fmt: skip
    return rows


def durations(
    rng: random.Random, indicator: str, cases: int, took: Callable[[random.Random], int]
) -> list[dict[str, Any]]:
    """So many cases a quarter, each as long as `took` draws it."""
    rows = []
    for quarter in range(QUARTERS):
        days: dict[int, int] = {}
        for _ in range(cases):
            taken = took(rng)
            days[taken] = days.get(taken, 0) + 1
        first, last = quarter_days(quarter)
        for taken, count in sorted(days.items()):
            rows.append(
                {"indicator": indicator, "period_start": first, "period_end": last, "days": taken, "count": count}
            )
    return rows
