"""Rows in which what is private may stand in the wrong column: shifted, swapped, without headings of their own.

Only of tables that have something to hide. A row is doubtful where a cell is of another sort than its column: words under a
date, a date among codes, a code where a name is due, a birth after what happened to the child.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any

import polars as pl

from inspector.bundle.check.checked import FOUND, CheckedTable
from inspector.bundle.check.spellings import BLANKS, code_parts
from inspector.bundle.schema.cells import DATE
from inspector.bundle.tables.table import ROW, Table
from inspector.privacy import days, words
from inspector.privacy.fields import Fields

MANY = 3
"""Where one row in so many is doubtful, and not one alone, all are."""
SOUND, DAYS, WHOLE = 0, 1, 2
"""How doubtful a row is: not at all; which day is which; what stands under which heading."""
_ID = re.compile(r"(?=.*[0-9])(?=.*[A-Za-z])[A-Za-z0-9/_.-]{4,}")
PLAIN_ID = re.compile(r"[A-Za-z]{0,6}[-_]?[0-9]{1,4}|[A-Za-z]{1,6}[-_]?[0-9]{5,12}", re.ASCII)
"""What is an id and nothing else: no day, no postcode."""
POSTCODE = re.compile(r"[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2}", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_][\w'’.-]*(?:,? +[^\W\d_][\w'’.-]*){1,4}")


@dataclass(frozen=True)
class Doubt:
    """How doubtful the rows of a table are: at `least` so much, these rows as a whole, in those the days."""

    least: int = SOUND
    rows: frozenset[int] = frozenset()
    days: frozenset[int] = frozenset()

    def of(self, row: int) -> int:
        """How doubtful a row is."""
        return WHOLE if row in self.rows else max(self.least, DAYS) if row in self.days else self.least


def sort_of(cell: dict[str, Any]) -> str:
    """What a column holds: `date`, `number`, `code` or `text`."""
    cell = cell.get("items", cell) if cell.get("type") == "array" else cell
    if str(cell.get("format", "")).startswith("date"):
        return "date"
    if cell.get("type") in ("number", "integer", "boolean"):
        return "number"
    return "code" if "enum" in cell or "const" in cell or "examples" in cell else "text"


def codes_of(schema: dict[str, Any]) -> frozenset[str]:
    """The codes of all code lists of a schema and their parts, as they are compared."""
    listed = tuple(
        str(code)
        for cell in schema["properties"].values()
        for code in (
            *_several(cell, "enum"),
            *_several(cell, "examples"),
            *([cell["const"]] if "const" in cell else []),
        )
        if sort_of(cell) == "code"
    )
    return _keys(listed)


def _several(cell: dict[str, Any], word: str) -> tuple[Any, ...]:
    found = cell.get(word, ())
    return tuple(found) if isinstance(found, list | tuple) else ()


@lru_cache(maxsize=64)
def _keys(codes: tuple[str, ...]) -> frozenset[str]:
    return frozenset(found for code in codes for part in (code, *code_parts(code)) if (found := words.key(part)))


def vocabulary(schema: dict[str, Any]) -> frozenset[str]:
    """The single words of a schema's codes and headings: a text with one of them is no name."""
    titles = tuple(f"{name} {cell.get('title', '')}" for name, cell in schema["properties"].items())
    return _vocabulary(codes_of(schema), titles)


@lru_cache(maxsize=64)
def _vocabulary(codes: frozenset[str], titles: tuple[str, ...]) -> frozenset[str]:
    heads = (word for title in titles for word in words.tokens(title))
    return (
        frozenset(word for code in codes for word in code.split()) | words.COMMON | frozenset(heads)
    ) - words.SURNAMES


def is_name(text: str, known: frozenset[str]) -> bool:
    """Whether a text may well be somebody's name: some words without digits, none of them in a code list."""
    parts = words.tokens(text)
    return bool(_NAME.fullmatch(text.strip())) and not any(part in known for part in parts if len(part) > 1)


