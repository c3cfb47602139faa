"""One of many small charts: the figures of an indicator with their limits, a colour where something stands out, no words."""

from collections.abc import Iterator, Sequence

from inspector.report.charts import limits, svg, xmr
from inspector.report.charts.svg import Scale
from inspector.report.document.shape.pictures import Line

MARKS = {
    "common": ("M{x:g},{y:g}h0", "s-common"),
    "improvement": ("M{x:g},{y:g}m0-2.1l2.1,2.1-2.1,2.1-2.1-2.1z", "c-better"),
    "concern": ("M{x:g},{y:g}m-1.6-1.6h3.2v3.2h-3.2z", "c-worse"),
}
WIDTH, HEIGHT, EDGE = 132.0, 34.0, 4.0


def chart(line: Line, id: str, title: str, says: str) -> str:
    """The small chart of one line of a result's pictures; what it shows is said in its title."""
    x = Scale(svg.days(line["starts"][0]), svg.days(line["ends"][-1]), EDGE, WIDTH - EDGE)
    y = xmr.upwards(line, HEIGHT - EDGE, EDGE)
    middles = xmr.middles_of(line, x)
    places = [(place, y(value)) for place, value in zip(middles, line["values"], strict=True)]
    parts = [*limits.drawn(line, middles, y), svg.path(places, "c-line"), *_marks(line, places)]
    return svg.frame(id, WIDTH, HEIGHT, title, says, parts, "small")


def _marks(line: Line, places: Sequence[tuple[float, float]]) -> Iterator[str]:
    """All figures of a sort in one path: a page may have many small charts."""
    for cause, (mark, kind) in MARKS.items():
        found = [mark.format(x=x, y=y) for (x, y), one in zip(places, xmr.shown(line), strict=True) if one == cause]
        if found:
            yield f'<path d="{"".join(found)}" class="{kind}"/>'
