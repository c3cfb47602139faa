"""The refusals of a workbook that would cost too much, each with its place, the limit and the remedy."""

from inspector.bundle.tables.table import letter
from inspector.model.limits import most, raise_it, words
from inspector.model.problems import Where
from inspector.model.remarks import Unreadable, error


def too_wide(path: str, sheet: str | None, rows: int, columns: int, farthest: str | None = None) -> None:
    """Raise Unreadable where so many rows and columns are more cells than are read."""
    cells = rows * columns
    if cells <= most("workbook-cells"):
        return
    at = f"; the farthest cell that holds something is {farthest}" if farthest else ""
    message = f"the cells reach to column {letter(columns - 1)} and row {rows:,}, which makes {cells:,} cells{at}"
    beyond = f"delete what stands in {farthest}" if farthest else "delete what stands behind the data"
    fix = f"{beyond}, and the empty rows and columns before it; {raise_it('workbook-cells')}"
    where = Where(file=path, sheet=sheet)
    raise Unreadable(error("file-too-large", where, message, f"at most {words('workbook-cells')}", fix))


def too_many(path: str, cells: int, sheet: str | None = None) -> None:
    """Raise Unreadable where all sheets together have more cells than are read."""
    if cells > most("workbook-cells"):
        message = f"the sheets have {cells:,} cells or more, empty ones between others counted"
        fix = f"delete empty rows and columns, or give fewer sheets; {raise_it('workbook-cells')}"
        where = Where(file=path, sheet=sheet)
        raise Unreadable(error("file-too-large", where, message, f"at most {words('workbook-cells')}", fix))


def too_much_text(path: str, characters: int, longest: int) -> None:
    """Raise Unreadable where cells hold more text than is read; a text is stored once, however many cells have it."""
    if characters > most("workbook-text"):
        message = (
            f"the cells hold {characters:,} characters of text; one text has {longest:,} and stands in many of them"
        )
        fix = f"shorten it, or give it once and a code in its place; {raise_it('workbook-text')}"
        raise Unreadable(error("file-too-large", Where(file=path), message, f"at most {words('workbook-text')}", fix))


def too_many_bytes(path: str) -> Unreadable:
    """The refusal of a workbook that unpacks to more than is read."""
    message = f"the workbook unpacks to more than is read: the limit is {words('workbook-bytes')}"
    fix = f"save it without pictures and history; {raise_it('workbook-bytes')}"
    return Unreadable(error("unsafe-zip", Where(file=path), message, fix=fix))


def too_many_sheets(sheets: int, path: str) -> None:
    """Raise Unreadable where a workbook has more sheets than are looked through for headings."""
    if sheets > most("workbook-sheets"):
        message = f"the workbook has {sheets:,} sheets"
        fix = f"give those that hold something in a workbook of their own; {raise_it('workbook-sheets')}"
        raise Unreadable(error("file-too-large", Where(file=path), message, f"at most {words('workbook-sheets')}", fix))
