"""Violations of a row schema, from a compiled check or from `jsonschema`, as problems that people can mend."""

import re
from collections.abc import Mapping
from typing import Any

from inspector.bundle import compiled_check, documents
from inspector.bundle.cells import within_bounds
from inspector.bundle.compiled_check import Violation
from inspector.bundle.remarks import did_you_mean, error, shown
from inspector.bundle.tables import ROW, Table
from inspector.model.problems import Problem, Where

_UK_DATE = re.compile(r"^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$")


def of_table(table: Table) -> list[Problem]:
    """Every problem that the row schema finds in a table of text cells."""
    schema = documents.schema(table.kind)
    violations = compiled_check.check(table.frame, schema)
    wanted = {violation.row for violation in violations}
    if not wanted:
        return []
    found = table.frame.filter(table.frame[ROW].is_in(sorted(wanted)))
    rows = {row[ROW]: row for row in found.iter_rows(named=True)}
    return [_problem(table, violation, rows[violation.row], schema) for violation in violations]


def of_rows(table: Table, rows: list[dict[str, Any]]) -> list[Problem]:
    """Every problem that `jsonschema` finds in rows that came as JSON objects."""
    schema = documents.schema(table.kind)
    validator = documents.validator(schema)
    problems = []
    for place, given in enumerate(rows, 2):
        row = {name: within_bounds(value, schema["properties"].get(name, {})) for name, value in given.items()}
        found = sorted({violation for e in validator.iter_errors(row) for violation in _of_error(place, e, row)})
        problems += [_problem(table, violation, row, schema) for violation in found]
    return problems


def _of_error(row: int, e: Any, instance: dict[str, Any]) -> list[Violation]:
    if e.absolute_path:
        return [Violation(row, str(e.absolute_path[0]), str(e.validator))]
    if e.validator == "required":
        return [Violation(row, name, "required") for name in e.validator_value if name not in instance]
    if e.validator == "additionalProperties":
        unknown = [name for name in instance if name not in e.schema["properties"]]
        return [Violation(row, name, "additionalProperties") for name in unknown]
    return [Violation(row, "", str(e.validator))]


def _problem(table: Table, violation: Violation, row: Mapping[str, Any], schema: dict[str, Any]) -> Problem:
    where = table.where(violation.row, violation.field or None)
    cell = schema["properties"].get(violation.field, {})
    found = row.get(violation.field)
    said = shown(found)
    match violation.keyword:
        case "required":
            return error("missing-value", where, "the cell is empty and must not be", cell.get("description", ""))
        case "anyOf":
            wanted = " or ".join(" and ".join(part["required"]) for part in schema["anyOf"])
            return error("missing-value", where, f"the row must have {wanted}")
        case "type":
            return error("wrong-type", where, f"{said} is not {_article(cell['type'])}", _type_words(cell["type"]))
        case "enum" | "const":
            known = [str(value) for value in cell.get("enum", [cell.get("const")])]
            near = did_you_mean(str(found).lower().strip().replace(" ", "-"), known)
            return error("unknown-code", where, f"{said} is not a known code", f"one of {', '.join(known)}", near)
        case "format":
            return _format_problem(where, str(found), cell)
        case "minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum":
            words = {
                "minimum": "at least",
                "maximum": "at most",
                "exclusiveMinimum": "over",
                "exclusiveMaximum": "under",
            }
            expected = f"{words[violation.keyword]} {cell[violation.keyword]}"
            return error("out-of-range", where, f"{said} is out of range", expected)
        case "pattern":
            fix = re.sub(r"[^a-z0-9]+", "-", str(found).lower()).strip("-")
            return error("wrong-form", where, f"{said} has not the form of an id", cell["pattern"], f"{fix!r}, perhaps")
        case "additionalProperties":
            near = did_you_mean(violation.field, schema["properties"])
            return error("unknown-field", where, f"{violation.field!r} is not a field of this kind", fix=near)
        case _:
            return error("wrong-form", where, f"{said} does not do: {violation.keyword} is asked")


def _format_problem(where: Where, found: str, cell: dict[str, Any]) -> Problem:
    parts = cell.get("items", cell)
    if parts.get("format") == "date-time":
        example = "a moment with its offset, as 2025-03-31T16:20:00Z"
        return error("no-such-date", where, f"{shown(found)} is not a moment that exists", example)
    british = _UK_DATE.match(found)
    fix = ""
    if british:
        day, month, year = british.groups()
        fix = f"write {year}-{int(month):02}-{int(day):02} if this is day, month, year"
    return error("no-such-date", where, f"{shown(found)} is not a date that exists", "a day as 2025-03-31", fix)


def _article(kind: str) -> str:
    return {"integer": "a whole number", "boolean": "true or false", "array": "a list"}.get(kind, f"a {kind}")


def _type_words(kind: str) -> str:
    return {
        "number": "digits with a point for decimals, no thousands separator and no %",
        "integer": "digits only",
        "boolean": "true or false",
    }.get(kind, "")
