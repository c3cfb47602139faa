"""The lines of a CSV in which its rows begin, told where they are not the rows: below a cell that holds a line break.

A spreadsheet counts rows, an editor and a code host count lines; a remark on such a row gives both.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from inspector.bundle.open.content import Content, FileFacts
from inspector.bundle.tables.csv_encoding import in_utf8
from inspector.bundle.tables.csv_header import delimiter_of
from inspector.bundle.tables.csv_text import rows_of
from inspector.model.problems import Faults, Problem
from inspector.model.remarks import Unreadable


@dataclass(frozen=True)
class Opened:
    """A file that rows were read from, and what one pass over its bytes showed."""

    content: Content
    facts: FileFacts


def with_lines(remarks: Iterable[Problem | Faults], files: Mapping[str, Opened]) -> list[Problem | Faults]:
    """The remarks, each with the line of its row where the two differ; `files` are the CSVs by their paths."""
    told = list(remarks)
    rows: dict[str, set[int]] = {}
    for one in told:
        file, found = _rows(one)
        if found and file in files:
            rows.setdefault(file, set()).update(found)
    lines = {file: _lines(files[file], some) for file, some in rows.items()}
    return [_placed(one, lines.get(_rows(one)[0], {})) for one in told]


def _rows(remark: Problem | Faults) -> tuple[str, tuple[int, ...]]:
    if isinstance(remark, Faults):
        return remark.file, remark.rows
    where = remark.where
    return where.file, (where.row,) if where.row and where.line is None else ()


def _placed(remark: Problem | Faults, lines: Mapping[int, int]) -> Problem | Faults:
    if isinstance(remark, Faults):
        own = {row: lines[row] for row in remark.rows if row in lines}
        return replace(remark, lines=own) if own else remark
    line = lines.get(remark.where.row or 0) if remark.where.line is None else None
    return remark.model_copy(update={"where": remark.where.model_copy(update={"line": line})}) if line else remark


def _lines(file: Opened, rows: set[int]) -> dict[int, int]:
    """For each of the rows the line that it begins in; nothing of those that begin in the line of their own number."""
    if not file.facts.quotes:
        return {}
    try:
        return {row: line for row, line in _starts(file, max(rows)) if row in rows and row != line}
    except Unreadable:
        return {}


def _starts(file: Opened, last: int) -> Iterator[tuple[int, int]]:
    content, _, _ = in_utf8(file.content, file.facts)
    line = 1
    for row, read, _ in rows_of(content, delimiter_of(next(content.parts(), b""), content.path)):
        yield row, line
        line = read + 1
        if row >= last:
            return
