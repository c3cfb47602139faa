"""A drawing written again as the least SVG that shows it: what looks alike and follows one another is one path."""

from collections.abc import Iterable, Iterator
from itertools import chain, groupby
from operator import itemgetter

from inspector.report.harmless import markup
from inspector.report.paper.outlines import Point
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
    for words, alike in groupby(parts, lambda part: isinstance(part, Says)):
        if words:
            yield from (_words(part) for part in alike if isinstance(part, Says))
            continue
        marks = chain.from_iterable(_marks(part) for part in alike if isinstance(part, Shape))
        for look, same in groupby(marks, itemgetter(0)):
            yield f'<path d="{"".join(way for _, way in same)}"{look}/>'


def _marks(shape: Shape) -> Iterator[tuple[str, str]]:
    """What draws a shape: how it looks, as attributes, and its way. A disc is a dot of a round pen, the cheapest there is."""
    if shape.circle and shape.fill:
        middle, radius = shape.circle
        way = f"M{_place(middle)}h0"
        line = shape.width if shape.stroke else 0.0
        if shape.stroke and shape.stroke != shape.fill:
            yield _dot(shape.stroke, 2 * radius + line), way
            line = -line
        yield _dot(shape.fill, 2 * radius + line), way
        return
    dashes = f' stroke-dasharray="{4 * max(1, shape.width):g} {2.5 * max(1, shape.width):g}"' if shape.dashed else ""
    line_look = f' stroke="{_colour(shape.stroke)}" stroke-width="{shape.width:g}"{dashes}' if shape.stroke else ""
    way = f"M{' '.join(map(_place, shape.points))}{'z' if shape.closed else ''}"
    yield f' fill="{_colour(shape.fill)}"{line_look}', way


def _dot(colour: Colour, size: float) -> str:
    return f' fill="none" stroke="{_colour(colour)}" stroke-width="{size:g}" stroke-linecap="round"'


def _place(point: Point) -> str:
    return f"{round(point[0], 1):g},{round(point[1], 1):g}"


def _words(part: Says) -> str:
    anchor = "" if part.anchor == "start" else f' text-anchor="{part.anchor}"'
    bold = ' font-weight="bold"' if part.bold else ""
    place = f'x="{part.at[0]:g}" y="{part.at[1]:g}" font-size="{part.size:g}"'
    return f'<text {place} fill="{_colour(part.colour)}"{anchor}{bold}>{markup(part.text)}</text>'


def _colour(colour: Colour | None) -> str:
    return "none" if colour is None else "#{:02x}{:02x}{:02x}".format(*colour)
