"""Problems as a page for the authority: grouped by who can mend them, and how open each indicator is to being shaped."""

from collections.abc import Sequence
from typing import Any

from inspector.model.manipulability import Manipulability
from inspector.model.problems import Faults, Problem
from inspector.report.harmless import harmless
from inspector.report.manipulability import most_exposed_first
from inspector.report.menders import MENDERS, mender
from inspector.report.problems.flat import Line, levels, lines

FIRST, MOST = 10, 500
"""Rows of a sort that are shown, and with `everything`: a page of sixty thousand rows helps nobody."""


def render(
    problems: Sequence[Problem | Faults],
    digest: str | None,
    *,
    everything: bool = False,
    profiles: Sequence[Manipulability] = (),
) -> bytes:
    """The page as bytes; `profiles` are those of the indicators, where they are known."""
    from inspector.report.html.page import check_page

    errors, queries = levels(problems)
    values = {
        "digest": digest,
        "errors": errors,
        "queries": queries,
        "groups": _by_mender(problems, MOST if everything else FIRST),
        "profiles": _profiles(profiles),
    }
    return check_page(harmless(values)).encode("utf-8")


def _by_mender(problems: Sequence[Problem | Faults], most: int) -> list[dict[str, Any]]:
    """For each mender the sorts of problems, errors first, with the first rows of each."""
    sorts: dict[tuple[str, str, str, str], dict[str, Any]] = {}
    for line in lines(problems):
        key = (line.file, line.sheet or "", line.level, line.rule)
        if (group := sorts.get(key)) is None:
            group = sorts[key] = {"file": _file(line), "level": line.level, "rule": line.rule, "count": 0, "rows": []}
        group["count"] += 1
        if len(group["rows"]) < most:
            group["rows"].append([_where(line), line.message, line.fix or line.expected])
    groups = []
    for who in MENDERS:
        mine = [group for group in sorts.values() if mender(group["rule"]) == who]
        if mine:
            mine.sort(key=lambda group: (group["level"] != "error", group["file"]))
            groups.append({"mender": who, "sorts": mine})
    return groups


def _file(line: Line) -> str:
    return f"{line.file}, {line.sheet}" if line.sheet else line.file


def _where(line: Line) -> str:
    column = " ".join(part for part in (line.column, line.header) if part)
    parts = [
        f"row {line.row}" if line.row else line.path or "",
        f"column {column}" if column else "",
        line.record or "",
    ]
    return ", ".join(part for part in parts if part) or line.path or (f"line {line.line}" if line.line else line.file)


def _profiles(profiles: Sequence[Manipulability]) -> list[dict[str, Any]]:
    return [
        {
            "title": one.title,
            "level": one.level,
            "why": [reason.says for reason in one.reasons],
            "harder": [reason.closes for reason in one.reasons],
        }
        for one in most_exposed_first(profiles)
    ]
