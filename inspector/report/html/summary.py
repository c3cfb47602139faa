"""The two pages that stand first: a few points of each kind in short words, each with the way to what it rests on."""

from collections.abc import Mapping, Sequence
from typing import TypedDict

from inspector.report.assurance_words import spoken
from inspector.report.charts import svg
from inspector.report.document.shape import Document
from inspector.report.document.shape.pictures import Line
from inspector.report.front import Doubt, Front, Held, Point
from inspector.report.html.names import Anchors
from inspector.report.html.titles import named
from inspector.report.wording import Words, counted, fill

EACH = 5
"""So many things that got better are shown, and as many that got worse."""
AGAINST, DOUBTS, ABSENT, ASKED = 4, 3, 3, 3
NAMED = 3
"""So many that share a reason to doubt them are named."""
GAINED, LOST = ("gradual-gain", "sudden-gain"), ("loss", "faded-gain")


class Shown(TypedDict):
    """A sentence, and the anchor of what it rests on; empty where the page has none."""

    says: str
    to: str


class Step(TypedDict):
    """A theme at a glance, its name as words and what decides where it stands."""

    held: Held
    why: Shown


class Summary(TypedDict):
    """What the two pages show. Of each list a few; `more` says of each how many there are besides.

    `heads` says of what speaks for improvement and against it whether measures did so: `moved` where all are of measures,
    `too` where others are, `else` where none is.
    """

    against: list[Shown]
    themes: list[Step]
    better: list[Shown]
    worse: list[Shown]
    heads: dict[str, str]
    hangs: list[str]
    rows: list[str]
    doubtful: list[Shown]
    absent: list[Shown]
    ask: list[Point]
    more: dict[str, int]


def summary(document: Document, first: Front, at: Anchors, known: Mapping[str, str], t: Words) -> Summary:
    """The points of `first` that are shown, losses before all else and gains and losses in equal number."""
    lines = {one["indicator"]: one for one in (document["pictures"] or {"lines": []})["lines"]}
    says = {one["id"]: one["says"] for one in document["findings"]}
    words = t["summary"]
    better = [one for one in first["better"] if "indicator" in one] or first["better"]
    against = _against(first, lines, at, known, words)
    doubts = [_doubt(one, at, known, words) for one in first["doubtful"]]
    return {
        "against": against[:AGAINST],
        "themes": [{"held": one, "why": _why(one, says, at, t)} for one in first["themes"]],
        "better": [_moved(one, lines, at, words) for one in better[:EACH]],
        "worse": [_moved(one, lines, at, words) for one in first["worse"][:EACH]],
        "hangs": [_without(one, known, t) for one in first["hangs_on"]],
        "heads": {"better": _head("better", better, lines), "worse": _head("worse", first["worse"], lines)},
        "rows": _rows(document, first, known, words),
        "doubtful": doubts[:DOUBTS],
        "absent": [{"says": one["says"], "to": ""} for one in first["absent"][:ABSENT]],
        "ask": first["ask"][:ASKED],
        "more": {
            "against": len(against) - AGAINST,
            "better": len(better) - EACH,
            "worse": len(first["worse"]) - EACH,
            "doubtful": len(doubts) - DOUBTS,
            "absent": len(first["absent"]) - ABSENT,
        },
    }


def _moved(one: Point, lines: Mapping[str, Line], at: Anchors, words: Words) -> Shown:
    """A measure in short words; anything else as its finding says it."""
    line = lines.get(one.get("indicator", ""))
    kind = {"loss": "loss", "faded-gain": "faded"}.get(line["call"], "gain") if line else ""
    if line is None or line["call"] in ("no-change", "too-few-points"):
        return {"says": one["says"], "to": at.of(one["id"]) or ""}
    onset, fell = line["onset"], line["fell"]
    whole = onset is not None and (kind != "faded" or fell is not None)
    days = {"onset": svg.month(onset[0]) if onset else "", "fell": svg.month(fell) if fell else ""}
    return {
        "says": fill(words[kind if whole else f"{kind}_plain"], title=line["title"], **days),
        "to": at.story.get(line["indicator"]) or at.of(one["id"]) or "",
    }


def _against(
    first: Front, lines: Mapping[str, Line], at: Anchors, known: Mapping[str, str], words: Words
) -> list[Shown]:
    """The case against: losses counted in one sentence, as they stand below; the others as they are said."""
    calls = {name: line["call"] for name, line in lines.items()}
    lost = [one for one in first["against"] if calls.get(one.get("indicator", "")) in LOST]
    others = [one for one in first["against"] if one not in lost]
    head: list[Shown] = [{"says": counted(words["lost"], len(lost)), "to": "worse"}] if lost else []
    said: list[Shown] = [{"says": _in_words(one["says"], known), "to": at.of(one["id"]) or ""} for one in others]
    return [*head, *said]


def _in_words(says: str, known: Mapping[str, str]) -> str:
    """A sentence with the names of measures in words."""
    if "indicator/" not in says:
        return says
    for name in sorted((one for one in known if one.startswith("indicator/")), key=len, reverse=True):
        says = says.replace(name, f"“{known[name]}”")
    return says


def _why(one: Held, says: Mapping[str, str], at: Anchors, t: Words) -> Shown:
    """What holds a theme down as its finding says it; else what the word for where it stands means."""
    if one["finding"] not in says:
        return {"says": one["by"], "to": ""}
    means: str = t["standings"][one["standing"]]
    held = fill(t["summary"]["held"], says=says[one["finding"]])
    return {"says": held if one["held"] else f"{means[:1].upper()}{means[1:]}.", "to": at.of(one["finding"]) or ""}


def _head(name: str, points: Sequence[Point], lines: Mapping[str, Line]) -> str:
    calls = LOST if name == "worse" else GAINED
    moved = [one for one in points if (line := lines.get(one.get("indicator", ""))) and line["call"] in calls]
    return "moved" if len(moved) == len(points) else "too" if moved else "else"


def _doubt(one: Doubt, at: Anchors, known: Mapping[str, str], words: Words) -> Shown:
    """Each by its name, of many the first few."""
    about = one["about"]
    what = ", ".join(named(name, known) for name in about[:NAMED])
    if len(about) > NAMED:
        what = fill(words["doubts_more"], what=what, count=len(about) - NAMED)
    phrase = words["doubts" if len(about) > 1 else "doubt"]
    return {"says": fill(phrase, what=what, why=one["says"].rstrip(".")), "to": at.of(about[0]) or ""}


def _without(one: Point, known: Mapping[str, str], t: Words) -> str:
    if "verdict" not in one:
        return one["says"]
    what = " + ".join(named(name, known) for name in one["id"].split(" + "))
    return fill(t["summary"]["without"], what=what, verdict=spoken(one["verdict"], "on-paper", t))


def _rows(document: Document, first: Front, known: Mapping[str, str], words: Words) -> list[str]:
    """How many rows it takes, in short words where one piece is all there is; else the sentence of the margin."""
    margins = document.get("would_change", {}).get("margins")
    pieces: Sequence[object] = margins["pieces"] if margins else ()
    if (
        margins is None
        or len(pieces) != 1
        or margins["pieces"][0]["rows"] is None
        or margins["pieces"][0]["unit"] != "row"
    ):
        return [first["margin"]] if first["margin"] else []
    piece = margins["pieces"][0]
    return [fill(words["rows"], rows=piece["rows"], of=piece["of"], what=named(piece["evidence"], known))]
