"""What a visit brought back, as plain values of the document."""

from inspector.model.visited import (
    Answer,
    ClaimAfter,
    OwnJudgement,
    QuestionAfter,
    SetAsideBecause,
    ThemeAfter,
    Visited,
)
from inspector.report.document.rows import rows_values
from inspector.report.document.shape import visit as shape


def visit_values(found: Visited) -> shape.BroughtBack:
    """The `visit` part of the document."""
    return {
        "seal": found.seal,
        "planned_on": found.planned_on,
        "confidence": found.confidence,
        "guarantee": found.guarantee,
        "rounds": [
            {
                "number": one.number,
                "seed": one.seed,
                "origin": one.origin,
                "guarantee": one.guarantee,
                "rows": one.rows,
                "seal": one.seal,
            }
            for one in found.rounds
        ],
        "inspectors": [
            {"by": one.by, "entries": one.entries, "first": one.first, "last": one.last} for one in found.lookers
        ],
        "on_paper": found.on_paper,
        "on_paper_says": found.on_paper_says,
        "themes": [_theme(one) for one in found.themes],
        "claims": [_claim(one) for one in found.claims],
        "aside": [_aside(one) for one in found.aside],
        "less": [
            {"evidence": one.evidence, "claim": one.claim, "rows": one.rows, "how": one.how, "says": one.says}
            for one in found.less
        ],
        "questions": [_question(one) for one in found.questions],
        "left": found.left,
        "conflicts": found.conflicts,
        "corrected": found.corrected,
        "says": list(found.says),
    }


def _theme(one: ThemeAfter) -> shape.VisitTheme:
    return {
        "theme": one.theme,
        "title": one.title,
        "on_paper": one.on_paper,
        "on_paper_state": one.on_paper_state,
        "after": one.after,
        "after_state": one.after_state,
        "judged": [_own(own) for own in one.judged],
    }


def _own(one: OwnJudgement) -> shape.OwnJudgement:
    made: shape.OwnJudgement = {"by": one.by, "standing": one.standing, "says": one.says}
    if one.on and one.expires_on:
        made["on"], made["expires_on"] = one.on, one.expires_on
    return made


def _answer(one: Answer) -> shape.VisitAnswer:
    made: shape.VisitAnswer = {"by": one.by, "says": one.says}
    if one.on:
        made["on"] = one.on
    return made


def _claim(one: ClaimAfter) -> shape.VisitClaim:
    proved = one.proved
    return {
        "id": one.id,
        "evidence": one.evidence,
        "members": list(one.members),
        "unit": one.unit,
        "part": one.part,
        "claim": one.claim,
        "of": proved.of,
        "fewer_than": proved.fewer_than,
        "confidence": proved.confidence,
        "drawn": one.drawn,
        "looked": proved.looked,
        "wrong": proved.wrong,
        "waiting": one.waiting,
        "no_guarantee": one.no_guarantee,
        "found_wrong": one.found_wrong,
        "least": proved.least,
        "most": proved.most,
        "state": proved.state,
        "rows_left": proved.rows_left,
        "says": proved.says,
    }


def _aside(one: SetAsideBecause) -> shape.VisitAside:
    return {
        "claim": one.claim,
        "evidence": one.evidence,
        "count": one.count,
        "not_seen": one.not_seen,
        "partly": one.partly,
        "could_not_look": one.could_not_look,
        "differs": one.differs,
        "rows": rows_values(one.rows),
        "says": one.says,
    }


def _question(one: QuestionAfter) -> shape.VisitQuestion:
    return {
        "id": one.id,
        "question": one.question,
        "because": list(one.because),
        "answers": [_answer(answer) for answer in one.answers],
    }
