"""The types of the document of `inspector framework diff`; `python -m evidence.make_schemas` makes its published schema."""

from typing import Annotated, Literal, TypedDict

from inspector.report.document.shape.problems import Where
from inspector.report.workbench.framework_shape import FrameworkAt


class DifferenceShown(TypedDict):
    """Evidence of which the two make something else."""

    then: Annotated[str, "What OLD makes of it."]
    now: Annotated[str, "What NEW makes of it."]
    case: Annotated[str, "The evidence as a case of NEW, as YAML, judged by the engine."]


class FrameworkDifference(TypedDict):
    """A difference."""

    sort: Annotated[Literal["framework", "theme", "rule", "row", "table", "waiver"], "What it is a difference of."]
    id: Annotated[str, "The id of the theme, rule or row."]
    differs: Annotated[
        Literal["new", "gone", "stricter", "looser", "other", "same", "concludes-otherwise", "moved", "words"],
        "How: `stricter` fires or holds for less evidence and none besides, `same` is written otherwise and comes to the same.",
    ]
    told: Annotated[bool, "False where `differs` is only read off the conditions."]
    says: Annotated[list[str], "The difference in sentences."]
    where: Where
    shown: Annotated[list[DifferenceShown], "Evidence that shows it; empty where there is none."]
    late: Annotated[bool, "Whether time ran out before it was known if there is evidence, or more: see `--timeout`."]


class DiffDocument(TypedDict):
    """What `inspector framework diff --format json` writes."""

    format: Literal["inspector-framework-diff"]
    version: Literal[1]
    old: Annotated[FrameworkAt, "One of the two frameworks."]
    new: Annotated[FrameworkAt, "One of the two frameworks."]
    solver: Annotated[bool, "Whether there is a solver to ask; without one, only the cases of both."]
    changes: Annotated[
        list[FrameworkDifference], "Every difference: of the whole, of themes, rules, rows, their order, and waivers."
    ]
