"""The types of the document of `inspector framework test`; `python -m evidence.make_schemas` makes its published schema."""

from typing import Annotated, Literal, TypedDict

from inspector.report.document.shape.units import Count
from inspector.report.workbench.framework_shape import FrameworkAt


class At(TypedDict):
    """A place in a file of the framework."""

    file: Annotated[str, "The file."]
    line: Annotated[int | None, "The line, from 1; null where there is none."]
    column: Annotated[int | None, "The column, from 1; null where there is none."]


class TestCaseOf(TypedDict):
    """A case and what came of it."""

    name: Annotated[str, "Its name."]
    where: Annotated[At, "Where it stands; of a row of a table, that row."]
    outcome: Annotated[Literal["passed", "failed", "not-run"], "Whether all came as it states, or it could not be run."]
    differences: Annotated[list[str], "What came otherwise than it states, in words."]
    failure: Annotated[str, "Why it could not be run; empty where it was."]
    why: Annotated[list[str], "With `--why`, what came nearest to what it states."]


class ConditionOf(TypedDict):
    """A condition, and how the facts of the cases met it."""

    where: Annotated[At, "Where it stands."]
    condition: Annotated[str, "The condition as it is written."]
    met: Annotated[Count, "How many facts met it."]
    unmet: Annotated[Count, "How many facts met it not."]
    lacking: Annotated[Count, "How many facts lacked the field."]


class CoveredOf(TypedDict):
    """A rule or a row of the decision table, and what the cases touch of it."""

    sort: Annotated[Literal["rule", "table"], "Whether it is a rule or a row of the decision table."]
    id: Annotated[str, "Its id."]
    where: Annotated[At, "Where it stands."]
    fired: Annotated[Count, "In how many cases the rule fires, or the row gives the verdict."]
    stated: Annotated[Count, "In how many cases it is stated that it does."]
    conditions: Annotated[list[ConditionOf], "Its conditions, in the order in which they stand."]
    idle: Annotated[list[str], "Names of its exceptions that never took anything away."]


class RemarkOf(TypedDict):
    """Something that keeps a case from being read or run."""

    rule: Annotated[str, "The id of what is wrong; `inspector explain ID` says more."]
    where: Annotated[At, "Where."]
    message: Annotated[str, "What is wrong."]
    fix: Annotated[str, "What to do, where that is likely; else empty."]


class TestedOf(TypedDict):
    """What came of the cases of one framework."""

    framework: Annotated[FrameworkAt, "Which framework it is."]
    passed: Annotated[Count, "How many of its cases passed."]
    failed: Annotated[Count, "How many did not."]
    left_out: Annotated[Count, "How many were not asked for."]
    cases: Annotated[list[TestCaseOf], "The cases, in the order of the files."]
    problems: Annotated[list[RemarkOf], "What is wrong with cases that could not be read."]
    coverage: Annotated[list[CoveredOf] | None, "With `--coverage`, every rule and every row; else null."]


class TestsDocument(TypedDict):
    """What `inspector framework test --format json` writes."""

    format: Literal["inspector-framework-test"]
    version: Literal[1]
    passed: Annotated[bool, "Whether every framework has cases, all could be read, and all passed."]
    frameworks: Annotated[list[TestedOf], "The frameworks that were tested."]
