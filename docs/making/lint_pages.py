"""A page for each lint, from its docstring."""

import inspect
import re
import textwrap
from collections.abc import Iterator

from inspector import lints
from making.docstrings import Told, told
from making.markdown import block, code, link, page, section, table, text

_ADVICE = re.compile(r"^(Avoid|Prefer): +(.*)$")
_INDEX = (
    "A lint says what is wrong with a framework beyond its spelling. `inspector framework check` runs them all, and a framework "
    "with an error is never applied."
)

_WAIVING = (
    "A rule, a row, a theme or the framework itself can ask a lint to be silent about it, with `waive`: which lint, because of "
    "what, by whom, and until which day. Every result that is judged by the framework lists what is waived. A waiver is refused "
    "when it has expired, and when there is nothing to waive."
)
_HEADINGS = {"What": "What it finds", "Why": "Why it matters", "Waive": "How to waive it"}
_LEVELS = {
    "error": "It is an error: the framework is not applied until it is mended or waived.",
    "query": "It is a query: somebody should look, and it may be right.",
}


def pages() -> Iterator[tuple[str, str]]:
    """The path and the Markdown of every page on lints."""
    rows = [
        [link(name, f"lints/{name}.md", "lints/index.md"), *_sorted_in(name), text(_told(name).title)]
        for name in lints.ids()
    ]
    head = ["lint", "family", "level", "what is wrong"]
    yield "lints/index.md", page("Lints", _INDEX, table(head, sorted(rows, key=lambda row: row[1])), _WAIVING)
    for name in lints.ids():
        yield f"lints/{name}.md", _page(name)


def _told(name: str) -> Told:
    return told(inspect.getdoc(lints.load(name)) or "")


def _sorted_in(name: str) -> tuple[str, str]:
    """The family and the level of a lint; a plugin's may have neither."""
    module = lints.load(name)
    return text(getattr(module, "FAMILY", "")), text(getattr(module, "LEVEL", ""))


def _page(name: str) -> str:
    found = _told(name)
    advice = [_ADVICE.match(line) for paragraph in found.before for line in paragraph.splitlines()]
    words = [one for one in found.before if not _ADVICE.match(one)]
    family, level = _sorted_in(name)
    return page(
        name,
        f"**{text(found.title)}.**",
        f"A lint of frameworks{f', of the family {family}' if family else ''}. {_LEVELS.get(level, '')} "
        f"{code(f'inspector explain {name}')} prints this page.",
        *(text(one) for one in words),
        *(section(one[1], block(one[2])) for one in advice if one),
        *(section(_HEADINGS.get(head, head), _said(head, lines)) for head, lines in found.sections),
    )


def _said(head: str, lines: tuple[str, ...]) -> str:
    if head in ("Bad", "Good"):
        return block(textwrap.dedent("\n".join(lines)), "yaml")
    return text(" ".join(line.strip() for line in lines))
