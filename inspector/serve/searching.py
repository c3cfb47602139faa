"""Every finding and every row that holds all the words that somebody looks for, as far as these may be told."""

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from inspector.bundle.told_rows import Key, Row, Shown
from inspector.model.limits import most
from inspector.report.document.shape import Document
from inspector.showing.as_html import what_of
from inspector.showing.rows_as_text import brief
from inspector.showing.values import row_values

AT_ONCE = 50
"""So many of each are shown on one page."""
MOST_WORDS = 40
"""So many words are looked for."""


class Line(NamedTuple):
    """A row as it is searched: its table's place among those shown, its key there, and all that it says."""

    table: int
    key: Key
    text: str


class Hit(NamedTuple):
    """Something that was found: how it is asked for, and what it says in a line."""

    what: str
    says: str


class Hits(NamedTuple):
    """Some of what was found, and how much there is in all (`total`)."""

    some: tuple[Hit, ...]
    total: int


class Index:
    """The rows of a bundle, to be searched. `left_out` counts those past the limit.

    What is hidden is not in it: who may not read a cell cannot find out either what stands there.
    """

    def __init__(self, tables: Sequence[Shown]) -> None:
        self._tables, self.left_out = tables, 0
        self._lines: list[Line] = []
        limit = most("searched-rows")
        for place, table in enumerate(tables):
            keys = table.every()
            wanted = keys[: max(0, limit - len(self._lines))]
            self.left_out += len(keys) - len(wanted)
            self._lines += [Line(place, row.key, _folded(_said(row))) for row in table.rows(wanted)]

    def rows(self, query: str, first: int = 0) -> Hits:
        """The rows that hold every word, in the order of the bundle, from the `first` on."""
        words = _words(query)
        met = [one for one in self._lines if all(word in one.text for word in words)] if words else []
        return Hits(tuple(self._hits(met[first : first + AT_ONCE])), len(met))

    def _hits(self, lines: Sequence[Line]) -> Iterator[Hit]:
        for place in dict.fromkeys(one.table for one in lines):
            table = self._tables[place]
            for row in table.rows([one.key for one in lines if one.table == place]):
                values = row_values(row, table)
                yield Hit(what_of(values), brief(values))


def findings(document: Document, query: str, first: int = 0) -> Hits:
    """The findings that hold every word in what they say, their id, their theme or what they quote; all for no word."""
    words = _words(query)
    met = [Hit(one["id"], one["says"]) for one in document["findings"] if _meets(_folded(_texts(one)), words)]
    return Hits(tuple(met[first : first + AT_ONCE]), len(met))


def _meets(text: str, words: Sequence[str]) -> bool:
    return all(word in text for word in words)


def _texts(one: Any) -> str:
    quotes = [quote["text"] for quote in one.get("quotes", ())]
    return " \n".join((one["id"], one["theme"], one["says"], *quotes))


def _said(row: Row) -> str:
    return " \n".join(text for cell in row.cells for text in (cell.text, cell.read) if text is not None)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _words(query: str) -> list[str]:
    return list(dict.fromkeys(_folded(query).split()))[:MOST_WORDS]
