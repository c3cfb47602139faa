"""Text from outside made safe for where it is going: shown as text, and never acted upon. Every medium is here, once.

| going to | made safe by |
|---|---|
| a terminal, and any line of text | `plain` |
| JSON | `json_safe`, `json_string` |
| HTML and SVG | `markup` (templates escape by themselves what `harmless` has been through) |
| XML | `xml_text`, `xml_attribute` |
| Markdown | `markdown`, `code` |
| a cell of CSV, a workbook, or a table that may be pasted into one | `cell` |
| a workflow command of GitHub | `annotation` |
"""

import json
import re
import unicodedata
from typing import Any, TypeVar

from inspector.model.words import plain as plain

Value = TypeVar("Value")

STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""What a spreadsheet may take for the beginning of a formula."""

_encode = json.JSONEncoder(ensure_ascii=False).encode
_HIDDEN = re.compile(r"[^\x00-\x7e]")
_COMMAND = re.compile(r"##(?=\[|vso\[|teamcity\[)")
_MARKS = re.compile(r"[\\`*_{}\[\]|~#!$]")
_ENTITIES = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    "@": "&#64;",
    "://": "&#58;//",
    "www.": "www&#46;",
    "mailto:": "mailto&#58;",
}
_BLOCK = re.compile(r"^(\s*)([-+=]|\d{1,9}[.)])")


def harmless(value: Value) -> Value:
    """The same plain values of JSON, every text in them `plain`: in lists, and both names and values of objects."""
    made: Value = _harmless(value)
    return made


def _harmless(value: Any) -> Any:
    kind = type(value)
    if kind is str:
        return plain(value)
    if kind is dict:
        return {plain(name): _harmless(part) for name, part in value.items()}
    if kind is list:
        return [part if type(part) is float else _harmless(part) for part in value]
    return value


def json_safe(document: str) -> str:
    """JSON in which characters that could drive a terminal, turn text round or be no UTF-8 are written as escapes."""
    if "##" in document:
        # Some keepers of logs look for commands within a line.
        document = _COMMAND.sub(r"#\\u0023", document)
    if document.isascii() and "\x7f" not in document:
        return document
    return _HIDDEN.sub(_escape, document)


def json_string(text: str) -> str:
    """The text as a JSON string, quotes and all; see `json_safe`."""
    return json_safe(_encode(text))


def _escape(found: re.Match[str]) -> str:
    letter = found.group()
    return json.dumps(letter)[1:-1] if unicodedata.category(letter)[0] in "CZ" and letter != "\xa0" else letter


def markup(text: str) -> str:
    """The text within HTML or SVG, in an element or an attribute."""
    from html import escape

    return escape(plain(text), quote=True)


def xml_text(text: str) -> str:
    """The text within an element of XML; lines in it stay lines, so what they say has to be `plain` already."""
    from xml.sax.saxutils import escape

    return escape(text)


def xml_attribute(text: str) -> str:
    """The text as the value of an attribute of XML, quotes and all."""
    from xml.sax.saxutils import quoteattr

    return quoteattr(plain(text))


def markdown(words: object) -> str:
    """Text that Markdown, and any HTML in it, takes for nothing but text.

    Entities stand where an escaped mark could still become markup, a mention or a link; a mark that would begin a list
    or underline a heading is escaped at the start alone.
    """
    shown = _MARKS.sub(r"\\\g<0>", str(words))
    for mark, entity in _ENTITIES.items():
        shown = shown.replace(mark, entity)
    return _BLOCK.sub(lambda found: f"{found[1]}{found[2][:-1]}\\{found[2][-1]}", shown)


def code(name: str) -> str:
    """A name as code in Markdown; backticks in it cannot end it."""
    fence = "`" * (max((len(run) for run in re.findall("`+", name)), default=0) + 1)
    return f"{fence} {name} {fence}" if "`" in name else f"`{name}`"


def cell(value: object) -> str:
    """A value as it may stand in a cell: a text that a spreadsheet would take for a formula gets an apostrophe in front.

    That is one that begins with = + - @ (also in full width, also after spaces), a tab or a carriage return. Negative
    numbers in a text get it too: what was found in the data is quoted, never calculated with. (OWASP, CSV injection.)
    """
    if not isinstance(value, str):
        return str(value)
    formula = value.startswith(("\t", "\r")) or value.lstrip().startswith(STARTS)
    return f"'{plain(value)}" if formula else plain(value)


def annotation(text: str, more: str = "") -> str:
    """The text as the message of a workflow command; with `more` of `,:` as a property of it.

    As https://docs.github.com/actions/reference/workflow-commands-for-github-actions has it.
    """
    shown = plain(text)
    for character in f"%{more}":
        shown = shown.replace(character, f"%{ord(character):02X}")
    return shown
