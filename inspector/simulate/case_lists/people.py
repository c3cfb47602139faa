"""Families with their children, and teams with their workers and habits."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

from inspector.simulate.case_lists.book import Child, Row, Team

SIZES = (1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5)
ETHNICITIES = ("a) WBRI", "d) WOTH", "f) MWBC", "h) MWAS", "k) APKN", "l) ABAN", "o) BAFR", "r) OOTH", "s) NOBT")
HOW_MANY = (64, 8, 5, 3, 6, 3, 6, 3, 2)
TWINS, SWAPPED = 0.015, 0.02
ROOMS = {"assess": "Assessment", "family": "Family support", "care": "Children in care", "leaving": "Leaving care"}


def families(draw: Random, day: date) -> Iterator[list[Child]]:
    """One family after another, without end. Twins are rare, and share their day of birth."""
    number = 0
    while True:
        number += 1
        home, size = f"F{number:06}", draw.choice(SIZES)
        ethnicity = draw.choices(ETHNICITIES, HOW_MANY)[0]
        born = day - timedelta(days=int(draw.triangular(20, 6500, 2200)))
        children: list[Child] = []
        for place in range(size):
            if place and draw.random() > TWINS:
                born += timedelta(days=draw.randint(300, 1400) * draw.choice((-1, 1)))
            born = min(max(born, day - timedelta(days=6520)), day - timedelta(days=10))
            children.append(_child(draw, home, place, ethnicity, born))
        yield children


def _child(draw: Random, home: str, place: int, ethnicity: str, born: date) -> Child:
    sex = "a) Male" if draw.random() < 0.51 else "b) Female"
    disabled = "a) Yes" if draw.random() < 0.09 else "c) Unknown" if draw.random() < 0.01 else "b) No"
    if draw.random() < SWAPPED:
        ethnicity = draw.choices(ETHNICITIES, HOW_MANY)[0]
    return Child(f"{home[1:]}{'ABCDEFGH'[place]}", home, sex, ethnicity, born, disabled)


def teams(draw: Random, rows: int) -> dict[str, list[Team]]:
    """Teams by what they do, more of them where there is more to do."""
    made: dict[str, list[Team]] = {}
    worker = 0
    for room, words in ROOMS.items():
        many = max(3, round((rows / 4000) ** 0.5 * (4 if room in ("assess", "family") else 3)))
        made[room] = []
        for number in range(many):
            crew = tuple(f"W{worker + k + 1:03}" for k in range(draw.randint(5, 9)))
            worker += len(crew)
            made[room].append(
                Team(
                    f"{words} {number + 1}",
                    crew,
                    pace=draw.gauss(1.0, 0.07),
                    seen=min(0.96, max(0.5, draw.gauss(0.83, 0.06))),
                    friday=draw.uniform(0.02, 0.12),
                )
            )
    return made


def who(child: Child, day: date) -> Row:
    """The columns that say whom a row is about."""
    years = day.year - child.born.year - ((day.month, day.day) < (child.born.month, child.born.day))
    return {
        "child_unique_id": child.id, "_family": child.family, "gender": child.sex, "ethnicity": child.ethnicity,
        "date_of_birth": child.born, "age_of_child_years": years, "does_the_child_have_a_disability": child.disabled,
    }  # fmt: skip


def allotted(draw: Random, team: Team) -> Row:
    """A team and one of its workers."""
    return {"allocated_team": team.name, "allocated_worker": draw.choice(team.workers)}


def yes(draw: Random, chance: float, unknown: float = 0.0) -> str:
    """An answer to a question."""
    return "c) Unknown" if draw.random() < unknown else "a) Yes" if draw.random() < chance else "b) No"


def maybe(draw: Random, chance: float, value: Any) -> Any:
    """A value, or nothing."""
    return value if draw.random() < chance else None
