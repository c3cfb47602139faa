"""Cells that are merged over several rows of records: what stands in the first of them belongs to each."""

from collections.abc import Collection
from typing import Any

from inspector.bundle.tables.table import letter
from inspector.bundle.tables.workbook import Sheet
from inspector.model.problems import Problem, Where
from inspector.model.remarks import query

SHOWN = 3


def filled_down(sheet: Sheet, first: int, columns: Collection[int], path: str) -> tuple[list[list[Any]], list[Problem]]:
    """The rows from `first` (from 0) on, cells of the `columns` that are merged downwards filled, and a query that says so.

    No more cells are filled than the columns have.
    """
    rows = sheet.rows[first:]
    left = len(rows) * len(columns)
    own: set[int] = set()
    done: list[str] = []
    for (top, column), (bottom, _) in sorted(sheet.merged):
        end = min(bottom, len(sheet.rows) - 1)
        if top < first or end <= top or column not in columns or (left := left - (end - top)) < 0:
            continue
        value = sheet.rows[top][column]
        if value in ("", None):
            continue
        for at in range(top + 1 - first, end + 1 - first):
            if at not in own:
                own.add(at)
                rows[at] = list(rows[at])
            rows[at][column] = value
        done.append(f"{letter(column)}{top + 1} to {letter(column)}{end + 1}")
    if not done:
        return rows, []
    more = f" and {len(done) - SHOWN} more" if len(done) > SHOWN else ""
    message = f"cells that are merged over several rows were read as standing in each: {', '.join(done[:SHOWN])}{more}"
    return rows, [query("merged-cells", Where(file=path, sheet=sheet.name), message)]
