"""The outlines of what SVG draws: each element as one or more rows of points, closed or open. Curves become straight pieces."""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

Point = tuple[float, float]
FEWEST, MOST = 8, 32
"""Corners that a circle is drawn with: the fewer the smaller it is."""
_NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_STEP = re.compile(r"([MmLlHhVvZzCcQqAa])([^MmLlHhVvZzCcQqAa]*)")

Outline = tuple[list[Point], bool]


def _rect(a: Mapping[str, str]) -> Iterator[Outline]:
    x, y, width, height = (number(a.get(name)) for name in ("x", "y", "width", "height"))
    yield [(x, y), (x + width, y), (x + width, y + height), (x, y + height)], True


def _line(a: Mapping[str, str]) -> Iterator[Outline]:
    x1, y1, x2, y2 = (number(a.get(name)) for name in ("x1", "y1", "x2", "y2"))
    yield [(x1, y1), (x2, y2)], False


def _circle(a: Mapping[str, str]) -> Iterator[Outline]:
    rx, ry = number(a.get("rx") or a.get("r")), number(a.get("ry") or a.get("r"))
    yield _round(number(a.get("cx")), number(a.get("cy")), rx, ry), True


def _round(x: float, y: float, rx: float, ry: float) -> list[Point]:
    corners = min(MOST, max(FEWEST, round(4 * max(rx, ry))))
    turns = (2 * math.pi * n / corners for n in range(corners))
    return [(x + rx * math.cos(turn), y + ry * math.sin(turn)) for turn in turns]


def _polyline(a: Mapping[str, str]) -> Iterator[Outline]:
    yield _pairs(numbers(a.get("points", ""))), False


def _polygon(a: Mapping[str, str]) -> Iterator[Outline]:
    yield _pairs(numbers(a.get("points", ""))), True


def _path(a: Mapping[str, str]) -> Iterator[Outline]:
    points: list[Point] = []
    at: Point = (0.0, 0.0)
    for step, values in _STEP.findall(a.get("d", "")):
        found = numbers(values)
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
        reached = _reached(step, found, at)
        points += reached
        at = points[-1] if points else at
    if points:
        yield points, False


def _reached(step: str, values: Sequence[float], at: Point) -> list[Point]:
    """The points that a step of a path leads to; curves are drawn as a few straight lines, arcs as one."""
    from_here = at if step.islower() else (0.0, 0.0)
    if step in "Hh":
        return [(value + from_here[0], at[1]) for value in values[-1:]]
    if step in "Vv":
        return [(at[0], value + from_here[1]) for value in values[-1:]]
    if step in "Aa":
        return [(values[n + 5] + from_here[0], values[n + 6] + from_here[1]) for n in range(0, len(values) - 6, 7)]
    found: list[Point] = []
    if step in "CcQq":
        size = 3 if step in "Cc" else 2
        pairs = _pairs(values)
        for n in range(0, len(pairs) - size + 1, size):
            corners = [(x + from_here[0], y + from_here[1]) for x, y in pairs[n : n + size]]
            found += _curve([at, *corners])
            at = corners[-1]
            from_here = at if step.islower() else from_here
        return found
    for x, y in _pairs(values):
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
            left = [(a[0] + (b[0] - a[0]) * n / 8, a[1] + (b[1] - a[1]) * n / 8) for a, b in pairwise(left)]
        found.append(left[0])
    return found


OUTLINES = {
    "rect": _rect, "line": _line, "circle": _circle, "ellipse": _circle, "polyline": _polyline, "polygon": _polygon,
    "path": _path,
}  # fmt: skip


def _pairs(values: Sequence[float]) -> list[Point]:
    return list(zip(values[::2], values[1::2], strict=False))


def numbers(text: str) -> list[float]:
    """The numbers in a text, in their order."""
    return [float(one) for one in _NUMBER.findall(text)]


def number(text: str | None, otherwise: float = 0.0) -> float:
    """The number that a text begins with, as `2.5px`; `otherwise` where it begins with none."""
    found = _NUMBER.match(text.strip()) if text else None
    return float(found.group()) if found else otherwise
