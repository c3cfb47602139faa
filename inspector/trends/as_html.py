"""`inspector trend` as one page: the key, a row for each series, then the chart of each with what it did in words."""

from collections.abc import Iterable, Sequence

from inspector.model.problems import Problem
from inspector.report.charts import svg
from inspector.report.document.shape.pictures import Line
from inspector.report.harmless import harmless
from inspector.report.html.figures import LineFigure, line_figure
from inspector.report.html.multiples import sorted_lines
from inspector.report.html.page import trend_page
from inspector.report.lines import problem_lines
from inspector.report.wording import phrases
from inspector.trends.as_lines import line_of
from inspector.trends.as_text import call_words
from inspector.trends.facts import Trend

DRAWN = 60
"""So many series have a chart, those first that did something: a page of thousands is read by nobody."""
TOLD = 100
"""So many problems of the file are told."""


def render(found: Iterable[Trend], problems: Sequence[Problem], name: str) -> str:
    """The page, ending in a newline. `name` is that of the file."""
    t = phrases()
    lines: list[Line] = []
    charts: dict[str, LineFigure] = {}
    bare: list[str] = []
    assumed = 0
    for place, one in enumerate(found, 1):
        assumed += one.assumed
        made = line_of(one)
        if made is None:
            bare.append(one.name)
            continue
        # Two series may have one name once it is harmless; a number cannot be had twice.
        made["indicator"] = str(place)
        lines.append(made)
        charts[made["indicator"]] = line_figure(made, f"chart-{place}", call_words(one), None, t)
    rows = sorted_lines(lines, charts, t)
    values = {
        "name": name,
        "rows": rows,
        "charts": [charts[row["indicator"]] for row in rows[:DRAWN]],
        "undrawn": max(0, len(rows) - DRAWN),
        "bare": harmless(bare),
        "problems": list(problem_lines(problems[:TOLD])),
        "untold": max(0, len(problems) - TOLD),
        "span": _span(lines),
        "assumed": assumed,
    }
    return trend_page(values)


def _span(lines: Sequence[Line]) -> tuple[str, str] | None:
    """The first and the last month of any series."""
    if not lines:
        return None
    return svg.month(min(one["starts"][0] for one in lines)), svg.month(max(one["ends"][-1] for one in lines))
