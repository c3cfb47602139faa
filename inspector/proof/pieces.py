"""The pieces of evidence that can carry a verdict, the rows that each has, and the evidence with some of its rows fallen out."""

from collections.abc import Collection
from typing import Any

from inspector.evidence.tables import INDICATOR, TABLES_OF, indicators_in
from inspector.model.evidence import Evidence
from inspector.model.rows import Located
from inspector.model.visits import Margin, Unit

FIGURES = "indicators"
"""The piece that indicators make together, where none of them carries alone."""
THERE = "indicators-there"
"""The piece that further indicators make together, which carry by being there: whatever they did, they could be judged."""
Place = tuple[str, int]
_TABLES = {**TABLES_OF, FIGURES: ("figures",), THERE: ("figures",)}
TABLES = tuple(dict.fromkeys(table for tables in _TABLES.values() for table in tables))
KINDS = tuple(_TABLES)


def unit_of(piece: str) -> Unit:
    """What is looked at of a piece."""
    return "month" if piece in (FIGURES, THERE) or piece.startswith(INDICATOR) else "row"


def rows_of(evidence: Evidence, piece: Margin | str, members: Collection[str] = ()) -> tuple[Located, ...]:
    """The rows of a piece in the order of resource and row; of a group those of its members, of a part its own. None of a piece
    unknown."""
    if isinstance(piece, Margin):
        key = {(rows.resource, row) for rows in piece.key for row in rows.rows}
        every = rows_of(evidence, piece.evidence, piece.members)
        return tuple(one for one in every if piece.part == "whole" or (place(one) in key) == (piece.part == "key"))
    if piece.startswith(INDICATOR):
        piece, members = FIGURES, (piece,)
    names = {one.removeprefix(INDICATOR) for one in members}
    found: list[Located] = []
    for table in _TABLES.get(piece, ()):
        found += [one for one in getattr(evidence, table) if not names or getattr(one, "indicator", None) in names]
    return tuple(sorted(found, key=place))


def place(one: Located) -> Place:
    """Where a row stands."""
    return one.resource, one.row


def without(evidence: Evidence, places: Collection[Place]) -> Evidence:
    """The evidence with the rows at these places fallen out, as if nobody had written them."""
    gone = frozenset(places)
    return _changed(
        evidence,
        {
            table: tuple([one for one in getattr(evidence, table) if (one.resource, one.row) not in gone])
            for table in TABLES
        },
    )


def taken_out(evidence: Evidence, names: Collection[str]) -> tuple[Evidence, tuple[str, ...]]:
    """The evidence with all rows of these pieces fallen out, and indicators as if never submitted; and which indicators
    these are.

    A resource of which all rows fall out is there still, and empty: what was handed in is no less than before.
    """
    lost = indicators_in(names)
    register = tuple(one for one in evidence.indicators if one.indicator not in lost)
    left = _changed(emptied(evidence, names), {"indicators": register})
    return left, tuple(sorted(f"{INDICATOR}{one}" for one in lost))


def emptied(evidence: Evidence, names: Collection[str]) -> Evidence:
    """The evidence with all rows of these pieces fallen out, as `without`: indicators are in the register still, and have
    no figures."""
    changed: dict[str, Any] = {table: () for name in names for table in _TABLES.get(name, ())}
    if lost := indicators_in(names):
        changed["figures"] = tuple(one for one in evidence.figures if one.indicator not in lost)
    return _changed(evidence, changed)


def _changed(evidence: Evidence, tables: dict[str, Any]) -> Evidence:
    """A copy with these tables in the place of its own; what is as it was stays the very same, so that nothing is worked
    out anew."""
    other = {name: made for name, made in tables.items() if len(made) != len(getattr(evidence, name))}
    if not other:
        return evidence
    made = evidence.model_copy(update=other)
    made.__dict__["worked_out"] = evidence.worked_out
    return made
