"""What a history says in words: who it is of, where each theme stood, what was replied and decided."""

from collections.abc import Sequence
from itertools import groupby
from typing import TypedDict

from inspector.report.history.shape import HistoryDocument, InspectionOf, StepOf, ThemeOver
from inspector.report.replied import lines
from inspector.report.standing_words import WORDS
from inspector.report.wording import Words, counted, fill, listed


class Replied(TypedDict):
    """The replies to one inspection: what they are about, and their lines."""

    about: str
    lines: list[str]


def head(d: HistoryDocument, t: Words) -> str:
    """`3 submissions, 2 inspections and 1 visit, from the 6 entries of …`."""
    words, counts = t["history"], t["history"]["counts"]
    sizes = {name: len(d[name]) for name in ("submissions", "inspections", "visits")}
    said = {name: counted(counts[name], size) for name, size in sizes.items()}
    named = fill(words["named"], register=d["register"]) if d["register"] else ""
    entries = counted(counts["entries"], d["entries"])
    return fill(words["of"], **said, entries=entries, authority=d["authority"], register=named)


def near(d: HistoryDocument, t: Words) -> str:
    """Which other names are spelt nearly the same; empty where none is."""
    words = t["history"]
    names = [
        fill(words["near_one"], authority=one["authority"], entries=counted(words["counts"]["entries"], one["entries"]))
        for one in d["near"]
    ]
    return fill(words["near"], names=listed(names)) if names else ""


def word(step: StepOf) -> str:
    """The word that reports print: the standing, or why it stands nowhere."""
    return WORDS.get(step["state"], step["standing"])


def runs(theme: ThemeOver, t: Words) -> str:
    """`silent (1), doing (3)`: where a theme stood, the oldest inspection first, and in how many in a row."""
    found = groupby(map(word, theme["steps"]))
    return ", ".join(fill(t["history"]["run"], standing=standing, count=len(list(group))) for standing, group in found)


def corrections(d: HistoryDocument, t: Words) -> list[str]:
    """What entries are said to have wrong: submissions, inspections and visits, in the order of these entries."""
    every = [
        (one["entry"], other)
        for group in (d["submissions"], d["inspections"], d["visits"])
        for one in group
        for other in one["corrections"]
    ]
    return [
        fill(
            t["history"]["corrected"],
            of=of,
            entry=other["entry"],
            on=other["on"],
            says=other["says"],
            by=other["by"],
        )
        for of, other in sorted(every, key=lambda pair: pair[1]["entry"])
    ]


def replied(d: HistoryDocument, t: Words) -> list[Replied]:
    """The replies, inspection by inspection."""
    row = t["history"]["inspection"]
    return [
        {"about": fill(row, entry=one["entry"], start=one["start"], end=one["end"]), "lines": _lines(one, t)}
        for one in d["inspections"]
        if one["replies"]
    ]


def _lines(one: InspectionOf, t: Words) -> list[str]:
    said = []
    for reply in one["replies"]:
        first, *rest = lines(reply, t, "of_whole" if reply["finding"] is None else "of_finding")
        said += [f"[{reply['finding']}] {first}" if reply["finding"] else first, *rest]
    return said


def later(d: HistoryDocument, t: Words) -> list[str]:
    """Which inspections were followed by another of the same submission by the same framework, and which nobody held to rules."""
    words = t["history"]
    unheld = [str(one["entry"]) for one in d["inspections"] if not one["held"]]
    return [
        *(
            f"[{one['entry']}] {fill(words['later'], entry=one['later'])}"
            for one in d["inspections"]
            if one["later"] is not None
        ),
        *([counted(words["unheld"], len(unheld), entries=listed(unheld))] if unheld else []),
    ]


def frameworks(d: HistoryDocument) -> Sequence[str]:
    """The frameworks whose themes are followed, in the order in which they were first applied."""
    return list(dict.fromkeys(theme["framework"] for theme in d["themes"]))


def changed(d: HistoryDocument) -> bool:
    """Whether any theme is followed over other rules or another engine."""
    return any(step["other_rules"] for theme in d["themes"] for step in theme["steps"])
