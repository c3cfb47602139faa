"""JSON in which the parts of a kind are nested, taken apart into the tables that a spreadsheet would have."""

from typing import Any

from inspector.bundle.kinds import OWNER, PARTS
from inspector.bundle.tables.table import ROW
from inspector.model.limits import most, raise_it, words
from inspector.model.problems import Problem, Where
from inspector.model.remarks import Unreadable, error

_ID = {"recommendations": "id", "case-reviews": "id", "leadership": "leader", "self-evaluation": "id"}


def taken_apart(
    rows: list[dict[str, Any]], kind: str, problems: list[Problem], path: str
) -> dict[str, list[dict[str, Any]]]:
    """The row objects of the kind and of each of its parts, by schema name; a part's rows say to whom they belong.

    A part's row has the row of its owner, since a spreadsheet row of its own it has not.
    """
    parts = PARTS.get(kind, {})
    _refuse_many(rows, list(parts), path)
    tables: dict[str, list[dict[str, Any]]] = {kind: []}
    for place, row in enumerate(rows, 2):
        own = {name: value for name, value in row.items() if name not in parts}
        tables[kind].append({**own, ROW: place})
        for part, schema in parts.items():
            for inner in _inner(row.get(part), part, place, problems, path):
                owner = {OWNER[schema]: row[_ID[kind]]} if _ID[kind] in row else {}
                tables.setdefault(schema, []).append({**owner, **inner, ROW: place})
    return tables


def _refuse_many(rows: list[dict[str, Any]], parts: list[str], path: str) -> None:
    inner = sum(len(found) for row in rows for part in parts if isinstance(found := row.get(part), list))
    if len(rows) + inner > most("json-rows"):
        message = f"the file has {len(rows) + inner:,} rows, and the limit is {words('json-rows')}"
        fix = f"give them as a CSV; {raise_it('json-rows')}"
        raise Unreadable(error("file-too-large", Where(file=path), message, fix=fix))


def _inner(value: Any, part: str, place: int, problems: list[Problem], path: str) -> list[dict[str, Any]]:
    if value is None:
        return []
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        where = Where(file=path, row=place, field=part)
        problems.append(error("wrong-type", where, f"{part} is not an array of objects", "[{…}, {…}]"))
        return []
    return value
