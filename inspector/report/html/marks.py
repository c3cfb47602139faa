"""Texts of a result as marks of a page: commands in sentences, and a text within a style sheet."""

import re

from markupsafe import Markup, escape

_CODE = re.compile("`((?:inspector |--)[^`]+)`")
"""A command or an option of ours. Anything else between backticks is text as it stands."""


def said(text: object) -> Markup:
    """A sentence in which commands between backticks are code; all else in it is text."""
    return Markup(_CODE.sub(r"<code>\1</code>", str(escape(text))))


def css_text(text: str) -> Markup:
    """The text as a string of a style sheet, quotes and all: nothing in it can end the string or the sheet."""
    return Markup('"' + "".join(c if c.isascii() and c.isalnum() else f"\\{ord(c):x} " for c in text) + '"')
