"""What a page becomes in a case file: contents, sections, and a form for signatures and the authority's reply."""

from dataclasses import dataclass

from inspector.report.paper.form import form
from inspector.report.paper.tree import Element, read
from inspector.report.wording import Words

FOR_SCREENS = frozenset({"skip", "unseen", "to", "screen", "data"})
"""Classes of what helps on a screen alone: ways through the page, and the figures of charts as tables."""
CLOSE = frozenset({"tried"})
"""Classes of what is one paragraph on paper."""
HEADINGS = ("h2", "h3")


@dataclass(frozen=True, slots=True)
class Heading:
    """A line of the contents: how deep, where it leads, what it says."""

    depth: int
    anchor: str
    says: str


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A page for paper: its title and language, its style, the body as a tree, and its contents."""

    title: str
    language: str
    style: str
    body: Element
    contents: tuple[Heading, ...]


def prepared(page: str, words: Words) -> CaseFile:
    """The page (any of the family) without what is for screens, with a form behind its last section."""
    tree = read(page)
    body = next(tree.every("body"))
    _prune(body)
    main = next(body.every("main"), body)
    main.children.append(form(words))
    return CaseFile(
        title=" ".join(next(tree.every("title")).text.split()),
        language=next(tree.every("html")).attributes.get("lang", "en"),
        style="".join(one.text for one in tree.every("style")),
        body=body,
        contents=tuple(_contents(main)),
    )


def for_screens(element: Element) -> bool:
    """Whether an element is of no use on paper: ways through the page, and figures of charts as folded tables."""
    if element.tag in ("nav", "script") or "data-screen" in element.attributes:
        return True
    return not FOR_SCREENS.isdisjoint(element.classes)


def _prune(element: Element) -> None:
    kept: list[Element | str] = []
    for one in element.children:
        if isinstance(one, Element):
            if for_screens(one) or (one.tag == "details" and element.tag == "figure"):
                continue
            _prune(one)
            if not CLOSE.isdisjoint(one.classes):
                one.tag, one.children = "p", _close(one)
        kept.append(one)
    element.children = kept


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


def _contents(main: Element) -> list[Heading]:
    found = []
    for number, one in enumerate(main.every(*HEADINGS), 1):
        anchor = one.attributes.setdefault("id", f"heading-{number}")
        if one.tag == "h2":
            found.append(Heading(1, anchor, " ".join(one.text.split())))
    return found
