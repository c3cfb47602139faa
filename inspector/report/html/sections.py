"""What goes into which section of the page. A section that has nothing to say from this result is left out."""

from collections.abc import Mapping, Sequence
from typing import TypedDict

from inspector.report.argument_shown import Enquiries, View
from inspector.report.document.selections import asking, lowered
from inspector.report.document.shape import Document
from inspector.report.document.shape.judged import Finding, Theme, Trace, TrustIn, Unjudged
from inspector.report.html.figures import LineFigure

FIRST = 4
"""So many questions of the plan stand in its section, the others in the appendix."""


class Group(TypedDict):
    """The findings of a theme."""

    theme: Theme
    findings: list[Finding]


class Parts(TypedDict):
    """What is in the sections: findings by theme, charts that no story shows, open questions, what is unsaid.

    `used` has the findings that rest on each fact, `names` the sections of this page in order.
    """

    by_theme: list[Group]
    rest: list[str]
    asked: list[Trace]
    unsaid: list[tuple[str, list[Unjudged]]]
    lowered: list[TrustIn]
    first_enquiries: list[Enquiries]
    other_enquiries: list[Enquiries]
    others: int
    used: dict[str, list[str]]
    names: list[str]


def arrange(document: Document, charts: Mapping[str, LineFigure], argument: View) -> Parts:
    """Findings and charts by section, open questions, and the sections of this page in order.

    `argument` has the parts of the argument that this page shows (`inspector.report.argument_view` makes them).
    """
    told = document.get("told")
    drawn = {one["indicator"] for one in told["stories"]} if told else set()
    groups = argument["fieldwork"]["enquiries"] if "fieldwork" in argument else []
    first, others = _split(groups)
    return {
        "by_theme": _by_theme(document),
        "rest": [name for name in charts if name not in drawn],
        "asked": asking(document),
        "unsaid": _together(document["unjudged"]),
        "lowered": lowered(document),
        "first_enquiries": first,
        "other_enquiries": others,
        "others": sum(len(group["entries"]) for group in others),
        "used": used(document),
        "names": _names(document, argument),
    }


def _names(document: Document, argument: View) -> list[str]:
    told = document.get("told")
    there = {
        "stories": bool(told),
        "measures": bool(document["pictures"]),
        "voices": bool(told and told["voices"]),
        "claims": bool(told and told["claims"]),
        "recommendations": bool(told and told["recommendations"]),
        "visit": "visit" in document,
        "case_against": "case_against" in argument,
        "would_change": "would_change" in argument,
        "calibration": "calibration" in document,
        "fieldwork": "fieldwork" in argument,
        "not_performance": "not_performance" in argument,
        "fields": "fields" in argument,
        "on_site": bool(document["questions_on_site"]) and "fieldwork" not in argument,
    }
    order = ("summary", "stories", "measures", "voices", "claims", "recommendations", "visit", "case_against", "would_change",
             "questions", "unsaid", "calibration", "fieldwork", "on_site", "appendix", "not_performance", "fields")  # fmt: skip
    return [name for name in order if there.get(name, True)]


def _by_theme(document: Document) -> list[Group]:
    found = ((theme, [f for f in document["findings"] if f["theme"] == theme["theme"]]) for theme in document["themes"])
    return [{"theme": theme, "findings": findings} for theme, findings in found if findings]


def _split(groups: Sequence[Enquiries]) -> tuple[list[Enquiries], list[Enquiries]]:
    """The first questions of a plan and the others, each under its head."""
    first: list[Enquiries] = []
    others: list[Enquiries] = []
    for group in groups:
        left = max(0, FIRST + 1 - group["start"])
        for into, entries in ((first, group["entries"][:left]), (others, group["entries"][left:])):
            if entries:
                into.append({"head": group["head"], "start": entries[0]["number"], "entries": entries})
    return first, others


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
