"""Ids that are one id written in two ways on two lists: leading zeros lost, capital letters, a hyphen of another kind."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import polars as pl

from inspector.values import ids

_PLAIN = "^[1-9][0-9]*$"
"""Ids that nothing happens to, so that nobody need look for other spellings of them."""


@dataclass(frozen=True)
class Ids:
    """For each id that is written otherwise elsewhere, the spelling by which both are known: that of the first list."""

    _first: dict[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Whether any id is written in two ways."""
        return bool(self._first)

    def alike(self, column: pl.Series) -> pl.Series:
        """The column with the spelling that all lists share."""
        if not self._first:
            return column
        told = {text: first for text in column.unique().to_list() if (first := self._first.get(text)) is not None}
        return column.replace(list(told), list(told.values())) if told else column

    def differing(self, column: pl.Series) -> Iterator[tuple[str, str, str]]:
        """The ids of a column that are not written as on the first list: the id, that spelling, what they differ by."""
        for text in column.drop_nulls().unique(maintain_order=True).to_list():
            first = self._first.get(text)
            if first is not None and first != text:
                yield text, first, ids.differ(text, first)


def ids_of(columns: dict[int, pl.Series]) -> Ids:
    """The spellings of the ids of several lists, by the number of the list.

    Where one list has two ids that would be one by this, they are two: nothing is joined that the authority keeps apart.
    """
    distinct = {number: column.drop_nulls().unique(maintain_order=True) for number, column in sorted(columns.items())}
    if all(one.str.contains(_PLAIN).all() for one in distinct.values()):
        return Ids()
    spelt: dict[str, list[str]] = {}
    apart: set[str] = set()
    for column in distinct.values():
        here: dict[str, str] = {}
        for text in column.to_list():
            key = ids.key(text)
            if here.setdefault(key, text) != text:
                apart.add(key)
            found = spelt.setdefault(key, [])
            if key not in apart and text not in found:
                found.append(text)
    joined = (texts for key, texts in spelt.items() if len(texts) > 1 and key not in apart)
    return Ids({text: texts[0] for texts in joined for text in texts})
