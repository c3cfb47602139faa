"""What goes into which section of the page. A section that has nothing to say from this result is left out."""

from collections.abc import Mapping, Sequence
from typing import Any

Document = Mapping[str, Any]
GAINS, LOSSES = ("gradual-gain", "sudden-gain"), ("faded-gain", "loss")


def arrange(document: Document, charts: Mapping[str, Mapping[str, Any]], argument: Mapping[str, Any]) -> dict[str, Any]:
    """Findings and charts by section, open questions, and the sections of this page in order.

    `argument` has the parts of the argument that this page shows (`inspector.report.argument_view` makes them).
    """
    drawn: set[str] = set()
    parts: dict[str, Any] = {
        "better": _by_theme(document, charts, "better", GAINS, drawn),
        "worse": _by_theme(document, charts, "worse", LOSSES, drawn),
        "weigh": _by_theme(document, charts, "neither", (), drawn),
        "rest": [name for name in charts if name not in drawn],
        "asked": [trace for trace in document["traces"] if trace["outcome"] in ("question", "strong-question")],
        "unsaid": _together(document["unjudged"]),
        "lowered": [one for one in document["trust"] if one["trust"] in ("exposed", "compromised")],
        "used": used(document),
    }
    parts["names"] = _names(document, parts, argument)
    return parts


def _names(document: Document, parts: Mapping[str, Any], argument: Mapping[str, Any]) -> list[str]:
    return [
        "verdict",
        "ladder",
        "better",
        "worse",
        *(["weigh"] if parts["weigh"] else []),
        "unsaid",
        "questions",
        *argument,
        *(["on_site"] if document["questions_on_site"] and "fieldwork" not in argument else []),
        "appendix",
    ]


def _by_theme(
    document: Document, charts: Mapping[str, Any], direction: str, calls: Sequence[str], drawn: set[str]
) -> list[dict[str, Any]]:
    """The findings of one direction under their themes, each chart beside the first theme that speaks of it."""
    facts = {fact["id"]: fact for fact in document["facts"]}
    groups = []
    for theme in document["themes"]:
        found = [f for f in document["findings"] if f["theme"] == theme["theme"] and f["direction"] == direction]
        named = [facts[name]["fields"].get("indicator") for f in found for name in f["facts"] if name in facts]
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


def _together(unjudged: Sequence[Mapping[str, str]]) -> list[tuple[str, list[Mapping[str, str]]]]:
    """What could not be judged, by what would let it be."""
    found: dict[str, list[Mapping[str, str]]] = {}
    for entry in unjudged:
        found.setdefault(entry["wanted"].rstrip("."), []).append(entry)
    return list(found.items())
