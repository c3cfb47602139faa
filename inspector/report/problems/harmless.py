"""Text from somebody's data as it may stand in a cell, and as it may stand in JSON: quoted, never acted upon.

In every CSV and workbook a text that a spreadsheet would take for a formula gets an apostrophe before it: one that begins
with = + - @ (also in full width, also after spaces), a tab or a carriage return. Negative numbers get it too: what was
found in the data is quoted, never calculated with. (OWASP, CSV injection.) Control and format characters, which could
drive a terminal or turn the reading direction round, are shown as escapes.
"""

import json
import re
import unicodedata

from inspector.report.lines import plain

STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""What a spreadsheet may take for the beginning of a formula."""

_encode = json.JSONEncoder(ensure_ascii=False).encode
_HIDDEN = re.compile(r"[\x7f-\uffff\U00010000-\U0010ffff]")


def harmless(text: str) -> str:
    """The text as it may stand in a cell of a CSV or a workbook."""
    formula = text.startswith(("\t", "\r")) or text.lstrip().startswith(STARTS)
    return f"'{plain(text)}" if formula else plain(text)


def literal(text: str) -> str:
    """The text as a JSON string, quotes and all; see `escaped`."""
    return escaped(_encode(text))


def escaped(document: str) -> str:
    """JSON in which characters that could drive a terminal, turn text round or be no UTF-8 are written as escapes."""
    if document.isascii() and "\x7f" not in document:
        return document
    return _HIDDEN.sub(_escape, document)


def _escape(found: re.Match[str]) -> str:
    letter = found.group()
    return json.dumps(letter)[1:-1] if unicodedata.category(letter)[0] in "CZ" and letter != "\xa0" else letter
