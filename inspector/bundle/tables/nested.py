"""JSON in which the parts of a kind are nested, taken apart into the tables that a spreadsheet would have."""

from typing import Any

from inspector.bundle.kinds import OWNER, PARTS
from inspector.bundle.tables.table import ROW
from inspector.model.limits import most, raise_it, words
from inspector.model.problems import Faults, Problem, Where
from inspector.model.remarks import Unreadable, error, shown

_ID = {"recommendations": "id", "case-reviews": "id", "leadership": "leader", "self-evaluation": "id"}


def taken_apart(
    rows: list[dict[str, Any]], kind: str, problems: list[Problem | Faults], path: str
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
                problems += _elsewhere(owner, inner, Where(file=path, row=place, field=part))
                tables.setdefault(schema, []).append({**inner, **owner, ROW: place})
    return tables


def element(kind: str, schema: str) -> tuple[str, ...]:
    """What the rows of one of these tables are elements of: `("recommendations", "actions")`."""
    return (kind, *(part for part, name in PARTS.get(kind, {}).items() if name == schema))


def _refuse_many(rows: list[dict[str, Any]], parts: list[str], path: str) -> None:
    inner = sum(len(found) for row in rows for part in parts if isinstance(found := row.get(part), list))
    if len(rows) + inner > most("json-rows"):
        message = f"the file has {len(rows) + inner:,} rows, and the limit is {words('json-rows')}"
        fix = f"give them as a CSV; {raise_it('json-rows')}"
        raise Unreadable(error("file-too-large", Where(file=path), message, fix=fix))


def _elsewhere(owner: dict[str, Any], inner: dict[str, Any], where: Where) -> list[Problem]:
    """An error where a part says that it belongs to another record than the one it stands in."""
    return [
        error("leads-nowhere", where, f"the part says {name} {shown(inner[name])} and stands in {shown(value)}")
        for name, value in owner.items()
        if name in inner and inner[name] != value
    ]


def _inner(value: Any, part: str, place: int, problems: list[Problem | Faults], path: str) -> list[dict[str, Any]]:
    if value is None:
        return []
    where = Where(file=path, row=place, field=part)
    if not isinstance(value, list):
        problems.append(error("wrong-type", where, f"{part} is not an array of objects", "[{…}, {…}]"))
        return []
    wrong = [number for number, one in enumerate(value, 1) if not isinstance(one, dict)]
    for number in wrong:
        message = f"{part} is not an array of objects: its entry {number} is {shown(value[number - 1])}"
        problems.append(error("wrong-type", where, message, "[{…}, {…}]"))
    return [one for one in value if isinstance(one, dict)]
