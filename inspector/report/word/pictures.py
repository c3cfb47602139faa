"""Drawings within the text of a Word document, as inline pictures whose files lie beside."""

from inspector.report.harmless import xml_attribute
from inspector.report.paper.shapes import SMALL, Drawing, drawing
from inspector.report.paper.styles import Rules, inlined
from inspector.report.paper.tree import Element
from inspector.report.word.runs import spaced

HALF, WHOLE = 4_560, 8_200
"""How wide a figure is at most, in twentieths of a point: one of two side by side, and one by itself."""
MIDDLE = 480
"""From that width on a drawing stands by itself."""
EMU = 635
"""Of Word's finest unit to a twentieth of a point."""
_PICTURE = (
    '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{across}" cy="{down}"/>'
    '<wp:docPr id="{number}" name="Figure {number}" descr={says}/><a:graphic>'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
    '<pic:cNvPr id="{number}" name="Figure {number}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
    '<a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
    '<a:ext cx="{across}" cy="{down}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
    "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
)


class Pictures:
    """The drawings of one document, in their order; equal ones are kept once."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._kept: dict[Drawing, int] = {}
        self._count = 0

    @property
    def drawings(self) -> dict[int, Drawing]:
        """The drawings by their numbers."""
        return {number: made for made, number in self._kept.items()}

    def placed(self, picture: Element, room: int) -> str:
        """The run that shows a drawing. What it embeds is its number, in the place of its relation."""
        inlined(picture, self._rules)
        made = drawing(picture)
        kept = self._kept.setdefault(made, len(self._kept) + 1)
        self._count += 1
        width = _width(made, room)
        return _PICTURE.format(
            across=round(width * EMU),
            down=round(width * made.height / (made.width or 1) * EMU),
            number=self._count,
            says=xml_attribute(spaced(" ".join(one.text for one in picture.elements if one.tag in ("title", "desc")))),
            relation=kept,
        )


def _width(made: Drawing, room: int) -> float:
    """In twentieths of a point, no more than there is room for."""
    if made.width <= SMALL:
        return min(room, made.width * 9)
    return min(room, made.width * 15, HALF if made.width < MIDDLE else WHOLE)
