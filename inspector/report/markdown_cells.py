"""Text, names and tables of Markdown, from data that is text and stays text."""

import re
from collections.abc import Iterable, Sequence

from inspector.report.harmless import cell

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


def text(words: object) -> str:
    """Text that Markdown, and any HTML in it, takes for nothing but text.

    Entities stand where an escaped mark could still become markup, a mention or a link; a mark that would begin a list
    or underline a heading is escaped at the start alone.
    """
    shown = _MARKS.sub(r"\\\g<0>", str(words))
    for mark, entity in _ENTITIES.items():
        shown = shown.replace(mark, entity)
    return _BLOCK.sub(lambda found: f"{found[1]}{found[2][:-1]}\\{found[2][-1]}", shown)


def code(name: str) -> str:
    """A name as code; backticks in it cannot end it."""
    fence = "`" * (max((len(run) for run in re.findall("`+", name)), default=0) + 1)
    return f"{fence} {name} {fence}" if "`" in name else f"`{name}`"


def table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table with one line a row; what a spreadsheet would take for a formula gets an apostrophe in front."""
    lines = [f"| {' | '.join(map(text, columns))} |", f"|{'---|' * len(columns)}"]
    return "\n".join([*lines, *(f"| {' | '.join(text(cell(value)) for value in row)} |" for row in rows)])
