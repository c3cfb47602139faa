"""One of many small charts: where a theme stood, inspection after inspection, on the five rungs of the ladder."""

from collections.abc import Sequence

from inspector.model.ladder import STANDINGS, Standing
from inspector.report.charts import svg

WIDTH, LEFT, RIGHT, TOP, RUNG = 320.0, 66.0, 12.0, 10.0, 17.0
HEIGHT = TOP + RUNG * (len(STANDINGS) - 1)
LARGEST, SMALLEST = 5.0, 1.6


def chart(
    standings: Sequence[Standing], others: Sequence[bool], ends: tuple[str, str], id: str, title: str, says: str
) -> str:
    """The chart of a theme: a disc an inspection, a line through them, a dotted line where the rules are `others` than before.

    `ends` are the days on which the first and the last period judged end. At least one standing.
    """
    step = (WIDTH - LEFT - RIGHT) / max(1, len(standings) - 1)
    points = [(round(LEFT + place * step, 1), _height(standing)) for place, standing in enumerate(standings)]
    size = round(max(SMALLEST, min(LARGEST, step / 2.6)), 1)
    parts = [
        part
        for rung, word in enumerate(STANDINGS)
        for part in (
            svg.text(LEFT - 10, HEIGHT - rung * RUNG + 4, word, "c-word", "end"),
            svg.line(LEFT, HEIGHT - rung * RUNG, WIDTH - RIGHT, HEIGHT - rung * RUNG, "c-grid"),
        )
    ]
    for (x, _), other in zip(points, others, strict=True):
        if other:
            middle = round(x - step / 2, 1)
            parts.append(svg.line(middle, TOP - 6, middle, HEIGHT + 6, "c-told"))
    parts.append(svg.path(points, "c-fit"))
    parts += [f'<circle cx="{x:g}" cy="{y:g}" r="{size:g}" class="c-at"/>' for x, y in points]
    parts.append(svg.text(LEFT, HEIGHT + 22, svg.month(ends[0]), "c-word"))
    if len(points) > 1:
        parts.append(svg.text(WIDTH - RIGHT, HEIGHT + 22, svg.month(ends[1]), "c-word", "end"))
    return svg.frame(id, WIDTH, HEIGHT + 30, title, says, parts)


def _height(standing: Standing) -> float:
    return HEIGHT - STANDINGS.index(standing) * RUNG
