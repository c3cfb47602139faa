"""The compiled check says what `jsonschema` says, row by row, field by field, keyword by keyword."""

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, ValidationError, validators

from inspector.bundle.check import compile_schema
from inspector.bundle.kinds import NOUNS
from inspector.bundle.schema import json_schema, row_schema
from inspector.bundle.schema.cells import to_json
from inspector.bundle.tables.table import ROW

ODD = [
    "0", "-0", "00", "01", "1", "-1", "+1", "1.", ".5", "1.0", "1.50", "1e3", "1E-2", "-2.5e+1", "1e400", "-1e400", "1e300",
    "1e301", "0.1", "1,000", "50%", " 1", "1_0", "٣", "NaN", "inf", "0x10", "12345678901234567890", "9" * 400,
    "9007199254740993", "1.0e0", "5e-324", "1e-400", "true", "false", "True", "2025-02-29", "2024-02-29", "2025-13-01",
    "2025-1-1", "0000-01-01", "0001-01-01", "9999-12-31", "2025-03-31", "31/03/2025",
    "20250331", "2025-W05-1", "٢٠٢٥-03-31", "2025-03-31T09:00:00Z", "2025-03-31T09:00:00", "2025-03-31T25:00:00Z",
    "2025-03-31T09:00:00.5+01:00", "2025-03-31T09:00:00+99:00", "a", "abc", "a-b", "A-b", "a--b", "-", ";", "a;b", "a; b;",
    "é", "e\u0301", "👪", "up", "up;down", "\u200b", "2025-03-31;2025-02-30",
]  # fmt: skip
# Cells come without spaces around them; that Python's `$` also matches before a last line break does not show.
CELLS = st.none() | st.sampled_from(ODD) | st.text(min_size=1, max_size=6).map(str.strip).filter(bool)
NUMBERS = st.sampled_from([-1, 0, 1, 2.5, 10])
IDS = "^[a-z0-9]+(-[a-z0-9]+)*$"


def some(**keywords: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=keywords)


def typed(kind: str, keywords: st.SearchStrategy[dict[str, Any]]) -> st.SearchStrategy[dict[str, Any]]:
    return keywords.map(lambda found: {"type": kind, **found})


BOUNDS = some(minimum=NUMBERS, maximum=NUMBERS, exclusiveMinimum=NUMBERS, exclusiveMaximum=NUMBERS)
WORDS = some(
    minLength=st.integers(0, 3), maxLength=st.integers(0, 3), pattern=st.sampled_from([IDS, "^a", "b$", "[0-9]"]),
    enum=st.lists(st.sampled_from(["up", "down", "a", "1"]), min_size=1, unique=True), const=st.sampled_from(["a", "up"]),
    format=st.just("date"),
)  # fmt: skip
DAYS = some(
    formatMinimum=st.sampled_from(["1900-01-01", "2025-03-31"]), formatMaximum=st.sampled_from(["2100-12-31", "2024-02-29"])
)  # fmt: skip
MOMENTS = some(formatMinimum=st.just("2025-03-31T00:00:00Z"), formatMaximum=st.just("2025-03-31T23:59:59Z"))
ITEMS = some(minLength=st.integers(1, 2), format=st.just("date"), enum=st.just(["up", "a"])).map(
    lambda found: {"type": "string", **found}
)
CELL = st.one_of(
    typed("number", BOUNDS), typed("integer", BOUNDS),
    typed("number", some(enum=st.just([1, 2.5, 10]))), typed("integer", some(const=st.just(1))),
    typed("boolean", st.just({})), typed("string", WORDS), typed("string", MOMENTS.map(lambda m: {"format": "date-time", **m})),
    typed("string", DAYS.map(lambda days: {"format": "date", **days})),
    typed("string", some(minLength=st.just(30)).map(lambda found: {"format": "date-time", **found})),
    typed("array", ITEMS.map(lambda items: {"items": items})),
)  # fmt: skip


