"""A drawing of ours as plain shapes: lines, areas and words at places, each with its colours worked out."""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from inspector.report.paper.tree import Element

Point = tuple[float, float]
Colour = tuple[int, int, int]
WHITE: Colour = (255, 255, 255)
ROUND = 32
"""Corners that a circle is drawn with."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A line through points, or an area within them; `fill` and `stroke` are colours on white paper, None for neither."""

    points: tuple[Point, ...]
    closed: bool
    fill: Colour | None
    stroke: Colour | None
    width: float
    dashed: bool


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
_NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_STEP = re.compile(r"([MmLlHhVvZzCcQqAa])([^MmLlHhVvZzCcQqAa]*)")
_MOVED = re.compile(r"(translate|rotate|scale)\(([^)]*)\)")
_INHERITED = ("fill", "stroke", "stroke-width", "stroke-dasharray", "font-size", "font-weight", "text-anchor")
_OTHER = frozenset({"title", "desc", "g", "svg", "a", "text", "tspan", "defs"})
_NAMES = {"white": "#ffffff", "black": "#000000", "none": "", "currentcolor": "#1d2327", "transparent": ""}


def drawing(picture: Element) -> Drawing:
    """The shapes of an SVG whose classes are inlined (`inspector.report.paper.styles`). Elements it does not know are left out."""
    left, top, width, height = _numbers(picture.attributes.get("viewbox", "0 0 100 100"))
    style = {"fill": "#000000", "stroke": "none", "font-size": "12", **_own(picture)}
    return Drawing(left, top, width, height, tuple(_parts(picture, style, (0.0, 0.0))))


def unknown(picture: Element) -> set[str]:
    """Elements of a drawing that `drawing` does not know."""
    return {one.tag for one in picture.every()} - _OTHER - set(_OUTLINES)


def _parts(element: Element, above: Style, moved: Point) -> Iterator[Shape | Says]:
    for one in element.elements:
        style = {**{name: above[name] for name in _INHERITED if name in above}, **_own(one)}
        faint = float(above.get("faint", 1)) * _number(style.get("opacity"), 1.0)
        style["faint"] = str(faint)
        place = _moved(one, moved)
        if one.tag == "text":
            yield from _said(one, style, place)
        elif one.tag in _OUTLINES:
            yield from _outlined(one, style, place)
        elif one.tag not in ("title", "desc", "defs"):
            yield from _parts(one, style, place)


def _own(element: Element) -> dict[str, str]:
    declared = (part.partition(":") for part in element.attributes.get("style", "").split(";") if ":" in part)
    return {**element.attributes, **{name.strip(): value.strip() for name, _, value in declared}}


def _moved(element: Element, by: Point) -> Point:
    for what, values in _MOVED.findall(element.attributes.get("transform", "")):
        if what == "translate":
            x, *y = _numbers(values)
            by = (by[0] + x, by[1] + (y[0] if y else 0.0))
    return by


def _said(element: Element, style: Style, moved: Point) -> Iterator[Says]:
    text = " ".join(element.text.split())
    colour = _colour(style.get("fill"), style, "fill-opacity")
    if text and colour:
        yield Says(
            at=(_number(style.get("x")) + moved[0], _number(style.get("y")) + moved[1]),
            text=text,
            colour=colour,
            size=_number(style.get("font-size"), 12.0),
            bold=style.get("font-weight", "") in ("bold", "600", "700"),
            anchor=style.get("text-anchor", "start"),
        )


def _outlined(element: Element, style: Style, moved: Point) -> Iterator[Shape]:
    for points, closed in _OUTLINES[element.tag](element.attributes):
        if len(points) < 2:
            continue
        dashes = style.get("stroke-dasharray", "none")
        yield Shape(
            points=tuple((x + moved[0], y + moved[1]) for x, y in points),
            closed=closed,
            fill=None if element.tag == "line" else _colour(style.get("fill"), style, "fill-opacity"),
            stroke=_colour(style.get("stroke"), style, "stroke-opacity"),
            width=_number(style.get("stroke-width"), 1.0),
            dashed=dashes not in ("none", "", "0"),
        )


Outline = tuple[list[Point], bool]


def _rect(a: Mapping[str, str]) -> Iterator[Outline]:
    x, y, width, height = (_number(a.get(name)) for name in ("x", "y", "width", "height"))
    yield [(x, y), (x + width, y), (x + width, y + height), (x, y + height)], True


