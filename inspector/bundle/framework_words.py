"""The row schemas in which a framework may have words of its own, with these among the codes that a cell may hold."""

from collections.abc import Mapping
from typing import Any

from inspector.bundle.schema import json_schema
from inspector.model.own_words import ReadBy, WordSort

CELLS: Mapping[str, tuple[str, WordSort]] = {
    "voice": ("group", "group"),
    "improvement-log": ("change_type", "change_type"),
    "case-review-factors": ("condition", "conditions"),
}
"""By the name of a row schema the cell that a framework opens, and the sort of its words that may stand there."""
KINDS = frozenset({"voice", "improvement-log", "case-reviews"})
"""The kinds of evidence that have such a cell."""
FRAMEWORK, WORDS = "x-framework", "x-own-words"
"""In such a cell: the framework that was asked, and its words, each with the word of ours that it counts as (itself, if none)."""


def schema_by(name: str, by: ReadBy) -> dict[str, Any]:
    """A published row schema as the framework has it; just as it is published where no framework was asked."""
    published = json_schema.schema(name)
    if name not in CELLS or not by.framework:
        return published
    field, sort = CELLS[name]
    words = {one.id: one.counts_as or one.id for one in by.words.of(sort)}
    cell = published["properties"][field]
    opened = {**cell, "enum": [*cell["enum"], *words], FRAMEWORK: by.framework, WORDS: words}
    return {**published, "properties": {**published["properties"], field: opened}}


def ours(cell: Mapping[str, Any]) -> list[str]:
    """The codes of a cell that everybody has, as texts."""
    own = cell.get(WORDS, {})
    return [str(code) for code in cell["enum"] if code not in own]


def beside(cell: Mapping[str, Any]) -> str:
    """What a message adds to our codes: the words of the framework that was asked, or that it has none; empty where none was."""
    framework, words = cell.get(FRAMEWORK, ""), cell.get(WORDS, {})
    if not framework:
        return ""
    return f", or of {framework} {', '.join(words)}" if words else f"; {framework} has no words of its own for it"


def counted(schema: Mapping[str, Any]) -> tuple[str, Mapping[str, str]]:
    """The opened cell of a row schema, and its words that count as others; no field where there is none."""
    for field, cell in schema["properties"].items():
        if words := {word: as_ for word, as_ in cell.get(WORDS, {}).items() if word != as_}:
            return field, words
    return "", {}
