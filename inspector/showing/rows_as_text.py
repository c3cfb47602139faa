"""Rows laid out for people: all that one says, or a line each, and how those that are not written out are cited."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from inspector.model.evidence import Rows
from inspector.model.rows import merged
from inspector.model.words import short
from inspector.report.document.rows import rows_values
from inspector.report.document.shape.units import RowRuns
from inspector.report.places import places

ROWS, WHOLE = 12, 3
"""So many rows are written out, and so many with all their cells."""
MAIN: Mapping[str, tuple[str, ...]] = {
    "improvement-log": ("started_on", "tested_on", "aim", "decision"),
    "indicators": ("period_start", "value", "numerator", "denominator"),
    "durations": ("period_start", "days", "count"),
    "recommendations": ("made_on", "source", "recommendation"),
    "recommendation-actions": ("recommendation", "done_on", "strength", "action"),
    "recommendation-statuses": ("on", "status", "note"),
    "case-reviews": ("reviewed_on", "went", "approach", "learned"),
    "case-review-actions": ("review", "done_on", "level", "action"),
    "case-review-factors": ("review", "condition", "found", "tracked_by"),
    "partnership": ("made_on", "from_agency", "to_agency", "commitment"),
    "voice": ("period_start", "group", "said"),
    "self-evaluation": ("area", "what_we_know"),
    "self-evaluation-claims": ("claim", "direction", "since"),
    "indicator-register": ("title", "better", "measure"),
}
"""What a row is told by where it has one line."""
_HIDDEN = "(not repeated)"


def rows_lines(found: Mapping[str, Any], *, full: bool, most: int = ROWS) -> list[str]:
    """Rows with all their cells where that is asked for and they are few, else a line each; the last line names the others."""
    shown, left = found["shown"][:most], found["shown"][most:]
    whole = full and len(shown) <= WHOLE
    lines = [line for row in shown for line in (_whole(row) if whole else [brief(row)])]
    if more := len(left) + found["more"]:
        lines.append(f"and {more} more ({_those(left, found['more_rows'])})")
    return lines


def _those(left: Sequence[Mapping[str, Any]], more: Sequence[RowRuns]) -> str:
    """Rows that are not written out, as they are cited."""
    rest = [
        Rows(resource=one["resource"], rows=_numbers(one["rows"]), paths=tuple(one.get("paths", ()))) for one in more
    ]
    here = [
        Rows(resource=_file(row), rows=(row["row"] or 0,), paths=(row["path"],) if row["path"] else ()) for row in left
    ]
    return places(rows_values(merged([*here, *rest])))


def _numbers(runs: Sequence[Sequence[int]]) -> tuple[int, ...]:
    return tuple(number for first, last in runs for number in range(first, last + 1))


def _file(row: Mapping[str, Any]) -> str:
    return f"{row['file']} > {row['sheet']}" if row["sheet"] else row["file"]


def _place(row: Mapping[str, Any]) -> str:
    at = row["path"] or f"row {row['row']}"
    return f"{_file(row)} {at}"


def _whole(row: Mapping[str, Any]) -> Iterator[str]:
    yield f"{_place(row)} ({row['kind']})"
    for cell in row["cells"]:
        ours = "" if cell["heading"] == cell["field"] else f" ({cell['field']})"
        column = f"{cell['letter']} " if cell["letter"] else ""
        read = "" if cell["read"] is None else f", read as {cell['read']}"
        text = _HIDDEN if cell["text"] is None else cell["text"]
        yield f"  {column}{cell['heading']}{ours}: {text}{read}"


def brief(row: Mapping[str, Any]) -> str:
    """A row in one line: where it stands, its id, and what it is told by."""
    said = {cell["field"]: cell["read"] or cell["text"] or _HIDDEN for cell in row["cells"]}
    key = next((said.pop(name) for name in ("id", "indicator", "leader") if name in said), "")
    main = [name for name in MAIN.get(row["kind"], tuple(said)[:4]) if name in said]
    told = ", ".join(short(said[name], 90) for name in main)
    return f"{_place(row)}: {f'{key}, ' if key and told else key}{told}"
