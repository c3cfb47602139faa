"""Submissions whose private values are like nothing else, and ways to damage them.

Lists 1 to 11 are made from the published headings and the first codes of each code list. Every child has an id, a birth, a
worker and a postcode of its own, so that one of them anywhere in an output can only be a leak.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent
Grid = list[list[str]]
FIRST = ("Zebulon", "Hepzibah", "Ozymandia", "Quintavia", "Thaddea", "Ermintrude")
LAST = ("Quuxley", "Nunnwick", "Vexford", "Jolybrook", "Wrenthorpe", "Zzyzxton")
ROWS = 6
NAMES = {"allocated_worker", "allocated_personal_advisor"}
IDS = {"child_unique_id", "individual_adopter_identifier", "family_identifier"}


@dataclass
class Sentinels:
    """The values that nobody may see: always, and where ids are replaced."""

    births: set[date] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    postcodes: set[str] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)

    def spellings(self, *, ids: bool) -> set[str]:
        """Every spelling to look for, in lower case."""
        found = {part for name in self.names for part in name.split()} | self.postcodes | (self.ids if ids else set())
        found |= {spelt for day in self.births for spelt in spellings(day)}
        return {text.casefold() for text in found}


def spellings(day: date) -> set[str]:
    """A day as people and spreadsheets write it."""
    word, short = f"{day:%B}", f"{day:%b}"
    return {
        day.isoformat(), f"{day:%d/%m/%Y}", f"{day:%d.%m.%Y}", f"{day:%d-%m-%Y}", f"{day:%m/%d/%Y}",
        f"{day:%Y/%m/%d}", f"{day:%Y%m%d}",
        f"{day.day} {word} {day.year}", f"{day.day} {short} {day.year}", f"{day:%d}-{short}-{day.year}",
        str((day - date(1899, 12, 30)).days),
    }  # fmt: skip


def schema(number: int) -> dict[str, Any]:
    """The row schema of a list."""
    path = ROOT / "evidence" / "schemas" / "annex-a" / f"list-{number}.schema.json"
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return loaded


def one_list(number: int, secret: Sentinels, birth: Callable[[date], str] = date.isoformat) -> Grid:
    """A sound list: its headings, and a row for each child; births as `birth` writes them."""
    form = schema(number)
    return [
        [cell["title"] for cell in form["properties"].values()],
        *([_cell(name, cell, row, secret, birth) for name, cell in form["properties"].items()] for row in range(ROWS)),
    ]


def _cell(name: str, cell: dict[str, Any], row: int, secret: Sentinels, birth: Callable[[date], str]) -> str:
    if name == "date_of_birth":
        day = date(2007, 2, 13) + timedelta(days=397 * row)
        secret.births.add(day)
        return birth(day)
    if name in NAMES:
        worker = f"{FIRST[row]} {LAST[row]}"
        secret.names.add(worker)
        return worker
    if name == "placement_postcode":
        postcode = f"ZQ{row + 1} {row + 3}XJ"
        secret.postcodes.add(postcode)
        return postcode
    if name in IDS:
        id = f"QXK{ {'c': 71, 'i': 82, 'f': 93}[name[0]] }{row:04}"
        secret.ids.add(id)
        return id
    if cell.get("format") == "date":
        return (date(2025, 1, 6) + timedelta(days=11 * row)).isoformat()
    if cell["type"] == "integer":
        return str(row + 1)
    codes = cell.get("enum") or cell.get("examples")
    return str(codes[row % len(codes)]) if codes else f"Unit {row + 1}"


OWN_NAMES = {
    "date of birth": "dob", "allocated worker": "carer", "child unique id": "client", "gender": "outcome",
    "ethnicity": "outcome",
}  # fmt: skip
"""What the headings of a table of the authority's own are called there."""


def place(grid: Grid, heading: str) -> int | None:
    """Where a column stands; None where the list has none of that heading."""
    names = (heading, OWN_NAMES.get(heading, heading))
    return next((at for at, text in enumerate(grid[0]) if text.casefold().startswith(names)), None)


