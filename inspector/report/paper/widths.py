"""How wide the columns of a table should be, from what stands in them."""

from inspector.report.paper.tree import Element

LEAST, MOST = 6, 60
DRAWING, BAR = 14, 9
"""Characters: a column counts as no narrower, and as no wider; and how many a drawing and a bar count for."""


def widths(table: Element) -> list[float]:
    """The share of each column in per cent; they sum to 100. Empty for a table without cells."""
    rows = [[_shown(cell) for cell in row.elements] for row in table.every("tr")]
    count = max(map(len, rows), default=0)
    wants = [_wanted([row[place] for row in rows if place < len(row)]) for place in range(count)]
    return [round(want / sum(wants) * 100, 1) for want in wants]


def _shown(cell: Element) -> str:
    """The text of a cell, with a word in place of each drawing or bar."""
    drawn = [DRAWING if one.tag == "svg" else BAR for one in cell.every() if one.tag == "svg" or "bar" in one.classes]
    return " ".join([*("x" * size for size in drawn), *_text(cell).split()])


def _text(element: Element) -> str:
    return "".join(one if isinstance(one, str) else "" if one.tag == "svg" else _text(one) for one in element.children)


def _wanted(cells: list[str]) -> float:
    """Between the longest word and the mean length of what is not empty."""
    word = max((len(part) for cell in cells for part in cell.split()), default=0)
    filled = [len(cell) for cell in cells if cell]
    mean = sum(filled) / len(filled) if filled else 0.0
    return float(min(MOST, max(LEAST, 1.15 * min(word, 24) + 1, 1.6 * mean**0.75)))
