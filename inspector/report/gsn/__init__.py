"""A result as an assurance case: what carries the verdict, what challenges each part of it, and what is left in doubt.

Reference: Goal Structuring Notation Community Standard, version 3, with its dialectic extension, in the YAML that the public
tool gsn2x reads and draws. Claims are goals, rules strategies, evidence solutions; an objection is a counter goal at the node
that it challenges.
"""

from inspector.report.document.shape import Document
from inspector.report.gsn.against import objections, questions
from inspector.report.gsn.around import residual, surroundings
from inspector.report.gsn.case import Case
from inspector.report.gsn.on_site import visit
from inspector.report.gsn.pieces import evidence
from inspector.report.gsn.standing import claims, top
from inspector.report.gsn.written import written
from inspector.report.harmless import harmless
from inspector.report.wording import LANGUAGE, fill, phrases


def render(document: Document, language: str = LANGUAGE) -> str:
    """The assurance case of a result's JSON document, as YAML ending in a newline. The same result gives the same bytes."""
    t = phrases(language)
    case = assurance_case(document, language)
    frame = harmless(document["framework"])
    brief = fill(t["gsn"]["brief"], question=frame["question"], title=frame["title"], version=frame["version"])
    if not frame.get("shipped", True):
        brief = " ".join([f"{brief}.", *harmless(document.get("attention", []))])
    return written(case, harmless(document["bundle"]["authority"]), brief)


def assurance_case(document: Document, language: str = LANGUAGE) -> Case:
    """The nodes of the case and how they hang together."""
    d, t, case = harmless(document), phrases(language), Case()
    top(case, d, t)
    surroundings(case, d, t)
    claims(case, d, t)
    evidence(case, d, t)
    questions(case, d, t)
    objections(case, d, t)
    evidence(case, d, t)
    visit(case, d, t)
    residual(case, d, t)
    return case
