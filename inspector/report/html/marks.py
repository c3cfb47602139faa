"""Texts of a result as marks of a page: commands in sentences, and a text within a style sheet."""

import re
from typing import get_args

from markupsafe import Markup, escape

from inspector.model.assurance import said as loudly
from inspector.model.ladder import VerdictWord
from inspector.model.visits import Assurance
from inspector.report.assurance_words import spoken
from inspector.report.wording import Words

_CAPITALS = re.compile("[A-Z]{6}")
_CODE = re.compile("`((?:inspector |--)[^`]+|[a-z]+_[a-z_]+)`")
"""A command, an option or a field of ours. Anything else between backticks is text as it stands."""


def said(text: object) -> Markup:
    """A sentence in which commands between backticks are code; all else in it is text."""
    return Markup(_CODE.sub(r"<code>\1</code>", str(escape(text))))


def quiet(text: str, t: Words) -> str:
    """A sentence in which verdicts stand in the words of a page, not in capitals."""
    if not _CAPITALS.search(text):
        return text
    for verdict in get_args(VerdictWord):
        for assurance in get_args(Assurance):
            text = text.replace(loudly(verdict, assurance), spoken(verdict, assurance, t))
    return text


def css_text(text: str) -> Markup:
    """The text as a string of a style sheet, quotes and all: nothing in it can end the string or the sheet."""
    return Markup('"' + "".join(c if c.isascii() and c.isalnum() else f"\\{ord(c):x} " for c in text) + '"')
