"""Tables of cases written out: `each: [{…}, {…}]`, and a case for each row, its `{column}` places filled in.

A value that is a place and nothing else becomes the row's value itself, a number or a list; within a longer text it is put in as
words. So that every remark stands where the author has to mend something, a value from the table has the place of its cell.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from inspector.framework.yaml_source import Document, Path, Span
from inspector.model.limits import most, raise_it, words
from inspector.model.problems import Problem, shown
from inspector.model.remarks import did_you_mean, error, one_of

EACH = "each"
PLACE = re.compile(r"\{([a-z][a-z0-9_]*)\}")
VALUES = "case-values"
CELL = 4
"""Steps to a cell: the case, `each`, the row, the column."""
Row = Mapping[str, Any]


def written_out(document: Document) -> tuple[Document, list[Problem]]:
    """The file with a case for each row of its tables, and what is wrong with these; tables with mistakes are left out.

    A table that is no table by its form (`each` that is not a list of mappings) stays as it is, for the schema to refuse.
    """
    if not isinstance(document.value, list) or not any(_is_table(body) for body in document.value):
        return document, []
    writing = _Writing(document)
    for place, body in enumerate(document.value):
        if _is_table(body):
            writing.table(place, body)
        else:
            writing.copy(place, body)
    return Document(document.file, writing.bodies, writing.values, writing.keys, document.size), writing.problems


def rows(body: Any) -> int:
    """How many cases stand in one entry of a file: the rows of a table, else one."""
    return len(body[EACH]) if _is_table(body) else 1


def _is_table(body: Any) -> bool:
    rows = body.get(EACH) if isinstance(body, dict) else None
    return isinstance(rows, list) and bool(rows) and all(isinstance(row, dict) and row for row in rows)


class _Writing:
    """Bodies and places of a file as it is written out."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self.bodies: list[Any] = []
        self.values: dict[Path, Span] = {}
        self.keys: dict[Path, Span] = {}
        self.problems: list[Problem] = []
        self._weight = 0
        self._by_case: dict[int, list[Path]] = {}
        self._in_cell: dict[Path, list[Path]] = {}
        for path in document.values:
            if len(path) > CELL and path[1] == EACH:
                self._in_cell.setdefault(path[:CELL], []).append(path)
            elif path and isinstance(path[0], int):
                self._by_case.setdefault(path[0], []).append(path)

    def copy(self, place: int, body: Any) -> None:
        """A case that is none of a table, as it is."""
        self._add(place, body, {}, None)

    def table(self, place: int, body: dict[str, Any]) -> None:
        """A case for each row."""
        rows, rest = body[EACH], {key: value for key, value in body.items() if key != EACH}
        if wrong := list(self._mistakes(place, rows, rest)):
            self.problems += wrong
            return
        uses = Counter(name for _, name in _places(rest))
        self._weight += sum(
            len(self._by_case[place]) + sum(many * _weight(row[name]) for name, many in uses.items()) for row in rows
        )
        if self._weight > most(VALUES):
            where = self._document.where(place, EACH)
            message = f"written out, this table is more than {words(VALUES)}"
            self.problems.append(error("case-table", where, message, fix=raise_it(VALUES)))
            return
        for number, row in enumerate(rows):
            made = _filled(rest, row)
            # A name without a place is the same for all rows, and a case must be known by its own.
            if isinstance(made.get("name"), str) and made["name"] == rest.get("name"):
                made["name"] = f"{made['name']}, row {number + 1}"
            self._add(place, made, row, number)

    def _add(self, place: int, body: Any, row: Row, number: int | None) -> None:
        at = len(self.bodies)
        self.bodies.append(body)
        for path in self._by_case.get(place, ()):
            if number is not None and len(path) > 1 and path[1] == EACH:
                continue
            cell = self._cell(path, row, number)
            there = (at, *(_words(step, row) if isinstance(step, str) else step for step in path[1:]))
            self.values[there] = self._document.values[cell]
            if path in self._document.keys:
                self.keys[there] = self._document.keys[path]
            if cell != path:
                self.values |= {
                    (*there, *deeper[CELL:]): self._document.values[deeper] for deeper in self._in_cell.get(cell, ())
                }
        if number is not None:
            # The case is its row: what fails, fails there.
            self.values[at, "name"] = self._document.values[place, EACH, number]

    def _cell(self, path: Path, row: Row, number: int | None) -> Path:
        """Where the value at a path comes from: its own place, or the cell that is put in its place."""
        value: Any = self._document.value
        for step in path:
            value = value[step]
        column = PLACE.fullmatch(value) if row and isinstance(value, str) else None
        return (path[0], EACH, number or 0, column[1]) if column else path

    def _mistakes(self, place: int, rows: list[dict[str, Any]], rest: Row) -> Iterator[Problem]:
        columns = list(rows[0])
        for number, row in enumerate(rows):
            if set(row) != set(columns):
                where = self._document.where(place, EACH, number)
                odd = ", ".join(sorted(set(row) ^ set(columns)))
                message = f"this row has not the same columns as the first: {odd}"
                yield error("case-table", where, message, ", ".join(columns))
        used: set[str] = set()
        for path, name in _places(rest):
            used.add(name)
            if name not in columns:
                where = self._document.where(place, *path)
                message = f"{shown('{' + name + '}')} is no column of the table"
                yield error("case-table", where, message, one_of(columns), did_you_mean(name, columns))
        for name in (name for name in columns if name not in used):
            where = self._document.where_key(place, EACH, 0, name)
            message = f"the column {shown(name)} is put in nowhere"
            yield error("case-table", where, message, f"{{{name}}} somewhere in the case")


def _places(value: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every place in a case, with the path of the text that it stands in."""
    if isinstance(value, str):
        yield from ((path, found[1]) for found in PLACE.finditer(value))
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _places(inner, (*path, key))
            yield from ((path, found[1]) for found in PLACE.finditer(key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _places(inner, (*path, number))


def _weight(value: Any) -> int:
    """How much it takes to write a value once more: 1 for a word, more for a list or a long text."""
    if isinstance(value, list):
        return 1 + sum(map(_weight, value))
    return 1 + len(value) // 20 if isinstance(value, str | dict) else 1


def _filled(value: Any, row: Row) -> Any:
    if isinstance(value, dict):
        return {_words(key, row): _filled(inner, row) for key, inner in value.items()}
    if isinstance(value, list):
        return [_filled(inner, row) for inner in value]
    if not isinstance(value, str):
        return value
    whole = PLACE.fullmatch(value)
    return row[whole[1]] if whole else _words(value, row)


def _words(text: str, row: Row) -> str:
    return PLACE.sub(lambda place: _said(row[place[1]]), text)


def _said(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(map(_said, value)) or "nothing"
    return str(value)
