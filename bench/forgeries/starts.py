"""Authorities that did nothing: real-looking figures, no work. Twelve measures by month, and published figures with a shake.

Drawn here and nowhere else: shares about slow level walks, with a season, now and then a bad spell, by counts of cases.
What a kind of authority does to its measures stands in `KINDS`.
"""

import math
from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from random import Random

from paper import Folder, Row, last, month, read

Shape = Callable[[float], float]
MONTHS = 36
BEGIN = date(2023, 4, 1)
EXAMPLES = Path(__file__).resolve().parents[2] / "evidence" / "examples"
PUBLISHED = EXAMPLES / "published-figures"

MEASURES = (
    ("re-referrals", "Referrals within twelve months of an earlier one",
     "down", "outcome", 0.23, 120, "re-referrals-within-12-months"),
    ("assessments-in-time", "Assessments finished within 45 working days",
     "up", "process", 0.78, 150, "assessments-within-45-working-days"),
    ("conferences-in-time", "Initial conferences held within 15 working days",
     "up", "process", 0.74, 40, "initial-conferences-within-15-working-days"),
    ("seen-alone", "Children on a plan who were seen alone",
     "up", "process", 0.66, 210, "seen-alone-on-plan"),
    ("three-placements", "Children in care with three or more placements",
     "down", "outcome", 0.13, 320, "three-or-more-placements"),
    ("repeat-plans", "Plans that were a second or later one",
     "down", "outcome", 0.21, 35, "repeat-protection-plans"),
    ("leavers-in-touch", "Care leavers in touch",
     "up", "process", 0.84, 130, "care-leavers-in-touch"),
    ("same-worker", "Children who kept their worker for the quarter",
     "up", "process", 0.58, 260, "same-worker-throughout"),
    ("staff-safe", "Staff who feel safe to speak",
     "up", "experience", 0.55, 90, "staff-who-feel-safe-to-speak"),
    ("supervision", "Supervision held in the month",
     "up", "process", 0.71, 95, "supervision-held"),
    ("forms-redone", "Forms that had to be filled in again",
     "down", "balancing", 0.17, 180, ""),
    ("visits-late", "Visits made later than planned",
     "down", "process", 0.24, 400, ""),
)  # fmt: skip
"""Id, title, which way is better, sort of measure, share about which it lies, cases of a month, the framework's name of it."""

KINDS: dict[str, tuple[int, Callable[[Random], Shape]]] = {}
"""How many of the measures move, and how: a shift in logits (better is up) by the place in the period from 0 to 1."""


def _flat(_: float) -> float:
    return 0.0


def _kind(name: str, moved: int) -> Callable[[Callable[[Random], Shape]], Callable[[Random], Shape]]:
    def keep(made: Callable[[Random], Shape]) -> Callable[[Random], Shape]:
        KINDS[name] = (moved, made)
        return made

    return keep


@_kind("still", 0)
def _still(_: Random) -> Shape:
    return _flat


@_kind("luck", 4)
def _luck(draw: Random) -> Shape:
    at, size = draw.uniform(0.25, 0.75), draw.uniform(0.5, 1.1)
    if draw.random() < 0.5:
        return lambda t: size if t >= at else 0.0
    return lambda t: size * min(1.0, max(0.0, (t - at) / 0.25))


@_kind("decline", 6)
def _decline(draw: Random) -> Shape:
    at, size = draw.uniform(0.1, 0.6), draw.uniform(0.5, 1.1)
    return lambda t: -size * min(1.0, max(0.0, (t - at) / 0.3))


@_kind("slide", 3)
def _slide(draw: Random) -> Shape:
    return _decline(draw)


@_kind("fade", 4)
def _fade(draw: Random) -> Shape:
    at, back, size = draw.uniform(0.15, 0.3), draw.uniform(0.6, 0.75), draw.uniform(0.8, 1.3)
    return lambda t: size * (at <= t < back)


@_kind("mixed", 6)
def _mixed(draw: Random) -> Shape:
    return (_luck if draw.random() < 0.5 else _decline)(draw)


@_kind("bad-spell", 5)
def _bad_spell(draw: Random) -> Shape:
    at, size = draw.uniform(0.1, 0.8), draw.uniform(0.4, 1.0)
    return lambda t: -size * (at <= t < at + 0.15)


