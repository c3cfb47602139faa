"""The body of a Word document as WordprocessingML, from the tree of a page."""

from collections.abc import Iterator, Sequence

from inspector.report.paper.prepared import CaseFile
from inspector.report.paper.styles import drawn
from inspector.report.paper.tree import Element
from inspector.report.paper.widths import widths
from inspector.report.word.pictures import Pictures
from inspector.report.word.runs import Links, inline, run
from inspector.report.word.styled import FILLS, HEADINGS, STYLES
from inspector.report.word.tables import abreast, cell, row, table

BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "caption", "dd", "details", "div", "dl", "dt", "figcaption",
        "figure", "footer", "form", "h1", "h2", "h3", "h4", "header", "hgroup", "hr", "li", "main", "ol", "p", "pre", "section",
        "summary", "table", "ul",
    }
)  # fmt: skip
ABREAST = frozenset({"charts", "pair", "voices"})
"""Classes of what stands side by side."""
TALE, CHART = "tale", 0.4
"""The class of a chart with its story beside it, and the share of the width that the chart has."""
TWIPS = 9_740
"""How wide the text of an A4 page is, in twentieths of a point: 210 mm less two margins of 19 mm."""
STEP = 360
"""How far each level of a list is moved in."""
Parts = Sequence[Element | str]


class Body:
    """Makes the body of one document: `blocks` gives paragraphs and tables, `pictures` has what they show."""

    def __init__(self, case: CaseFile) -> None:
        self.pictures = Pictures(drawn(case.style))
        self.links = Links(case.body)
        self._room = TWIPS

    def blocks(self, element: Element, style: str = "", room: int = TWIPS) -> Iterator[str]:
        """What is in an element: each block by itself, and texts between blocks as paragraphs of their own.

        `style` is that of paragraphs that have none of their own, `room` how wide they may be in twentieths of a point.
        """
        for loose, block in self._parts(element):
            if block is None:
                yield from self._paragraph(loose, style, room)
            else:
                yield from self._block(block, style, room)

    def _parts(self, element: Element) -> Iterator[tuple[Parts, Element | None]]:
        """What is in an element: stretches of text, and blocks, in their order."""
        loose: list[Element | str] = []
        for one in element.children:
            if isinstance(one, Element) and (one.tag in BLOCKS or _holds(one)):
                yield loose, None
                loose = []
                yield (), one
            else:
                loose.append(one)
        yield loose, None

    def _block(self, one: Element, style: str, room: int) -> Iterator[str]:
        style = next((STYLES[name] for name in one.classes if name in STYLES), STYLES.get(one.tag, style))
        self.links.ahead(self.links.mark(one))
        if one.tag in HEADINGS:
            yield from self._paragraph(one.children, HEADINGS[one.tag], room)
        elif one.tag in ("ol", "ul") and ABREAST.isdisjoint(one.classes):
            yield from self._list(one, style, room)
        elif one.tag == "table":
            yield from self._table(one, room)
        elif not ABREAST.isdisjoint(one.classes):
            yield self._abreast(one, style, [room // 2, room // 2])
        elif TALE in one.classes and len(one.elements) == 2:
            chart = round(room * CHART)
            yield self._abreast(one, style, [chart, room - chart])
        elif one.tag != "hr":
            yield from self.blocks(one, style, room)

    def _abreast(self, one: Element, style: str, sizes: Sequence[int]) -> str:
        cells = []
        for place, part in enumerate(one.elements):
            size = sizes[place % len(sizes)]
            fill = next((FILLS[name] for name in part.classes if name in FILLS), "")
            cells.append(cell("".join(self._block(part, style, size - 220)), size, fill=fill))
        return abreast(cells, sizes)

    def _paragraph(self, parts: Parts, style: str, room: int, before: str = "", level: int = 0) -> Iterator[str]:
        runs = "".join(inline(parts, self.links, lambda picture: self.pictures.placed(picture, room)))
        if not runs:
            return
        lead = f"{run(before)}<w:r><w:tab/></w:r>" if before else ""
        indent = f'<w:ind w:left="{STEP * level}" w:hanging="{STEP if before else 0}"/>' if level else ""
        kind = f'<w:pStyle w:val="{style}"/>' if style else ""
        yield f"<w:p><w:pPr>{kind}{indent}</w:pPr>{self.links.taken()}{lead}{runs}</w:p>"

    def _list(self, one: Element, style: str, room: int, level: int = 1) -> Iterator[str]:
        start = one.attributes.get("start", "1")
        numbered = one.tag == "ol" and "records" not in one.classes
        for number, item in enumerate(one.elements, int(start) if start.isdecimal() else 1):
            self.links.ahead(self.links.mark(item))
            mark = f"{number}." if numbered else "•"
            for loose, block in self._parts(item):
                made = list(self._in_item(loose, block, style or STYLES["li"], room, mark, level))
                mark = "" if made else mark
                yield from made

    def _in_item(
        self, loose: Parts, block: Element | None, style: str, room: int, mark: str, level: int
    ) -> Iterator[str]:
        """A part of an item; `mark` stands before its first paragraph."""
        if block is None:
            yield from self._paragraph(loose, style, room, mark, level)
        elif block.tag in ("ul", "ol"):
            yield from self._list(block, style, room, level + 1)
        elif block.tag not in BLOCKS or block.tag == "p" or not _holds(block):
            kind = next((STYLES[name] for name in block.classes if name in STYLES), style)
            self.links.ahead(self.links.mark(block))
            yield from self._paragraph(block.children, kind, room, mark, level)
        else:
            yield from self._block(block, style, room)

    def _table(self, given: Element, room: int) -> Iterator[str]:
        for caption in given.every("caption"):
            yield from self._paragraph(caption.children, STYLES["caption"], room)
        heads = {id(one) for head in given.every("thead") for one in head.every("tr")}
        fill_in = "fill-in" in given.classes
        shares = widths(given)
        sizes = [room // len(shares) if fill_in else round(room * share / 100) for share in shares]
        rows = []
        for one in given.every("tr"):
            head = id(one) in heads
            self.links.ahead(self.links.mark(one))
            cells = [self._cell(part, size, head) for part, size in zip(one.elements, sizes, strict=False)]
            cells += [cell("", size, "TableText") for size in sizes[len(cells) :]]
            rows.append(row(cells, head=head, tall=fill_in and not head))
        if rows and sizes:
            yield table(rows, sizes, "fill-in" if fill_in else "rows")

    def _cell(self, given: Element, size: int, head: bool) -> str:
        style = "TableHead" if head or given.tag == "th" else "TableText"
        return cell("".join(self.blocks(given, style, size - 160)), size, style)


def _holds(element: Element) -> bool:
    """Whether blocks are in what is none itself."""
    return element.tag != "svg" and any(one.tag in BLOCKS for one in element.every())
