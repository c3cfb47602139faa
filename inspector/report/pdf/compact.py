"""What a page leaves out, or says more closely, in a PDF: laying out costs time by the page, and paper is thick.

What is folded on the page as more of the same stays away, as it does when the page is printed. In the appendix findings have their
evidence beside them, where it is first named with its rows, and so the list of every fact is not needed. No words change.
"""

from collections.abc import Callable

from inspector.report.paper.tree import Element

AWAY = frozenset({"fold", "ids", "data"})
"""Classes of what a printed page does not show."""
CLOSE = frozenset({"tried"})
"""Classes of what is laid out as one paragraph."""
FACT = "fact-"


def compact(body: Element) -> None:
    """Make the body of a page ready for few sheets of paper."""
    _without(body, lambda one: not AWAY.isdisjoint(one.classes))
    for section in body.every("section"):
        if section.attributes.get("id") == "appendix":
            _appendix(section, _places(section))
    for one in body.every():
        if not CLOSE.isdisjoint(one.classes):
            one.tag, one.children = "p", _close(one)
    _unlinked(body)


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
        one.children = [
            " · ".join(" ".join(part.text.split()) for part in parts) if parts else " ".join(one.text.split())
        ]


def _is_fact(item: Element) -> bool:
    return item.attributes.get("id", "").startswith(FACT)


def _close(one: Element) -> list[Element | str]:
    """The head of a test as it is, and behind it each line as `Aim: …`."""
    made: list[Element | str] = []
    for part in one.elements:
        if part.tag != "dl":
            made += [*part.children, " "]
            continue
        for line in part.elements:
            text = " ".join(line.text.split())
            if line.tag == "dt":
                made.append(Element("i", {}, [f"{text}: "]))
            else:
                made.append(text if text.endswith((".", "?", "!", "…")) else f"{text}. ")
                made.append(" ")
    return made


def _unlinked(body: Element) -> None:
    """Links to what is not here any more become text; so do those to the page's own sections, which contents lead to."""
    ids = {one.attributes["id"] for one in body.every() if "id" in one.attributes}
    for one in body.every():
        one.children = [_plain(child, ids) for child in one.children]


def _plain(child: Element | str, ids: set[str]) -> Element | str:
    if isinstance(child, Element) and child.tag == "a" and child.attributes.get("href", "")[1:] not in ids:
        return Element("span", {}, child.children)
    return child
