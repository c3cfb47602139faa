"""What a reader has of a page or of Markdown: its text, a line a block, without marks, styles and pictures."""

import html
import re
from html.parser import HTMLParser

_SKIPPED = frozenset(("style", "script", "svg"))
_BLOCKS = frozenset((
    "p", "li", "h1", "h2", "h3", "h4", "h5", "tr", "caption", "summary", "blockquote", "figcaption", "dt", "dd", "div", "section",
    "header", "footer", "main", "nav", "article", "br",
))  # fmt: skip
CELL = " | "
"""What stands between the cells of a row."""


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.made: list[str] = []
        self.skipped = 0

    def handle_starttag(self, tag: str, *_: object) -> None:
        self.skipped += tag in _SKIPPED
        self.made += ["\n"] if tag in _BLOCKS else [CELL] if tag in ("td", "th") else []

    def handle_endtag(self, tag: str) -> None:
        self.skipped -= tag in _SKIPPED
        self.made += ["\n"] if tag in _BLOCKS else []

    def handle_data(self, data: str) -> None:
        self.made += [] if self.skipped else [" ".join(f".{data}.".split())[1:-1]]


def blocks(page: str) -> str:
    """The text of a page."""
    read = _Text()
    read.feed(page)
    lines = (re.sub(r"\s+", " ", one).strip(" |") for one in "".join(read.made).split("\n"))
    return "\n".join(line for line in lines if line)


def unmarked(markdown: str) -> str:
    """Markdown as text: escapes undone, marks of headings, lists, tables and quotes gone."""
    text = html.unescape(re.sub(r"\\([^\w\s]|_)|\\(?=[0-9])", lambda found: found[1] or "", markdown))
    return re.sub(r"(?m)^(?:#+ |- |> |\d+\. |\| )|`|\*\*|^\|(?:---\|)+$| \|$", "", text)
