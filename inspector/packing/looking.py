"""The headings and first rows of a file that is to be added, and what kind of evidence they make it look like."""

from collections.abc import Sequence
from pathlib import Path

from inspector import files
from inspector.bundle import read_bundle
from inspector.bundle.open import strict_json
from inspector.bundle.open.content import Content
from inspector.bundle.packs import packs
from inspector.bundle.pseudonyms import Pseudonyms
from inspector.bundle.returns.document import ENDING, pack_of_file
from inspector.bundle.tables.csv_table import first_rows_of_csv, headings_of_csv
from inspector.bundle.tables.grid_table import headings_of
from inspector.bundle.tables.headings import header_row
from inspector.bundle.tables.parquet_table import refuse_costly
from inspector.bundle.tables.workbook import ENDINGS, as_text, sheets
from inspector.bundle.tables.workbook_oddities import oddities
from inspector.model.problems import CannotComplete, Where
from inspector.model.remarks import Unreadable, error
from inspector.packing import proposing
from inspector.packing.looked import Looked, looked_at
from inspector.packing.proposed import Proposed
from inspector.privacy.gate import Gate

Cells = list[list[str]]
ROWS_LOOKED_AT = 5000
NOT_MAPPED = (".json",)
"""Endings of files whose fields are read by our names alone."""


def tables(file: Path) -> list[Cells]:
    """The first rows of every table in the file as texts, headings first. Raises Unreadable."""
    ending = file.suffix.lower()
    if ending in ENDINGS:
        return _workbook(file)
    if ending == ".parquet":
        return [_parquet(file)]
    if ending == ".json":
        return [_json(file)]
    return [headings_of_csv(Content(file.name, location=file), ROWS_LOOKED_AT)]


def gate_of(folder: Path, pseudonyms: Pseudonyms | None) -> Gate:
    """What of the bundle's own values may be repeated when one of its files is spoken of."""
    try:
        return read_bundle(folder, pseudonyms).hiding.gate
    except CannotComplete:
        return Gate(pseudonyms)


def looked(file: Path) -> tuple[Looked, ...]:
    """Every table in the file, its headings found below any title. Raises Unreadable."""
    ending = file.suffix.lower()
    if ending in ENDINGS:
        data = files.data(file)
        oddities(data, file.name)
        return tuple(
            looked_at([[as_text(cell) or "" for cell in row] for row in sheet.rows[:ROWS_LOOKED_AT]], sheet.name)
            for sheet in sheets(data, file.name)
        )
    if ending in (".parquet", ".json"):
        (table,) = tables(file)
        return (Looked(None, 1, tuple(table[0]), tuple(map(tuple, table[1:]))),)
    return (looked_at(first_rows_of_csv(Content(file.name, location=file), ROWS_LOOKED_AT)),)


def document(file: Path) -> str | None:
    """The statutory return that a file is, where it is one XML document; None for any other file."""
    if file.suffix.lower() != ENDING:
        return None
    found = pack_of_file(file)
    return found.name if found else None


def of_document(name: str) -> Proposed:
    """What such a document is proposed as."""
    why = f"its outermost element is that of the return {packs()[name].words}"
    return Proposed("return", None, None, 1, "certain", why)


def guess(found: Sequence[Cells], file: Path) -> tuple[str, str | None, str]:
    """Kind, part, and how sure that is. Raises CannotComplete where the headings fit no kind."""
    said = proposing.propose([looked_at(table) for table in found], file.name)
    what = f"{said.kind}, part {said.part}" if said.part else said.kind
    return said.kind, said.part, f"taken for {what}: {said.why}"


def _workbook(file: Path) -> list[Cells]:
    data = files.data(file)
    oddities(data, file.name)
    found = []
    for sheet in sheets(data, file.name):
        first = headings_of(sheet)
        at = header_row(first, {"properties": {}}, None) if any(map(any, first)) else 0
        rows = [[as_text(cell) or "" for cell in row] for row in sheet.rows[at + 1 : ROWS_LOOKED_AT]]
        found.append([first[at] if first else [], *rows])
    return found


def _parquet(file: Path) -> Cells:
    import polars as pl

    refuse_costly(files.data(file), file.name)
    try:
        frame = pl.read_parquet(file, n_rows=ROWS_LOOKED_AT, memory_map=False)
    except (pl.exceptions.PolarsError, pl.exceptions.PanicException) as failure:
        message = f"the file cannot be read as Parquet: {str(failure).splitlines()[0][:200]}"
        raise Unreadable(error("not-a-table", Where(file=file.name), message)) from None
    return [frame.columns, *(["" if cell is None else str(cell) for cell in row] for row in frame.iter_rows())]


def _json(file: Path) -> Cells:
    rows = strict_json.parse(files.data(file, "json-bytes"), file.name)
    objects = [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
    if not isinstance(rows, list) or len(objects) != len(rows):
        raise Unreadable(error("not-a-table", Where(file=file.name), "not an array of objects", "[{…}, {…}]"))
    return [list(dict.fromkeys(key for row in objects[:ROWS_LOOKED_AT] for key in row))]
