"""The rows of a submission as they may be shown to people: as they wrote them, under their own headings, hidden where due."""

from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

import polars as pl

from inspector.bundle.check.telling import Telling
from inspector.bundle.reading import BundleReading
from inspector.bundle.tables.table import BETWEEN, ROW, Table
from inspector.model.problems import listed

Key = tuple[int, int]
"""A row of a table: its number there, and which of those with this number it is; more than one only for parts in JSON."""


class Cell(NamedTuple):
    """One cell that says something. `text` is as it was written, None where it is not repeated; `read` as it was read,
    where that differs. `field` is our own name, `heading` theirs, `letter` the column."""

    field: str
    heading: str
    letter: str
    text: str | None
    read: str | None


class Row(NamedTuple):
    """One row: its number in the file or, of JSON, the path of its element, and its cells in the order of the schema."""

    key: Key
    number: int
    path: str | None
    cells: tuple[Cell, ...]

    def said(self, field: str) -> str | None:
        """What the row says under a field, as it was read; None where it says nothing or that is not repeated."""
        found = next((cell for cell in self.cells if cell.field == field), None)
        return None if found is None or found.text is None else found.read or found.text


class Shown:
    """One table, to be asked for rows."""

    def __init__(self, ready: Table, written: Table, telling: Telling) -> None:
        self.table, self._written, self._telling = ready, written, telling
        self.kind, self.path, self.sheet, self.place = ready.kind, ready.path, ready.sheet, ready.place
        self.element, self.links = ready.element, tuple(ready.schema.get("x-foreign-key", ()))

    def column(self, field: str) -> list[tuple[Key, str]]:
        """Every row that says something under the field, with what it says as far as that is told."""
        if field not in self.table.fields:
            return []
        keys, values = self._keys_and(field)
        told = self._telling.cells(field, [row for row, _ in keys], values)
        return [(key, text) for key, text in zip(keys, told, strict=True) if text is not None]

    def every(self) -> list[Key]:
        """The keys of all rows, in their order."""
        return self._keys_and(None)[0]

    def number(self, key: Key) -> int:
        """The row of the file."""
        return self.table.row_in_file(key[0])

    def path_of(self, key: Key) -> str | None:
        """Of JSON the place of the element."""
        owner = self.table.element_at(key[0])
        return owner if owner is None or len(self.element) == 1 else f"{owner}.{self.element[1]}[{key[1]}]"

    def rows(self, keys: Collection[Key]) -> list[Row]:
        """These rows, in their order."""
        wanted = {row for row, _ in keys}
        texts = dict(self._texts(self._written, wanted, set(keys)))
        read = dict(self._texts(self.table, wanted, set(keys)))
        return [
            Row(key, self.number(key), self.path_of(key), tuple(self._cells(key, texts.get(key, {}), read[key])))
            for key in sorted(read)
        ]

    def _cells(self, key: Key, texts: dict[str, str | None], read: dict[str, str | None]) -> Iterator[Cell]:
        for field in self.table.fields:
            meant = read.get(field)
            wrote = meant if self._telling.hides(field) else texts.get(field)
            if meant is None and wrote is None:
                continue
            at = self.table.where(key[0], field)
            text, said = (self._told(field, key, one) for one in (wrote if wrote is not None else meant, meant))
            differs = said is not None and text is not None and said != text.strip()
            yield Cell(field, at.field or field, at.letter or "", text, said if differs else None)

    def _told(self, field: str, key: Key, value: str | None) -> str | None:
        (text,) = self._telling.cells(field, [key[0]], [value])
        return None if text is None else text.replace(BETWEEN, "; ")

    def _texts(self, table: Table, wanted: set[int], keys: set[Key]) -> Iterator[tuple[Key, dict[str, str | None]]]:
        seen: dict[int, int] = {}
        for batch in table.batches():
            for row in batch.filter(pl.col(ROW).is_in(sorted(wanted))).iter_rows(named=True):
                key = (row[ROW], seen.get(row[ROW], 0))
                seen[row[ROW]] = key[1] + 1
                if key in keys:
                    yield key, row

    def _keys_and(self, field: str | None) -> tuple[list[Key], list[str | None]]:
        seen: dict[int, int] = {}
        keys: list[Key] = []
        values: list[str | None] = []
        for batch in self.table.batches():
            values += batch[field].to_list() if field else []
            for row in batch[ROW].to_list():
                keys.append((row, seen.get(row, 0)))
                seen[row] = keys[-1][1] + 1
        return keys, values


class Unread(NamedTuple):
    """A file of the bundle of which nothing is read, and why, in words."""

    file: str
    says: str


def unread(reading: BundleReading) -> tuple[Unread, ...]:
    """The files that the manifest names and nothing was read of: whoever looks for a row in one should know why."""
    read = {table.path for table in reading.tables}
    left = [path for path in dict.fromkeys(one["path"] for one in reading.resources) if path not in read]
    errors = [one for one in listed(reading.problems) if one.level == "error"]
    why = {path: next((one.message for one in errors if one.where.file == path), "") for path in left}
    return tuple(Unread(path, says) for path, says in why.items() if says)


def shown(reading: BundleReading) -> tuple[Shown, ...]:
    """Every table of a bundle that was read with its cells as they were written."""
    telling: Callable[[Table], Telling] = reading.hiding.telling
    return tuple(
        Shown(ready, written, telling(ready)) for ready, written in zip(reading.tables, reading.written, strict=True)
    )
