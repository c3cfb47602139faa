"""The form at the end of a case file: who signs, and what the authority replies."""

from inspector.report.paper.tree import Element
from inspector.report.wording import Words

REPLIES = 6
"""Rows to reply in."""


def form(words: Words) -> Element:
    """The section with space for signatures and for the authority's reply."""
    t = words["paper"]
    parts = [
        _of("h2", t["signed"], id="signed-h"),
        _of("p", t["signed_says"]),
        _table(t["signed_columns"], t["signed_rows"]),
        _of("h3", t["reply"]),
        _of("p", t["reply_says"]),
        _table(t["reply_columns"], [""] * REPLIES),
        _of("p", t["reply_by"]),
        _table(t["signed_columns"], t["reply_rows"]),
    ]
    return Element("section", {"id": "signed", "class": "signing"}, list(parts))


def _of(tag: str, says: str, **attributes: str) -> Element:
    return Element(tag, attributes, [says])


def _table(columns: list[str], rows: list[str]) -> Element:
    """A table to fill in: the first cell of a row says who, the others are empty."""
    head = Element("tr", {}, [_of("th", column, scope="col") for column in columns])
    body = [Element("tr", {}, [_of("th", row, scope="row"), *(Element("td") for _ in columns[1:])]) for row in rows]
    return Element("table", {"class": "fill-in"}, [Element("thead", {}, [head]), Element("tbody", {}, list(body))])
