"""One sheet or CSV read more than once: a recommendation and its actions in one row, as trackers have them."""

from dataclasses import dataclass, replace
from typing import Any

import polars as pl

from inspector.bundle.kinds import OWNER
from inspector.bundle.tables.mapping import Mapping
from inspector.bundle.tables.table import Table, of_frame
from inspector.model.problems import Faults, Problem


@dataclass(frozen=True)
class Opened:
    """A table, how its headings and codes are to be read, and its rows as objects where it came as JSON."""

    table: Table
    mapping: Mapping | None = None
    objects: list[dict[str, Any]] | None = None
    unread: bool = False
    """Its row schema was refused: nothing of it is checked or told, and what it marks as private is hidden elsewhere."""


def settle(opened: list[Opened], problems: list[Problem | Faults]) -> None:
    """Make several readings of one sheet go together, in place.

    A row of the kind itself that says what an earlier one says is not read again, a part whose owner is left blank belongs
    to the owner above, and a column that one reading uses is no unknown column of another.
    """
    places: dict[tuple[str, str | None], list[int]] = {}
    for at, one in enumerate(opened):
        if one.objects is None:
            places.setdefault((one.table.path, one.table.sheet), []).append(at)
    for place, several in places.items():
        if len(several) < 2:
            continue
        for at in several:
            table = opened[at].table
            frame = _with_owner(table) if table.kind in OWNER else _once(table)
            opened[at] = replace(opened[at], table=replace(table, batches=of_frame(frame), scan=None))
        used = {letter for at in several for letter in opened[at].table.letters.values()}
        _forget(problems, place, used)


def _once(table: Table) -> pl.DataFrame:
    return table.frame.unique(subset=table.fields, keep="first", maintain_order=True) if table.fields else table.frame


def _with_owner(table: Table) -> pl.DataFrame:
    frame, owner = table.frame, OWNER[table.kind]
    others = [name for name in table.fields if name != owner]
    if owner not in frame.columns or not others:
        return frame
    filled = pl.any_horizontal(pl.col(name).str.strip_chars().fill_null("") != "" for name in others)
    said = pl.when(pl.col(owner).str.strip_chars() == "").then(None).otherwise(pl.col(owner))
    return frame.with_columns(pl.when(filled).then(said.forward_fill()).otherwise(said).alias(owner))


def _forget(problems: list[Problem | Faults], place: tuple[str, str | None], used: set[str]) -> None:
    """Leave out what is said twice of the sheet, and columns that are not unknown."""
    seen: set[Problem] = set()
    kept: list[Problem | Faults] = []
    for one in problems:
        if isinstance(one, Problem) and (one.where.file, one.where.sheet) == place:
            if one in seen or (one.rule == "unknown-column" and one.where.letter in used):
                continue
            seen.add(one)
        elif isinstance(one, Faults) and (one.file, one.sheet) == place and one in kept:
            continue
        kept.append(one)
    problems[:] = kept
