"""Where the headings of a table stand: in any of its first rows, in up to three of them one below the other."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from inspector.bundle.tables.mapping import DEEPEST, Mapping
from inspector.bundle.tables.naming import alike_in, named, names_of

FIRST_ROWS = 20
"""The headings are looked for in so many rows."""
_AMOUNT = re.compile(r"[-+£$€(]*\d[\d.,/:\s-]*%?\)?")
Rows = list[list[str]]


@dataclass(frozen=True)
class Found:
    """The headings, the first and the last row they stand in (from 0), and how many fields they name."""

    first: int
    last: int
    headings: list[str]
    named: int

    @property
    def deep(self) -> bool:
        """Whether they stand in several rows and were joined."""
        return self.first != self.last


def find(rows: Rows, schema: dict[str, Any], mapping: Mapping | None) -> Found:
    """The headings among the first rows of a table, each a text without breaks; there is at least one row.

    A row that names fields is believed before one that stands further up; several rows are joined only where that names
    more fields than any of them alone. Where nothing is named, the first row that is as full as the table is wide.
    """
    if mapping and mapping.rows:
        first, last = (min(row, len(rows)) - 1 for row in mapping.rows)
        return _joined(rows, first, last, schema, mapping)
    at = header_row(rows, schema, mapping)
    alone = Found(at, at, rows[at], len(named(rows[at], schema, mapping)))
    if alone.named == sum(map(bool, rows[at])):
        return alone
    deeper = [
        _joined(rows, first, last, schema, mapping) for first, last in _windows(rows, at if alone.named else None)
    ]
    best = max(deeper, key=lambda one: (one.named, one.first - one.last), default=alone)
    return best if best.named >= 2 and best.named > alone.named else alone


def header_row(rows: Rows, schema: dict[str, Any], mapping: Mapping | None) -> int:
    """Which of the first rows holds the headings: the one that names the most fields, the first of equals.

    The first row stays it unless another names twice as many fields, and two or more, or the first is a lone title.
    """
    if not rows:
        return 0
    alike = alike_in(rows, schema)
    known = [len({name for name in names_of(row, schema, mapping, alike) if name}) for row in rows]
    filled = next((place for place, row in enumerate(rows) if any(row)), 0)
    best = max(range(len(known)), key=lambda place: (known[place], -place))
    lone = sum(map(bool, rows[filled])) == 1
    if not known[best]:
        return row_by_shape(rows) if lone or not schema["properties"] else filled
    least = 1 if lone and sum(map(bool, rows[best])) > 1 else 2
    return best if known[best] >= max(least, 2 * known[filled]) else filled


def row_by_shape(rows: Rows) -> int:
    """Which of the first rows looks like headings, whatever they say: the first with words that is nearly as full as any."""
    full = [sum(map(bool, row)) for row in rows]
    most = max(full, default=0)
    words = (place for place, row in enumerate(rows) if full[place] >= max(1, 0.6 * most) and not _has_amounts(row))
    return next(words, next((place for place, count in enumerate(full) if count), 0))


def joined(rows: Rows, first: int, last: int) -> list[str]:
    """The headings of the rows from `first` to `last`, from 0, each column's joined from top to bottom as `find` joins them."""
    lowest = _whole(rows[first : last + 1])
    carried = [_carried(row, lowest) for row in rows[first:last]]
    return [_join([*(row[place] for row in carried), cell]) for place, cell in enumerate(lowest)]


def most_named(rows: Rows, schema: dict[str, Any], mapping: Mapping | None) -> set[str]:
    """The fields that the headings of a table name, wherever in its first rows they stand."""
    if not any(map(any, rows)):
        return set()
    return named(find(rows, schema, mapping).headings, schema, mapping)


def _has_amounts(row: Sequence[str]) -> bool:
    """Whether the row looks like data: more than a few of its cells are numbers or days."""
    filled = [cell for cell in row if cell]
    return 3 * sum(_AMOUNT.fullmatch(cell) is not None for cell in filled) > len(filled)


def _windows(rows: Rows, at: int | None) -> list[tuple[int, int]]:
    """The first and last rows of what may be headings, `at` among them where that is known."""
    places = range(len(rows)) if at is None else range(max(0, at - DEEPEST + 1), min(len(rows), at + DEEPEST))
    runs = [(first, first + deep) for deep in range(1, DEEPEST) for first in places if first + deep in places]
    return [
        (first, last)
        for first, last in runs
        if (at is None or first <= at <= last)
        and all(any(row) and not _has_amounts(row) for row in rows[first : last + 1])
    ]


def _joined(rows: Rows, first: int, last: int, schema: dict[str, Any], mapping: Mapping | None) -> Found:
    """The headings of the rows from `first` to `last`, each column's joined from top to bottom.

    Where only the lowest of a column's cells names a field, it stands alone: what is above is a group's name.
    """
    above, lowest = rows[first:last], _whole(rows[first : last + 1])
    carried = [_carried(row, lowest) for row in above]
    whole = [_join([*(row[place] for row in carried), cell]) for place, cell in enumerate(lowest)]
    if above:
        names = names_of(whole, schema, mapping)
        alone = names_of(lowest, schema, mapping)
        for place, (name, low) in enumerate(zip(names, alone, strict=True)):
            if name is None and low and low not in names and lowest.count(lowest[place]) == 1:
                whole[place] = low
    return Found(first, last, whole, len(named(whole, schema, mapping)))


def _carried(row: Sequence[str], lowest: Sequence[str]) -> list[str]:
    """The cells of an upper row, each carried to the right over columns that have a heading of their own below it alone."""
    carried: list[str] = []
    last = ""
    for place, low in enumerate(lowest):
        cell = row[place] if place < len(row) else ""
        last = cell or (last if low else "")
        carried.append(last)
    return carried


def _join(parts: Sequence[str]) -> str:
    """The parts with one blank between them; what is said twice in a row, as in a merged cell, counts once."""
    filled = [part for part in parts if part]
    return " ".join(part for place, part in enumerate(filled) if place == 0 or part != filled[place - 1])


def _whole(rows: Rows) -> list[str]:
    """The last of the rows, as wide as the widest of them."""
    return [*rows[-1], *[""] * (max(map(len, rows)) - len(rows[-1]))]
