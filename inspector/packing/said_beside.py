"""What a file of figures says of its indicators: of a long table what stands beside each figure, of a scorecard its layout."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from inspector.bundle.schema import json_schema
from inspector.model.problems import CannotComplete
from inspector.model.remarks import Unreadable
from inspector.packing import looking, matching
from inspector.packing.content import column
from inspector.packing.looked import Looked

Register = dict[str, dict[str, str]]
KIND = "indicator-register"
BESIDE = ("better", "unit", "target")
SAID = ("indicator", "title", "unit", "better", "target", "measure", "same_as")
"""What the layout of a scorecard says of each indicator."""
MOST_INDICATORS = 1000
"""Of a table with more different indicators than these nothing is read but the figures."""


def said_beside(folder: Path, resource: Mapping[str, Any]) -> Register:
    """Each indicator of a resource of figures by its id, with what its rows agree on."""
    mapping, layout = resource.get("mapping", {}), resource.get("layout")
    if isinstance(layout, dict):
        return {one["indicator"]: {key: one[key] for key in SAID if key in one} for one in layout["indicators"]}
    if not isinstance(mapping, dict):
        return {}
    try:
        tables = looking.looked(folder / str(resource["path"]))
    except (CannotComplete, Unreadable, OSError):
        return {}
    heading = mapping.get("fields", {}).get("indicator", "indicator")
    table = next((one for one in tables if _is(one, resource, heading)), None)
    return _register(table, heading, mapping.get("values", {}).get("indicator", {})) if table else {}


def _is(table: Looked, resource: Mapping[str, Any], heading: str) -> bool:
    return heading in table.headings and resource.get("sheet") in (None, table.sheet)


def _register(table: Looked, heading: str, ids: Mapping[str, str | None]) -> Register:
    names = table.column_of(heading).values
    if len(names) > MOST_INDICATORS:
        return {}
    found = {name: {"indicator": ids.get(name) or name, "title": name} for name in names}
    place, schema = table.headings.index(heading), json_schema.schema(KIND)
    beside = matching.headings(table.headings, schema, table.columns, KIND)
    for one in (one for one in beside if one.ours in BESIDE and one.sure != "unsure" and one.theirs != heading):
        at = table.headings.index(one.theirs)
        codes = _codes(one.ours, table, at, schema)
        said: dict[str, set[str]] = {}
        for row in table.rows:
            if len(row) > max(place, at) and row[at].strip():
                said.setdefault(row[place].strip(), set()).add(codes.get(row[at].strip(), row[at].strip()))
        for name, values in said.items():
            if name in found and len(values) == 1 and (value := values.pop()):
                found[name][one.ours] = value
    return {row["indicator"]: row for row in found.values()}


def _codes(field: str, table: Looked, at: int, schema: dict[str, Any]) -> dict[str, str]:
    """Their code to ours; what is none of ours says nothing."""
    ways = schema["properties"][field].get("enum")
    if not ways:
        return {}
    cells = column(row[at] if at < len(row) else "" for row in table.rows)
    known = {one.theirs: one.ours for one in matching.coded(field, cells, schema["properties"][field])[0]}
    return {value: known.get(value, value if value in ways else "") for value in cells.values}
