"""Whether every cell in a part of an XLSX says first where it is, and near: a grammar of what is allowed, one look at each byte.

It is no list of what is forbidden, so that whatever it does not know is looked at more closely.
"""

import polars as pl

PLAIN, COMPUTED, UNSURE = 0, 1, 2
"""No cell is far out, and none holds a formula or an error; none is far out; not known."""
WIDE, TALL = 52, 99_999
"""Columns and rows within which all cells are, unless it is not known."""
_SPACE, _NAME = r"[ \t\r\n]", "[A-Za-z0-9_.-]"


def _grammar(first: str, kinds: str) -> str:
    """Bytes in which every tag is a cell that is plain or begins with `first` and is no cell, whatever stands between."""
    more = rf'(?:{_SPACE}+(?:s="[0-9]*"|cm="[0-9]*"|vm="[0-9]*"|t="(?:{kinds})"))*{_SPACE}*/?>'
    cell = rf'c{_SPACE}+r="A?[A-Z][0-9]{{1,5}}"{more}'
    other = rf"(?:[{first}]{_NAME}*|c{_NAME}+)[ \t\r\n/>]"
    return rf"\A[^<]*(?:<(?:[/?!]|(?:{_NAME}+:)?(?:{cell}|{other}))[^<]*)*\z"


_GRAMMARS = (
    _grammar("A-Zabdeg-z_", "[nsbd]|str|inlineStr"),
    _grammar("A-Zabd-z_", "[nsbde]|str|inlineStr"),
)


def look(text: bytes) -> int:
    """PLAIN, COMPUTED or UNSURE of bytes that are cut where a tag begins."""
    try:
        # The engine of Polars takes time by the byte, whatever the pattern and the text.
        column = pl.Series([text], dtype=pl.Binary).cast(pl.String)
    except pl.exceptions.PolarsError:
        return UNSURE
    for kind, grammar in enumerate(_GRAMMARS):
        if column.str.contains(grammar).item():
            return kind
    return UNSURE
