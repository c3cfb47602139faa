"""What of a file that is being added may be repeated: its headings, and the codes that stand for its own."""

from collections.abc import Callable

from inspector.bundle.framework_words import CELLS, schema_by
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
    """The codes of a field, with the words of the framework that it is read by; none where it has none."""
    name = _schema(draft)
    return codes_of(schema_by(name, draft.by)["properties"].get(field, {})) if name else ()


def opened(draft: Draft, field: str) -> bool:
    """Whether a framework may have words of its own for a field, and the one that it was read by has none."""
    cell, sort = CELLS.get(_schema(draft) or "", ("", "group"))
    return field == cell and bool(draft.by.framework) and not draft.by.words.of(sort)


def _schema(draft: Draft) -> str | None:
    resource = draft.resource
    return schema_of(resource["kind"], resource.get("part"), resource["path"])
