"""A drawing written again as the least SVG that shows it: what looks alike and follows one another is one path."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from inspector.report.harmless import markup
from inspector.report.paper.shapes import Colour, Drawing, Says, Shape


def redrawn(picture: Drawing) -> str:
    """The drawing as SVG that needs no style sheet."""
    box = f"{picture.left:g} {picture.top:g} {picture.width:g} {picture.height:g}"
    size = f'width="{picture.width:g}" height="{picture.height:g}"'
    inside = "".join(_parts(picture.parts))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" {size} font-family="Arial, sans-serif">{inside}</svg>'
    )


def _parts(parts: Iterable[Shape | Says]) -> Iterator[str]:
    for look, alike in groupby(parts, _look):
        if look:
            yield f'<path d="{"".join(map(_outline, alike))}"{look}/>'
        else:
            yield from map(_words, alike)


def _look(part: Shape | Says) -> str:
    """How a shape looks, as attributes; empty for words."""
    if isinstance(part, Says):
        return ""
    dashes = f' stroke-dasharray="{4 * max(1, part.width):g} {2.5 * max(1, part.width):g}"' if part.dashed else ""
    line = f' stroke="{_colour(part.stroke)}" stroke-width="{part.width:g}"{dashes}' if part.stroke else ""
    return f' fill="{_colour(part.fill)}"{line}'


def _outline(part: Shape | Says) -> str:
    assert isinstance(part, Shape)
    places = " ".join(f"{round(x, 1):g},{round(y, 1):g}" for x, y in part.points)
    return f"M{places}{'z' if part.closed else ''}"


def _words(part: Shape | Says) -> str:
    assert isinstance(part, Says)
    anchor = "" if part.anchor == "start" else f' text-anchor="{part.anchor}"'
    bold = ' font-weight="bold"' if part.bold else ""
    place = f'x="{part.at[0]:g}" y="{part.at[1]:g}" font-size="{part.size:g}"'
    return f'<text {place} fill="{_colour(part.colour)}"{anchor}{bold}>{markup(part.text)}</text>'


def _colour(colour: Colour | None) -> str:
    return "none" if colour is None else "#{:02x}{:02x}{:02x}".format(*colour)
