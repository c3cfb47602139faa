"""What is said more closely in a PDF: laying out costs time by the page, and paper is thick.

What a printed page leaves folded stays away. In the appendix findings have their evidence beside them, where it is first named
with its rows, and so the list of every fact is not needed. No words change; one longer than any line may be broken.
"""

import re
from collections.abc import Callable

from inspector.report.paper.tree import Element

AWAY = frozenset({"ids", "fold"})
"""Classes of what a printed page does not show."""
FACT, FINDING = "fact-", "finding-"
LONGEST = 120
"""Letters of a word as none is: looking for where to break a longer one costs with the square of its length."""


def compact(body: Element) -> None:
    """Make the body of a page ready for few sheets of paper."""
    _without(body, lambda one: not AWAY.isdisjoint(one.classes))
    for section in body.every("section"):
        if section.attributes.get("id") == "appendix":
            _appendix(section, _places(section))
    _unlinked(body)
    _breakable(body)


def _without(element: Element, away: Callable[[Element], bool]) -> None:
    element.children = [one for one in element.children if isinstance(one, str) or not away(one)]
    for one in element.elements:
        _without(one, away)


def _places(appendix: Element) -> dict[str, str]:
    """The rows of each fact, by its anchor."""
    found = {}
    for item in appendix.every("li"):
        anchor = item.attributes.get("id", "")
        if anchor.startswith(FACT):
            rows = next((one.text for one in item.every("span") if "note" in one.classes), "")
            found[anchor] = " ".join(rows.split())
    return found


def _appendix(appendix: Element, rows: dict[str, str]) -> None:
    """Findings with their rows; each entry of a list or cell as one stretch of text; no drawings, which stand before."""
    _without(appendix, lambda one: one.tag == "details" and any(_is_fact(item) for item in one.every("li")))
    _without(appendix, lambda one: one.tag == "details" and any(True for _ in one.every("svg")))
    for link in appendix.every("a"):
        if place := rows.pop(link.attributes.get("href", "")[1:], ""):
            link.children.append(f" {place}")
    for one in appendix.every("li", "td", "th"):
        parts = [part for part in one.elements if part.tag in ("p", "ul")]
        if parts and one.attributes.get("id", "").startswith(FINDING):
            # Words that make a finding concrete stand between; the page has them, and the stories those of the tests.
            parts = [parts[0], *(part for part in parts[1:-1] if "reply" in part.classes), parts[-1]]
        one.children = [
            " · ".join(" ".join(part.text.split()) for part in parts) if parts else " ".join(one.text.split())
        ]


def _is_fact(item: Element) -> bool:
    return item.attributes.get("id", "").startswith(FACT)


def _unlinked(body: Element) -> None:
    """Links to what is not here any more become text; so do those to the page's own sections, which contents lead to."""
    ids = {one.attributes["id"] for one in body.every() if "id" in one.attributes}
    for one in body.every():
        one.children = [_plain(child, ids) for child in one.children]


def _plain(child: Element | str, ids: set[str]) -> Element | str:
    if isinstance(child, Element) and child.tag == "a" and child.attributes.get("href", "")[1:] not in ids:
        return Element("span", {}, child.children)
    return child


def _breakable(body: Element) -> None:
    """Words that are longer than any line get places where they may be broken; drawings have none."""
    for one in body.every():
        if one.tag != "svg":
            one.children = [_with_breaks(child) if isinstance(child, str) else child for child in one.children]


def _with_breaks(text: str) -> str:
    return re.sub(rf"\S{{{LONGEST},}}", lambda word: "\u200b".join(re.findall(r".{1,40}", word[0], re.DOTALL)), text)