def _line(a: Mapping[str, str]) -> Iterator[Outline]:
    x1, y1, x2, y2 = (_number(a.get(name)) for name in ("x1", "y1", "x2", "y2"))
    yield [(x1, y1), (x2, y2)], False


def _circle(a: Mapping[str, str]) -> Iterator[Outline]:
    rx, ry = _number(a.get("rx") or a.get("r")), _number(a.get("ry") or a.get("r"))
    yield _round(_number(a.get("cx")), _number(a.get("cy")), rx, ry), True


def _round(x: float, y: float, rx: float, ry: float) -> list[Point]:
    turns = (2 * math.pi * n / ROUND for n in range(ROUND))
    return [(x + rx * math.cos(turn), y + ry * math.sin(turn)) for turn in turns]


def _polyline(a: Mapping[str, str]) -> Iterator[Outline]:
    yield _pairs(_numbers(a.get("points", ""))), False


def _polygon(a: Mapping[str, str]) -> Iterator[Outline]:
    yield _pairs(_numbers(a.get("points", ""))), True


def _path(a: Mapping[str, str]) -> Iterator[Outline]:
    points: list[Point] = []
    at: Point = (0.0, 0.0)
    for step, values in _STEP.findall(a.get("d", "")):
        numbers = _numbers(values)
        if step in "Zz":
            if points:
                yield points, True
                at = points[0]
            points = []
            continue
        if step in "Mm":
            if points:
                yield points, False
            points = []
        elif not points:
            points = [at]
        reached = _reached(step, numbers, at)
        points += reached
        at = points[-1] if points else at
    if points:
        yield points, False


def _reached(step: str, numbers: Sequence[float], at: Point) -> list[Point]:
    """The points that a step of a path leads to; curves are drawn as a few straight lines, arcs as one."""
    from_here = at if step.islower() else (0.0, 0.0)
    if step in "Hh":
        return [(value + from_here[0], at[1]) for value in numbers[-1:]]
    if step in "Vv":
        return [(at[0], value + from_here[1]) for value in numbers[-1:]]
    if step in "Aa":
        return [(numbers[n + 5] + from_here[0], numbers[n + 6] + from_here[1]) for n in range(0, len(numbers) - 6, 7)]
    found: list[Point] = []
    if step in "CcQq":
        size = 3 if step in "Cc" else 2
        pairs = _pairs(numbers)
        for n in range(0, len(pairs) - size + 1, size):
            corners = [(x + from_here[0], y + from_here[1]) for x, y in pairs[n : n + size]]
            found += _curve([at, *corners])
            at = corners[-1]
            from_here = at if step.islower() else from_here
        return found
    for x, y in _pairs(numbers):
        at = (x + from_here[0], y + from_here[1])
        found.append(at)
        from_here = at if step.islower() else from_here
    return found


def _curve(corners: list[Point]) -> list[Point]:
    """Eight points along a Bézier curve, by halving between its corners."""
    found = []
    for n in range(1, 9):
        left = corners
        while len(left) > 1:
            left = [
                (a[0] + (b[0] - a[0]) * n / 8, a[1] + (b[1] - a[1]) * n / 8)
                for a, b in zip(left, left[1:], strict=False)
            ]
        found.append(left[0])
    return found


_OUTLINES = {
    "rect": _rect, "line": _line, "circle": _circle, "ellipse": _circle, "polyline": _polyline, "polygon": _polygon,
    "path": _path,
}  # fmt: skip


def _pairs(numbers: Sequence[float]) -> list[Point]:
    return list(zip(numbers[::2], numbers[1::2], strict=False))


def _numbers(text: str) -> list[float]:
    return [float(one) for one in _NUMBER.findall(text)]


def _number(text: str | None, otherwise: float = 0.0) -> float:
    found = _NUMBER.match(text.strip()) if text else None
    return float(found.group()) if found else otherwise


def _colour(value: str | None, style: Style, faint: str) -> Colour | None:
    """A colour as it looks on white paper; None for none."""
    text = (value or "").strip().lower()
    text = _NAMES.get(text, text)
    if not text.startswith("#") or len(text) not in (4, 7):
        return None
    digits = text[1:] if len(text) == 7 else "".join(2 * one for one in text[1:])
    share = _number(style.get("faint"), 1.0) * _number(style.get(faint), 1.0)
    try:
        parts = [int(digits[place : place + 2], 16) for place in (0, 2, 4)]
    except ValueError:
        return None
    red, green, blue = (round(255 - (255 - part) * share) for part in parts)
    return red, green, blue
