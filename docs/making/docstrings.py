"""The docstrings of signals, probes and lints taken apart: a title, then sections with a heading and a colon."""

import re
from typing import NamedTuple

_HEADING = re.compile(r"^([A-Z][A-Za-z ]+):$")


class Told(NamedTuple):
    """A docstring: its first sentence, paragraphs before any section, and the sections in order."""

    title: str
    before: tuple[str, ...]
    sections: tuple[tuple[str, tuple[str, ...]], ...]


def told(doc: str) -> Told:
    """`doc`, as `inspect.getdoc` gives it, taken apart."""
    title, *paragraphs = [part for part in re.split(r"\n\s*\n", doc.strip()) if part]
    before: list[str] = []
    sections: list[tuple[str, tuple[str, ...]]] = []
    for paragraph in paragraphs:
        first, *rest = paragraph.splitlines()
        heading = _HEADING.match(first)
        if heading:
            sections.append((heading[1], tuple(rest)))
        elif sections:
            name, lines = sections[-1]
            sections[-1] = (name, (*lines, "", *paragraph.splitlines()))
        else:
            before.append(paragraph)
    return Told(title.rstrip("."), tuple(before), tuple(sections))


def sentences(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Lines that are items of their own: one ends where its line ends with a full stop or a question mark."""
    items: list[str] = []
    open_ = False
    for line in (one.strip() for one in lines):
        if open_:
            items[-1] += f" {line}"
        elif line:
            items.append(line)
        open_ = bool(line) and not line.endswith((".", "?"))
    return tuple(items)
