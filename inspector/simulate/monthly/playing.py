"""What is played on a series of submissions: each play with what it does, its dose, and the months that it changes."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from random import Random
from typing import NamedTuple

from inspector.simulate.authority import Authority, Row
from inspector.simulate.draws import stream
from inspector.simulate.monthly.handed_in import Series

Change = Callable[[Series, float, Random], Series]


class Play(NamedTuple):
    """`says` what is done and what the dose is; `seen_by` the probes that should ask, none where it is honest."""

    says: str
    change: Change
    seen_by: tuple[str, ...] = ()


def play(series: Series, id: str, one: Play, dose: float) -> Series:
    """The series after it, said in the truth of each; a dose of 0 changes nothing. The draws depend on seed and play alone."""
    if dose <= 0 or not series:
        return series
    made = one.change(series, min(1.0, dose), stream(series[-1].seed, "monthly", id))
    games = [*series[-1].truth.get("games", []), {"move": id, "dose": dose}]
    return tuple(replace(each, truth={**each.truth, "games": games}) for each in made)


def chosen(rows: Sequence[Row], share: float, draw: Random) -> list[Row]:
    """Some of the rows, at least one where there are any, in the order in which they stand."""
    places = sorted(draw.sample(range(len(rows)), min(len(rows), max(1, round(share * len(rows)))))) if rows else []
    return [rows[place] for place in places]


def key(row: Row) -> tuple[str, date]:
    """What a figure is of."""
    return row["indicator"], row["period_start"]


def from_month(series: Series, first: int, change: Callable[[Authority], Authority]) -> Series:
    """The series with everything from one submission on changed in the same way."""
    return tuple(change(one) if place >= first else one for place, one in enumerate(series))


def begins(series: Series, at: float = 0.5) -> int:
    """The submission from which something is played: about so far into the series, never the first."""
    return min(len(series) - 1, max(1, round(at * len(series))))
