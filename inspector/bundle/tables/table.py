"""A table of the bundle as text cells under our own field names, with the rows they stood in."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import polars as pl

from inspector.bundle.tables.cells import Cells
from inspector.model.letters import letter as letter
from inspector.model.problems import Faults, Problem, Where

ROW = "\x00row"
SHORT = "\x00short"
"""A column that is true where the last cell of a row is empty."""
BETWEEN = "\x00"
"""Between the parts of a list that came as JSON, whose texts may hold semicolons."""


Batches = Callable[..., Iterator[pl.DataFrame]]
"""The rows bit by bit; given a plan that begins with the table's own, the rows of that."""


@dataclass(frozen=True)
class Table:
    """One column a field of the schema (absent cells null), and `ROW`, the row in the file.

    `headings` gives the authority's own heading for each field that is there, `letters` its column as a spreadsheet
    letters it; `separator` stands between the parts of a cell that is a list. `batches` gives the rows bit by bit,
    cells as they came but empty ones null: a table of the authority's own may be larger than memory.
    """

    name: str
    path: str
    kind: str
    schema: dict[str, Any]
    batches: Batches
    headings: dict[str, str]
    letters: dict[str, str] = field(default_factory=dict)
    separator: str = ";"
    sheet: str | None = None
    lines: Mapping[int, int] | None = None
    """Of rows that are elements of a document: the line in which each begins; then `ROW` counts them from 1."""
    scan: pl.LazyFrame | None = None
    """The same rows as a plan, which `batches` carries out with whatever is added to it."""
    cells: Cells | None = None
    """Where each row's cells stand, of a scorecard; then `ROW` counts the table's own rows from 1."""
    epoch: int = 1900
    """The year from which the day numbers of its workbook count: 1900, or 1904."""
    decimal: str | None = None
    """What the file shows of the sign before decimals: a comma where semicolons part its cells."""
    short: Callable[[], list[Faults]] | None = None
    """The rows that have too few cells; asked only where a row's last cell is empty (`SHORT`)."""
    element: tuple[str, ...] = ()
    """Of JSON what its rows are elements of: the array, and for a part of a record the key that holds it. Else empty."""
    people: frozenset[str] = frozenset()
    """What stands in columns of names or births that are not read, as far as they were looked at: never repeated."""

    @property
    def fields(self) -> list[str]:
        """The fields that have a column, in the order of the schema."""
        return [name for name in self.schema["properties"] if name in self.headings]

    @property
    def frame(self) -> pl.DataFrame:
        """All rows at once."""
        parts = list(self.batches())
        if not parts:
            # Of no rows a streaming reader gives no batch.
            return pl.DataFrame(schema={ROW: pl.Int64, **dict.fromkeys(self.fields, pl.String)})
        return parts[0] if len(parts) == 1 else pl.concat(parts)

    @property
    def place(self) -> str:
        """The file, and for a workbook the sheet: what the rows of typed evidence name as their resource."""
        return f"{self.path} > {self.sheet}" if self.sheet else self.path

    def where(self, row: int | None, name: str | None) -> Where:
        """A place in this table, by the authority's own heading."""
        if self.cells is not None and row is not None:
            at, letter, said = self.cells.at(row, name)
            return Where(file=self.path, sheet=self.sheet, row=at, letter=letter or None, field=said or name)
        heading = self.headings.get(name, name) if name else None
        known = self.letters.get(name) if name else None
        return Where(file=self.path, sheet=self.sheet, row=row, letter=known, field=heading)

    def element_at(self, row: int) -> str | None:
        """Of JSON the place of the outermost element that a row of the table stands for: `recommendations[3]`."""
        return f"{self.element[0]}[{row - 2}]" if self.element else None

    def row_in_file(self, row: int) -> int:
        """The row of the file that a row of the table stands in."""
        return row if self.cells is None else self.cells.at(row, None)[0]

    def rows_in_file(self, rows: Iterable[int]) -> list[int]:
        """The rows of the file that rows of the table stand in, sorted, none twice."""
        return sorted({self.row_in_file(row) for row in rows})

    def numbers(self, remark: Problem | Faults) -> list[int]:
        """The rows of the table, by their `ROW`, that a remark on this file is about."""
        if isinstance(remark, Faults):
            places = [(row, remark.letter or "", remark.field or "") for row in remark.rows]
        else:
            where = remark.where
            places = [(where.row, where.letter or "", where.field or "")] if where.row is not None else []
        if self.cells is None:
            return [row for row, _, _ in places]
        return [number for place in places for number in self.cells.numbers(place)]

    def cell_words(self, row: int) -> str:
        """`row 7`, or of a scorecard `cell F7`."""
        if self.cells is None:
            return f"row {row}"
        at, letter, _ = self.cells.at(row, None)
        return f"cell {letter}{at}"


def of_frame(frame: pl.DataFrame) -> Batches:
    """The `batches` of a table that is in memory."""
    return lambda: iter((frame,))
