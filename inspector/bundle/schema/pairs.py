"""Pairs of fields in a row schema (`x-not-before`, `x-at-most`), each with what the schema says of the rule in its own words."""

from collections.abc import Iterator, Mapping
from typing import Any

Pair = tuple[str, str, Mapping[str, Any]]


def pairs(schema: Mapping[str, Any], word: str) -> Iterator[Pair]:
    """The first field, the second, and the object that may stand behind them (empty where none does)."""
    for entry in schema.get(word, ()):
        first, second, *more = entry
        yield first, second, more[0] if more else {}
