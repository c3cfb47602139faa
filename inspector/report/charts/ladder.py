"""The ladder: where each theme stands, and how far up doubt leaves it."""

from collections.abc import Sequence

from inspector.model.ladder import STANDINGS
from inspector.report.charts import svg
from inspector.report.document.shape.judged import Theme

TOP, ROW, LEFT, STEP = 22.0, 34.0, 4.0, 62.0


def chart(themes: Sequence[Theme], id: str, title: str, says: str) -> str:
    """A row for each theme with its five rungs: a filled disc where it stands, an outline up to where it could be."""
    parts = [svg.text(_place(rung), TOP - 8, word, "c-word", "middle") for rung, word in enumerate(STANDINGS)]
    for place, theme in enumerate(themes):
        parts += _row(theme, TOP + place * ROW)
    return svg.frame(id, 320, TOP + len(themes) * ROW + 4, title, says, parts)


def _row(theme: Theme, top: float) -> list[str]:
    at, low, high = (STANDINGS.index(word) for word in (theme["standing"], *theme["range"]))
    y = top + 23
    parts = [svg.text(LEFT, top + 12, svg.shortened(theme["title"], 56), "c-word")]
    parts.append(svg.line(_place(0), y, _place(len(STANDINGS) - 1), y, "c-grid"))
    if low != high:
        parts.append(svg.line(_place(low), y, _place(high), y, "c-could"))
    parts += [f'<circle cx="{_place(rung):g}" cy="{y:g}" r="3" class="c-rung"/>' for rung in range(len(STANDINGS))]
    if high != at:
        parts.append(f'<circle cx="{_place(high):g}" cy="{y:g}" r="5" class="c-high"/>')
    return [*parts, f'<circle cx="{_place(at):g}" cy="{y:g}" r="6.5" class="c-at"/>']


def _place(rung: int) -> float:
    return LEFT + 30 + rung * STEP
