"""A CSV as a table, its rows bit by bit: by Polars where every reader reads the file alike, else by Python's own reader."""

from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import replace
from functools import partial
from itertools import islice
from typing import Any

import polars as pl

from inspector.bundle.open.content import Content, FileFacts, file_facts
from inspector.bundle.open.no_text import refuse_no_text
from inspector.bundle.open.source import IN_MEMORY
from inspector.bundle.tables import csv_faults, csv_tail, csv_turned, leftovers
from inspector.bundle.tables.csv_encoding import in_utf8
from inspector.bundle.tables.csv_header import Header, delimiter_of, header_of
from inspector.bundle.tables.csv_quotes import rows_outside
from inspector.bundle.tables.csv_slow import frames
from inspector.bundle.tables.csv_text import rows_of
from inspector.bundle.tables.grid_table import Remarks, on_its_side
from inspector.bundle.tables.headings import match, told_headings
from inspector.bundle.tables.mapping import Mapping
from inspector.bundle.tables.naming import names_of
from inspector.bundle.tables.people import LOOKED_AT, named_people
from inspector.bundle.tables.placed import about_headings
from inspector.bundle.tables.table import ROW, SHORT, Batches, Table, letter, of_frame
from inspector.model.limits import most, raise_it, words
from inspector.model.problems import Problem, Where
from inspector.model.remarks import Unreadable, error, query


def read_csv(
    content: Content,
    found: FileFacts,
    name: str,
    kind: str,
    schema: dict[str, Any],
    mapping: Mapping | None,
    *,
    whole: bool,
) -> tuple[Table, Remarks]:
    """A CSV as a table; `whole` reads it into memory. Raises Unreadable where the file as a whole cannot be read."""
    content, found, said = in_utf8(content, found)
    problems: Remarks = [*said]
    refuse_no_text(content, found)
    if next(content.parts(), b"").startswith(b"\xef\xbb\xbf"):
        message = "the file begins with a byte-order mark, which was left out"
        problems.append(query("byte-order-mark", Where(file=content.path), message))
    header = header_of(content, schema, mapping)
    across = csv_turned.turned(content, header, schema, mapping)
    if across is not None:
        table, remarks = on_its_side(across, name, content.path, kind, schema, mapping)
        return table, [*problems, *_parted(header, content.path), *remarks]
    fields, about = match(header.headings, schema, mapping, content.path, row=header.row)
    _refuse_hollow(content, found, header)
    rows = _rows(content, found, header)
    needed = [fields[field] for field in schema.get("required", ()) if field in fields]
    left = csv_tail.left_out(content, header, rows, needed)
    header = replace(header, end=min(left, default=None))
    rows = rows if rows is None or header.end is None else header.end - 1
    above = about_headings(header.found, content.path) if header.found else []
    problems += [
        *above,
        *_parted(header, content.path),
        *about,
        *csv_tail.unheaded(content, header, plain=rows is not None),
    ]
    scan = None if rows is None else _scan(content, header, fields)
    batches: Batches = lambda plan=None: frames(content, header, fields)  # noqa: ARG005, E731
    if scan is not None and rows is not None:
        batches = partial(_planned, scan, content, header, rows)
    batches = _whole(batches, fields) if whole else batches
    if whole or (scan is not None and found.size <= IN_MEMORY):
        required = [name for name in schema.get("required", ()) if name in fields]
        left |= csv_tail.amid(
            content, next(batches()).lazy() if whole or scan is None else scan, header, fields, required
        )
    batches = partial(_without, batches, left) if left else batches
    problems += leftovers.remark(left, content.path, None)
    told = told_headings(header.headings, names_of(header.headings, schema, mapping), schema)
    where = Where(file=content.path, row=header.row)
    named, people = named_people(header.headings, told, fields, _first(content, header), schema, where)
    problems += named
    return Table(
        people=people,
        name=name,
        path=content.path,
        kind=kind,
        schema=schema,
        batches=batches,
        headings={field: header.headings[place] for field, place in fields.items()},
        letters={field: letter(place) for field, place in fields.items()},
        separator=schema.get("x-separator", ";"),
        scan=None if whole else scan,
        decimal="," if header.delimiter == ";" else None,
        short=lambda: csv_faults.short_rows(content, found, header, left, plain=rows is not None),
    ), problems


def _without(batches: Batches, left: Collection[int], plan: pl.LazyFrame | None = None) -> Iterator[pl.DataFrame]:
    """The batches without the rows that are left out."""
    for batch in batches() if plan is None else batches(plan):
        yield batch.filter(~pl.col(ROW).is_in(sorted(left)))


