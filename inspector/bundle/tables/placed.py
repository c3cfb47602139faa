"""What is said of where a table was found: its headings, rows above them, columns that have none."""

from collections.abc import Mapping

from inspector.bundle.tables.finding import Found
from inspector.bundle.tables.mapping import Mapping as Said
from inspector.bundle.tables.table import letter
from inspector.model.problems import Problem, Where
from inspector.model.remarks import Unreadable, error, query

SHOWN = 8
"""So many columns are named."""


def refuse_beyond(mapping: Said | None, rows: int, where: Where) -> None:
    """Raise Unreadable where the headings are said to stand below the last of so many rows."""
    if mapping and mapping.rows and mapping.rows[1] > rows:
        message = f"the manifest says that the headings stand in row {mapping.rows[1]}, and the table has {rows} rows"
        raise Unreadable(error("no-header", where, message, fix="mend `headings`, or leave it out to have them found"))


def about_headings(found: Found, path: str, sheet: str | None = None) -> list[Problem]:
    """A query where the headings do not stand in the first row alone."""
    where = Where(file=path, sheet=sheet, row=found.last + 1)
    if found.deep:
        above = "; the rows above were taken for a title" if found.first else ""
        message = f"the headings stand in rows {found.first + 1} to {found.last + 1} and were joined from top to bottom{above}"
        return [query("headings-joined", where, message)]
    if found.last:
        message = f"the headings stand in row {found.last + 1}; the rows above were taken for a title"
        return [query("title-rows", where, message)]
    return []


def unheaded(filled: Mapping[int, int], where: Where, row: int) -> list[Problem]:
    """A query that names the columns without a heading in which something stands; `filled` counts the cells of each."""
    some = [(place, count) for place, count in sorted(filled.items()) if count]
    if not some:
        return []
    told = [f"{letter(place)} ({count:,} {'cell' if count == 1 else 'cells'})" for place, count in some[:SHOWN]]
    more = f" and {len(some) - SHOWN} more" if len(some) > SHOWN else ""
    words = "column has no heading and is" if len(some) == 1 else "columns have no heading and are"
    at = where.model_copy(update={"row": row, "letter": letter(some[0][0])})
    message = f"{len(some)} {words} not read: {', '.join(told)}{more}"
    return [query("column-without-heading", at, message, fix="give it a heading, or empty it")]
