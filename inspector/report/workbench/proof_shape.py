"""The types of the document of `inspector framework prove`; `python -m evidence.make_schemas` makes its published schema."""

from typing import Annotated, Literal, TypedDict

from inspector.report.document.shape.problems import Where
from inspector.report.document.shape.units import Count
from inspector.report.workbench.framework_shape import FrameworkOf


class ProvedQuestion(TypedDict):
    """A question that was put to it."""

    id: Annotated[str, "The permanent id of the question."]
    asks: Annotated[str, "The question in words."]
    of: Annotated[Count, "Of how many rules, rows or pairs it was asked."]
    untold: Annotated[list[str], "Of which of these there was no answer, or none in time."]
    proved: Annotated[
        list[str],
        "Of which of these it is proved of all evidence that was asked about that it is as it should be, and under what "
        "restriction; empty where the answer is no proof, but what cases show.",
    ]


class ProvedClaim(TypedDict):
    """Something that holds of the framework and should not."""

    id: Annotated[str, "The permanent id of what was found."]
    level: Annotated[Literal["error", "query"], "Whether it is wrong, or odd and may be meant."]
    of: Annotated[list[str], "The ids of the rules and rows that it is about."]
    where: Where
    says: Annotated[str, "What was found, in words."]
    told: Annotated[
        Literal["proved", "shown", "could-not-tell"],
        "Whether it holds of all evidence of so many facts, or of the case beside it.",
    ]
    fix: Annotated[str, "How to mend it; empty where that is not plain."]
    witness: Annotated[str, "Cases to paste into `tests/`, as YAML, judged by the engine; empty where there is none."]


class UnreachedOf(TypedDict):
    """A row that no case of the framework reaches."""

    of: Annotated[str, "Its id."]
    what: Annotated[Literal["rule", "row"], "What it is."]
    where: Where
    witness: Annotated[str, "A case that reaches it, as YAML."]


class ProofDocument(TypedDict):
    """What `inspector framework prove --format json` writes."""

    format: Literal["inspector-framework-proof"]
    version: Literal[1]
    framework: Annotated[FrameworkOf, "The framework that was asked about."]
    facts: Annotated[Count, "The most facts of one kind in the evidence that was asked about."]
    questions: Annotated[list[ProvedQuestion], "What was asked."]
    claims: Annotated[list[ProvedClaim], "What was found."]
    unreached: Annotated[list[UnreachedOf], "Rows that no case of the framework reaches, each with one that does."]
