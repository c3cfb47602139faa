"""Text within a paragraph of Word: runs in bold or small, links to other places of the document, drawings."""

import re
from collections.abc import Callable, Iterator, Sequence

from inspector.report.harmless import xml_text
from inspector.report.paper.tree import Element

MARKS = {"strong": "<w:b/>", "b": "<w:b/>", "th": "<w:b/>", "em": "<w:i/>", "i": "<w:i/>", "cite": "<w:i/>"}
CLASSES = {"note": '<w:color w:val="4A5560"/><w:sz w:val="16"/>', "mark": "<w:b/>", "chip": "<w:b/>"}
BAR = '<w:color w:val="005EB8"/>'
SMALL = '<w:color w:val="4A5560"/><w:sz w:val="17"/>'
_SPACE = re.compile(r"[ \t\n\r\f]+")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class Links:
    """The names of the places that links lead to: Word knows short names of plain letters alone."""

    def __init__(self, body: Element) -> None:
        wanted = {one.attributes.get("href", "") for one in body.every("a")}
        ids = [one.attributes["id"] for one in body.every() if "id" in one.attributes]
        heads = {one.attributes.get("id", "") for one in body.every("h2")}
        self._names = {id: f"_p{n}" for n, id in enumerate(ids) if f"#{id}" in wanted or id in heads}
        self._waiting: list[str] = []
        self._set: set[str] = set()
        self._count = 0

    def name(self, anchor: str) -> str:
        """The name of a place; empty for one that is not there."""
        return self._names.get(anchor, "")

    def mark(self, element: Element) -> str:
        """What sets the place of an element that links lead to; empty for any other."""
        name = self._names.get(element.attributes.get("id", ""), "")
        if not name or name in self._set:
            return ""
        self._set.add(name)
        self._count += 1
        return f'<w:bookmarkStart w:id="{self._count}" w:name="{name}"/><w:bookmarkEnd w:id="{self._count}"/>'

    def ahead(self, mark: str) -> None:
        """Keep a place for the next paragraph."""
        self._waiting.append(mark)

    def taken(self) -> str:
        """The places that waited for this paragraph."""
        found, self._waiting = "".join(self._waiting), []
        return found


def spaced(text: str) -> str:
    """The text with single spaces, as a browser shows it, without what XML cannot hold."""
    return _SPACE.sub(" ", _FORBIDDEN.sub("", text))


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    kind = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{kind}<w:t xml:space="preserve">{xml_text(text)}</w:t></w:r>'


def inline(parts: Sequence[Element | str], links: Links, picture: Callable[[Element], str]) -> Iterator[str]:
    """The runs of what stands in a paragraph; nothing where there is nothing to see. Spaces at both ends are left out."""
    found = [one for one in _inline(parts, "", links, picture) if one != ("", "", "")]
    texts = _trimmed(found)
    if not any(text.strip() or made for text, _, made in texts):
        return
    for text, properties, made in texts:
        if made:
            yield made
        elif text:
            yield run(text, properties)


Piece = tuple[str, str, str]
"""Text, its properties, or something made already."""


def _trimmed(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with one space between words however they are cut, and none at the ends."""
    found: list[Piece] = []
    ends_in_space = True
    for text, properties, made in pieces:
        if not made:
            text = text[1:] if ends_in_space and text.startswith(" ") else text
            ends_in_space = text.endswith(" ") if text else ends_in_space
        elif made.startswith("<w:r>"):
            ends_in_space = False
        found.append((text, properties, made))
    if found and not found[-1][2]:
        found[-1] = (found[-1][0].rstrip(" "), found[-1][1], "")
    return found


def _inline(
    parts: Sequence[Element | str], properties: str, links: Links, picture: Callable[[Element], str]
) -> Iterator[Piece]:
    for one in parts:
        if isinstance(one, str):
            yield spaced(one), properties, ""
        elif one.tag == "svg":
            yield "", "", picture(one)
        elif "bar" in one.classes:
            steps = "".join("■" if "on" in step.classes else "□" for step in one.elements)
            yield f"{steps} ", BAR, ""
        elif one.tag == "br":
            yield "", "", "<w:r><w:br/></w:r>"
        else:
            mark = links.mark(one)
            if mark:
                yield "", "", mark
            name = links.name(one.attributes.get("href", "")[1:]) if one.tag == "a" else ""
            if name:
                yield "", "", f'<w:hyperlink w:anchor="{name}">'
            yield from _inline(one.children, _more(one, properties), links, picture)
            if name:
                yield "", "", "</w:hyperlink>"


def _more(element: Element, properties: str) -> str:
    """The properties of a run within an element, each once, in the order that Word's schema asks for."""
    added = MARKS.get(element.tag, "")
    for name in element.classes:
        added += CLASSES.get(name, "")
    if element.tag == "small":
        added += SMALL
    both = properties + added
    order = ("<w:b/>", "<w:i/>", "<w:color ", "<w:sz ")
    pieces = {start: piece for piece in re.findall(r"<[^>]*/>", both) for start in order if piece.startswith(start)}
    return "".join(pieces[start] for start in order if start in pieces)
