"""What the question of the framework saw, cut down to what fits beside the other answer."""

from collections.abc import Mapping
from typing import NamedTuple

from inspector.model.ladder import VerdictWord
from inspector.model.visits import Assurance
from inspector.report.assurance_words import assurance_of
from inspector.report.document.selections import asking
from inspector.report.document.shape import Document
from inspector.report.document.shape.judged import Finding, Trace
from inspector.report.document.shape.units import Value

SURE = 0.8
"""Probability from which a movement is named without doubt."""
_CALLS = {
    "no-change": "did not move",
    "gradual-gain": "better",
    "sudden-gain": "better",
    "faded-gain": "got better, went back",
    "loss": "worse",
    "too-few-points": "too few figures to tell",
}

_KINDS = {"gradual-gain": " bit by bit", "sudden-gain": " at a stroke"}


class Movement(NamedTuple):
    """What one measure did over time, in words, and the trust in it."""

    indicator: str
    says: str
    trust: str


class Improvement(NamedTuple):
    """The answer to the framework's question: the verdict, what moved, the main findings and what to ask on site."""

    question: str
    verdict: VerdictWord
    assurance: Assurance
    says: str
    standings: tuple[tuple[str, str], ...]
    movements: tuple[Movement, ...]
    findings: tuple[Finding, ...]
    doubts: tuple[Trace, ...]
    questions: tuple[str, ...]


def improvement(document: Document) -> Improvement:
    """The answer as the result's document gives it. Main findings speak for or against, or set a limit."""
    trust = {one["evidence"]: one["trust"] for one in document["trust"]}
    moved = [fact["fields"] for fact in document["facts"] if fact["kind"] == "signal/trajectory"]
    return Improvement(
        question=document["framework"]["question"],
        verdict=document["verdict"]["verdict"],
        assurance=assurance_of(document),
        says=document["verdict"]["says"],
        standings=tuple((theme["title"], theme["standing"]) for theme in document["themes"]),
        movements=tuple(
            Movement(
                indicator=str(fields["indicator"]),
                says=_moved(fields),
                trust=trust.get(f"indicator/{fields['indicator']}", "plain"),
            )
            for fields in moved
        ),
        findings=tuple(one for one in document["findings"] if _is_main(one)),
        doubts=tuple(asking(document)),
        questions=tuple(entry["question"] for entry in document["questions_on_site"]),
    )


def _is_main(finding: Finding) -> bool:
    return not finding["withdrawn"] and (finding["direction"] != "neither" or finding["limit"] is not None)


def _moved(fields: Mapping[str, Value]) -> str:
    call, probability = fields["call"], fields.get("probability")
    says = _CALLS[str(call)]
    kind = fields.get("kind_probability")
    if isinstance(kind, float) and kind >= SURE:
        says += _KINDS[str(call)]
    if fields.get("onset") is not None and call in ("gradual-gain", "sudden-gain", "loss"):
        says += f" since {str(fields['onset'])[:7]}"
    doubtful = isinstance(probability, float) and probability < SURE and call != "too-few-points"
    return f"perhaps {says}" if doubtful else says
