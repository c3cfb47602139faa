"""The types of the document of `inspector framework replay`; `python -m evidence.make_schemas` makes its published schema."""

from typing import Annotated, Literal, TypedDict

from inspector.model.ladder import Standing, VerdictWord
from inspector.report.document.shape.units import Count, Day
from inspector.report.workbench.framework_shape import FrameworkOf


class PartOf(TypedDict):
    """A part in which the two frameworks differ."""

    sort: Annotated[
        Literal["rule", "verdict-row", "decision-table", "rest"],
        "A rule, a row of the decision table, the order of its rows, or all that is neither.",
    ]
    id: Annotated[str, "The id of the rule or row."]
    differs: Annotated[Literal["new", "gone", "other"], "Whether NEW alone has it, OLD alone, or both, otherwise."]
    what: Annotated[list[str], "Of what is neither rule nor row, the names of what differs."]


class CauseOf(TypedDict):
    """The edit that does it: all that it takes, one where it does so alone, and others that do so alone as well."""

    parts: Annotated[list[PartOf], "All that it takes; empty where it is not known."]
    others: Annotated[list[PartOf], "Other parts that do it alone as well."]


class VerdictBy(TypedDict):
    """A verdict and its row."""

    verdict: Annotated[VerdictWord, "The verdict."]
    row: Annotated[str, "The row of the decision table that gives it."]


class ReplayTheme(TypedDict):
    """A theme that stands otherwise."""

    theme: Annotated[str, "The id of the theme."]
    then: Annotated[Standing | None, "Where it stands by OLD; null where that has no such theme."]
    now: Annotated[Standing | None, "Where it stands by NEW; null where that has no such theme."]


class ReplayResult(TypedDict):
    """A stored result judged anew."""

    name: Annotated[str, "What it is called: its file, or its entry in the register."]
    authority: Annotated[str, "The authority it is of."]
    end: Annotated[Day, "The last day of its period."]
    otherwise: Annotated[bool, "Whether the verdict, its row or a standing is another."]
    then: Annotated[VerdictBy, "The verdict by OLD, which is what is stored."]
    now: Annotated[VerdictBy, "The verdict by NEW."]
    themes: Annotated[list[ReplayTheme], "The themes that stand otherwise."]
    new: Annotated[list[str], "Rules that fire by NEW alone."]
    gone: Annotated[list[str], "Rules that fire by OLD alone."]
    cause: Annotated[CauseOf, "Which edit makes the verdict another, or else its row, or else the standings."]
    notes: Annotated[list[str], "What its facts cannot tell."]


class ReplayRefused(TypedDict):
    """A result that is not judged anew."""

    name: Annotated[str, "What it is called: its file, or its entry in the register."]
    why: Annotated[str, "Why not."]


class ReplayDocument(TypedDict):
    """What `inspector framework replay --format json` writes."""

    format: Literal["inspector-replay"]
    version: Literal[1]
    old: Annotated[FrameworkOf, "The framework by which the results were judged."]
    new: Annotated[FrameworkOf, "The framework by which they are judged anew."]
    parts: Annotated[
        list[PartOf] | None, "In which they differ; null where they are not two versions of one framework."
    ]
    judged: list[ReplayResult]
    judged_otherwise: Annotated[Count, "How many have another verdict, another row or other standings."]
    other_verdicts: Annotated[Count, "How many have another verdict."]
    not_judged: list[ReplayRefused]
    notes: Annotated[list[str], "What stored facts cannot tell of these two frameworks."]
