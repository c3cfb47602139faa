"""What of a file that is being added may be repeated: its headings, and the codes that stand for its own."""

from collections.abc import Callable

from inspector.bundle.schema import json_schema
from inspector.bundle.tables.headings import told_headings
from inspector.packing.drafting import Draft, schema_of
from inspector.packing.given import codes_of
from inspector.privacy.days import looks_like
from inspector.privacy.gate import HIDDEN


def repeated(draft: Draft) -> Callable[[str], str]:
    """How a heading is repeated: itself, or that it is not, where the line of headings may be none and hold private values."""
    heads, found = list(draft.table.headings) if draft.table else [], draft.proposed
    name = _schema(draft)
    if name is None or found is None:
        return str
    fields = {one.theirs: one.ours for one in found.fields if one.sure != "unsure"}
    # A row of days is none of headings, whatever the kind.
    guarded = any(looks_like(heading) for heading in heads)
    told = told_headings(heads, [fields.get(heading) for heading in heads], json_schema.schema(name), guarded=guarded)
    shown = {heading for heading in told if heading is not None}
    return lambda heading: HIDDEN if heading in heads and heading not in shown else heading


def choices(draft: Draft, field: str) -> tuple[str, ...]:
    """Our codes of a field; none where it has none."""
    name = _schema(draft)
    return codes_of(json_schema.schema(name)["properties"].get(field, {})) if name else ()


def _schema(draft: Draft) -> str | None:
    resource = draft.resource
    return schema_of(resource["kind"], resource.get("part"), resource["path"])
