"""The limits of a line: from the figures before a change, carried on, and from those since a step that is sure."""

from collections.abc import Iterator, Sequence

from inspector.report.charts import svg
from inspector.report.charts.svg import Scale
from inspector.report.document.shape.pictures import Line, Segment


def values(line: Line) -> list[float]:
    """Every height at which a limit or mean is drawn."""
    if "segments" not in line:
        every = (line["lower"], line["upper"], line["centre"])
        return [value for side in every for value in side if value is not None]
    drawn = [one[name] for one in line["segments"] for name in ("lower", "upper", "centre")]
    return [value for value in drawn if value is not None]


def drawn(line: Line, middles: Sequence[float], y: Scale) -> list[str]:
    """The lines of the limits and means. `middles` are the places of the figures."""
    if "segments" not in line:
        return [*_old(line["lower"], middles, y, "c-limit"), *_old(line["upper"], middles, y, "c-limit"),
                *_old(line["centre"], middles, y, "c-centre")]  # fmt: skip
    return [part for one in line["segments"] for part in _segment(one, line, middles, y)]


def _segment(one: Segment, line: Line, middles: Sequence[float], y: Scale) -> Iterator[str]:
    """Firm where they hold, faint where they are carried on beside newer ones."""
    first, last = line["starts"].index(one["first"]), len(middles) - 1
    anew = line.get("recalculated")
    edge = last
    if one["basis"] == "before" and anew is not None:
        edge = max(first, line["starts"].index(anew) - 1)
    for name, kind in (("lower", "c-limit"), ("upper", "c-limit"), ("centre", "c-centre")):
        value = one[name]  # type: ignore[literal-required]
        if value is not None:
            yield svg.path([(middles[first], y(value)), (middles[edge], y(value))], kind)
            if edge < last:
                yield svg.path([(middles[edge], y(value)), (middles[last], y(value))], f"{kind} c-former")


def _old(side: Sequence[float | None], middles: Sequence[float], y: Scale, kind: str) -> Iterator[str]:
    """Of a result that has no segments. A level stretch needs its two ends alone."""
    around = zip(middles, side, [None, *side], [*side[1:], None], strict=False)
    yield svg.path(
        [(at, y(value)) for at, value, before, after in around if value is not None and not before == value == after],
        kind,
    )
