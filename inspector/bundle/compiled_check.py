"""Check every row of a table against its row schema at once: the schema compiled to Polars expressions.

`jsonschema` defines what is right; a property test holds the two equal, row by row and keyword by keyword. A schema
with a keyword that is not compiled is refused when it is loaded, never silently skipped.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

import polars as pl

from inspector.bundle.cells import DATE, NUMBER, largest, to_json
from inspector.bundle.compilable import refuse_unknown
from inspector.bundle.tables import ROW


class Violation(NamedTuple):
    """One cell (or, with an empty `field`, one row) that breaks one keyword. `row` is the row in the file."""

    row: int
    field: str
    keyword: str


def check(frame: pl.DataFrame, schema: dict[str, Any]) -> list[Violation]:
    """Every violation in a frame of text cells (see `tables.Table`), sorted by row, field and keyword."""
    refuse_unknown(schema)
    tests = {(field, keyword): test for field, keyword, test in _tests(frame, schema)}
    if not tests or frame.height == 0:
        return []
    names = {key: f"\x00{place}" for place, key in enumerate(tests)}
    marks = frame.select(ROW, *(test.fill_null(False).alias(names[key]) for key, test in tests.items()))
    found = [
        Violation(row, field, keyword)
        for (field, keyword), name in names.items()
        if marks[name].any()
        for row in marks.filter(pl.col(name))[ROW].to_list()
    ]
    return sorted(found)


def _tests(frame: pl.DataFrame, schema: dict[str, Any]) -> Iterator[tuple[str, str, pl.Expr]]:
    there = set(frame.columns)
    for field, cell in schema["properties"].items():
        if field in there:
            yield from ((field, keyword, test) for keyword, test in _cell_tests(frame, field, cell, schema))
    for field in schema.get("required", ()):
        yield field, "required", pl.col(field).is_null() if field in there else pl.lit(True)
    if "anyOf" in schema:
        holds = [_all_there(part["required"], there) for part in schema["anyOf"]]
        yield "", "anyOf", ~pl.any_horizontal(holds)


def _all_there(fields: list[str], there: set[str]) -> pl.Expr:
    return pl.all_horizontal(pl.col(field).is_not_null() if field in there else pl.lit(False) for field in fields)


def _cell_tests(
    frame: pl.DataFrame, field: str, cell: dict[str, Any], schema: dict[str, Any]
) -> Iterator[tuple[str, pl.Expr]]:
    if cell["type"] == "array" or cell.get("format") == "date-time":
        yield from _by_value(frame, field, cell, schema.get("x-separator", ";"))
        return
    text = pl.col(field)
    if cell["type"] in ("number", "integer"):
        number = _number(text, cell["type"])
        yield "type", text.is_not_null() & ~_is_type(text, number, cell["type"])
        yield from _number_tests(text, number, cell)
        return
    if cell["type"] == "boolean":
        yield "type", ~text.is_in(["true", "false"])
        return
    yield from _string_tests(text, cell)


def _number(text: pl.Expr, kind: str) -> pl.Expr:
    number = pl.when(text.str.contains(NUMBER)).then(text).otherwise(None).cast(pl.Float64, strict=False)
    return pl.when(number.abs() < largest(kind)).then(number).otherwise(None)


def _is_type(text: pl.Expr, number: pl.Expr, kind: str) -> pl.Expr:
    if kind == "number":
        return number.is_not_null()
    return number.is_not_null() & ((number == number.floor()) | text.str.contains(r"^-?[0-9]+$"))


def _number_tests(text: pl.Expr, number: pl.Expr, cell: dict[str, Any]) -> Iterator[tuple[str, pl.Expr]]:
    if "minimum" in cell:
        yield "minimum", number < cell["minimum"]
    if "maximum" in cell:
        yield "maximum", number > cell["maximum"]
    if "exclusiveMinimum" in cell:
        yield "exclusiveMinimum", number <= cell["exclusiveMinimum"]
    if "exclusiveMaximum" in cell:
        yield "exclusiveMaximum", number >= cell["exclusiveMaximum"]
    for keyword in ("enum", "const"):
        if keyword in cell:
            known = [float(value) for value in (cell["enum"] if keyword == "enum" else [cell["const"]])]
            # What is no number is not among the numbers either.
            yield keyword, text.is_not_null() & ~number.is_in(known).fill_null(False)


def _string_tests(text: pl.Expr, cell: dict[str, Any]) -> Iterator[tuple[str, pl.Expr]]:
    if "enum" in cell:
        yield "enum", ~text.is_in(cell["enum"])
    if "const" in cell:
        yield "const", text != cell["const"]
    if "pattern" in cell:
        yield "pattern", ~text.str.contains(cell["pattern"])
    if "minLength" in cell:
        yield "minLength", text.str.len_chars() < cell["minLength"]
    if "maxLength" in cell:
        yield "maxLength", text.str.len_chars() > cell["maxLength"]
    if cell.get("format") == "date":
        exists = text.str.to_date("%Y-%m-%d", strict=False).is_not_null() & ~text.str.starts_with("0000")
        yield "format", text.is_not_null() & ~(text.str.contains(DATE) & exists)


def _by_value(frame: pl.DataFrame, field: str, cell: dict[str, Any], separator: str) -> Iterator[tuple[str, pl.Expr]]:
    """For what expressions say badly: each distinct cell once, in Python."""
    distinct = frame[field].drop_nulls().unique(maintain_order=True).to_list()
    broken: dict[str, list[str]] = {}
    for value in distinct:
        for keyword in _broken(value, cell, separator):
            broken.setdefault(keyword, []).append(value)
    for keyword, values in broken.items():
        yield keyword, pl.col(field).is_in(values)


def _broken(value: str, cell: dict[str, Any], separator: str) -> list[str]:
    return sorted({str(e.validator) for e in _validator(str(cell), cell).iter_errors(to_json(value, cell, separator))})


_VALIDATORS: dict[str, Any] = {}


def _validator(key: str, cell: dict[str, Any]) -> Any:
    if key not in _VALIDATORS:
        from inspector.bundle.documents import validator

        _VALIDATORS[key] = validator(cell)
    return _VALIDATORS[key]
