"""Problems as a page for the authority: what to mend first and who can, every sort with its rows, how open figures are."""

from collections.abc import Sequence
from typing import Any

from inspector.model.manipulability import Manipulability
from inspector.model.problems import Faults, Problem
from inspector.report.harmless import harmless
from inspector.report.manipulability import profile_values
from inspector.report.menders import MENDERS
from inspector.report.problems import first
from inspector.report.problems.flat import Line, levels, lines

ROWS, MOST = 10, 500
"""Rows of a sort that are shown, and with `everything`: a page of sixty thousand rows helps nobody."""
PLACES = 3
"""Places of a sort that are named on the first page, where they are no rows."""


def render(
    problems: Sequence[Problem | Faults],
    digest: str | None,
    *,
    everything: bool = False,
    profiles: Sequence[Manipulability] = (),
    name: str = "",
    language: str = "en-GB",
) -> bytes:
    """The page as bytes; `profiles` are those of the indicators, where they are known, and `name` what the bundle is called."""
    from inspector.report.html.page import check_page

    errors, queries = levels(problems)
    found = first.sorts(lines(problems), MOST if everything else ROWS)
    anchors = {id(sort): f"sort-{number}" for number, sort in enumerate(found, 1)}
    values = {
        "name": name,
        "digest": digest,
        "errors": errors,
        "queries": queries,
        "sorts": len(found),
        "first": [{**_shown(sort), "anchor": anchors[id(sort)]} for sort in found[: first.FIRST]],
        "shares": first.shares(found),
        "groups": [
            {"mender": who, "sorts": [{**_shown(sort), "anchor": anchors[id(sort)]} for sort in mine]}
            for who in MENDERS
            if (mine := [sort for sort in found if sort.who == who])
        ],
        "profiles": profile_values(profiles),
    }
    return check_page(harmless(values), language).encode("utf-8")


def _shown(sort: first.Sort) -> dict[str, Any]:
    begins, places = sort.lines[0], [_where(line) for line in sort.lines[:PLACES]]
    return {
        "who": sort.who,
        "file": sort.file,
        "level": sort.level,
        "rule": sort.rule,
        "count": sort.count,
        "says": begins.message,
        "alike": len({line.message for line in sort.lines}) == 1,
        "fix": begins.fix or begins.expected,
        "where": sort.rows or (places if set(places) != {sort.file} else []),
        "of_rows": bool(sort.rows),
        "rows": [[_where(line), line.message, line.fix or line.expected] for line in sort.lines],
    }


def _where(line: Line) -> str:
    column = " ".join(part for part in (line.column, line.header) if part)
    parts = [
        f"row {line.row}" if line.row else line.path or "",
        f"column {column}" if column else "",
        line.record or "",
    ]
    return ", ".join(part for part in parts if part) or line.path or (f"line {line.line}" if line.line else line.file)
