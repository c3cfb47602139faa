"""Every limit on what is read, in one table: what it bounds, how much that may be, and how it is raised.

A limit keeps a file from taking a machine's time or memory; no limit changes what a file that keeps it says. Each is raised
for one run by `inspector --limit NAME=NUMBER …`, or by `INSPECTOR_LIMIT="NAME=NUMBER NAME=NUMBER"`.
"""

import difflib
from collections.abc import Iterable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass


@dataclass(frozen=True)
class Limit:
    """`name` is permanent; `most` counts `unit`; `bounds` says of what, as in *`most` `unit` `bounds`*."""

    name: str
    most: int
    unit: str
    bounds: str


LIMITS: Mapping[str, Limit] = {
    one.name: one
    for one in (
        Limit("file-bytes", 512 * 1024 * 1024, "bytes", "in a file that is read into memory"),
        Limit("waiting-seconds", 60, "seconds", "of waiting for another run that is changing a bundle"),
        Limit("undo-changes", 10, "changes", "of a bundle that are kept to be taken back"),
        Limit("undo-bytes", 1024 * 1024 * 1024, "bytes", "in what is kept of them, but for the last"),
        Limit("zip-bytes", 256 * 1024 * 1024, "bytes", "in all the files of a zip, unpacked"),
        Limit("zip-entries", 10_000, "files", "in a zip"),
        Limit("zip-times", 200, "times its packed size", "that a file of a zip over 10 MB may have"),
        Limit("json-bytes", 64 * 1024 * 1024, "bytes", "in a JSON file"),
        Limit("json-depth", 64, "levels", "in a JSON file"),
        Limit("xml-depth", 64, "levels", "in an XML document"),
        Limit("xml-elements", 20_000_000, "elements", "in an XML document"),
        Limit("yaml-bytes", 1_000_000, "bytes", "in a file of a framework or of phrases"),
        Limit("key-bytes", 4096, "bytes", "in a key file"),
        Limit("problems-listed", 50_000, "problems", "of one result, each by itself"),
        Limit("resources", 1_000, "resources", "in a manifest"),
        Limit("bare-lists", 200, "CSV files", "in a folder of lists without a manifest"),
        Limit("line-bytes", 1024 * 1024, "bytes", "in a line of a CSV"),
        Limit("cell-characters", 1024 * 1024, "characters", "in a cell of a CSV"),
        Limit("table-columns", 4_000, "columns", "in a table"),
        Limit("missing-cells", 20_000_000, "cells", "that the rows of a CSV are short of"),
        Limit("json-rows", 250_000, "rows", "in a JSON file, those within rows counted"),
        Limit("series-rows", 500_000, "rows", "in a file of series"),
        Limit("workbook-bytes", 400 * 1024 * 1024, "bytes", "in a workbook, unpacked"),
        Limit("workbook-sheets", 255, "sheets", "in a workbook"),
        Limit("workbook-cells", 20_000_000, "cells", "in the sheets of a workbook, empty ones between others counted"),
        Limit("workbook-text", 250_000_000, "characters", "in the cells of a workbook"),
        Limit("parquet-cells", 50_000_000, "cells", "in a Parquet file, by its footer"),
        Limit("parquet-bytes", 512 * 1024 * 1024, "bytes", "in a Parquet file, unpacked"),
        Limit("pattern-steps", 300, "steps", "in a pattern of a row schema, its repetitions written out"),
        Limit("row-schema-bytes", 4 * 1024 * 1024, "bytes", "in a row schema of the authority's own"),
        Limit("row-schema-fields", 1000, "fields", "in a row schema of the authority's own"),
        Limit("table-bytes", 8 * 1024 * 1024 * 1024, "bytes", "in a CSV of the authority's own, read where it lies"),
        Limit("sheet-files", 1_000, "files", "of filled sheets, read at once"),
        Limit("sheet-rows", 10_000, "rows", "in a filled sheet"),
        Limit("private-values", 1_000_000, "different values", "of private columns that are looked for elsewhere"),
        Limit("record-bytes", 64 * 1024 * 1024, "bytes", "in the records of one inspector"),
        Limit("note-characters", 10_000, "characters", "in a note, reason or answer of a visit"),
        Limit("form-bytes", 128 * 1024, "bytes", "in a form that `serve` takes"),
        Limit("searched-rows", 200_000, "rows", "of a bundle that `serve` searches"),
        Limit("result-bytes", 200_000_000, "bytes", "in a stored result"),
        Limit("result-judgements", 1_000, "judgements", "of which each bounds the one before it, in a stored result"),
        Limit("visit-rows", 50_000, "rows", "that can be drawn in a visit"),
        Limit("rule-matches", 100_000, "ways", "in which facts meet it or its first patterns"),
        Limit("rule-tries", 5_000_000, "trials", "whether a fact fits a rule with those before it"),
        Limit("findings", 200_000, "findings", "that rules draw from one body of evidence"),
        Limit("framework-bytes", 2_000_000, "bytes", "in the files of a framework"),
        Limit("framework-rules", 1_000, "rules", "in a framework"),
        Limit("framework-cases", 20_000, "cases", "of a framework, each row of a table of cases counted"),
        Limit("case-values", 2_000_000, "values", "in a file of cases, each row of its tables written out"),
        Limit("framework-bases", 8, "frameworks", "of which one is built on the next"),
        Limit("framework-ways", 20_000, "ways", "in which the rules of a framework can be met"),
    )
}

_RAISED: ContextVar[Mapping[str, int] | None] = ContextVar("raised limits", default=None)


def most(name: str) -> int:
    """What the limit of that name is in this run. Raises KeyError for a name that is in no table."""
    limit = LIMITS[name]
    return (_RAISED.get() or {}).get(name, limit.most)


def words(name: str) -> str:
    """The limit in words: `536,870,912 bytes in a file that is read into memory`."""
    limit = LIMITS[name]
    return f"{most(name):,} {limit.unit} {limit.bounds}"


def raise_it(name: str) -> str:
    """How the limit is raised, for the fix of a problem."""
    return f"where the file is right, raise the limit with `inspector --limit {name}=NUMBER …`"


def table() -> str:
    """Every limit as it is in this run, a line each: its name, how much of what, and of what that is."""
    widest = max(map(len, LIMITS))
    return "\n".join(f"{name:{widest}}  {words(name)}" for name in LIMITS)


def use(given: Iterable[str]) -> None:
    """Take limits for this run, each as `NAME=NUMBER`. Raises ValueError, in words, for one that is none."""
    _RAISED.set(dict(_one(text) for text in given))


def _one(text: str) -> tuple[str, int]:
    name, _, number = text.partition("=")
    if name not in LIMITS:
        near = difflib.get_close_matches(name, LIMITS, n=1)
        hint = f"did you mean {near[0]!r}?" if near else f"one of {', '.join(LIMITS)}"
        raise ValueError(f"{name[:60]!r} is no limit: {hint}")
    if not (number.isascii() and number.isdigit() and 0 < len(number) <= 15 and int(number) > 0):
        raise ValueError(f"{text[:80]!r} is not NAME=NUMBER with a whole number above 0, as {name}={LIMITS[name].most}")
    return name, int(number)
