"""The axes of a chart of figures over time: the unit and round numbers upwards, the years along."""

from collections.abc import Sequence

from inspector.report.charts import svg
from inspector.report.charts.svg import Scale

YEAR_WIDE, MONTH_WIDE = 30.0, 58.0
"""The least room that a year, or a month with its year, needs."""


def upwards(y: Scale, left: float, right: float, share: bool, unit: str, over: float) -> list[str]:
    """Lines at round numbers, and the unit over them at the height `over`."""
    parts = [svg.text(2, over, unit, "c-word")]
    for value in svg.ticks(y.low, y.high):
        parts += [svg.line(left, y(value), right, y(value), "c-grid")]
        parts += [svg.text(left - 4, y(value) + 4, svg.number(value, share), "c-word", "end")]
    return parts


def along(first: str, last: str, x: Scale, bottom: float, right: float) -> list[str]:
    """The years with a stroke where each begins; the first and last month instead where fewer than two years begin."""
    parts = [svg.line(x.start - 4, bottom, right, bottom, "c-axis")]
    years = range(int(first[:4]) + (first[5:] != "01-01"), int(last[:4]) + 1)
    places = [(str(year), x(svg.days(f"{year:04}-01-01"))) for year in years]
    parts += [svg.line(place, bottom, place, bottom + 4, "c-axis") for _, place in places]
    if len(places) < 2:
        end = x(svg.days(last))
        words = [svg.text(x.start, bottom + 15, svg.month(first), "c-word")]
        if end - x.start > 2 * MONTH_WIDE:
            words.append(svg.text(end, bottom + 15, svg.month(last), "c-word", "end"))
        return parts + words
    every = next((n for n in (1, 2, 5, 10, 20, 50) if _apart(places, n) >= YEAR_WIDE), 100)
    shown = [one for one in places if int(one[0]) % every == 0 and one[1] <= right]
    parts += [
        svg.text(min(place, right - 12), bottom + 15, year, "c-word", "middle" if place < right - 12 else "end")
        for year, place in shown
    ]
    return parts


def _apart(places: Sequence[tuple[str, float]], every: int) -> float:
    return (places[-1][1] - places[0][1]) / (len(places) - 1) * every
