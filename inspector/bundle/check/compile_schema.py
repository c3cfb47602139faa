"""Check every row of a table against its row schema at once: the schema compiled to Polars expressions.

`jsonschema` defines what is right; a property test holds the two equal, row by row and keyword by keyword. A schema
with a keyword that is not compiled is refused when it is loaded (`compilable`), never silently skipped.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

import polars as pl

from inspector.bundle.check.own_words import marked
from inspector.bundle.schema.cells import DATE, NUMBER, is_date_time, largest
from inspector.bundle.schema.patterns import compiled

Tests = dict[tuple[str, str], pl.Expr]
"""For each field and keyword the expression that is true where a cell breaks it."""


def tests_of(schema: dict[str, Any], there: set[str]) -> Tests:
    """The tests of a schema, for a table that has the columns `there`; those of `tests_by_value` left out."""
    properties = schema["properties"]
    tests: Tests = {}
    for field, cell in properties.items():
        if field in there and not _is_by_value(cell):
            _add(tests, field, _cell_tests(pl.col(field), cell))
    for field in schema.get("required", ()):
        _add(tests, field, [("required", _absent(field, there))])
    if "anyOf" in schema:
        holds = [_all_there(part["required"], there) for part in schema["anyOf"]]
        _add(tests, "", [("anyOf", ~pl.any_horizontal(holds))])
    if "if" in schema:
        _conditional(tests, schema, properties, there, marked(schema, "if"))
    for place, rule in enumerate(schema.get("allOf", ())):
        _conditional(tests, rule, properties, there, marked(rule, f"allOf/{place}"))
    return tests


def _conditional(tests: Tests, rule: dict[str, Any], properties: dict[str, Any], there: set[str], mark: str) -> None:
    """`if` on one field, `then` some fields required or with keywords of their own; `mark` stands behind each keyword."""
    holds = [_holds(field, part, properties, there) for field, part in rule["if"].get("properties", {}).items()]
    holds += [~_absent(field, there) for field in rule["if"].get("required", ())]
    applies = pl.all_horizontal(holds)
    then = rule["then"]
    for field in then.get("required", ()):
        _add(tests, field, [(f"required{mark}", applies & _absent(field, there))])
    for field, part in then.get("properties", {}).items():
        if field in there:
            found = _keywords(pl.col(field), part, properties[field])
            _add(tests, field, [(f"{keyword}{mark}", applies & test.fill_null(False)) for keyword, test in found])


def _holds(field: str, part: dict[str, Any], properties: dict[str, Any], there: set[str]) -> pl.Expr:
    """Whether a property obeys `part`, which it also does by not being there."""
    if field not in there:
        return pl.lit(True)
    broken = [test.fill_null(False) for _, test in _keywords(pl.col(field), part, properties[field])]
    return ~pl.any_horizontal([*broken, pl.lit(False)])


def _keywords(text: pl.Expr, part: dict[str, Any], cell: dict[str, Any]) -> list[tuple[str, pl.Expr]]:
    """The tests of a part of a cell's schema that leaves the type to the whole."""
    found = _cell_tests(text, {"type": cell["type"], **part})
    return [(keyword, test) for keyword, test in found if keyword != "type" or "type" in part]


def _add(tests: Tests, field: str, found: Iterable[tuple[str, pl.Expr]]) -> None:
    for keyword, test in found:
        key = (field, keyword)
        tests[key] = tests[key].fill_null(False) | test.fill_null(False) if key in tests else test


def _absent(field: str, there: set[str]) -> pl.Expr:
    return pl.col(field).is_null() if field in there else pl.lit(True)


def _all_there(fields: list[str], there: set[str]) -> pl.Expr:
    return pl.all_horizontal(pl.col(field).is_not_null() if field in there else pl.lit(False) for field in fields)


def _is_by_value(cell: dict[str, Any]) -> bool:
    return cell["type"] == "array" or cell.get("format") == "date-time"


