"""What a row takes on site, and what fits into the hours or rows that there are.

Minutes are rough and stand in every plan. For a test of change or another row 8: to find who did it, see what was written, write
it down. For the month behind a figure 10: to be given the list, and count it. For a case 10: to open the file, and count the
days. Hours are those of one inspector.
"""

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from inspector.model.visits import Claim, Unit
from inspector.model.words import plural
from inspector.proof import where

MINUTES: Mapping[Unit, int] = {"row": 8, "month": 10, "case": 10}
HOURS_A_DAY = 8
MOST = 24 * 60
"""Minutes of one row at most: a day."""


class Needed(NamedTuple):
    """What a claim needs to be settled: so many rows, of those that can still be drawn."""

    claim: Claim
    rows: int

    @property
    def minutes(self) -> int:
        """What they take."""
        return self.rows * self.claim.minutes


class Allotted(NamedTuple):
    """Claims that the hours and rows settle, smallest first, and those that they do not reach.

    `partly`: rows of claims that they begin and do not settle; these claims are among the `unreached` with all that they need.
    """

    reached: tuple[Needed, ...]
    unreached: tuple[Needed, ...]
    partly: tuple[Needed, ...] = ()

    @property
    def drawn(self) -> tuple[Needed, ...]:
        """What is drawn: all rows of those reached, and some of those begun."""
        return (*self.reached, *self.partly)

    @property
    def sizes(self) -> dict[str, int]:
        """How many rows of each claim, in the order in which they are drawn."""
        return {one.claim.id: one.rows for one in self.drawn}

    @property
    def rows(self) -> int:
        """All rows."""
        return sum(one.rows for one in self.drawn)

    @property
    def minutes(self) -> int:
        """What all rows take."""
        return sum(one.minutes for one in self.drawn)


def allot(needed: Sequence[Needed], hours: float | None, rows: int | None) -> Allotted:
    """As many claims as possible within `hours` and `rows`; without either, all of them.

    Smallest first settles the most claims; of two of a size the one that comes first. Where both are limited, smallest by the
    larger of the two shares that a claim takes.
    """

    def size(one: Needed) -> tuple[float, int]:
        of_hours = one.minutes / (hours * 60) if hours else 0.0
        of_rows = one.rows / rows if rows else 0.0
        return (max(of_hours, of_rows), one.minutes)

    reached: list[Needed] = []
    unreached: list[Needed] = []
    for one in sorted(needed, key=size):
        within = Allotted((*reached, one), ())
        fits = (hours is None or within.minutes <= hours * 60) and (rows is None or within.rows <= rows)
        (reached if fits else unreached).append(one)
    return Allotted(tuple(reached), tuple(unreached))


def shared(needed: Sequence[Needed], before: Mapping[str, int], hours: float | None, rows: int | None) -> Allotted:
    """The hours and rows shared so that a cheat who knows it gains least (`where`); `before`: how many of each were drawn."""
    minutes = None if hours is None else hours * 60
    most = {one.claim.id: one.rows for one in needed}
    sizes = where.sizes([one.claim for one in needed], minutes, rows, before, most)
    reached = [one for one in needed if sizes.get(one.claim.id) == one.rows]
    begun = [Needed(one.claim, sizes[one.claim.id]) for one in needed if one.claim.id in sizes and one not in reached]
    return Allotted(tuple(reached), tuple(one for one in needed if one not in reached), tuple(begun))


def days(allotted: Allotted, hours_a_day: float = HOURS_A_DAY) -> tuple[tuple[tuple[str, int], ...], ...]:
    """Day by day how many rows of each claim, in order, as far as whole rows fit into a day."""
    found: list[list[tuple[str, int]]] = []
    left = 0.0
    for one in allotted.drawn:
        rows = one.rows
        while rows:
            if left < one.claim.minutes:
                found.append([])
                left = max(hours_a_day * 60, one.claim.minutes)
            some = min(rows, int(left // one.claim.minutes))
            found[-1].append((one.claim.id, some))
            rows, left = rows - some, left - some * one.claim.minutes
    return tuple(map(tuple, found))


def in_words(minutes: float) -> str:
    """`45 minutes`, `5 hours 4 minutes`, `2 hours`."""
    hours, rest = divmod(math.ceil(minutes), 60)
    parts = [plural(hours, "hour")] if hours else []
    parts += [plural(rest, "minute")] if rest or not hours else []
    return " ".join(parts)
