"""The types of the document of `inspector framework mutate`; `python -m evidence.make_schemas` makes its published schema."""

from typing import Annotated, Literal, TypedDict

from inspector.report.document.shape.units import Count, Share
from inspector.report.workbench.framework_shape import FrameworkAt
from inspector.report.workbench.tests_shape import At, RemarkOf


class MutantOf(TypedDict):
    """One thing of a framework changed, and whether a case noticed it."""

    sort: Annotated[Literal["rule", "table"], "Whether it is a change of a rule or of the decision table."]
    of: Annotated[str, "The id of the rule or row."]
    operator: Annotated[str, "What sort of change it is."]
    where: Annotated[At, "Where what is changed stands."]
    was: Annotated[str, "How it is written."]
    becomes: Annotated[str, "What it is changed to."]
    outcome: Annotated[
        Literal["noticed", "survived", "same", "refused"],
        "Whether a case noticed it, none did, no facts could tell it, or it could not even be read.",
    ]
    noticed: Annotated[str | None, "The name of a case that notices it; null where none does."]
    why: Annotated[str, "Why no facts could tell it, or why it could not be read; else empty."]
    suggested: Annotated[str, "With `--suggest`, a case that would notice it, as YAML; else empty."]
    not_suggested: Annotated[str, "With `--suggest`, why there is no such case; else empty."]


class NoticedOf(TypedDict):
    """How many changes of one sort the cases notice."""

    changes: Annotated[Count, "How many changes a case could notice."]
    noticed: Annotated[Count, "How many of them one does."]
    share: Annotated[Share, "The share of these; 1 where there are none."]


class MutatedOf(TypedDict):
    """What came of the changes of one framework."""

    framework: Annotated[FrameworkAt, "Which framework it is."]
    cases: Annotated[Count, "How many cases were asked: those that pass as things are."]
    left_out: Annotated[Count, "How many were not, because they fail as things are."]
    rules: Annotated[NoticedOf, "Changes of rules."]
    table: Annotated[NoticedOf, "Changes of the decision table."]
    changes: Annotated[list[MutantOf], "Every change, in the order of the files."]
    problems: Annotated[list[RemarkOf], "What is wrong with cases that could not be read, or that fail."]


class MutationDocument(TypedDict):
    """What `inspector framework mutate --format json` writes."""

    format: Literal["inspector-framework-mutation"]
    version: Literal[1]
    least: Annotated[float | None, "The percentage that was asked for; null where none was."]
    enough: Annotated[bool, "Whether both shares reach it; true where none was asked for."]
    frameworks: Annotated[list[MutatedOf], "The frameworks that were changed."]
