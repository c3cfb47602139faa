"""One of many small charts: the figures of an indicator with their limits, a colour where something stands out, no words."""

from inspector.report.charts import limits, svg, xmr
from inspector.report.charts.svg import Scale
from inspector.report.document.shape.pictures import Line

WIDTH, HEIGHT, EDGE = 132.0, 34.0, 4.0


def chart(line: Line, id: str, title: str, says: str) -> str:
    """The small chart of one line of a result's pictures; what it shows is said in its title."""
    x = Scale(svg.days(line["starts"][0]), svg.days(line["ends"][-1]), EDGE, WIDTH - EDGE)
    y = xmr.upwards(line, HEIGHT - EDGE, EDGE)
    middles = xmr.middles_of(line, x)
    parts = [*limits.drawn(line, middles, y), *xmr.points(line, middles, y, 0.5)]
    return svg.frame(id, WIDTH, HEIGHT, title, says, parts, "small")
