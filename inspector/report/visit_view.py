"""What a visit brought back, in the words and the order in which every format shows it: one view, so all say the same."""

from typing import TypedDict

from inspector.model.assurance import said
from inspector.model.ladder import Standing, State
from inspector.report.assurance_words import loud
from inspector.report.document.shape import Document
from inspector.report.document.shape.visit import BroughtBack, OwnJudgement, VisitClaim, VisitRound
from inspector.report.places import places
from inspector.report.standing_words import WORDS
from inspector.report.wording import Words, counted, fill


class VisitView(TypedDict):
    """Sentences and tables, each in its order; empty where there is nothing to say."""

    intro: list[str]
    claims: list[list[str]]
    aside: list[str]
    less: list[str]
    judged: list[str]
    questions: list[list[str]]
    foot: list[str]


def visit_view(document: Document, t: Words) -> VisitView | None:
    """The visit; None where none came back."""
    found = document.get("visit")
    if found is None:
        return None
    words = t["visit"]
    before, now = said(found["on_paper"]), loud(document)
    aside = [f"{one['claim']}: {one['says']} ({places(one['rows'])})" for one in found["aside"]]
    return {
        "intro": [words["intro"], fill(words["verdict"], before=before, now=now), *found["says"]],
        "claims": [_claim(one) for one in found["claims"]],
        "aside": aside or [words["none_aside" if any(one["looked"] for one in found["claims"]) else "nothing"]],
        "less": [one["says"] for one in found["less"]],
        "judged": _judged(found, words),
        "questions": [
            [one["question"], "; ".join(f"{told['says']} ({told['by']})" for told in one["answers"])]
            for one in found["questions"]
            if one["answers"]
        ],
        "foot": [*_open(found, words), *_foot(found, words)],
    }


def _open(found: BroughtBack, words: Words) -> list[str]:
    left = sum(not one["answers"] for one in found["questions"])
    return [counted(words["no_answer"], left, of=len(found["questions"]))] if left else []


def visit_lines(document: Document, t: Words) -> list[str]:
    """The same as lines, for formats that have room for nothing else; empty where no visit came back."""
    shown = visit_view(document, t)
    if shown is None:
        return []
    claims = [f"{claim} {says}" for claim, *_, says in shown["claims"]]
    answers = [f"{question} {answer}" for question, answer in shown["questions"]]
    return [*shown["intro"], *claims, *shown["aside"], *shown["less"], *shown["judged"], *answers, *shown["foot"]]


class Beside(TypedDict):
    """Of one theme: where it stood on paper, and what inspectors say themselves."""

    on_paper: str
    judged: str


def beside(document: Document) -> dict[str, Beside]:
    """By theme, what stands beside where it stands since the visit; empty where none came back."""
    found = document.get("visit")
    if found is None:
        return {}
    told: dict[str, Beside] = {
        one["theme"]: {
            "on_paper": _word(one["on_paper"], one["on_paper_state"]),
            "judged": ", ".join(f"{own['standing']} ({own['by']})" for own in one["judged"]),
        }
        for one in found["themes"]
    }
    nothing: Beside = {"on_paper": "", "judged": ""}
    return {theme["theme"]: told.get(theme["theme"], nothing) for theme in document["themes"]}


def _word(standing: Standing, state: State) -> str:
    return WORDS.get(state, standing)


def _claim(one: VisitClaim) -> list[str]:
    return [
        f"{one['id']}: {one['claim']}",
        str(one["of"]),
        str(one["looked"]),
        str(one["found_wrong"]),
        str(one["most"]),
        f"{one['state']}. {one['says']}",
    ]


def _judged(found: BroughtBack, words: Words) -> list[str]:
    return [
        fill(
            words["judged_line"],
            theme=theme["title"],
            standing=own["standing"],
            by=own["by"],
            engine=_word(theme["after"], theme["after_state"]),
            says=" ".join(part for part in (own["says"], *_until(own, words)) if part),
        ).strip()
        for theme in found["themes"]
        for own in theme["judged"]
    ]


def _until(own: OwnJudgement, words: Words) -> list[str]:
    """When a judgement was written down and until when it holds; nothing of an older result, which does not say."""
    if "on" not in own or "expires_on" not in own:
        return []
    return [fill(words["judged_until"], on=own["on"], expires=own["expires_on"])]


def _foot(found: BroughtBack, words: Words) -> list[str]:
    return [
        *(
            counted(words["who"], one["entries"], by=one["by"], first=one["first"], last=one["last"])
            for one in found["inspectors"]
        ),
        *(_round(one, words) for one in found["rounds"]),
        fill(words["seal"], seal=found["seal"]),
    ]


def _round(one: VisitRound, words: Words) -> str:
    says = words["seed" if one["guarantee"] else "no_guarantee"]
    origin = words["origins"].get(one["origin"], one["origin"])
    return counted(says, one["rows"], number=one["number"], seed=one["seed"], origin=origin)
