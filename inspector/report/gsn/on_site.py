"""What a visit adds to an assurance case: claims and what was seen of them, judgements and answers, each at its node."""

from collections.abc import Iterator

from inspector.model.ladder import rank
from inspector.report.document.shape import Document
from inspector.report.document.shape.visit import BroughtBack, OwnJudgement, VisitClaim, VisitQuestion, VisitTheme
from inspector.report.gsn.case import TOP, Case, Key, Node
from inspector.report.gsn.pieces import put_evidence
from inspector.report.places import places
from inspector.report.wording import Words, counted, fill


def visit(case: Case, d: Document, t: Words) -> None:
    """Everything of the visit that came back into the verdict; nothing where none did."""
    found = d.get("visit")
    if found is None:
        return
    g = t["gsn"]["visit"]
    rounds = ", ".join(fill(g["round"], **one) for one in found["rounds"])
    says = " ".join([fill(g["plan"], seal=found["seal"], rounds=rounds or g["no_round"]), *found["says"]])
    case.put(("context", "visit"), Node("C", says, "visit"), TOP)
    for claim in found["claims"]:
        _claim(case, d, t, found, claim)
    for theme in found["themes"]:
        for judged in theme["judged"]:
            _judged(case, t, theme, judged)
    for question in found["questions"]:
        _answered(case, t, question)


def _claim(case: Case, d: Document, t: Words, found: BroughtBack, claim: VisitClaim) -> None:
    """A claim under the piece of evidence that it is of: what was seen supports it, and rows found wrong challenge it."""
    g, name = t["gsn"]["visit"], f"visit/{claim['id']}"
    says = fill(g["claim"], claim=claim["claim"], percent=f"{100 * claim['confidence']:g}")
    refuted = claim["state"] == "refuted"
    key = ("claim", claim["id"])
    case.put(key, Node("G", says, name, defeated=refuted), put_evidence(case, d, t, claim["evidence"]))
    if claim["looked"] and not refuted:
        case.put(("looked", claim["id"]), Node("Sn", claim["says"], name), key)
    asides = [one for one in found["aside"] if one["claim"] == claim["id"]]
    for one in asides:
        says = f"{one['says']} ({places(one['rows'], 4)})"
        case.challenge(("aside", claim["id"]), Node("CG", says, f"{name}/aside", key))
    if refuted:
        case.challenge(("refuted", claim["id"]), Node("CG", claim["says"], f"{name}/refuted", key))


def _judged(case: Case, t: Words, theme: VisitTheme, judged: OwnJudgement) -> None:
    """An inspector's own judgement of a theme: it challenges where the theme stands if it is lower, and is its context if not."""
    g, at = t["gsn"]["visit"], ("theme", theme["theme"])
    says = fill(g["judged"], by=judged["by"], standing=judged["standing"], because=judged["says"])
    key = ("judged", f"{theme['theme']}/{judged['by']}")
    name = f"judged/{theme['theme']}"
    if at not in case:
        at = TOP
    if accepts(theme, judged):
        case.put(key, Node("C", says, name), at)
    else:
        case.challenge(key, Node("CG", says, name, at))


def _answered(case: Case, t: Words, question: VisitQuestion) -> None:
    """What was answered to a question: it challenges the question of a probe, and is a context of a finding or of the whole."""
    for place, answer in enumerate(question["answers"], 1):
        says = fill(t["gsn"]["visit"]["answered"], by=answer["by"], question=question["question"], says=answer["says"])
        key = ("answer", f"{question['id']}/{place}")
        name = f"answer/{question['id']}"
        at = next(_asked(case, question), TOP)
        if case.nodes[at].kind == "CG":
            case.challenge(key, Node("CG", says, name, at))
        else:
            case.put(key, Node("C", says, name), at)


def _asked(case: Case, question: VisitQuestion) -> Iterator[Key]:
    """The nodes of what a question was asked because of, those that are there."""
    for name in question["because"]:
        for key in (("probe", name.removeprefix("probe/")), ("finding", name.removeprefix("finding/"))):
            if key in case:
                yield key


def accepts(theme: VisitTheme, judged: OwnJudgement) -> bool:
    """Whether who judged a theme leaves it at least where the engine has it."""
    return rank(judged["standing"]) >= rank(theme["after"])


def accepted(d: Document, t: Words) -> list[str]:
    """Who has accepted what is left in doubt, theme by theme, who has not, and what a visit leaves open."""
    g, found = t["gsn"]["visit"], d.get("visit")
    if found is None:
        return [t["gsn"]["residual"]["nobody"]]
    said = [
        fill(g["accepts"] if accepts(theme, judged) else g["refuses"], by=judged["by"], title=theme["title"])
        for theme in found["themes"]
        for judged in theme["judged"]
    ]
    unsettled = sum(claim["state"] != "confirmed" for claim in found["claims"])
    unanswered = sum(not question["answers"] for question in found["questions"])
    said = said or [t["gsn"]["residual"]["nobody"]]
    return [*said, counted(g["unsettled"], unsettled), counted(g["unanswered"], unanswered)]