@st.composite
def schemas(draw: st.DrawFn) -> dict[str, Any]:
    properties = draw(st.dictionaries(st.sampled_from("abcd"), CELL, min_size=1))
    fields = st.lists(st.sampled_from(sorted(properties)), unique=True)
    schema: dict[str, Any] = {"type": "object", "properties": properties, "required": draw(fields)}
    if draw(st.booleans()):
        some_fields = st.lists(st.sampled_from(sorted(properties)), min_size=1, unique=True)
        parts = draw(st.lists(some_fields, min_size=1, max_size=3))
        schema["anyOf"] = [{"required": part} for part in parts]
    plain = [field for field, cell in properties.items() if cell["type"] != "array" and "format" not in cell]
    rules = draw(st.lists(conditionals(properties, plain), max_size=2)) if plain else []
    if len(rules) == 1 and draw(st.booleans()):
        schema |= rules[0]
    elif rules:
        schema["allOf"] = rules
    return schema


@st.composite
def conditionals(draw: st.DrawFn, properties: dict[str, Any], plain: list[str]) -> dict[str, Any]:
    """`if` one field is there, or says something; `then` others are there, or say something."""
    asked = draw(st.sampled_from(plain))
    given: dict[str, Any] = {"required": [asked]} if draw(st.booleans()) else {}
    if not given or draw(st.booleans()):
        given["properties"] = {asked: draw(part_of(properties[asked]))}
    then: dict[str, Any] = {"required": draw(st.lists(st.sampled_from(sorted(properties)), unique=True, max_size=2))}
    if draw(st.booleans()):
        other = draw(st.sampled_from(plain))
        then["properties"] = {other: draw(part_of(properties[other]))}
    return {"if": given, "then": then}


