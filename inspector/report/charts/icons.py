"""The icons of variation of Making Data Count, drawn anew: by shape as well as by colour, with H for high and L for low.

A diamond is an improvement, a square a concern and a disc the usual variation, as the points of a chart are. There are no
icons of assurance: they ask whether a target will be met, and what is a target is for others to say.
"""

from inspector.report.charts import svg
from inspector.report.document.shape.pictures import Icon

SIZE = 28.0
_OUTLINES = {
    "improvement": '<path d="M14,1.5 L26.5,14 L14,26.5 L1.5,14 z" class="i-better"/>',
    "concern": '<rect x="2.5" y="2.5" width="23" height="23" class="i-worse"/>',
    "common": '<circle cx="14" cy="14" r="12" class="i-common"/>',
}
_DOTS = ((6.5, 12.5), (11.5, 16.0), (16.5, 12.5), (21.5, 15.5))


def chart(icon: Icon, id: str, says: str) -> str:
    """The icon with the words that stand for it; nothing for `none`."""
    if icon == "none":
        return ""
    kind, _, side = icon.partition("-")
    parts = [_OUTLINES[kind]]
    if kind == "common":
        parts.append(svg.path(_DOTS, "i-line"))
        parts += [f'<circle cx="{x:g}" cy="{y:g}" r="1.7" class="i-dot"/>' for x, y in _DOTS]
    else:
        parts.append(svg.text(14.0, 18.5, side[:1].upper(), "i-word", "middle"))
    return svg.frame(id, SIZE, SIZE, says, "", parts, "icon")
