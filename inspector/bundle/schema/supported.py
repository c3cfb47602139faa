"""Which row schemas can be compiled. One with anything else is refused when it is loaded, never silently skipped."""

from typing import Any

from inspector.bundle.schema.cells import is_date, is_date_time

_ROW_KEYWORDS = {"type", "properties", "required", "additionalProperties", "anyOf", "allOf", "if", "then"}
_NOTES = {"$schema", "$id", "title", "description", "examples", "default"}
_NUMBER = {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "enum", "const"}
_CELL_KEYWORDS = {
    "string": {"enum", "const", "pattern", "format", "minLength", "maxLength", "formatMinimum", "formatMaximum"},
    "number": _NUMBER,
    "integer": _NUMBER,
    "boolean": {"const"},
    "array": {"items"},
}
_FORMATS = {"date", "date-time"}


class SchemaRefused(ValueError):
    """A row schema uses what is not compiled."""


def refuse_unknown(schema: dict[str, Any]) -> None:
    """Raise SchemaRefused where the schema has a keyword, type or format that is not compiled."""
    _refuse(set(schema) - _ROW_KEYWORDS - _NOTES - {key for key in schema if key.startswith("x-")}, "the row")
    for part in schema.get("anyOf", ()):
        _refuse(set(part) - {"required"}, "anyOf of the row")
    for field, cell in schema.get("properties", {}).items():
        _refuse_cell(field, cell)
    for part in schema.get("allOf", ()):
        _refuse(set(part) - {"if", "then"}, "allOf of the row")
    for part in (schema, *schema.get("allOf", ())):
        _refuse_conditional(part, schema.get("properties", {}))


def _refuse_conditional(rule: dict[str, Any], properties: dict[str, Any]) -> None:
    if ("if" in rule) != ("then" in rule):
        raise SchemaRefused("the row: `if` and `then` come together")
    if "if" not in rule:
        return
    named = {*rule["if"].get("properties", {}), *rule["if"].get("required", ())}
    if len(named) != 1:
        raise SchemaRefused("the row: `if` speaks of one field")
    for part in (rule["if"], rule["then"]):
        _refuse(set(part) - {"properties", "required"}, "if or then of the row")
        _refuse({*part.get("properties", {}), *part.get("required", ())} - set(properties), "if or then: a field that")
        for field, cell in part.get("properties", {}).items():
            _refuse_cell(field, {"type": properties[field].get("type"), **cell})
            if properties[field].get("type") == "array" or {"format", "items"} & set(cell):
                raise SchemaRefused(f"if or then, {field}: lists and formats cannot be checked here")


def _refuse_cell(field: str, cell: dict[str, Any]) -> None:
    kind = str(cell.get("type", "no type"))
    _refuse({kind} - set(_CELL_KEYWORDS), field)
    _refuse(set(cell) - {"type"} - _CELL_KEYWORDS[kind] - _NOTES, field)
    _refuse({cell["format"]} - _FORMATS if "format" in cell else set(), field)
    bounds = {"formatMinimum", "formatMaximum"} & set(cell)
    _refuse(bounds if "format" not in cell else {key for key in bounds if not is_day(cell[key])}, field)
    if "items" in cell:
        _refuse({str(cell["items"].get("type", "no type"))} - {"string"}, f"items of {field}")
        _refuse_cell(f"items of {field}", cell["items"])


def is_day(bound: Any) -> bool:
    """Whether that can bound a date: a day, or a moment, that exists."""
    return isinstance(bound, str) and (is_date(bound) or is_date_time(bound))


def _refuse(unknown: set[str], where: str) -> None:
    if unknown:
        raise SchemaRefused(f"{where}: {', '.join(sorted(unknown))} cannot be checked in a table")