def _cell_tests(text: pl.Expr, cell: dict[str, Any]) -> Iterator[tuple[str, pl.Expr]]:
    if cell["type"] in ("number", "integer"):
        number = _number(text, cell["type"])
        yield "type", text.is_not_null() & ~_is_type(text, number, cell["type"])
        yield from _number_tests(text, number, cell)
    elif cell["type"] == "boolean":
        yield "type", ~text.is_in(["true", "false"])
        if "const" in cell:
            yield "const", text != ("true" if cell["const"] else "false")
    else:
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
        yield "pattern", ~text.str.contains(compiled(cell["pattern"]))
    # A cell or an item that is there holds something, so that one letter is always there.
    if cell.get("minLength", 0) > 1:
        yield "minLength", text.str.len_chars() < cell["minLength"]
    if "maxLength" in cell:
        yield "maxLength", text.str.len_chars() > cell["maxLength"]
    if cell.get("format") == "date":
        exists = text.str.to_date("%Y-%m-%d", strict=False).is_not_null() & ~text.str.starts_with("0000")
        yield "format", text.is_not_null() & ~(text.str.contains(DATE) & exists)
        # Days that exist stand in the order of their letters.
        if "formatMinimum" in cell:
            yield "formatMinimum", exists & text.str.contains(DATE) & (text < cell["formatMinimum"][:10])
        if "formatMaximum" in cell:
            yield "formatMaximum", exists & text.str.contains(DATE) & (text > cell["formatMaximum"][:10])


def has_values(schema: dict[str, Any], there: set[str]) -> bool:
    """Whether any column holds lists or moments, which are checked value by value."""
    return any(_is_by_value(cell) for field, cell in schema["properties"].items() if field in there)


def tests_by_value(frame: pl.DataFrame, schema: dict[str, Any]) -> Tests:
    """The tests of lists and moments, which hold for the cells of this frame alone."""
    there, separator = set(frame.columns), schema.get("x-separator", ";")
    return {
        (field, keyword): test
        for field, cell in schema["properties"].items()
        if field in there and _is_by_value(cell)
        for keyword, test in _by_value(frame, field, cell, separator)
    }


def _by_value(frame: pl.DataFrame, field: str, cell: dict[str, Any], separator: str) -> Iterator[tuple[str, pl.Expr]]:
    """For what expressions on the column say badly: each distinct cell once, lists by each of their items."""
    cells = frame[field].drop_nulls().unique(maintain_order=True)
    items, part = (_items(cells, separator), cell["items"]) if cell["type"] == "array" else (_each(cells), cell)
    for keyword, test in (*_string_tests(pl.col(_ITEM), part), *_moment_tests(items, part)):
        broken = items.filter(test)[_CELL].unique()
        if len(broken):
            yield keyword, pl.col(field).is_in(broken.implode())


_CELL, _ITEM = "cell", "item"


def _each(cells: pl.Series) -> pl.DataFrame:
    return pl.DataFrame({_CELL: cells, _ITEM: cells})


@cache
def _blanks() -> str:
    """What is taken for space around an item, as in `to_json`; worked out only where there are lists."""
    return "".join(chr(code) for code in range(0x3001) if chr(code).isspace())


def _items(cells: pl.Series, separator: str) -> pl.DataFrame:
    """The items of lists that are not blank, each beside its cell."""
    split = pl.DataFrame({_CELL: cells, _ITEM: cells.str.split(separator)}).explode(_ITEM)
    return split.with_columns(pl.col(_ITEM).str.strip_chars(_blanks())).filter(pl.col(_ITEM) != "")


def _moment_tests(items: pl.DataFrame, part: dict[str, Any]) -> Iterator[tuple[str, pl.Expr]]:
    if part.get("format") != "date-time":
        return
    distinct = items[_ITEM].unique()
    known = pl.col(_ITEM).is_in(
        distinct.filter(pl.Series([is_date_time(one) for one in distinct], dtype=pl.Boolean)).implode()
    )
    day = pl.col(_ITEM).str.slice(0, 10)
    yield "format", ~known
    if "formatMinimum" in part:
        yield "formatMinimum", known & (day < part["formatMinimum"][:10])
    if "formatMaximum" in part:
        yield "formatMaximum", known & (day > part["formatMaximum"][:10])