def idle(kind: str, seed: str) -> Folder:
    """An authority of that kind that did nothing; `published` and `published-luck` are real yearly figures with a shake."""
    draw = Random(f"{kind}/{seed}")
    if kind.startswith("published"):
        return _shaken(draw, seed)
    found = Folder(f"Nether {seed.title()}", BEGIN, last(month(BEGIN, MONTHS - 1)))
    moved, made = KINDS[kind]
    chosen = set(draw.sample(range(len(MEASURES)), moved))
    for k, one in enumerate(MEASURES):
        _series(found, one, made(draw) if k in chosen else _flat, draw)
    return found


def _series(found: Folder, one: tuple, path: Shape, draw: Random) -> None:  # type: ignore[type-arg]
    id, title, better, sort, share, cases, known = one
    found.rows("indicator-register").append({
        "indicator": id, "title": title, "better": better, "measure": sort, "unit": "share",
        "recorded_by": "children's services", "verified_by": "internal audit", "same_as": known or None,
    })  # fmt: skip
    level = math.log(share / (1 - share)) + draw.gauss(0, 0.3)
    sign, season, turn, slow = (1 if better == "up" else -1), draw.uniform(0, 0.12), draw.uniform(0, 6.3), 0.0
    for k in range(MONTHS):
        slow = 0.5 * slow + draw.gauss(0, 0.04)
        at = level + sign * path(k / (MONTHS - 1)) + season * math.sin(turn + k * math.tau / 12) + slow
        of = max(8, round(draw.gauss(cases, cases**0.5)))
        hit = sum(draw.random() < 1 / (1 + math.exp(-at)) for _ in range(of))
        first = month(BEGIN, k)
        found.rows("indicators").append({
            "indicator": id, "period_start": first, "period_end": last(first), "numerator": hit, "denominator": of,
            "recorded_on": last(first) + timedelta(days=draw.randint(2, 12)),
        })  # fmt: skip


def _shaken(draw: Random, seed: str) -> Folder:
    found = read(PUBLISHED)
    found.authority, found.manifest = f"Upper {seed.title()}", {"notified_on": None, "submitted_at": None}
    for row in found.tables["indicators"]:
        for key in ("numerator", "value"):
            if row.get(key):
                shaken = float(row[key]) * math.exp(draw.gauss(0, 0.03))
                row[key] = round(shaken, 2 if "." in str(row[key]) else None)
        if row.get("numerator") and row.get("denominator"):
            row["numerator"] = min(row["numerator"], round(float(row["denominator"])))
    return found


def gains_seen(found: Folder) -> list[tuple[float, str, date]]:
    """What a liar sees in his own figures: by measure the largest shift for the better, in standard errors, and its month."""
    better = {row["indicator"]: row["better"] for row in found.tables["indicator-register"]}
    seen = []
    for id, way in better.items():
        rows = [row for row in found.tables["indicators"] if row["indicator"] == id]
        levels = [_level(row) * (1 if way == "up" else -1) for row in rows]
        if len(levels) >= 8:
            size, k = max((_shift(levels, k), k) for k in range(3, len(levels) - 3))
            seen.append((size, id, _day(rows[k]["period_start"])))
    return sorted(seen, reverse=True)


def losses_seen(found: Folder) -> list[str]:
    """The measures that got worse from the first half to the second, the worst first."""
    turned = found.copy()
    for row in turned.tables["indicator-register"]:
        row["better"] = "down" if row["better"] == "up" else "up"
    return [id for size, id, _ in gains_seen(turned) if size > 3]


def _shift(levels: list[float], k: int) -> float:
    one, two = levels[:k], levels[k:]
    apart = sum(two) / len(two) - sum(one) / len(one)
    spread = sum(abs(b - a) for a, b in pairwise(levels)) / (len(levels) - 1) / 1.128
    return apart / (spread * (1 / len(one) + 1 / len(two)) ** 0.5 + 1e-9)


def _level(row: Row) -> float:
    return float(row["numerator"]) / float(row["denominator"]) if row.get("denominator") else float(row["value"])


def _day(cell: date | str) -> date:
    return cell if isinstance(cell, date) else date.fromisoformat(cell)
