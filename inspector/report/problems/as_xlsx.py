"""Problems as a workbook: what there is of each sort, and every problem with filters on."""

import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from inspector.model.problems import Faults, Problem
from inspector.report.harmless import cell
from inspector.report.problems.flat import Line, groups, levels, lines

MOST_ROWS = 1_048_575
WIDTHS = (8, 20, 24, 12, 8, 8, 28, 16, 8, 20, 24, 60, 40, 40)
_MADE = datetime(2000, 1, 1)
"""One moment for all, so that the same problems are the same bytes."""
_LONGEST = 32_000
"""Of a cell; a workbook takes 32,767 characters."""


def render(problems: Sequence[Problem | Faults], digest: str | None, *, everything: bool = False) -> bytes:  # noqa: ARG001
    """The bytes of the workbook."""
    import xlsxwriter

    stream = io.BytesIO()
    # In memory: rows written one by one would go through temporary files, and what they hold is about children.
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": "Problems found in the evidence", "created": _MADE})
    bold = book.add_format({"bold": True})
    _summary(book, bold, problems)
    _problems(book, bold, problems)
    book.close()
    return stream.getvalue()


def _summary(book: Any, bold: Any, problems: Sequence[Problem | Faults]) -> None:
    sheet = book.add_worksheet("Summary")
    sheet.write_row(0, 0, ("file", "sheet", "level", "rule", "times"), bold)
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, 3, 24)
    row = 0
    for (file, name), rules in groups(problems).items():
        for (level, rule), group in rules.items():
            row += 1
            for column, text in enumerate((file, name or "", level, rule)):
                sheet.write_string(row, column, cell(text))
            sheet.write_number(row, 4, sum(len(one) if isinstance(one, Faults) else 1 for one in group))
    if (count := sum(levels(problems))) > MOST_ROWS:
        note = f"The sheet Problems holds the first {MOST_ROWS} of {count}: no sheet is longer. --format csv has all."
        sheet.write_string(row + 2, 0, note)


def _problems(book: Any, bold: Any, problems: Sequence[Problem | Faults]) -> None:
    sheet = book.add_worksheet("Problems")
    sheet.write_row(0, 0, Line._fields, bold)
    sheet.freeze_panes(1, 0)
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width)
    last = 0
    for last, line in zip(range(1, MOST_ROWS + 1), lines(problems, cell), strict=False):
        for column, value in enumerate(line):
            if isinstance(value, int):
                sheet.write_number(last, column, value)
            elif value:
                sheet.write_string(last, column, value if len(value) <= _LONGEST else f"{value[:_LONGEST]}…")
    sheet.autofilter(0, 0, max(last, 1), len(Line._fields) - 1)
