"""The body of a Word document as WordprocessingML, from the tree of a page. Pictures are collected beside it."""

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from inspector.report.paper.prepared import CaseFile
from inspector.report.paper.styles import drawn, inlined
from inspector.report.paper.tree import Element
from inspector.report.paper.widths import widths
from inspector.report.word.runs import Links, inline, run, spaced
from inspector.report.word.shapes import Drawing, drawing
from inspector.report.word.styled import STYLES, TABLE

BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "caption", "dd", "details", "div", "dl", "dt", "figcaption", "figure",
        "footer", "form", "h1", "h2", "h3", "h4", "header", "hgroup", "hr", "li", "main", "ol", "p", "pre", "section", "summary",
        "table", "ul",
    }
)  # fmt: skip
HEADINGS = {"h1": "Title", "h2": "Heading1", "h3": "Heading2", "h4": "Heading3", "h5": "Heading3"}
TWIPS = 9_740
"""How wide the text of an A4 page is, in twentieths of a point: 210 mm less two margins of 19 mm."""
EMU = 635
"""Of Word's finest unit to a twentieth of a point."""
LARGEST = 9_400
SMALL = 64
"""A drawing that is no wider is an icon within text."""


class Body:
    """Makes the body of one document: `blocks(element)` gives its paragraphs and tables, `pictures` what they show."""

    def __init__(self, case: CaseFile) -> None:
        self.pictures: list[tuple[Drawing, str]] = []
        self._rules = drawn(case.style)
        self.links = Links(case.body)

    def blocks(self, element: Element, style: str = "", width: int = TWIPS) -> Iterator[str]:
        """What is in an element: each block by itself, and texts between blocks as paragraphs of their own."""
        loose: list[Element | str] = []
        for one in element.children:
            if isinstance(one, Element) and (one.tag in BLOCKS or self._holds(one)):
                yield from self._paragraph(loose, style)
                loose = []
                yield from self._block(one, style, width)
            else:
                loose.append(one)
        yield from self._paragraph(loose, style)

    def _holds(self, element: Element) -> bool:
        return element.tag != "svg" and any(one.tag in BLOCKS for one in element.every())

    def _block(self, one: Element, style: str, width: int) -> Iterator[str]:
        style = next((STYLES[name] for name in one.classes if name in STYLES), style)
        if one.tag in HEADINGS:
            yield from self._paragraph(one.children, HEADINGS[one.tag], self.links.mark(one))
            return
        if mark := self.links.mark(one):
            # The place that others point to is the first paragraph within.
            self.links.ahead(mark)
        if one.tag in ("ol", "ul"):
            yield from self._list(one, style, width)
        elif one.tag == "table":
            yield from self._table(one, width)
        elif "charts" in one.classes or "multiples" in one.classes:
            yield from self._two_abreast(one, style, width)
        elif one.tag == "dl":
            yield from self._pairs(one, style, width)
        elif one.tag == "hr":
            return
        else:
            yield from self.blocks(one, STYLES.get(one.tag, style), width)

    def _paragraph(
        self, parts: Sequence["Element | str"], style: str, mark: str = "", before: str = "", level: int = 0
    ) -> Iterator[str]:
        runs = "".join(inline(parts, self.links, self._icon))
        if not runs:
            return
        begins = mark or self.links.taken()
        lead = f"{run(before)}<w:r><w:tab/></w:r>" if before else ""
        indent = f'<w:ind w:left="{360 * level}" w:hanging="{360 if before else 0}"/>' if level else ""
        kind = f'<w:pStyle w:val="{style}"/>' if style else ""
        yield f"<w:p><w:pPr>{kind}{indent}</w:pPr>{begins}{lead}{runs}</w:p>"

    def _list(self, one: Element, style: str, width: int, level: int = 1) -> Iterator[str]:
        start = one.attributes.get("start", "1")
        number = int(start) if start.isdigit() else 1
        for item in one.elements:
            mark = f"{number}." if one.tag == "ol" and "records" not in one.classes else "•"
            number += 1
            if target := self.links.mark(item):
                self.links.ahead(target)
            for text, inner in self._lines(item):
                if inner is None:
                    found = list(self._paragraph(text, style or STYLES["li"], before=mark, level=level))
                    mark = mark if not found else ""
                    yield from found
                elif inner.tag in ("ul", "ol"):
                    yield from self._list(inner, style, width, level + 1)
                elif inner.tag == "p" or not self._holds(inner):
                    kind = next((STYLES[name] for name in inner.classes if name in STYLES), style or STYLES["li"])
                    found = list(self._paragraph(inner.children, kind, before=mark, level=level))
                    mark = mark if not found else ""
                    yield from found
                else:
                    yield from self._block(inner, style, width)

    def _lines(self, item: Element) -> Iterator[tuple[list["Element | str"], Element | None]]:
        """What is in an item of a list: runs of text, and blocks."""
        loose: list[Element | str] = []
        for one in item.children:
            if isinstance(one, Element) and (one.tag in BLOCKS or self._holds(one)):
                yield loose, None
                loose = []
                yield [], one
            else:
                loose.append(one)
        yield loose, None

    def _pairs(self, one: Element, style: str, width: int) -> Iterator[str]:
        for part in one.elements:
            if part.tag == "div":
                yield from self._pairs(part, style, width)
            elif part.tag == "dt":
                yield from self._paragraph(part.children, STYLES["dt"])
            else:
                yield from self.blocks(part, style, width)

    def _table(self, table: Element, width: int) -> Iterator[str]:
        for caption in table.every("caption"):
            yield from self._paragraph(caption.children, STYLES["caption"])
        rows = list(table.every("tr"))
        heads = {id(row) for head in table.every("thead") for row in head.every("tr")}
        fill_in = "fill-in" in table.classes
        shares = widths(table)
        sizes = [round(width * share / 100) for share in shares]
        if fill_in:
            sizes = [width // len(shares)] * len(shares)
        if rows:
            grid = "".join(f'<w:gridCol w:w="{size}"/>' for size in sizes)
            lines = "".join(self._row(row, sizes, id(row) in heads, fill_in) for row in rows)
            properties = f'<w:tblW w:w="{sum(sizes)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            border = TABLE["fill-in" if fill_in else "rows"]
            yield f"<w:tbl><w:tblPr>{properties.replace('<w:tblLayout', border + '<w:tblLayout')}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>"
            yield '<w:p><w:pPr><w:spacing w:before="0" w:after="60" w:line="120" w:lineRule="exact"/></w:pPr></w:p>'

    def _row(self, row: Element, sizes: Sequence[int], head: bool, fill_in: bool) -> str:
        mark = self.links.mark(row)
        if mark:
            self.links.ahead(mark)
        cells = []
        for cell, size in zip(row.elements, sizes, strict=False):
            style = "TableHead" if head or cell.tag == "th" else "TableText"
            inside = "".join(self.blocks(cell, style, size - 160)) or f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr></w:p>'
            inside = inside if inside.endswith("</w:p>") else f"{inside}<w:p/>"
            cells.append(f'<w:tc><w:tcPr><w:tcW w:w="{size}" w:type="dxa"/></w:tcPr>{inside}</w:tc>')
        for size in sizes[len(cells) :]:
            cells.append(f'<w:tc><w:tcPr><w:tcW w:w="{size}" w:type="dxa"/></w:tcPr><w:p/></w:tc>')
        tall = '<w:trHeight w:val="800" w:hRule="atLeast"/>' if fill_in and not head else ""
        again = "<w:tblHeader/>" if head else ""
        return f"<w:tr><w:trPr><w:cantSplit/>{tall}{again}</w:trPr>{''.join(cells)}</w:tr>"

    def _two_abreast(self, one: Element, style: str, width: int) -> Iterator[str]:
        """Figures in pairs, in a table without lines."""
        figures = one.elements
        half = width // 2
        rows = []
        for place in range(0, len(figures), 2):
            cells = []
            for figure in (*figures[place : place + 2], None)[:2]:
                inside = "".join(self._block(figure, style, half - 200)) if figure else ""
                inside = inside if inside.endswith("</w:p>") else f"{inside}<w:p/>"
                cells.append(f'<w:tc><w:tcPr><w:tcW w:w="{half}" w:type="dxa"/></w:tcPr>{inside}</w:tc>')
            rows.append(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>")
        if rows:
            grid = f'<w:gridCol w:w="{half}"/>' * 2
            yield f'<w:tbl><w:tblPr><w:tblW w:w="{2 * half}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'
            yield "<w:p/>"

    def _icon(self, picture: Element) -> str:
        """A drawing within text: an icon as high as its line, or a figure as wide as there is room."""
        inlined(picture, self._rules)
        made = drawing(picture)
        says = spaced(" ".join(one.text for one in picture.elements if one.tag in ("title", "desc")))
        self.pictures.append((made, says))
        width = made.width * 15 if made.width > SMALL else made.width * 9
        width = min(LARGEST, width, 4_600 if made.width > SMALL and made.width < 480 else LARGEST)
        across, down = round(width * EMU), round(width * made.height / (made.width or 1) * EMU)
        number = len(self.pictures)
        return PICTURE.format(across=across, down=down, number=number, says=quoteattr(says), relation=f"{{rel:{number}}}")


PICTURE = (
    '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{across}" cy="{down}"/>'
    '<wp:docPr id="{number}" name="Figure {number}" descr={says}/><a:graphic>'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
    '<pic:cNvPr id="{number}" name="Figure {number}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
    '<a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
    '<a:ext cx="{across}" cy="{down}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
    "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
)


def contents(case: CaseFile, links: Links) -> str:
    """Lines of contents, each with the number of its page as a field that Word works out."""
    lines = []
    for one in case.contents:
        anchor = links.name(one.anchor)
        number = field(f"PAGEREF {anchor} \\h", "…")
        lines.append(
            f'<w:p><w:pPr><w:pStyle w:val="Contents"/></w:pPr><w:hyperlink w:anchor="{anchor}">{run(one.says)}'
            f"<w:r><w:tab/></w:r>{number}</w:hyperlink></w:p>"
        )
    return "".join(lines)


def field(code: str, shown: str) -> str:
    """A field of Word, with what it shows until it is worked out."""
    kinds = ("begin", "separate", "end")
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in kinds)
    told = f'<w:r><w:instrText xml:space="preserve"> {escape(code)} </w:instrText></w:r>'
    return f"{begin}{told}{separate}{run(shown)}{end}"
