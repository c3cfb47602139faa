"""A sheet or a CSV as a grid of texts, for tables whose headings are not all in one row."""

from dataclasses import dataclass
from itertools import islice

from inspector.bundle.open.content import Content, FileFacts
from inspector.bundle.open.no_text import refuse_no_text
from inspector.bundle.tables.csv_encoding import in_utf8
from inspector.bundle.tables.csv_header import delimiter_of
from inspector.bundle.tables.csv_text import rows_of
from inspector.bundle.tables.workbook import Sheet, as_text
from inspector.layout.seeing import LINES
from inspector.layout.wide_table import Grid
from inspector.model.problems import Problem


@dataclass(frozen=True)
class CsvGrid:
    """The grid of a CSV, what parts its cells, and what is said of the file."""

    grid: Grid
    delimiter: str
    remarks: list[Problem]


def of_csv(content: Content, found: FileFacts) -> CsvGrid:
    """The first rows of a CSV, one more than any scorecard has. Raises Unreadable where it is no CSV."""
    content, found, remarks = in_utf8(content, found)
    refuse_no_text(content, found)
    delimiter = delimiter_of(next(content.parts(), b""), content.path)
    rows = [cells for _, _, cells in islice(rows_of(content, delimiter), LINES + 1)]
    return CsvGrid(rows, delimiter, remarks)


def of_sheet(sheet: Sheet) -> Grid:
    """The first rows of a sheet, one more than any scorecard has."""
    return [[as_text(cell) or "" for cell in row] for row in sheet.rows[: LINES + 1]]
