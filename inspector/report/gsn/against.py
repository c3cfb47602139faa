"""What challenges an assurance case: the questions that probes ask of evidence, and the case against the verdict."""

from collections.abc import Iterable

from inspector.report.coherent import named
from inspector.report.document.selections import asking
from inspector.report.document.shape import Document
from inspector.report.document.shape.argument import Objection, Reference
from inspector.report.gsn.case import TOP, Case, Key, Node
from inspector.report.gsn.pieces import put_evidence
from inspector.report.gsn.standing import by, put_fact, under_rule
from inspector.report.places import places
from inspector.report.wording import Words, fill

UNJUDGED: Key = ("row", "unjudged")
FACTS: Key = ("row", "facts")


def questions(case: Case, d: Document, t: Words) -> None:
    """Each question challenges the evidence that it is about."""
    for trace in asking(d):
        name = f"{trace['probe']}/{trace['subject']}"
        says = fill(t["gsn"]["question"], probe=trace["probe"], says=trace["says"], places=places(trace["rows"], 4))
        says = " ".join([says.strip(), *by(trace, t)])
        at = put_evidence(case, d, t, trace["subject"])
        case.challenge(("probe", name), Node("CG", says, f"probe/{name}", at))


def objections(case: Case, d: Document, t: Words) -> None:
    """Each objection challenges the node of each thing that it refers to; where it is about several, the first has its words."""
    known = named(d)
    for place, objection in enumerate(d.get("case_against", ()), 1):
        first: Key | None = None
        for at, findings in _challenged(case, d, t, objection, known):
            says = fill(t["gsn"]["as_said"], says=objection["says"]) if first else objection["says"]
            key = ("objection", f"{place}/{at[0]}/{at[1]}")
            stands_for = f"case-against/{place}"
            case.challenge(key, Node("CG", says, stands_for, at))
            for name, words in findings:
                case.put(("against", f"{place}/{name}"), Node("CSn", words, f"finding/{name}"), key)
            first = first or key


def _challenged(
    case: Case, d: Document, t: Words, objection: Objection, known: dict[str, set[str]]
) -> list[tuple[Key, list[tuple[str, str]]]]:
    """The nodes that an objection challenges, each once, with the findings that bear the objection out there."""
    found: dict[Key, list[tuple[str, str]]] = {}
    for one in _references(objection, known):
        bears = found.setdefault(_at(case, d, t, one, known), [])
        bears += _findings(d, one)
    return list(found.items())


def _references(objection: Objection, known: dict[str, set[str]]) -> Iterable[Reference]:
    """What it refers to; of a result stored before references had a sort, what its names lead to."""
    if "refers" in objection:
        yield from objection["refers"]
        return
    for name in objection["about"]:
        sorts = {"standing/": "theme", "probe/": "probe"}
        cut = next((start for start in sorts if name.startswith(start)), "")
        id = name.removeprefix(cut)
        if cut and id in known[sorts[cut]]:
            yield {"sort": sorts[cut], "id": id}  # type: ignore[typeddict-item]
        else:
            sort = next((sort for sort, ids in known.items() if name in ids), "unjudged")
            yield {"sort": sort, "id": name}  # type: ignore[typeddict-item]


def _at(case: Case, d: Document, t: Words, one: Reference, known: dict[str, set[str]]) -> Key:
    """The node that a reference leads to, put in where it was not needed before; the verdict where there is no such thing."""
    sort, id = one["sort"], one["id"]
    if id not in known.get(sort, ()):
        return TOP
    if sort == "finding":
        return ("theme", next(finding["theme"] for finding in d["findings"] if finding["id"] == id))
    if sort == "evidence":
        return put_evidence(case, d, t, id)
    if sort == "unjudged":
        return _unjudged(case, d, t, id)
    if sort == "signal":
        return _fact(case, d, t, id)
    return (sort, id) if (sort, id) in case else TOP


def _findings(d: Document, one: Reference) -> list[tuple[str, str]]:
    if one["sort"] != "finding":
        return []
    return [(finding["id"], finding["says"]) for finding in d["findings"] if finding["id"] == one["id"]]


def _fact(case: Case, d: Document, t: Words, id: str) -> Key:
    """The node of a fact; where it has none of its own, that of the first finding that rests on it."""
    if ("signal", id) in case:
        return ("signal", id)
    resting = [one for one in d["findings"] if id in one["facts"] and not one["withdrawn"]]
    there = [("finding", one["id"]) for one in resting if ("finding", one["id"]) in case]
    if there:
        return there[0]
    if resting:
        return under_rule(case, d, t, resting[0])
    case.put(FACTS, Node("S", t["gsn"]["facts"], "facts"), TOP)
    return put_fact(case, t, next(fact for fact in d["facts"] if fact["id"] == id), FACTS)


def _unjudged(case: Case, d: Document, t: Words, what: str) -> Key:
    """What could not be judged: a goal that nothing supports."""
    one = next(one for one in d["unjudged"] if one["what"] == what)
    case.put(UNJUDGED, Node("S", t["gsn"]["unjudged"], "unjudged"), TOP)
    says = fill(t["gsn"]["not_judged"], what=what, why=one["why"])
    return case.put(("unjudged", what), Node("G", says, f"unjudged/{what}"), UNJUDGED)
