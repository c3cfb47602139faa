"""What is shown, as a page: the rows in tables under their own headings, then what was judged from them."""

from collections.abc import Mapping, Sequence
from typing import Any

from inspector.report.harmless import harmless
from inspector.report.html.page import show_page
from inspector.report.places import places
from inspector.report.quoted import quoted
from inspector.report.wording import LANGUAGE, Words, fill, phrases
from inspector.showing.rows_as_text import MAIN, WHOLE

ASKS = ("question", "strong-question")


def page(document: Mapping[str, Any], language: str = LANGUAGE) -> str:
    """The page of a document of `inspector.showing.values.values`, ending in a newline: one file without links."""
    return show_page({"shown": view(document, language), "base": ""}, language)


def view(document: Mapping[str, Any], language: str = LANGUAGE) -> dict[str, Any]:
    """What a page lays out: harmless texts, tables by file, each row with how it is asked for."""
    safe, t = harmless(document), phrases(language)
    what = safe["what"]
    whole = what["sort"] in ("record", "rows") and len(safe["rows"]["shown"]) <= WHOLE
    return {
        "name": what["name"],
        "title": what["title"],
        "sort": t["show_page"]["sorts"][what["sort"]],
        "authority": safe["authority"],
        "finding": _finding(safe.get("finding"), t),
        "records": [_record(row) for row in safe["rows"]["shown"]] if whole else [],
        "tables": [] if whole else _tables(safe["rows"], brief=False),
        "more": _more(safe["rows"]),
        "near": [
            {"relation": one["relation"].capitalize(), "tables": _tables(one, brief=True), "more": _more(one)}
            for one in safe["near"]
        ],
        "told": safe.get("told", []),
        "facts": safe["facts"],
        "questions": [
            {**one, "id": f"probe/{one['probe']}/{one['subject']}"}
            for one in safe["questions"]
            if one["outcome"] in ASKS
        ],
        "quiet": len({one["probe"] for one in safe["questions"] if one["outcome"] not in ASKS}),
        "trust": safe["trust"],
        "set_aside": safe["set_aside"],
        "problems": safe["problems"],
        "findings": safe["findings"],
        "unread": safe["unread"],
    }


def _finding(one: Mapping[str, Any] | None, t: Words) -> dict[str, Any] | None:
    if one is None:
        return None
    words = t["show_page"]
    supports = words["withdrawn"] if one["withdrawn"] else one["standing"] or words["remark"]
    says = fill(
        words["finding"],
        theme=one["theme"],
        direction=t["directions"][one["direction"]],
        supports=supports,
        trust=t["trust"][one["trust"]],
    )
    return {"says": says, "builds_on": one["builds_on"], "quotes": [quoted(quote, t) for quote in one["quotes"]]}


def _place(row: Mapping[str, Any]) -> str:
    return f"{row['file']}#{row['sheet']}" if row["sheet"] else str(row["file"])


def what_of(row: Mapping[str, Any]) -> str:
    """How a row is asked for by itself."""
    return f"{_place(row)} {row['path']}" if row["path"] else f"{_place(row)}:{row['row']}"


def _record(row: Mapping[str, Any]) -> dict[str, Any]:
    return {"what": what_of(row), "kind": row["kind"], "cells": row["cells"]}


def _tables(rows: Mapping[str, Any], *, brief: bool) -> list[dict[str, Any]]:
    """A table for each file, its columns those under which any of the rows says something."""
    by_file: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
    for row in rows["shown"]:
        by_file.setdefault((_place(row), row["kind"]), []).append(row)
    return [_table(place, kind, some, brief=brief) for (place, kind), some in by_file.items()]


def _table(place: str, kind: str, rows: Sequence[Mapping[str, Any]], *, brief: bool) -> dict[str, Any]:
    headings = {cell["field"]: cell["heading"] for row in rows for cell in row["cells"]}
    names = list(headings)
    if brief and kind in MAIN:
        first = [name for name in ("id", "indicator", "leader") if name in headings][:1]
        names = [*first, *(name for name in MAIN[kind] if name in headings and name not in first)]
    lines = []
    for row in rows:
        cells = {cell["field"]: cell for cell in row["cells"]}
        label = row["path"] or str(row["row"])
        lines.append({"what": what_of(row), "label": label, "cells": [cells.get(name) for name in names]})
    return {"place": place, "kind": kind, "headings": [headings[name] for name in names], "rows": lines}


def _more(rows: Mapping[str, Any]) -> dict[str, Any] | None:
    """How many rows are not shown, and how these are asked for, a citation each file."""
    if not rows["more"]:
        return None
    return {"count": rows["more"], "whats": [places([part], 40) for part in rows["more_rows"]]}
