"""Tables of a Word document: rows that stay whole, heads that come again on each page, widths that are given."""

from collections.abc import Sequence

from inspector.report.word.styled import TABLE

AFTER = '<w:p><w:pPr><w:spacing w:before="0" w:after="60" w:line="120" w:lineRule="exact"/></w:pPr></w:p>'
"""Two tables without anything between them would become one."""
TALL = '<w:trHeight w:val="800" w:hRule="atLeast"/>'


def table(rows: Sequence[str], sizes: Sequence[int], border: str) -> str:
    """A table of rows, with the lines of that kind (`rows`, `fill-in` or none)."""
    grid = "".join(f'<w:gridCol w:w="{size}"/>' for size in sizes)
    whole = f'<w:tblW w:w="{sum(sizes)}" w:type="dxa"/>{TABLE.get(border, "")}<w:tblLayout w:type="fixed"/>'
    return f"<w:tbl><w:tblPr>{whole}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>{AFTER}"


def row(cells: Sequence[str], *, head: bool = False, tall: bool = False) -> str:
    """A row, not broken over pages."""
    kinds = f"<w:cantSplit/>{TALL if tall else ''}{'<w:tblHeader/>' if head else ''}"
    return f"<w:tr><w:trPr>{kinds}</w:trPr>{''.join(cells)}</w:tr>"


def cell(inside: str, size: int, style: str = "", fill: str = "") -> str:
    """A cell, on a ground of the colour `fill` where it has one; Word wants a paragraph at its end."""
    if not inside.endswith("</w:p>"):
        inside += f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr></w:p>' if style else "<w:p/>"
    ground = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{size}" w:type="dxa"/>{ground}</w:tcPr>{inside}</w:tc>'


def abreast(cells: Sequence[str], sizes: Sequence[int]) -> str:
    """Cells side by side, as many in a row as there are sizes, without lines."""
    step = len(sizes)
    rows = [list(cells[place : place + step]) for place in range(0, len(cells), step)]
    made = [row([*one, *(cell("", size) for size in sizes[len(one) :])]) for one in rows]
    return table(made, sizes, "") if made else ""
