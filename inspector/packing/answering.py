"""The questions that are left once a file was tried: columns not found, columns that are unsure, codes not understood."""

from collections.abc import Iterator, Mapping

from inspector.bundle.framework_words import schema_by
from inspector.model.words import plural
from inspector.packing.adding import Added
from inspector.packing.drafting import schema_of
from inspector.packing.given import codes_of
from inspector.packing.proposed import Proposed
from inspector.packing.questions import NONE, Key, Question
from inspector.packing.repeating import repeated

MOST_CODES = 40
"""More codes of one column are not asked about: such a column is none of codes."""


def questions_of(at: Key, added: Added, answers: Mapping[Key, str]) -> list[Question]:
    """Everything that is to be asked of a file, as it was read this time."""
    found = added.draft.proposed
    if found is None:
        return []
    return [*_asked(at, added, found, answers), *_unsure(at, added, found), *_codes(at, added)]


def read_fields(added: Added) -> set[str]:
    """The fields that some column is read as: by the mapping, or by its own name."""
    found = added.draft.proposed
    mapping = added.resource.get("mapping", {})
    own = {one.ours for one in found.fields if one.own} if found else set()
    return {*mapping.get("fields", {}), *mapping.get("constants", {}), *own}


def _asked(at: Key, added: Added, found: Proposed, answers: Mapping[Key, str]) -> Iterator[Question]:
    told, read = repeated(added.draft), read_fields(added)
    for one in found.asked:
        key = (*at, "columns", one.field)
        if one.field in read and key not in answers:
            continue
        free = [head for head in dict.fromkeys([*one.of, *found.unread]) if told(head) == head]
        proposed = f"= {one.suggested}" if one.suggested else ""
        choices = (*free, *(() if one.required else (NONE,)))
        why = one.why or (f"codes: {', '.join(one.choices)}" if one.choices else "")
        yield Question(key, one.question, choices, proposed, why, required=one.required, free=one.constant)


def _unsure(at: Key, added: Added, found: Proposed) -> Iterator[Question]:
    """A column that may be one of our fields, and need not be."""
    told, asked = repeated(added.draft), {one.field for one in found.asked}
    for one in found.fields:
        if one.sure == "unsure" and one.ours not in asked and told(one.theirs) == one.theirs:
            text = f"Is {one.theirs!r} the field {one.ours}?"
            yield Question((*at, "columns", one.ours), text, (one.theirs, NONE), "", one.why, required=False)


def _codes(at: Key, added: Added) -> Iterator[Question]:
    resource = added.resource
    name = schema_of(resource["kind"], resource.get("part"), resource["path"])
    cells = schema_by(name, added.draft.by)["properties"] if name else {}
    for one in added.back.codes[:MOST_CODES]:
        known = codes_of(cells.get(one.field, {}))
        if one.theirs is not None and known:
            text = f"What is {one.theirs!r} ({plural(one.rows, 'row')}) as {one.field}?"
            yield Question((*at, "codes", one.field, one.theirs), text, (*known, NONE), "", "")