def doubt_of(table: Table, checked: CheckedTable, fields: Fields, codes: frozenset[str], *, faulty: bool) -> Doubt:
    """The doubtful rows of a table that was checked; `faulty`: its headings or cells do not stand as they should."""
    if faulty:
        return Doubt(WHOLE)
    rows: set[int] = set()
    for (field, keyword), frame in checked.faults.items():
        cell = table.schema["properties"].get(field)
        if cell is not None and not keyword.startswith(("x-", "required", "additional")):
            rows |= _where(frame, FOUND, lambda text, cell=cell: _wrong(sort_of(cell), text, codes))  # type: ignore[misc]
    early: set[int] = set()
    for batch in _batches(table, checked, fields):
        rows |= _of_private(batch, table, fields, codes)
        early |= _before_birth(batch, table, fields)
    least = WHOLE if _most(rows, checked.height) else DAYS if _most(early, checked.height) else SOUND
    return Doubt(least, frozenset(rows), frozenset(early))


def _most(rows: set[int], height: int) -> bool:
    return len(rows) >= min(2, height) and len(rows) * MANY >= height > 0


def _batches(table: Table, checked: CheckedTable, fields: Fields) -> Iterator[pl.DataFrame]:
    if checked.normalised is not None:
        yield checked.normalised
        return
    cells = table.schema["properties"]
    dated = any(sort_of(cells[name]) == "date" for name in fields.private if name in cells)
    wanted = [
        name for name in table.fields
        if name in fields.any or name == table.schema.get("x-record") or (dated and sort_of(cells[name]) == "date")
    ]  # fmt: skip
    if table.scan is not None and wanted:
        yield from table.batches(table.scan.select(ROW, *wanted))
    elif wanted:
        yield from table.batches()


def _of_private(frame: pl.DataFrame, table: Table, fields: Fields, codes: frozenset[str]) -> set[int]:
    rows: set[int] = set()
    record = table.schema.get("x-record")
    for field in (name for name in table.fields if name in fields.any or name == record):
        cell = table.schema["properties"][field]
        if field not in frame.columns:
            continue
        if sort_of(cell) == "date":
            odd = frame.filter(pl.col(field).is_not_null() & ~pl.col(field).str.contains(DATE))
            rows |= _where(odd, field, lambda text: not days.looks_like(text))
        else:
            known = vocabulary(table.schema)
            ids = field not in fields.private
            plain = pl.col(field).str.contains(f"^(?:{PLAIN_ID.pattern})$")
            odd = frame.filter(pl.col(field).is_not_null() & ~plain) if ids else frame
            rows |= _where(odd, field, partial(_misplaced, codes=codes, names=known if ids else None))
    return rows


def _misplaced(text: str, codes: frozenset[str], names: frozenset[str] | None) -> bool:
    """Whether what stands where a name or an id is due is a date, a code or, for an id, a name."""
    return days.looks_like(text) or words.key(text) in codes or (names is not None and is_name(text, names))


def _before_birth(frame: pl.DataFrame, table: Table, fields: Fields) -> set[int]:
    """The rows in which something happened on the day of the birth or before it."""
    dated = [
        name for name in table.fields if name in frame.columns and sort_of(table.schema["properties"][name]) == "date"
    ]
    births = [name for name in dated if name in fields.private]
    others = [name for name in dated if name not in fields.private]
    return set().union(*(_not_after(frame, name, others) for name in births)) if others else set()


def _not_after(frame: pl.DataFrame, field: str, others: list[str]) -> set[int]:
    # Days as ISO has them are in their order as texts.
    birth = pl.col(field)
    early = [pl.col(name).str.contains(DATE) & (pl.col(name) <= birth) for name in others]
    found = frame.filter(birth.str.contains(DATE) & pl.any_horizontal(test.fill_null(False) for test in early))
    return set(found[ROW].to_list())


def _where(frame: pl.DataFrame, column: str, test: Callable[[str], bool]) -> set[int]:
    if not frame.height:
        return set()
    bad = [text for text in _distinct(frame[column]) if test(text)]
    return set(frame.filter(pl.col(column).is_in(bad))[ROW].to_list()) if bad else set()


def _distinct(column: pl.Series) -> Iterable[str]:
    found: list[str] = column.drop_nulls().unique().to_list()
    return found


def _wrong(sort: str, text: str, codes: frozenset[str]) -> bool:
    """Whether a cell that broke a rule is of another sort than its column."""
    if text.strip().lower() in BLANKS:
        return False
    if sort == "date":
        return not days.looks_like(text) and not text.strip().isdigit()
    if sort == "number":
        return (
            not any(letter.isdigit() for letter in text) or days.looks_like(text) or bool(_ID.fullmatch(text.strip()))
        )
    if sort == "code":
        return days.looks_like(text) or bool(_ID.fullmatch(text.strip())) or words.key(text) in codes
    return False
