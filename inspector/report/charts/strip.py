"""The stream of improvements as a calendar: a row for each team, a square for each month, its size the tests begun."""

import math

from inspector.report.charts import svg
from inspector.report.document.shape.pictures import Stream
from inspector.report.wording import phrases

ROW, CELL, TOP = 30.0, 14.0, 18.0
MOST = 48


def chart(stream: Stream, id: str, title: str, says: str, notified_on: str | None = None) -> str:
    """The strip of a result's stream: the last four years at most. A dot marks a month in which a team began none."""
    months = stream["months"][-MOST:]
    size = min(CELL, 312.0 / max(1, len(months)))
    rows = [row[-MOST:] for row in stream["counts"]]
    most = max([1, *(count for row in rows for count in row)])
    parts = []
    for place, (team, row) in enumerate(zip(stream["teams"], rows, strict=True)):
        top = TOP + place * ROW
        parts.append(svg.text(4, top + 8, svg.shortened(team, 40), "c-word"))
        parts.append(svg.text(316, top + 8, str(sum(row)), "c-word", "end"))
        parts += [_cell(4 + k * size, top + 11, size, count, most) for k, count in enumerate(row)]
    bottom = TOP + len(rows) * ROW
    parts += [
        svg.text(316, TOP - 8, phrases()["chart"]["in_chart"]["tests"], "c-word", "end"),
        svg.text(4, bottom + 12, svg.month(months[0]), "c-word"),
        svg.text(4 + len(months) * size, bottom + 12, svg.month(months[-1]), "c-word", "end"),
        *_told(months, size, bottom, notified_on),
    ]
    return svg.frame(id, 320, bottom + 18, title, says, parts)


def _cell(left: float, top: float, size: float, count: int, most: int) -> str:
    """A square whose area goes with the count."""
    middle = (round(left + size / 2, 1), top + 7)
    if not count:
        return f'<circle cx="{middle[0]:g}" cy="{middle[1]:g}" r="0.9" class="c-none"/>'
    side = round(max(2.5, (min(size, 14.0) - 1) * math.sqrt(count / most)), 1)
    return svg.box(round(middle[0] - side / 2, 1), round(middle[1] - side / 2, 1), side, side, "c-cell")


def _told(months: list[str], size: float, bottom: float, notified_on: str | None) -> list[str]:
    first = None if notified_on is None else notified_on[:7] + "-01"
    if first not in months:
        return []
    place = round(4 + months.index(first) * size, 1)
    return [svg.line(place, TOP, place, bottom, "c-told"), svg.text(place, TOP - 8, "announced", "c-word", "middle")]
