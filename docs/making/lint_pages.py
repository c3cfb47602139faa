"""A page for each lint, from its docstring."""

import inspect
import re
from collections.abc import Iterator

from inspector import lints
from making.docstrings import Told, told
from making.markdown import block, code, link, page, section, table, text

_ADVICE = re.compile(r"^(Avoid|Prefer): +(.*)$")
_INDEX = (
    "A lint says what is wrong with a framework beyond its spelling. `inspector framework check` runs them all, and a framework "
    "with an error is never applied."
)


def pages() -> Iterator[tuple[str, str]]:
    """The path and the Markdown of every page on lints."""
    rows = [[link(name, f"lints/{name}.md", "lints/index.md"), text(_told(name).title)] for name in lints.ids()]
    yield "lints/index.md", page("Lints", _INDEX, table(["lint", "what is wrong"], rows))
    for name in lints.ids():
        yield f"lints/{name}.md", _page(name)


def _told(name: str) -> Told:
    return told(inspect.getdoc(lints.load(name)) or "")


def _page(name: str) -> str:
    found = _told(name)
    advice = [_ADVICE.match(line) for paragraph in found.before for line in paragraph.splitlines()]
    words = [one for one in found.before if not _ADVICE.match(one)]
    return page(
        name,
        f"**{text(found.title)}.**",
        f"A lint of frameworks. {code(f'inspector explain {name}')} prints this page.",
        *(text(one) for one in words),
        *(section(one[1], block(one[2])) for one in advice if one),
    )
