"""The table of small multiples: a row for each measure, with its icon, sorted by what it did."""

from collections.abc import Collection, Iterable, Mapping
from typing import TypedDict

from inspector.report.charts import svg, xmr
from inspector.report.document.shape import Document
from inspector.report.document.shape.pictures import Line
from inspector.report.html.figures import LineFigure
from inspector.report.wording import Words

ORDER = ("loss", "faded-gain", "sudden-gain", "gradual-gain", "no-change", "too-few-points")
"""Worse first: what gives cause for concern is never below what pleases."""
ICONS = ("concern-high", "concern-low", "improvement-high", "improvement-low", "common-cause", "none")


class Multiple(TypedDict):
    """One measure at a glance. `id` is that of its chart; `what` it did and `since` when, in words; `latest` its last figure."""

    indicator: str
    id: str
    title: str
    what: str
    since: str
    latest: str
    icon: str
    icon_word: str
    small: str


def multiples(
    document: Document, charts: Mapping[str, LineFigure], t: Words, without: Collection[str] = ()
) -> list[Multiple]:
    """Every measure that is drawn but those `without`, sorted by call, then by the icon of its last figure, then by title."""
    pictures = document["pictures"]
    return sorted_lines(
        [one for one in (pictures["lines"] if pictures else ()) if one["indicator"] not in without], charts, t
    )


def sorted_lines(lines: Iterable[Line], charts: Mapping[str, LineFigure], t: Words) -> list[Multiple]:
    """The same of any lines that have figures."""
    ordered = sorted(
        lines, key=lambda one: (ORDER.index(one["call"]), ICONS.index(one.get("icon", "none")), one["title"])
    )
    return [_row(line, charts[line["indicator"]], t) for line in ordered]


def _row(line: Line, figure: LineFigure, t: Words) -> Multiple:
    return {
        "indicator": line["indicator"],
        "id": figure["id"],
        "title": line["title"],
        "what": t["calls"][line["call"]],
        "since": "" if line["onset"] is None else svg.month(line["onset"][0]),
        "latest": xmr.written(line, line["values"][-1]),
        "icon": figure["icon"],
        "icon_word": figure["icon_word"],
        "small": figure["small"],
    }