def part_of(cell: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Keywords for a cell that leave its type to the whole."""
    if cell["type"] == "boolean":
        return some(const=st.booleans())
    if cell["type"] in ("number", "integer"):
        return some(minimum=NUMBERS, maximum=NUMBERS, const=NUMBERS, enum=st.just([1, 2.5, 10]))
    return some(
        minLength=st.integers(0, 3), maxLength=st.integers(0, 3), pattern=st.sampled_from(["^a", "b$", "[0-9]"]),
        enum=st.lists(st.sampled_from(["up", "down", "a", "1"]), min_size=1, unique=True), const=st.sampled_from(["a", "up"]),
    )  # fmt: skip


@st.composite
def tables(draw: st.DrawFn, schema: dict[str, Any]) -> dict[str, list[str | None]]:
    height = draw(st.integers(1, 5))
    there = [field for field in schema["properties"] if draw(st.integers(0, 5))]
    return {field: draw(st.lists(CELLS, min_size=height, max_size=height)) for field in there}


def by_compiled(cells: dict[str, list[str | None]], schema: dict[str, Any]) -> list[tuple[int, str, str]]:
    height = len(next(iter(cells.values()), []))
    types = {ROW: pl.Int64, **dict.fromkeys(cells, pl.String)}
    frame = pl.DataFrame({ROW: list(range(2, height + 2)), **cells}, schema=types)
    tests = {**compile_schema.tests_of(schema, set(frame.columns)), **compile_schema.tests_by_value(frame, schema)}
    names = {key: f"\x00{place}" for place, key in enumerate(tests)}
    marks = frame.select(ROW, *(broken.fill_null(False).alias(names[key]) for key, broken in tests.items()))
    return sorted(
        (row, *key) for key, name in names.items() for row, mark in marks.select(ROW, name).iter_rows() if mark
    )


def by_definition(cells: dict[str, list[str | None]], schema: dict[str, Any]) -> list[tuple[int, str, str]]:
    validator = BOUNDED(schema, format_checker=json_schema.formats())
    found: set[tuple[int, str, str]] = set()
    for place in range(len(next(iter(cells.values()), []))):
        texts = {field: column[place] for field, column in cells.items()}
        properties, separator = schema["properties"], schema.get("x-separator", ";")
        row = {f: to_json(text, properties[f], separator) for f, text in texts.items() if text is not None}
        for e in validator.iter_errors(row):
            found |= {(place + 2, field, e.validator) for field in fields_of(e, row)}
    return sorted(found)


def bound(holds: Callable[[date, date], bool]) -> Callable[..., Iterator[ValidationError]]:
    """A bound of dates by the calendar, not by letters."""

    def check(_: Any, bound: str, value: Any, __: Any) -> Iterator[ValidationError]:
        try:
            day = datetime.fromisoformat(value).date() if json_schema.formats().conforms(value, "date-time") else None
            day = (
                date.fromisoformat(value) if day is None and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value) else day
            )
        except (ValueError, TypeError):
            return
        if day is not None and not holds(day, date.fromisoformat(bound[:10])):
            yield ValidationError("out of bounds")

    return check


EXTEND: Any = validators.extend
BOUNDED: Any = EXTEND(
    Draft202012Validator,
    {
        "formatMinimum": bound(lambda day, least: day >= least),
        "formatMaximum": bound(lambda day, most: day <= most),
    },
)


def fields_of(e: Any, row: dict[str, Any]) -> list[str]:
    if e.absolute_path:
        return [str(e.absolute_path[0])]
    return [name for name in e.validator_value if name not in row] if e.validator == "required" else [""]


@given(st.data())
def test_random_schemas_and_cells(data: st.DataObject) -> None:
    schema = data.draw(schemas())
    cells = data.draw(tables(schema))
    assert by_compiled(cells, schema) == by_definition(cells, schema)


@pytest.mark.parametrize("cell", [
    {"type": "number", "minimum": 0, "maximum": 10}, {"type": "integer", "exclusiveMinimum": 0, "exclusiveMaximum": 10},
    {"type": "integer", "enum": [1, 10]}, {"type": "number", "const": 1}, {"type": "boolean"},
    {"type": "string", "format": "date"}, {"type": "string", "format": "date-time", "maxLength": 20},
    {"type": "string", "pattern": IDS, "minLength": 2}, {"type": "string", "enum": ["up", "a"], "maxLength": 1},
    {"type": "string", "const": "up"}, {"type": "array", "items": {"type": "string", "format": "date"}},
], ids=str)  # fmt: skip
def test_every_odd_cell(cell: dict[str, Any]) -> None:
    schema = {"type": "object", "properties": {"a": cell}}
    cells: dict[str, list[str | None]] = {"a": [*ODD, None]}
    assert by_compiled(cells, schema) == by_definition(cells, schema)


@pytest.mark.parametrize("kind", sorted(NOUNS))
@given(data=st.data())
def test_the_published_schemas(kind: str, data: st.DataObject) -> None:
    schema = json_schema.schema(kind)
    cells = data.draw(tables(schema))
    assert by_compiled(cells, schema) == by_definition(cells, schema)


def row(cell: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "object", "properties": {"a": cell}, **more}


@pytest.mark.parametrize("schema", [
    row({"type": "number", "multipleOf": 2}), row({"type": "object"}), row({"type": ["string", "null"]}), row({}),
    row({"type": "string", "format": "email"}), row({"type": "string"}, oneOf=[]),
    row({"type": "string"}, anyOf=[{"properties": {}}]), row({"type": "string"}, minProperties=1),
    row({"type": "boolean", "enum": [True]}), row({"type": "number", "format": "date"}),
    row({"type": "number", "pattern": "1"}), row({"type": "string", "minimum": 1}), row({"type": "string", "items": {}}),
], ids=str)  # fmt: skip
def test_what_is_not_compiled_is_refused(schema: dict[str, Any]) -> None:
    assert row_schema.problems(schema, "a.schema.json")


@pytest.mark.parametrize("kind", sorted(NOUNS))
def test_no_published_schema_is_refused(kind: str) -> None:
    assert row_schema.problems(json_schema.schema(kind), kind, shipped=True) == []
