"""A drawing of ours as plain shapes: lines, areas and words at places, each with its colours worked out."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from inspector.report.paper.outlines import OUTLINES, Point, number, numbers
from inspector.report.paper.tree import Element

Colour = tuple[int, int, int]

SMALL = 64
"""A drawing no wider than that is an icon within text."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A line through points, or an area within them; `fill` and `stroke` are colours on white paper, None for neither.

    `circle` is the middle and the radius of what is one; its points lie around it.
    """

    points: tuple[Point, ...]
    closed: bool
    fill: Colour | None
    stroke: Colour | None
    width: float
    dashed: bool
    circle: tuple[Point, float] | None = None


@dataclass(frozen=True, slots=True)
class Says:
    """Words at a place: `anchor` is where they lie of it (start, middle or end)."""

    at: Point
    text: str
    colour: Colour
    size: float
    bold: bool
    anchor: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """The shapes in the order in which they are drawn, within a box that begins at `left`, `top`."""

    left: float
    top: float
    width: float
    height: float
    parts: tuple[Shape | Says, ...]


Style = Mapping[str, str]
_MOVED = re.compile(r"(translate|rotate|scale)\(([^)]*)\)")
_INHERITED = ("fill", "stroke", "stroke-width", "stroke-dasharray", "font-size", "font-weight", "text-anchor")
_OTHER = frozenset({"title", "desc", "g", "svg", "a", "text", "tspan", "defs"})
_NAMES = {"white": "#ffffff", "black": "#000000", "none": "", "currentcolor": "#1d2327", "transparent": ""}


def drawing(picture: Element) -> Drawing:
    """The shapes of an SVG whose classes are inlined (`inspector.report.paper.styles`). What it does not know is left out."""
    left, top, width, height = numbers(picture.attributes.get("viewbox", "0 0 100 100"))
    style = {"fill": "#000000", "stroke": "none", "font-size": "12", **_own(picture)}
    return Drawing(left, top, width, height, tuple(_parts(picture, style, (0.0, 0.0))))


def unknown(picture: Element) -> set[str]:
    """Elements of a drawing that `drawing` does not know."""
    return {one.tag for one in picture.every()} - _OTHER - set(OUTLINES)


def _parts(element: Element, above: Style, moved: Point) -> Iterator[Shape | Says]:
    for one in element.elements:
        style = {**{name: above[name] for name in _INHERITED if name in above}, **_own(one)}
        faint = float(above.get("faint", 1)) * number(style.get("opacity"), 1.0)
        style["faint"] = str(faint)
        place = _moved(one, moved)
        if one.tag == "text":
            yield from _said(one, style, place)
        elif one.tag in OUTLINES:
            yield from _outlined(one, style, place)
        elif one.tag not in ("title", "desc", "defs"):
            yield from _parts(one, style, place)


def _own(element: Element) -> dict[str, str]:
    declared = (part.partition(":") for part in element.attributes.get("style", "").split(";") if ":" in part)
    return {**element.attributes, **{name.strip(): value.strip() for name, _, value in declared}}


def _moved(element: Element, by: Point) -> Point:
    for what, values in _MOVED.findall(element.attributes.get("transform", "")):
        if what == "translate":
            x, *y = numbers(values)
            by = (by[0] + x, by[1] + (y[0] if y else 0.0))
    return by


def _said(element: Element, style: Style, moved: Point) -> Iterator[Says]:
    text = " ".join(element.text.split())
    colour = _colour(style.get("fill"), style, "fill-opacity")
    if text and colour:
        yield Says(
            at=(number(style.get("x")) + moved[0], number(style.get("y")) + moved[1]),
            text=text,
            colour=colour,
            size=number(style.get("font-size"), 12.0),
            bold=style.get("font-weight", "") in ("bold", "600", "700"),
            anchor=style.get("text-anchor", "start"),
        )


def _outlined(element: Element, style: Style, moved: Point) -> Iterator[Shape]:
    for points, closed in OUTLINES[element.tag](element.attributes):
        if len(points) < 2:
            continue
        dashes = style.get("stroke-dasharray", "none")
        yield Shape(
            points=tuple((x + moved[0], y + moved[1]) for x, y in points),
            closed=closed,
            fill=None if element.tag == "line" else _colour(style.get("fill"), style, "fill-opacity"),
            stroke=_colour(style.get("stroke"), style, "stroke-opacity"),
            width=number(style.get("stroke-width"), 1.0),
            dashed=dashes not in ("none", "", "0"),
            circle=_circle(style, moved) if element.tag == "circle" else None,
        )


def _circle(style: Style, moved: Point) -> tuple[Point, float]:
    middle = number(style.get("cx")) + moved[0], number(style.get("cy")) + moved[1]
    return middle, number(style.get("r"))


def _colour(value: str | None, style: Style, faint: str) -> Colour | None:
    """A colour as it looks on white paper; None for none."""
    text = (value or "").strip().lower()
    text = _NAMES.get(text, text)
    if not text.startswith("#") or len(text) not in (4, 7):
        return None
    digits = text[1:] if len(text) == 7 else "".join(2 * one for one in text[1:])
    share = number(style.get("faint"), 1.0) * number(style.get(faint), 1.0)
    try:
        parts = [int(digits[place : place + 2], 16) for place in (0, 2, 4)]
    except ValueError:
        return None
    red, green, blue = (round(255 - (255 - part) * share) for part in parts)
    return red, green, blue
