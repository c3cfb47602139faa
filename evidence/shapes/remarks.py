"""What `inspector check`, `framework check` and `bundle diff` write as JSON."""

from typing import Annotated, Literal, NotRequired, TypedDict

from inspector.report.document.shape import PluginPart, Waived
from inspector.report.document.shape.judged import Trace
from inspector.report.document.shape.problems import Problem
from inspector.report.document.shape.units import Count, Digest

Plugins = NotRequired[Annotated[list[PluginPart], "Installed packages that were heard. Absent where there were none."]]


class Remark(TypedDict):
    """One remark on what was submitted. Keys that do not apply are null."""

    level: Annotated[str, "`error`: it cannot be read as meant; `query`: odd, and may be explained."]
    rule: Annotated[str, "The id of the problem: `inspector explain ID` tells more."]
    file: Annotated[str, "The file."]
    sheet: Annotated[str | None, "The sheet of a workbook."]
    row: Annotated[int | None, "The row as a spreadsheet counts."]
    column: Annotated[str | None, "The letter of the column."]
    header: Annotated[str | None, "The heading as it was written."]
    record: Annotated[str | None, "The id of the record."]
    line: Annotated[int | None, "The line of a text."]
    path: Annotated[str | None, "Of JSON the place of the element."]
    found: Annotated[str | None, "What stands there, where it may be repeated."]
    message: Annotated[str, "What is wrong."]
    expected: Annotated[str, "What was expected; empty where that is said already."]
    fix: Annotated[str, "How to mend it; empty where that is plain."]


class Checked(TypedDict):
    """The bundle that was checked."""

    digest: Annotated[Digest | None, "The sha256 over its manifest and hashes; null where it could not be worked out."]


class ProblemsDocument(TypedDict):
    """What `inspector check --format json` writes: every remark, none left out."""

    format: Literal["inspector-problems"]
    version: Literal[2]
    bundle: Checked
    counts: Annotated[dict[str, Count], "How many remarks there are of each problem, by its id."]
    plugins: Plugins
    problems: list[Remark]
    probes: NotRequired[Annotated[list[Trace], "What each probe saw. Absent without --probes."]]


class FrameworkCheckDocument(TypedDict):
    """What `inspector framework check --format json` writes."""

    format: Literal["inspector-framework-check"]
    version: Literal[1]
    problems: list[Problem]
    waived: NotRequired[
        Annotated[list[Waived], "What the frameworks ask to be silent about, and are. Absent where there is nothing."]
    ]
    plugins: Plugins


class Cells(TypedDict):
    """One cell that says something else than it did."""

    field: Annotated[str, "Our name of the column."]
    before: Annotated[str | None, "What it said; null where it was empty."]
    after: Annotated[str | None, "What it says; null where it is empty."]


class Rewritten(TypedDict):
    """A row with the same key and other cells."""

    key: Annotated[str, "Its key."]
    row_before: Annotated[int, "Where it stood."]
    row_after: Annotated[int, "Where it stands."]
    changes: list[Cells]


class TableDiff(TypedDict):
    """What became of the rows of one table."""

    resource: Annotated[str, "The resource."]
    kind: Annotated[str, "What a row of it is."]
    state: Annotated[Literal["same", "changed", "new", "gone", "unread"], "Whether it is as it was."]
    keyed: Annotated[bool, "Whether rows have a key: else a changed one is one removed and one added."]
    rows_before: Annotated[Count, "How many rows it had."]
    rows_after: Annotated[Count, "How many it has."]
    added: Annotated[list[int], "Rows that are new, as the newer file counts."]
    removed: Annotated[list[int], "Rows that are gone, as the older file counts."]
    rewritten: list[Rewritten]
    dated_back: Annotated[list[int], "Rows added since about a time that the older submission covered."]


class BundleDiffDocument(TypedDict):
    """What `inspector bundle diff --format json` writes: what changed between two submissions."""

    format: Literal["inspector-bundle-diff"]
    version: Literal[1]
    tables: list[TableDiff]


class PluginsDocument(TypedDict):
    """What `inspector plugins --format json` writes."""

    format: Literal["inspector-plugins"]
    version: Literal[1]
    plugins: list[PluginPart]
