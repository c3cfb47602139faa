"""Cases by the days they took, around a deadline, with the curve that the days around lead one to expect."""

from inspector.report.charts import svg
from inspector.report.charts.svg import Scale
from inspector.report.document.shape.pictures import Heap

WIDTH, HEIGHT = 320.0, 212.0
LEFT, RIGHT, TOP, BOTTOM = 42.0, 314.0, 24.0, 170.0


def chart(heap: Heap, id: str, title: str, says: str) -> str:
    """The histogram of one heap of a result's pictures. Bars inside the deadline are solid, those after it outlined."""
    days, counts, expected = heap["days"], heap["counts"], heap["expected"]
    x = Scale(days[0] - 0.5, days[-1] + 0.5, LEFT, RIGHT)
    y = Scale(0, max(*counts, *expected, 1) * 1.06, BOTTOM, TOP)
    wide = max(1.0, (RIGHT - LEFT) / len(days) - 1)
    parts = []
    for value in svg.ticks(0, y.high):
        parts += [svg.line(LEFT, y(value), RIGHT, y(value), "c-grid")]
        parts += [svg.text(LEFT - 4, y(value) + 4, f"{value:g}", "c-word", "end")]
    for day, count in zip(days, counts, strict=True):
        kind = "c-bar" if day <= heap["deadline"] else "c-bar c-bar-after"
        parts.append(svg.box(x(day) - wide / 2, y(count), wide, BOTTOM - y(count), kind))
    edge = x(heap["deadline"] + 0.5)
    parts += [
        svg.path([(x(day), y(value)) for day, value in zip(days, expected, strict=True)], "c-fit"),
        svg.line(edge, TOP - 6, edge, BOTTOM, "c-onset"),
        svg.text(edge + 3, TOP - 10, f"deadline: {heap['deadline']}", "c-word", "end" if edge > 210 else "start"),
        svg.line(LEFT, BOTTOM, RIGHT, BOTTOM, "c-axis"),
        svg.text(LEFT, BOTTOM + 14, f"{days[0]}", "c-word"),
        svg.text(RIGHT, BOTTOM + 14, f"{days[-1]}", "c-word", "end"),
        svg.text((LEFT + RIGHT) / 2, BOTTOM + 30, f"{heap['unit']} taken", "c-word", "middle"),
    ]
    return svg.frame(id, WIDTH, HEIGHT, title, says, parts)
