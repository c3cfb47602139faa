"""What speaks for and against, what it hangs on, what is doubtful or absent and what to ask: points with their ids."""

from collections.abc import Iterable, Iterator, Mapping

from inspector.model.argument import in_turn
from inspector.report.document.selections import asking, lowered
from inspector.report.document.shape import Document
from inspector.report.document.shape.argument import Enquiry, Objection
from inspector.report.document.shape.judged import Finding
from inspector.report.front import Doubt, Point
from inspector.report.front.brief import in_short, trajectory_of
from inspector.report.front.ranking import Facts, facts_of, gravest, indicator_of, strongest
from inspector.report.people import named
from inspector.report.standing_words import state_of
from inspector.report.wording import Words, fill

SHOWN_OF_A_SORT = 4
"""So many objections of a sort are said one by one; one that comes after them counts the others."""


def better(document: Document, t: Words) -> list[Point]:
    """The findings that speak for improvement, the strongest first."""
    facts = facts_of(document)
    return [_finding(one, facts, document, t) for one in strongest(document["findings"], facts)]


def worse(document: Document, t: Words) -> list[Point]:
    """The findings that speak against it, the gravest first."""
    facts = facts_of(document)
    return [_finding(one, facts, document, t) for one in gravest(document["findings"], facts)]


def against(document: Document, t: Words) -> list[Point]:
    """The case against the verdict: findings that point the other way, the gravest and the strongest first; then the rest."""
    facts, objections = facts_of(document), document.get("case_against", [])
    named = {name for one in objections if one["sort"] == "contradicts" for name in one["about"]}
    found = [one for one in document["findings"] if one["id"] in named]
    first = [*gravest(found, facts), *strongest(found, facts)]
    first += [one for one in found if one["direction"] == "neither"]
    return [*(_finding(one, facts, document, t) for one in first), *map(_objection, _others(objections))]


def hangs_on(document: Document) -> list[Point]:
    """What the verdict would be without as little evidence as it takes; where nothing is known to change it, that."""
    change = document.get("would_change")
    if change is None:
        return []
    flips: list[Point] = [
        {"id": " + ".join(one["removed"]), "says": one["says"], "verdict": one["verdict"]} for one in change["flips"]
    ]
    return flips or ([{"id": "settled", "says": change["settled"]}] if change["settled"] else [])


def doubtful(document: Document) -> list[Doubt]:
    """What the document tells of doubts, in its order; of a result without it, that which supports nothing first, then what else
    supports less than it shows, then what else is asked about."""
    told = document.get("told")
    if told is not None and "doubts" in told:
        return [{"about": list(one["about"]), "says": one["says"]} for one in told["doubts"]]
    low = sorted(lowered(document), key=lambda one: one["trust"] != "compromised")
    said: list[Doubt] = [{"about": [one["evidence"]], "says": "; ".join(one["reasons"])} for one in low]
    known = {name for one in said for name in one["about"]}
    asked: list[Doubt] = [
        {"about": [one["subject"]], "says": one["says"]} for one in asking(document) if one["subject"] not in known
    ]
    return [*said, *asked]


def absent(document: Document, t: Words) -> list[Point]:
    """What was not submitted: what everybody has or had before, then themes that nothing speaks on, then what else is missing."""
    words = t["front"]
    missing: list[Point] = [
        {"id": one["sort"], "says": fill(words["missing"], what=one["what"], why=one["why"], wanted=one["wanted"])}
        for one in document["verdict"].get("missing", ())
    ]
    silent: list[Point] = [
        {"id": f"standing/{one['theme']}", "says": fill(words["silent"], title=one["title"])}
        for one in document["themes"]
        if state_of(one) == "silent"
    ]
    themes = {f"standing/{one['theme']}" for one in document["themes"]}
    others = (one for one in _others(document.get("case_against", ())) if one["sort"] == "not-submitted")
    return [*missing, *silent, *(_objection(one) for one in others if not themes & set(one["about"]))]


def ask(document: Document, t: Words) -> list[Point]:
    """The questions of the fieldwork plan in its order, each with whom to ask; without a plan those of the findings."""
    plan = document.get("fieldwork")
    if plan is not None:
        people = named(document, t["fieldwork"])
        return [_asked(one, t["fieldwork"], people) for one in plan["enquiries"]]
    return [{"id": next(iter(one["because"]), ""), "says": one["question"]} for one in document["questions_on_site"]]


def _finding(finding: Finding, facts: Facts, document: Document, t: Words) -> Point:
    under = next((one["title"] for one in document["themes"] if one["theme"] == finding["theme"]), finding["theme"])
    point: Point = {"id": finding["id"], "says": finding["says"], "sort": "finding", "under": under}
    if finding["standing"]:
        point["supports"] = finding["standing"]
    if finding["limit"]:
        point["limit"] = finding["limit"]
    if own := indicator_of(finding, facts):
        point["indicator"] = own
        if (moved := trajectory_of(finding, own, facts)) is not None:
            point["title"] = str(moved["fields"]["title"])
            if words := in_short(moved, finding["direction"], t):
                point["brief"] = words
    if words := finding.get("brief", ""):
        point["brief"] = words
    return point


def _objection(one: Objection) -> Point:
    return {"id": next(iter(one["about"]), one["sort"]), "says": one["says"], "sort": one["sort"]}


def _others(objections: Iterable[Objection]) -> Iterator[Objection]:
    """The objections that are no findings, without the sentences that only count those left out."""
    seen: dict[str, int] = {}
    for one in objections:
        seen[one["sort"]] = seen.get(one["sort"], 0) + 1
        if one["sort"] != "contradicts" and seen[one["sort"]] <= SHOWN_OF_A_SORT:
            yield one


def _asked(one: Enquiry, words: Words, people: Mapping[str, str]) -> Point:
    whom = words["then"].join(people[who] for who in in_turn(one["whom"]) if who in people)
    return {
        "id": next(iter(one["because"]), ""),
        "says": one["question"],
        "whom": fill(words["ask"], whom=whom) if whom else "",
        "people": whom,
        "moves": one["moves"],
    }
