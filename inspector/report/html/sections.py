"""What goes into which section of the page. A section that has nothing to say from this result is left out."""

from collections.abc import Mapping, Sequence
from typing import TypedDict

from inspector.report.argument_shown import View
from inspector.report.document.selections import asking, lowered
from inspector.report.document.shape import Document
from inspector.report.document.shape.judged import Finding, Theme, Trace, TrustIn, Unjudged
from inspector.report.html.figures import LineFigure

GAINS, LOSSES = ("gradual-gain", "sudden-gain"), ("faded-gain", "loss")


class Group(TypedDict):
    """The findings of a theme, and the indicators whose charts stand beside them."""

    theme: Theme
    findings: list[Finding]
    charts: list[str]


class Parts(TypedDict):
    """What is in the sections: findings by direction, charts that stand nowhere else, open questions, what is unsaid.

    `used` has the findings that rest on each fact, `names` the sections of this page in order.
    """

    better: list[Group]
    worse: list[Group]
    weigh: list[Group]
    rest: list[str]
    asked: list[Trace]
    unsaid: list[tuple[str, list[Unjudged]]]
    lowered: list[TrustIn]
    used: dict[str, list[str]]
    names: list[str]


def arrange(document: Document, charts: Mapping[str, LineFigure], argument: View) -> Parts:
    """Findings and charts by section, open questions, and the sections of this page in order.

    `argument` has the parts of the argument that this page shows (`inspector.report.argument_view` makes them).
    """
    drawn: set[str] = set()
    better = _by_theme(document, charts, "better", GAINS, drawn)
    worse = _by_theme(document, charts, "worse", LOSSES, drawn)
    weigh = _by_theme(document, charts, "neither", (), drawn)
    return {
        "better": better,
        "worse": worse,
        "weigh": weigh,
        "rest": [name for name in charts if name not in drawn],
        "asked": asking(document),
        "unsaid": _together(document["unjudged"]),
        "lowered": lowered(document),
        "used": used(document),
        "names": _names(document, bool(weigh), argument),
    }


def _names(document: Document, weigh: bool, argument: View) -> list[str]:
    return [
        "verdict",
        "ladder",
        *(["visit"] if "visit" in document else []),
        "better",
        "worse",
        *(["weigh"] if weigh else []),
        "unsaid",
        "questions",
        *(["calibration"] if "calibration" in document else []),
        *argument,
        *(["on_site"] if document["questions_on_site"] and "fieldwork" not in argument else []),
        "appendix",
    ]


def _by_theme(
    document: Document, charts: Mapping[str, LineFigure], direction: str, calls: Sequence[str], drawn: set[str]
) -> list[Group]:
    """The findings of one direction under their themes, each chart beside the first theme that speaks of it."""
    facts = {fact["id"]: fact for fact in document["facts"]}
    groups: list[Group] = []
    for theme in document["themes"]:
        found = [f for f in document["findings"] if f["theme"] == theme["theme"] and f["direction"] == direction]
        behind = [facts[name]["fields"] for f in found for name in f["facts"] if name in facts]
        named = [str(fields["indicator"]) for fields in behind if "indicator" in fields]
        mine = [i for i in dict.fromkeys(named) if i in charts and i not in drawn and charts[i]["call"] in calls]
        drawn.update(mine)
        if found:
            groups.append({"theme": theme, "findings": found, "charts": mine})
    return groups


def used(document: Document) -> dict[str, list[str]]:
    """The findings that rest on each fact."""
    found: dict[str, list[str]] = {}
    for finding in document["findings"]:
        for name in finding["facts"]:
            found.setdefault(name, []).append(finding["id"])
    return found


def _together(unjudged: Sequence[Unjudged]) -> list[tuple[str, list[Unjudged]]]:
    """What could not be judged, by what would let it be."""
    found: dict[str, list[Unjudged]] = {}
    for entry in unjudged:
        found.setdefault(entry["wanted"].rstrip("."), []).append(entry)
    return list(found.items())