def swapped(grid: Grid, one: str, other: str) -> Grid:
    """Two columns with each other's cells; the headings stay."""
    a, b = place(grid, one), place(grid, other)
    if a is None or b is None:
        return grid
    return [
        grid[0],
        *([row[b] if at == a else row[a] if at == b else text for at, text in enumerate(row)] for row in grid[1:]),
    ]


def _first_date(grid: Grid) -> str:
    known = ("date of birth",)
    return next(
        (
            head.casefold()
            for head in grid[0]
            if ("date" in head.casefold() or head == "seen") and head.casefold() not in known
        ),
        "none",
    )


def _duplicated(grid: Grid) -> Grid:
    """The first row of cells stands where the headings stood, a name twice in it."""
    top = list(grid[1])
    return [[*top, top[-1], top[3]], *([*row, "x", "y"] for row in grid[2:])]


DAMAGE: dict[str, Callable[[Grid], Grid]] = {
    "sound": lambda grid: grid,
    "no headings": lambda grid: grid[1:],
    "no headings, a value twice": _duplicated,
    "headings shifted": lambda grid: [[*grid[0][1:], grid[0][0]], *grid[1:]],
    "rows shifted right": lambda grid: [grid[0], *(["", *row[:-1]] for row in grid[1:])],
    "rows shifted left": lambda grid: [grid[0], *([*row[1:], row[0]] for row in grid[1:])],
    "one row shifted": lambda grid: [*grid[:2], [*grid[2][2:], *grid[2][:2]], *grid[3:]],
    "too many cells": lambda grid: [*grid[:3], [grid[3][0], "more", *grid[3][1:]], *grid[4:]],
    "too few cells": lambda grid: [*grid[:3], grid[3][2:], *grid[4:]],
    "birth and day swapped": lambda grid: swapped(grid, "date of birth", _first_date(grid)),
    "birth and gender swapped": lambda grid: swapped(grid, "date of birth", "gender"),
    "worker and ethnicity swapped": lambda grid: swapped(grid, "allocated worker", "ethnicity"),
    "id and worker swapped": lambda grid: swapped(grid, "child unique id", "allocated worker"),
    "id and birth swapped": lambda grid: swapped(grid, "child unique id", "date of birth"),
    "id and gender swapped": lambda grid: swapped(grid, "child unique id", "gender"),
    "two rows of headings": lambda grid: [grid[0], grid[0], *grid[1:]],
    "a title above": lambda grid: [["Children"], [grid[1][0]], *grid],
    "headings gone from the front": lambda grid: [["" if at in (1, 3) else text for at, text in enumerate(grid[0])], *grid[1:]],
    "a value for a heading": lambda grid: [[grid[1][3] if at == 1 else t for at, t in enumerate(grid[0])], *grid[1:]],
    "private columns under other names": lambda grid: [[f"col {at}" if at > 1 else t for at, t in enumerate(grid[0])], *grid[1:]],
    "every row twice": lambda grid: [*grid, *grid[1:]],
    "spaces around": lambda grid: [grid[0], *([f"  {text} " for text in row] for row in grid[1:])],
    "letters in numbers": lambda grid: [
        grid[0], *([f"{row[0]} {text}" if text.isdigit() else text for text in row] for row in grid[1:])
    ],
    "rows told in full elsewhere": lambda grid: [grid[0], *([row[0], *([" / ".join(row)] * 3), *row[4:]] for row in grid[1:])],
}  # fmt: skip
"""Each sort of damage, as what it makes of a list."""


def as_csv(grid: Grid, delimiter: str = ",") -> str:
    """The grid as CSV, quoted where it must be."""
    marks = (delimiter, '"', "\n", ",")
    cells = ([f'"{t}"' if any(m in t for m in marks) else t for t in row] for row in grid)
    return "\n".join(delimiter.join(row) for row in cells) + "\n"
