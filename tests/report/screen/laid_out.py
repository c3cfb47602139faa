"""One screen of a document as text, and what every screen has to hold to."""

import re
from typing import Any, cast

from inspector.report.document.shape import Document
from inspector.report.screen.cells import cells
from inspector.report.screen.lines import text_of
from inspector.report.screen.look import LINES, Look
from inspector.report.screen.render import screen
from inspector.report.wording import phrases


def lines_of(document: dict[str, Any], columns: int = 80, *, unicode: bool = True) -> list[str]:
    """The lines of a screen of so many columns."""
    look = Look(columns, unicode=unicode)
    return [text_of(line) for line in screen(cast("Document", document), look, phrases())]


def fits(lines: list[str], columns: int) -> None:
    """One screen, with a line left for what is typed next, and no line that is wider."""
    assert len(lines) < LINES
    assert [line for line in lines if cells(line) > columns] == []


def words_of(text: str) -> set[str]:
    """Its words, without the marks around them."""
    return {found for word in text.split() if (found := word.strip("“”‘’'\"()[],.;:…!?"))}


def texts_in(value: Any) -> str:
    """Every text in a value, one after the other."""
    if isinstance(value, dict):
        return " ".join(texts_in(part) for part in value.values())
    if isinstance(value, list):
        return " ".join(map(texts_in, value))
    return str(value)


def brackets(lines: list[str]) -> set[str]:
    """What stands in square brackets."""
    return set(re.findall(r"\[([^\[\] ]+)\]", " ".join(lines)))
