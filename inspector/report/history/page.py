"""A history as a page: small charts of one size, one a theme, and beside them the tables that say the same."""

from typing import TypedDict

from inspector.report.assurance_words import spoken
from inspector.report.charts import multiple, svg
from inspector.report.harmless import harmless
from inspector.report.history import words
from inspector.report.history.shape import HistoryDocument, ThemeOver
from inspector.report.html.page import history_page
from inspector.report.made_at import made_at
from inspector.report.wording import Words, fill, phrases

Rows = list[list[object]]


class Multiple(TypedDict):
    """One small chart: its title in words, and the drawing."""

    title: str
    svg: str


def page(document: HistoryDocument, language: str) -> str:
    """The page, ending in a newline: no scripts, nothing fetched, the same bytes for the same history."""
    d, t = harmless(document), phrases(language)
    made, ends = made_at(), {one["entry"]: one["end"] for one in d["inspections"]}
    values = {
        "d": d,
        "title": fill(t["history"]["title"], authority=d["authority"]),
        "head": words.head(d, t),
        "near": words.near(d, t),
        "inspections": _inspections(d, t),
        "later": words.later(d, t),
        "groups": [
            {
                "framework": name,
                "charts": [_chart(one, n, d, t) for n, one in enumerate(d["themes"]) if one["framework"] == name],
            }
            for name in words.frameworks(d)
        ],
        "changed": words.changed(d),
        "columns": [
            *t["history"]["standing_columns"],
            *(f"{svg.month(ends[entry])} [{entry}]" for entry in _followed(d)),
        ],
        "standings": _standings(d, t),
        "replies": words.replied(d, t),
        "visits": [[v["entry"], v["on"], v["day"], _of(v["submission"]), v["plan"]] for v in d["visits"]],
        "submissions": [
            [s["entry"], s["on"], s["start"], s["end"], s["resources"], s["rows"], s["root"]] for s in d["submissions"]
        ],
        "corrections": words.corrections(d, t),
        "made": None if made is None else made.date().isoformat(),
    }
    return history_page(values, language)


def _of(submission: int | None) -> object:
    return "" if submission is None else submission


def _inspections(d: HistoryDocument, t: Words) -> Rows:
    return [
        [
            one["entry"],
            one["on"],
            one["start"],
            one["end"],
            spoken(one["verdict"], one["assurance"], t),
            f"{one['framework']['id']} {one['framework']['version']} ({one['framework']['digest'][:12]})",
            one["engine"],
            _of(one["submission"]),
        ]
        for one in d["inspections"]
    ]


def _chart(theme: ThemeOver, place: int, d: HistoryDocument, t: Words) -> Multiple:
    ends = {one["entry"]: one["end"] for one in d["inspections"]}
    steps = theme["steps"]
    title = fill(t["history"]["chart"], title=theme["title"], runs=words.runs(theme, t))
    listed = ", ".join(f"{svg.month(ends[step['inspection']])} {words.word(step)}" for step in steps)
    drawn = multiple.chart(
        [step["standing"] for step in steps],
        [step["other_rules"] for step in steps],
        (ends[steps[0]["inspection"]], ends[steps[-1]["inspection"]]),
        f"theme-{place + 1}",
        title,
        fill(t["history"]["describe"], list=listed),
    )
    return {"title": title, "svg": drawn}


def _followed(d: HistoryDocument) -> list[int]:
    """The entries of the inspections that are followed, in order."""
    return [one["entry"] for one in d["inspections"] if one["later"] is None]


def _standings(d: HistoryDocument, t: Words) -> Rows:
    rows: Rows = []
    for theme in d["themes"]:
        stood = {step["inspection"]: words.word(step) for step in theme["steps"]}
        words_ = [stood.get(entry, t["history"]["no_standing"]) for entry in _followed(d)]
        rows.append([theme["title"], theme["framework"], *words_])
    return rows
