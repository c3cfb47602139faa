"""What the question of the framework saw, cut down to what fits beside the other answer."""

from collections.abc import Mapping

from inspector.model.base import Noun
from inspector.model.facts import Scalar
from inspector.model.inspection import Finding, Inspection
from inspector.model.traces import Trace
from inspector.report.json import questions

SURE = 0.8
"""Probability from which a movement is named without doubt."""
_CALLS = {
    "no-change": "did not move",
    "gradual-gain": "better bit by bit",
    "sudden-gain": "better at a stroke",
    "faded-gain": "got better, went back",
    "loss": "worse",
    "too-few-points": "too few figures to tell",
}


class Movement(Noun):
    """What one measure did over time, in words, and the trust in it."""

    indicator: str
    says: str
    trust: str


class Improvement(Noun):
    """The answer to the framework's question: the verdict, what moved, the main findings and what to ask on site."""

    question: str
    verdict: str
    says: str
    standings: tuple[tuple[str, str], ...]
    movements: tuple[Movement, ...]
    findings: tuple[Finding, ...]
    doubts: tuple[Trace, ...]
    questions: tuple[str, ...]


def improvement(inspection: Inspection) -> Improvement:
    """The answer as the inspection gives it. Main findings are those that speak for or against, or that set a limit."""
    trust = {one.evidence: one.trust for one in inspection.trust}
    return Improvement(
        question=inspection.framework_question,
        verdict=inspection.verdict.verdict,
        says=inspection.verdict.says,
        standings=tuple((theme.title, theme.standing) for theme in inspection.themes),
        movements=tuple(
            Movement(
                indicator=str(fact.fields["indicator"]),
                says=_moved(fact.fields),
                trust=trust.get(f"indicator/{fact.fields['indicator']}", "plain"),
            )
            for fact in inspection.facts
            if fact.kind == "signal/trajectory"
        ),
        findings=tuple(one for one in inspection.findings if _is_main(one)),
        doubts=tuple(one for one in inspection.traces if one.outcome in ("question", "strong-question")),
        questions=tuple(entry["question"] for entry in questions(inspection)),
    )


def _is_main(finding: Finding) -> bool:
    return not finding.withdrawn and (finding.direction != "neither" or finding.limit is not None)


def _moved(fields: Mapping[str, Scalar]) -> str:
    call, probability = fields["call"], fields.get("probability")
    says = _CALLS[str(call)]
    if fields.get("onset") is not None and call in ("gradual-gain", "sudden-gain", "loss"):
        says += f" since {str(fields['onset'])[:7]}"
    doubtful = isinstance(probability, float) and probability < SURE and call != "too-few-points"
    return f"perhaps {says}" if doubtful else says
