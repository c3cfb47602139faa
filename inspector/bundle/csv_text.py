"""From the bytes of a CSV to its cells; where that fails, the row at which it does."""

import csv
import io
import re

import polars as pl

from inspector.bundle.remarks import Unreadable, error, query
from inspector.model.problems import Problem, Where

LONGEST_LINE = 1_000_000


def decoded(data: bytes, path: str) -> str:
    """The text of a file. Raises Unreadable where it is not UTF-8 or cannot be a table."""
    where = Where(file=path)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Unreadable(error("not-utf8", where, "the file is UTF-16", "UTF-8", "save it as CSV UTF-8"))
    if b"\x00" in data:
        line = data[: data.index(b"\x00")].count(b"\n") + 1
        raise Unreadable(error("nul-byte", Where(file=path, line=line), "the file holds a NUL byte; it is not a CSV"))
    if max((len(line) for line in data.splitlines()), default=0) > LONGEST_LINE:
        raise Unreadable(error("line-too-long", where, f"a line has more than {LONGEST_LINE} bytes"))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as failure:
        line = data[: failure.start].count(b"\n") + 1
        message = f"byte {failure.start + 1} is not UTF-8"
        raise Unreadable(
            error("not-utf8", Where(file=path, line=line), message, "UTF-8", "save as CSV UTF-8")
        ) from None


def parsed(text: str, path: str) -> pl.DataFrame:
    """Every cell as text, the headings being the first row. Raises Unreadable with the row that is at fault."""
    try:
        frame = pl.read_csv(io.BytesIO(text.encode()), has_header=False, infer_schema=False, raise_if_empty=False)
    except (pl.exceptions.PolarsError, pl.exceptions.PanicException) as failure:
        raise Unreadable(_located(text, path, failure)) from None
    if text.count('"') % 2:
        raise Unreadable(_located(text, path, None))
    return frame


def _located(text: str, path: str, failure: BaseException | None) -> Problem:
    """Where a CSV goes wrong: the first row with another number of cells than the header, else the open quote."""
    csv.field_size_limit(LONGEST_LINE)
    width = None
    reader = csv.reader(io.StringIO(text), strict=True)
    row = 0
    try:
        for row, cells in enumerate(reader, 1):
            width = len(cells) if width is None else width
            if len(cells) > width:
                message = f"the row has {len(cells)} cells where the header has {width}"
                return error("ragged-row", Where(file=path, row=row), message, fix="put cells with commas in quotes")
    except csv.Error as reason:
        message = f"the row cannot be read: {reason}"
        return error(
            "unclosed-quote", Where(file=path, row=row + 1), message, fix="close the quote, or double it inside"
        )
    return error("not-a-table", Where(file=path), f"the file cannot be read as CSV{f': {failure}' if failure else ''}")


def short_rows(text: str, frame: pl.DataFrame, path: str) -> list[Problem]:
    """A query for each row with fewer cells than the header. Polars fills these up with empty cells."""
    if not frame.width or not frame[frame.columns[-1]].null_count():
        return []
    # Without what stands in quotes, each line is a row and each comma is between cells.
    bare = re.sub(r'"[^"]*"', "x", text) if '"' in text else text
    lines = pl.Series(bare.split("\n"), dtype=pl.String).str.strip_chars_end("\r")
    commas = lines.str.count_matches(",", literal=True)
    if not ((commas < frame.width - 1) & (lines != "")).any():
        return []
    return [
        query("short-row", Where(file=path, row=row), f"the row has {width} cells where the header has {frame.width}")
        for row, width in _short(text, frame.width)
    ]


def _short(text: str, width: int) -> list[tuple[int, int]]:
    csv.field_size_limit(LONGEST_LINE)
    rows = enumerate(csv.reader(io.StringIO(text, newline="")), 1)
    return [(row, len(cells)) for row, cells in rows if cells and len(cells) < width]
