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


def cell(inside: str, size: int, style: str = "") -> str:
    """A cell; Word wants a paragraph at its end."""
    if not inside.endswith("</w:p>"):
        inside += f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr></w:p>' if style else "<w:p/>"
    return f'<w:tc><w:tcPr><w:tcW w:w="{size}" w:type="dxa"/></w:tcPr>{inside}</w:tc>'


def two_abreast(cells: Sequence[str], size: int) -> str:
    """What is in the cells side by side, two in a row, without lines."""
    pairs = [[*cells[place : place + 2], ""][:2] for place in range(0, len(cells), 2)]
    rows = [row([cell(one, size) for one in pair]) for pair in pairs]
    return table(rows, [size, size], "") if rows else ""