def _first(content: Content, header: Header) -> Iterator[list[str]]:
    """The first rows below the headings, as far as they can be read: what cannot is told elsewhere."""
    with suppress(Unreadable):
        for _, _, cells in islice(rows_of(content, header.delimiter), header.row, header.row + LOOKED_AT):
            yield cells


def _parted(header: Header, path: str) -> list[Problem]:
    problems = []
    if header.delimiter != ",":
        names = {";": "semicolons", "\t": "tabs", "|": "bars"}
        message = f"the cells are parted by {names[header.delimiter]}, and were read so"
        problems.append(query("read-as", Where(file=path), message, "commas"))
    return problems


def _refuse_hollow(content: Content, found: FileFacts, header: Header) -> None:
    """Raise Unreadable where the rows are short of so many cells that reading them would make much of little."""
    width, rows = len(header.headings), found.breaks + found.lone_returns
    if rows * width <= most("missing-cells"):
        return
    mark = header.delimiter.encode()
    missing = rows * width - rows - sum(part.count(mark) for part in content.parts())
    if missing > most("missing-cells"):
        message = f"the header has {width:,} cells, and the rows are short of {missing:,}"
        fix = f"leave out the headings of empty columns; {raise_it('missing-cells')}"
        where = Where(file=content.path, row=header.row)
        raise Unreadable(error("file-too-large", where, message, f"at most {words('missing-cells')}", fix))


def _rows(content: Content, found: FileFacts, header: Header) -> int | None:
    """The number of the last row, where every reader finds the same rows and cells in the file; else None."""
    # Of a last line that ends with a delimiter and nothing else Polars leaves a cell too many out.
    if found.lone_returns or header.marked or found.quotes % 2 or found.last == header.delimiter.encode():
        return None
    breaks = rows_outside(content, header.delimiter) if found.quotes else found.breaks
    # Line breaks within quoted headings part no rows.
    return None if breaks is None else breaks + found.ends_open


def _scan(content: Content, header: Header, fields: dict[str, int]) -> pl.LazyFrame:
    last = pl.col(str(len(header.headings) - 1)).is_null().alias(SHORT)
    columns = (pl.col(str(place)).alias(field) for field, place in fields.items())
    return csv_tail.scan(content, header).select(pl.col(ROW).cast(pl.Int64), last, *columns)


def _planned(
    scan: pl.LazyFrame, content: Content, header: Header, rows: int, plan: pl.LazyFrame | None = None
) -> Iterator[pl.DataFrame]:
    """The batches of a plan, which must end with the last row of the file."""
    last = header.row
    try:
        for batch in (scan if plan is None else plan).collect_batches(engine="streaming"):
            last = max(last, int(batch[ROW].max() or 0))  # type: ignore[arg-type]
            yield batch
    except (pl.exceptions.PolarsError, pl.exceptions.PanicException):
        raise csv_faults.located(content, header) from None
    if last != rows:
        message = f"{rows} rows were counted and {last} read"
        raise Unreadable(error("not-a-table", Where(file=content.path), message, fix="save it again as CSV UTF-8"))


def _whole(batches: Batches, fields: dict[str, int]) -> Batches:
    none = pl.DataFrame(schema={ROW: pl.Int64, SHORT: pl.Boolean, **dict.fromkeys(fields, pl.String)})
    return of_frame(pl.concat([none, *batches()], rechunk=True))


def headings_of_csv(content: Content, most_rows: int) -> list[list[str]]:
    """The headings and first rows of a CSV as texts, for a look at what it is. Raises Unreadable."""
    content, facts, _ = in_utf8(content, file_facts(content))
    refuse_no_text(content, facts)
    header = header_of(content, {"properties": {}}, None)
    width = len(header.headings)
    found = [header.headings]
    for row, _, cells in islice(rows_of(content, header.delimiter), header.row, header.row + most_rows):
        if len(cells) > width:
            raise Unreadable(csv_faults.too_long(content.path, row, len(cells), width))
        found.append([*cells, *[""] * (width - len(cells))])
    return found


def first_rows_of_csv(content: Content, most_rows: int) -> list[list[str]]:
    """The first rows of a CSV as texts, whatever stands in them, for a look at what it is. Raises Unreadable."""
    content, facts, _ = in_utf8(content, file_facts(content))
    refuse_no_text(content, facts)
    delimiter = delimiter_of(next(content.parts(), b""), content.path)
    return [cells for _, _, cells in islice(rows_of(content, delimiter), most_rows)]
