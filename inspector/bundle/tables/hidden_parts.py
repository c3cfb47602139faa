"""Rows and columns of an XLSX that are hidden, met in the one pass over its parts; they are read as any other, and told."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from inspector.bundle.tables.table import letter
from inspector.bundle.tables.workbook import Sheet
from inspector.model.problems import Problem, Where
from inspector.model.remarks import query

MOST = 200_000
"""So many hidden rows of a sheet are counted."""
SHOWN = 5
_ROW = re.compile(rb'<(?:\w{1,8}:)?row\s[^<>]*\bhidden="(?:1|true)"[^<>]*>')
_COLUMN = re.compile(rb'<(?:\w{1,8}:)?col\s[^<>]*\bhidden="(?:1|true)"[^<>]*>')
_NUMBER = {name: re.compile(rb'\b%s="([0-9]{1,7})"' % name.encode()) for name in ("r", "min", "max")}


@dataclass
class HiddenParts:
    """The hidden rows (from 1) of each part of the zip, and the first and last of hidden columns (from 1)."""

    rows: dict[str, set[int]] = field(default_factory=dict)
    columns: dict[str, set[tuple[int, int]]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    """The names of sheets by their part."""

    def take(self, part: str, text: bytes) -> None:
        """The next bytes of a sheet; what is met twice counts once."""
        if b'hidden="' not in text:
            return
        rows = self.rows.setdefault(part, set())
        if len(rows) < MOST:
            rows.update(number for tag in _ROW.findall(text) if (number := _number(tag, "r")) is not None)
        for tag in _COLUMN.findall(text):
            first, last = _number(tag, "min"), _number(tag, "max")
            if first is not None and last is not None:
                self.columns.setdefault(part, set()).add((first, last))

    def said(self, sheet: Sheet, path: str) -> list[Problem]:
        """A query where a sheet that is read, or something in it, is hidden."""
        part = next((part for part, name in self.names.items() if name == sheet.name), "")
        width = len(sheet.rows[0]) if sheet.rows else 0
        rows = [row for row in sorted(self.rows.get(part, ())) if row <= len(sheet.rows) and any(sheet.rows[row - 1])]
        spans = self.columns.get(part, ())
        columns = sorted({at for first, last in spans for at in range(first, min(last, width) + 1)})
        columns = [at for at in columns if any(row[at - 1] not in ("", None) for row in sheet.rows)]
        told = ["the sheet"] if sheet.hidden else []
        told += _runs("row", rows, str)
        told += _runs("column", columns, lambda at: letter(at - 1))
        if not told:
            return []
        many = len(told) > 1 or len(rows) > 1 or len(columns) > 1
        message = (
            f"{' and '.join(told)} {'are' if many else 'is'} hidden, and {'were' if many else 'was'} read as any other"
        )
        return [query("hidden", Where(file=path, sheet=sheet.name), message, fix="delete what is not meant to be read")]


def _number(tag: bytes, name: str) -> int | None:
    found = _NUMBER[name].search(tag)
    return int(found[1]) if found else None


def _runs(noun: str, places: list[int], word: Callable[[int], str]) -> list[str]:
    """`row 3`, `rows 3, 5 to 9`."""
    runs: list[list[int]] = []
    for place in places:
        if runs and runs[-1][1] == place - 1:
            runs[-1][1] = place
        else:
            runs.append([place, place])
    if not runs:
        return []
    told = [word(first) if first == last else f"{word(first)} to {word(last)}" for first, last in runs[:SHOWN]]
    rest = sum(last - first + 1 for first, last in runs[SHOWN:])
    more = f" and {rest:,} more" if rest else ""
    return [f"{noun}{'s' if len(places) > 1 else ''} {', '.join(told)}{more}"]
