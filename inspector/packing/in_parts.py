"""The parts of a kind that stand in the same table as the kind itself: a flat tracker, whose rows are actions as well."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from inspector.bundle.framework_words import schema_by
from inspector.bundle.kinds import OWNER, PARTS
from inspector.model.own_words import NOBODY, ReadBy
from inspector.packing import asking, matching
from inspector.packing.looked import Looked
from inspector.packing.proposed import Open, Proposal, Proposed


def parts(table: Looked, kind: str, found: Sequence[Proposal], by: ReadBy = NOBODY) -> tuple[Proposed, ...]:
    """What the columns that the kind leaves over say of its parts; only parts that have all they must have."""
    owner = next((one.theirs for one in found if one.ours == "id"), None)
    if owner is None:
        return ()
    made = [_part(table, kind, part, owner, found, by) for part in PARTS.get(kind, {})]
    return tuple(one for one in made if one)


def _part(table: Looked, kind: str, part: str, owner: str, found: Sequence[Proposal], by: ReadBy) -> Proposed | None:
    name = PARTS[kind][part]
    schema = schema_by(name, by)
    used = {one.theirs for one in found}
    heads = [head if head not in used else "" for head in table.headings]
    both = [field for field in (OWNER[name], "id") if field in schema["properties"]]
    own = [
        replace(one, own=False)
        for one in matching.headings(heads, schema, table.columns, name)
        if one.sure != "unsure" and one.ours not in both
    ]
    fields = (*(Proposal(owner, field, "likely", why="a row holds both") for field in both), *own)
    if not own or not set(asking.needed(schema)) <= {one.ours for one in fields}:
        return None
    each = [codes(table, one, schema) for one in own]
    return Proposed(
        kind,
        part,
        table.sheet,
        table.headings_row,
        "likely",
        "the same rows say it",
        fields=fields,
        codes=tuple(code for coded, _ in each for code in coded),
        open_codes=tuple(one for _, rest in each for one in rest),
    )


def codes(table: Looked, one: Proposal, schema: dict[str, Any]) -> tuple[list[Proposal], list[Open]]:
    """The codes of a field that are proposed, and those that are not understood."""
    cell = schema["properties"].get(one.ours, {})
    if schema.get("x-tolerant"):
        return [], []
    coded, rest = matching.coded(one.ours, table.column_of(one.theirs), cell)
    choices = tuple(cell.get("enum") or cell.get("items", {}).get("enum", ()))
    return coded, [Open(one.ours, value, count, choices) for value, count in rest]
