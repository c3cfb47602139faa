"""A page of ours as a tree of elements and texts, and written again."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from inspector.report.harmless import xml_attribute, xml_text

VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"})
RAW = frozenset({"style", "script"})


@dataclass(slots=True)
class Element:
    """An element: its name and attributes in lower case, and what is in it in order."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: "list[Element | str]" = field(default_factory=list)

    @property
    def classes(self) -> list[str]:
        """The classes of the element."""
        return self.attributes.get("class", "").split()

    @property
    def elements(self) -> "list[Element]":
        """The elements directly in this one."""
        return [one for one in self.children if isinstance(one, Element)]

    def every(self, *tags: str) -> "Iterator[Element]":
        """The elements of these names in this one, at any depth, in their order; all elements without names."""
        for one in self.elements:
            if not tags or one.tag in tags:
                yield one
            yield from one.every(*tags)

    @property
    def text(self) -> str:
        """The text in this element, spaces as they are."""
        return "".join(one if isinstance(one, str) else one.text for one in self.children)


def read(page: str) -> Element:
    """The page as an element without a name. Made for pages of ours, in which every element that is not void is closed."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return reader.root


def written(element: Element, without: Callable[[Element], bool] = lambda _: False) -> str:
    """The element as HTML, without those (and what is in them) of which `without` says so."""
    parts: list[str] = []
    _write(element, without, parts)
    return "".join(parts)


def _write(element: Element, without: Callable[[Element], bool], parts: list[str]) -> None:
    if element.tag:
        attributes = "".join(f" {name}={xml_attribute(value)}" for name, value in element.attributes.items())
        parts.append(f"<{element.tag}{attributes}>")
    for one in element.children:
        if isinstance(one, str):
            parts.append(one if element.tag in RAW else xml_text(one))
        elif not without(one):
            _write(one, without, parts)
    if element.tag and element.tag not in VOID:
        parts.append(f"</{element.tag}>")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        made = self._add(tag, attrs)
        if tag not in VOID:
            self._open.append(made)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._add(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        for place in range(len(self._open) - 1, 0, -1):
            if self._open[place].tag == tag:
                del self._open[place:]
                return

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)

    def _add(self, tag: str, attrs: list[tuple[str, str | None]]) -> Element:
        made = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(made)
        return made
