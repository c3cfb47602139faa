"""A measure told once: its chart, what was tried, what was recommended, what speaks against it, and the rows."""

from collections.abc import Mapping
from typing import TypedDict

from inspector.report.document.shape import Document
from inspector.report.document.shape import told as shapes
from inspector.report.document.shape.pictures import Line
from inspector.report.document.shape.units import RowRuns
from inspector.report.html import captions
from inspector.report.html.days import day
from inspector.report.html.figures import LineFigure
from inspector.report.html.names import Anchors
from inspector.report.html.summary import Shown
from inspector.report.places import places
from inspector.report.wording import Words, counted, fill

GAINS, LOSSES = ("gradual-gain", "sudden-gain"), ("faded-gain", "loss")
WHOLE = 1
"""So many tests of a measure are told in the open, the others folded."""


class Tried(TypedDict):
    """A test of change: its id, who raised it, whether the gain is said to follow it, and label by label what its log says."""

    entry: str
    who: str
    marks: list[str]
    parts: list[tuple[str, str]]
    rows: str


class Told(TypedDict):
    """One story as it is laid out; `figure` is None where nothing is drawn."""

    id: str
    title: str
    kind: str
    says: str
    figure: LineFigure | None
    tried: list[Tried]
    rest: list[Tried]
    others: str
    recommended: list[Shown]
    against: list[Shown]
    findings: list[str]
    rows: str


def stories(document: Document, charts: Mapping[str, LineFigure], at: Anchors, t: Words) -> list[Told]:
    """Every story, in the order given."""
    told = document.get("told")
    if told is None:
        return []
    says = {one["id"]: one["says"] for one in document["findings"]}
    lines = {one["indicator"]: one for one in (document["pictures"] or {"lines": []})["lines"]}
    recs = {one["recommendation"]: one for one in told["recommendations"]}
    return [
        _story(one, charts.get(one["indicator"]), lines.get(one["indicator"]), says, recs, at, t)
        for one in told["stories"]
    ]


def _story(
    one: shapes.Story,
    figure: LineFigure | None,
    line: Line | None,
    says: Mapping[str, str],
    recs: Mapping[str, shapes.Recommendation],
    at: Anchors,
    t: Words,
) -> Told:
    words = t["stories"]
    tried = [_tried(test, words) for test in one["tests"]]
    left = len(tried[WHOLE:]) + one["others"]
    kind = "worse" if one["call"] in LOSSES else "better" if one["call"] in GAINS else ""
    return {
        "id": at.story[one["indicator"]],
        "title": one["title"],
        "kind": kind,
        "says": _plainly(one["says"], one["title"]),
        "figure": {**figure, "caption": captions.caption(line, "", t["chart"])} if figure and line else None,
        "tried": tried[:WHOLE],
        "rest": tried[WHOLE:],
        "others": counted(words["others"], left) if left else "",
        "recommended": [_rec(recs[name], at) for name in one["recommendations"] if name in recs],
        "against": [*_against(one, says, at), *_doubts(one)],
        "findings": one["findings"],
        "rows": places(one["rows"]),
    }


def _against(one: shapes.Story, says: Mapping[str, str], at: Anchors) -> list[Shown]:
    found = [name for name in one["against"] if name in says]
    return [{"says": _plainly(says[name], one["title"]), "to": at.of(name) or ""} for name in found]


def _doubts(one: shapes.Story) -> list[Shown]:
    return [{"says": _plainly(says, one["title"]), "to": ""} for says in one["doubts"]]


def _plainly(says: str, title: str) -> str:
    """A sentence without the name of the measure, which stands above it."""
    rest = says.removeprefix(title).removeprefix(":").lstrip()
    return rest[:1].upper() + rest[1:]


def _tried(test: shapes.Test, words: Words) -> Tried:
    decided = words["decisions"][test["decided"]] if test["decided"] else words["undecided"]
    if test["decided"] and test["decided_on"]:
        decided = fill(words["decision"], decision=decided, on=day(test["decided_on"]))
    marks = [words[name] for name in ("claimed", "doubtful") if test[name]]
    parts = [
        (words["aim"], test["aim"]),
        (words["predicted"], test["predicted"] or words["not_stated"]),
        (words["saw"], test["saw"] or words["not_stated"]),
        (words["decided"], decided),
    ]
    if test["aside"]:
        marks.append(fill(words["aside"], why=test["aside"]))
    who = fill(words["who"], role=test["role"], team=test["team"])
    return {"entry": test["entry"], "who": who, "marks": marks, "parts": parts, "rows": _rows(test["rows"])}


def _rec(one: shapes.Recommendation, at: Anchors) -> Shown:
    return {"says": f"{one['recommendation']}: {one['says']}", "to": at.rec[one["recommendation"]]}


def _rows(rows: list[RowRuns]) -> str:
    return places(rows)
