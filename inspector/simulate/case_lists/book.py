"""One authority's book of lists: who is on them, who works there, and what was done to them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

Row = dict[str, Any]
"""A row by the fields of the template; names that begin with `_` are the simulator's own and are not written."""


class Child(NamedTuple):
    """A child of a family."""

    id: str
    family: str
    sex: str
    ethnicity: str
    born: date
    disabled: str


class Team(NamedTuple):
    """A team: its workers, and how it goes about its work."""

    name: str
    workers: tuple[str, ...]
    pace: float
    seen: float
    friday: float


class Planted(NamedTuple):
    """What a move did: to which rows of which list, and to which team where it was one team's."""

    move: str
    dose: float
    list: int
    rows: tuple[int, ...]
    team: str = ""


@dataclass
class Book:
    """All lists as they were taken out on `day`; the inspection was announced on `told`."""

    seed: str
    day: date
    told: date
    families: list[list[Child]]
    teams: dict[str, list[Team]]
    lists: dict[int, list[Row]] = field(default_factory=dict)
    planted: list[Planted] = field(default_factory=list)

    def every(self, number: int) -> Iterator[tuple[int, Row]]:
        """The rows of a list with the number that a spreadsheet gives them."""
        return enumerate(self.lists[number], start=2)
