"""What no schema can say of a row schema: fields that are not there, patterns that do not compile, keywords at odds."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from inspector.bundle.schema import json_schema
from inspector.bundle.schema.cells import is_date, is_date_time
from inspector.bundle.schema.pairs import pairs
from inspector.bundle.schema.patterns import PatternRefused, refuse
from inspector.bundle.schema.row_forms import is_date_form
from inspector.model.headings import bare
from inspector.model.problems import shown
from inspector.model.remarks import did_you_mean

Fault = tuple[list[Any], str, str]
"""Where in the schema, what is wrong there, what was expected."""
_LISTS = ("required", "x-primary-key", "x-private", "x-identifiers", "x-columns")
_MAPS = ("x-aliases", "x-heading-patterns", "x-variants", "x-suppressed")
_OURS = ("x-list", "x-parts", "x-return")


def faults(schema: dict[str, Any], names: set[str], *, shipped: bool) -> Iterator[Fault]:
    """What is wrong with a row schema whose every part has the right shape; `names` are all its fields."""
    for name, cell in schema["properties"].items():
        yield from _cell(["properties", name], cell)
        yield from _patterns(["properties", name], cell)
    yield from _headings(schema, names)
    yield from _named(schema, names)
    yield from _dates(schema, names)
    for path, rule in _conditionals(schema):
        yield from _conditional(path, rule, schema["properties"], names)
    for key in _OURS:
        if key in schema and not shipped:
            yield [key], "is a word of the schemas that come with Inspector", "no such word in a schema of your own"


def _no_field(path: list[Any], name: str, names: set[str]) -> Iterator[Fault]:
    if name not in names:
        near = did_you_mean(name, sorted(names)[:2000]) if len(name) < 100 else ""
        yield (
            path,
            f"names {shown(name)}, and there is no such field{f': {near}' if near else ''}",
            "a name in `properties`",
        )


def _named(schema: dict[str, Any], names: set[str]) -> Iterator[Fault]:
    """Every place in which a field is named, but those of `if` and `then`."""
    for key in _LISTS:
        for name in schema.get(key, ()):
            yield from _no_field([key], name, names)
    for key in _MAPS:
        for name in schema.get(key, ()):
            yield from _no_field([key, name], name, names)
    if "x-record" in schema:
        yield from _no_field(["x-record"], schema["x-record"], names)
    for place, part in enumerate(schema.get("anyOf", ())):
        for name in part["required"]:
            yield from _no_field(["anyOf", place, "required"], name, names)
    for place, link in enumerate(schema.get("x-foreign-key", ())):
        yield from _no_field(["x-foreign-key", place, "field"], link["field"], names)
    yield from _spellings(schema)


def _spellings(schema: dict[str, Any]) -> Iterator[Fault]:
    for name, spellings in schema.get("x-variants", {}).items():
        known = json_schema.recorded_spellings()
        if spellings not in known:
            yield (
                ["x-variants", name],
                f"names {shown(spellings)}, of which no spellings are recorded",
                f"one of {', '.join(known[:5])}, …",
            )


def _headings(schema: dict[str, Any], names: set[str]) -> Iterator[Fault]:
    """No heading may be read as two fields. Names that differ in case and marks alone are told apart as they stand."""
    owner: dict[str, str] = {}
    for name in sorted(names):
        plain = bare(name)
        if not plain:
            yield ["properties", name], "has no letter and no digit, so that no heading can be told to be its own", ""
        elif name.startswith("^") and name.endswith("$"):
            yield (
                ["properties", name],
                "begins with ^ and ends with $, as patterns do",
                "another name, and this as an alias",
            )
        owner.setdefault(plain, name)
    for name, texts in schema.get("x-aliases", {}).items():
        for text in texts:
            plain = bare(text)
            if not plain:
                yield ["x-aliases", name], f"has {shown(text)}, in which there is no letter and no digit", "a heading"
            elif owner.setdefault(plain, name) != name:
                yield ["x-aliases", name], f"has {shown(text)}, which is read as {shown(owner[plain])} already", ""
    for name, pattern in schema.get("x-heading-patterns", {}).items():
        yield from _pattern(["x-heading-patterns", name], pattern)


def _dates(schema: dict[str, Any], names: set[str]) -> Iterator[Fault]:
    cells = schema["properties"]
    for place, pair in enumerate(pairs(schema, "x-not-before")):
        for name in pair[:2]:
            yield from _no_field(["x-not-before", place], name, names)
            if name in cells and (cells[name]["type"], cells[name].get("format")) != ("string", "date"):
                yield ["x-not-before", place], f"names {shown(name)}, which is no date", "a field with format date"
    for place, pair in enumerate(pairs(schema, "x-at-most")):
        for name in pair[:2]:
            yield from _no_field(["x-at-most", place], name, names)
            if name in cells and cells[name]["type"] not in ("integer", "number"):
                yield (
                    ["x-at-most", place],
                    f"names {shown(name)}, which is no number",
                    "a field of type integer or number",
                )
    form = schema.get("x-date-format")
    if form is not None and not is_date_form(form):
        yield ["x-date-format"], f"is {shown(form)}, which is no way to write a day", "as %d/%m/%Y"


def _patterns(path: list[Any], cell: dict[str, Any]) -> Iterator[Fault]:
    for at, part in ((path, cell), ([*path, "items"], cell.get("items", {}))):
        if "pattern" in part:
            yield from _pattern([*at, "pattern"], part["pattern"])


def _pattern(path: list[Any], pattern: str) -> Iterator[Fault]:
    try:
        refuse(pattern)
    except PatternRefused as failure:
        yield path, f"cannot be used: {failure}", "one without look-around"


def _cell(path: list[Any], cell: dict[str, Any]) -> Iterator[Fault]:
    """Keywords of one field that no value can obey together."""
    if "items" in cell:
        yield from _cell([*path, "items"], cell["items"])
    for key in ("formatMinimum", "formatMaximum"):
        if key in cell and not (is_date(cell[key]) or is_date_time(cell[key])):
            yield [*path, key], f"is {shown(cell[key])}, which is no day", "a day as 2025-03-31"
    bounds = (
        [(key, cell[key], key.startswith("exclusive")) for key in _LOW if key in cell],
        [(key, cell[key], key.startswith("exclusive")) for key in _HIGH if key in cell],
    )
    for low, least, out in bounds[0]:
        for high, most, too in bounds[1]:
            if isinstance(least, str) != isinstance(most, str):
                continue
            if least > most or (least == most and (out or too)):
                yield [*path, low], f"is {least} and `{high}` is {most}, so that no value will do", ""
    for key in ("enum", "const"):
        values = cell.get("enum", []) if key == "enum" else [cell["const"]] if "const" in cell else []
        if values and not any(_may_be(value, cell) for value in values):
            yield [*path, key], "holds no value that the field's other keywords allow", ""


_LOW = ("minimum", "exclusiveMinimum", "minLength", "formatMinimum")
_HIGH = ("maximum", "exclusiveMaximum", "maxLength", "formatMaximum")


def _may_be(value: Any, cell: dict[str, Any]) -> bool:
    """Whether a value obeys what of the cell's keywords can be told by comparing."""
    number = len(value) if isinstance(value, str) else value
    return (
        cell.get("minimum", number) <= number <= cell.get("maximum", number)
        and cell.get("minLength", number) <= number <= cell.get("maxLength", number)
        and not ("exclusiveMinimum" in cell and number <= cell["exclusiveMinimum"])
        and not ("exclusiveMaximum" in cell and number >= cell["exclusiveMaximum"])
        and value == cell.get("const", value)
        and value in cell.get("enum", [value])
    )


