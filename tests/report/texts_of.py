"""The text of each format of an example, as a reader has it: what tests of completeness, truth and reading ease go over."""

import html
import re
from functools import cache
from html.parser import HTMLParser

from inspector.report import render
from inspector.report.screen.look import Look
from inspector.report.screen.render import screen
from inspector.report.wording import phrases
from tests.inspected import inspected
from tests.report.results import as_text, page, result

READ = ("screen", "full", "html", "markdown")
"""Those that are made at once; `docx` and `pdf` take seconds, and libraries of their own."""
_SKIPPED = {"style", "script", "svg"}
_BLOCKS = {
    "p", "li", "h1", "h2", "h3", "h4", "h5", "td", "th", "caption", "summary", "blockquote", "figcaption", "dt", "dd", "div",
    "section", "header", "footer", "main", "nav", "article",
}  # fmt: skip


class Blocks(HTMLParser):
    """The text of a page, a line a block, without style sheets and pictures."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = [""]
        self._within: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, *_: object) -> None:
        if tag in _SKIPPED:
            self._within.append(tag)
        elif tag in _BLOCKS or tag == "br":
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:
        if self._within and tag == self._within[-1]:
            self._within.pop()
        elif tag in _BLOCKS:
            self.found.append("")

    def handle_data(self, data: str) -> None:
        if not self._within:
            self.found[-1] += data

    def lines(self) -> list[str]:
        return [" ".join(one.split()) for one in self.found if one.strip()]


def unmarked(markdown: str) -> str:
    """Markdown as text: escapes undone, marks of headings, lists, tables and quotes gone."""
    text = html.unescape(re.sub(r"\\([^\w\s]|_)|\\(?=[0-9])", lambda found: found[1] or "", markdown))
    return re.sub(r"(?m)^(?:#+ |- |> |\d+\. |\| )|`|\*\*|^\|(?:---\|)+$", "", text)


@cache
def text_of(example: str, form: str) -> str:
    """The text of an example in a format, a line a block; on a terminal as it is folded."""
    if form == "screen":
        lines = screen(result(example), Look(80, colour=False, unicode=True), phrases())  # type: ignore[arg-type]
        return "\n".join("".join(part if isinstance(part, str) else part[0] for part in line) for line in lines)
    if form == "full":
        return as_text(inspected(example))
    if form == "html":
        return "\n".join(Blocks(page(example)).lines())
    if form == "markdown":
        return unmarked(render(result(example), "markdown"))
    from tests.report.paper_texts import docx_of, docx_text, pdf_of, pdf_text

    return docx_text(docx_of(example)) if form == "docx" else pdf_text(pdf_of(example))


def close(text: str) -> str:
    """Letters and digits alone, small: where lines are broken, and how things are marked, says nothing."""
    return re.sub(r"[\W_]+", "", text).casefold()
