"""The table of small multiples: a row for each measure, with its icon, sorted by what it did."""

from collections.abc import Collection, Mapping
from typing import TypedDict

from inspector.report.charts import svg, xmr
from inspector.report.document.shape import Document
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
    lines = [line for line in (pictures["lines"] if pictures else ()) if line["indicator"] not in without]
    lines.sort(key=lambda line: (ORDER.index(line["call"]), ICONS.index(line.get("icon", "none")), line["title"]))
    return [
        {
            "indicator": line["indicator"],
            "id": charts[line["indicator"]]["id"],
            "title": line["title"],
            "what": t["calls"][line["call"]],
            "since": "" if line["onset"] is None else svg.month(line["onset"][0]),
            "latest": svg.number(line["values"][-1], xmr.is_share(line)),
            "icon": charts[line["indicator"]]["icon"],
            "icon_word": charts[line["indicator"]]["icon_word"],
            "small": charts[line["indicator"]]["small"],
        }
        for line in lines
    ]