def _conditionals(schema: dict[str, Any]) -> Iterator[tuple[list[Any], dict[str, Any]]]:
    if "if" in schema and "then" in schema:
        yield [], schema
    yield from ((["allOf", place], rule) for place, rule in enumerate(schema.get("allOf", ())))


def _conditional(path: list[Any], rule: dict[str, Any], cells: dict[str, Any], names: set[str]) -> Iterator[Fault]:
    asked = Counter({*rule["if"].get("properties", {}), *rule["if"].get("required", ())})
    if len(asked) != 1:
        yield [*path, "if"], f"speaks of {len(asked)} fields", "`if` on one field"
    for key in ("if", "then"):
        part = rule[key]
        for name in part.get("required", ()):
            yield from _no_field([*path, key, "required"], name, names)
        for name, given in part.get("properties", {}).items():
            at = [*path, key, "properties", name]
            yield from _no_field(at, name, names)
            if name in cells:
                yield from _part(at, given, cells[name])


def _part(path: list[Any], given: dict[str, Any], cell: dict[str, Any]) -> Iterator[Fault]:
    """Keywords for a field in `if` or `then`, which leave its type to the whole."""
    kind = cell["type"]
    if given.get("type", kind) != kind:
        yield [*path, "type"], f"is {shown(given['type'])}, and the field is of type {kind}", "no type here"
        return
    if kind == "array" or {"format", "items"} & set(given):
        yield path, "speaks of a list or a format, which cannot be checked here", "other keywords"
        return
    wrong = list(json_schema.validator(_alone(kind), ours=True).iter_errors({"type": kind, **given}))
    for e in wrong:
        extra = sorted(set(e.instance) - set(e.schema["properties"])) if e.validator == "additionalProperties" else []
        message = (
            f"has {shown(', '.join(extra))}, which cannot be checked here" if extra else f"does not do: {e.validator}"
        )
        yield [*path, *e.absolute_path], message, e.schema.get("description", "")
    if not wrong:
        yield from _cell(path, given)
        yield from _patterns(path, given)


def _alone(kind: str) -> dict[str, Any]:
    """The part of the schema of row schemas that is about a field of one type."""
    found: dict[str, Any] = json_schema.schema("row-schema")["$defs"][kind]
    return found
