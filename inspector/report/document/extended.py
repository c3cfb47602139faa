"""What a variant is built on: as values, and in a sentence that stands in the first lines of every format."""

from collections.abc import Iterable, Sequence

from inspector.model.bases import Base, Change
from inspector.report.document.shape import Changed, Extended

WORDS = {
    "verdict-row": "row of the decision table",
    "core": "list of what everybody has",
    "fields": "list of fields",
    "case": "test case",
}
MANY = {
    "verdict-row": "rows of the decision table",
    "core": "lists of what everybody has",
    "fields": "lists of fields",
    "case": "test cases",
}
NAMED = 4
"""So many ids of a sort are named in the sentence; the document has all of them."""


def extended_values(bases: Iterable[Base]) -> list[Extended]:
    """The bases of a variant, the nearest first, with every change."""
    return [
        {
            "id": base.id,
            "version": base.version,
            "digest": base.digest,
            "shipped": base.shipped,
            "asked": base.asked,
            "changes": [_changed(change) for change in base.changes],
        }
        for base in bases
    ]


def extended_words(base: Base) -> str:
    """The base and what was changed of it: `It is built on munro 0.3.0 (sha256 …); 1 rule dropped (…).`"""
    groups: dict[tuple[str, str], list[str]] = {}
    for change in base.changes:
        groups.setdefault((change.how, change.sort), []).append(change.id)
    parts = [_counted(sort, how, ids) for (how, sort), ids in sorted(groups.items()) if sort != "case"]
    said = "; ".join(parts) or "nothing changed"
    ships = "shipped" if base.shipped else "not one of those shipped"
    return f"It is built on {base.id} {base.version} ({ships}, sha256 {base.digest}): {said}."


def _changed(change: Change) -> Changed:
    made: Changed = {"sort": change.sort, "id": change.id, "how": change.how}
    if change.because:
        made["because"] = change.because
    if change.says:
        made["says"] = change.says
    return made


def _counted(sort: str, how: str, ids: Sequence[str]) -> str:
    word = WORDS.get(sort, sort) if len(ids) == 1 else MANY.get(sort, f"{sort}s")
    more = f" and {len(ids) - NAMED} more" if len(ids) > NAMED else ""
    named = "" if ids == [sort] else f" ({', '.join(ids[:NAMED])}{more})"
    return f"{len(ids)} {word} {how}{named}"
