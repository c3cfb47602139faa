"""Orders in which rows of a piece are left out, the worst first: no one knows which is worst, so several are tried."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from random import Random
from typing import Any

from inspector.model.rows import Located

DRAWS = 2
"""So many orders are drawn at random; the seeds are 1 and 2."""
Order = tuple[str, Sequence[Located]]
_DAYS = (
    "tested_on",
    "started_on",
    "raised_on",
    "reviewed_on",
    "made_on",
    "period_start",
    "due_on",
    "said_on",
    "answered_on",
)
NAMING = "those first that name a measure which got better, the measure first that fewest name"
LATEST, EARLIEST = "the latest first", "the earliest first"
AT_RANDOM = "at random"
_BY = {"team": "team by team", "indicator": "by the measure they name", "role": "role by role"}


def of_records(rows: Sequence[Located], named: Iterable[str] = ()) -> list[Order]:
    """The orders to try, the likeliest to need few rows first. `named` are indicators that the verdict rests on."""
    latest = sorted(rows, key=lambda one: (_day(one), one.resource, one.row), reverse=True)
    told = frozenset(named)
    found: list[Order] = []
    if told and any(_get(one, "indicator") for one in rows):
        naming = [one for one in latest if _get(one, "indicator") in told]
        ours = _blocks(naming, lambda one: str(_get(one, "indicator")), least=True)
        found.append((NAMING, [*ours, *(one for one in latest if _get(one, "indicator") not in told)]))
    found += [(LATEST, latest), (EARLIEST, latest[::-1])]
    found.append(("the emptiest months first", _blocks(latest, lambda one: _day(one)[:7], least=True)))
    for field, words in _BY.items():
        if any(_get(one, field) for one in rows):
            line = _blocks(latest, partial(_told, field), least=True)
            found.append((f"{words}, the smallest first", line))
    return found


def at_random(rows: Sequence[Located]) -> list[Order]:
    """Rows drawn at random, so many times, the same each time for the same rows."""
    found: list[Order] = []
    for seed in range(1, DRAWS + 1):
        drawn = list(rows)
        Random(seed).shuffle(drawn)
        found.append((AT_RANDOM, drawn))
    return found


def _get(one: Located, field: str) -> Any:
    return getattr(one, field, None)


def _told(field: str, one: Located) -> str:
    return str(_get(one, field))


def _day(one: Located) -> str:
    """The day of a row, ISO; empty where it has none."""
    return next((day.isoformat() for name in _DAYS if (day := _get(one, name)) is not None), "")


def _blocks(rows: Sequence[Located], block: Callable[[Located], str], *, least: bool) -> list[Located]:
    """Block by block, by how many rows each has; rows within one in the order given."""
    sizes = Counter(map(block, rows))
    return sorted(rows, key=lambda one: ((1 if least else -1) * sizes[block(one)], block(one)))
