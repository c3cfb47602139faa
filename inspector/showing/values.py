"""What is shown, as the plain values of a JSON document; text is laid out from it."""

from collections.abc import Iterable, Sequence
from typing import Any

from inspector.arguing import told_of as told_by
from inspector.bundle.told_rows import Row, Shown, Unread
from inspector.judging.settling import Workings
from inspector.model.evidence import Rows
from inspector.model.facts import Fact
from inspector.model.inspection import Finding
from inspector.model.rows import merged
from inspector.report.document.make import quotes_values
from inspector.report.document.problems import problem_values
from inspector.report.document.rows import rows_values
from inspector.report.document.shape.units import RowRuns
from inspector.report.places import places
from inspector.showing.judged import Judged, cites, judged, marks
from inspector.showing.near import figures, near
from inspector.showing.target import At, Target
from inspector.showing.those import of_facts
from inspector.showing.told import told_of

MOST = 60
"""So many rows of one sort are shown; the others are named."""
FEW = 12
"""So many rows near it."""
RUNS = 4
"""So many runs of the rows of a fact are cited, of each file."""
LATER = ("indicators", "durations", "case-records", "return", "table")
"""Figures and lists come after what people wrote down."""


def values(
    target: Target, tables: Sequence[Shown], workings: Workings, unread: Sequence[Unread] = ()
) -> dict[str, Any]:
    """The whole document about a target. `unread` are the files that nothing was read of."""
    target = with_rows(target, tables, workings)
    found = judged(target, tables, workings)
    about = near(target, tables) if target.sort in ("record", "rows", "indicator") else []
    return {
        "format": "inspector-show",
        "version": 1,
        "what": {"sort": target.sort, "name": target.name, "title": _title(target, workings)},
        "authority": workings.inspection.authority,
        "rows": _rows(target.rows, tables, MOST),
        "near": [{"relation": one.relation, **_rows(one.rows, tables, FEW)} for one in about],
        **_judged(found, target),
        **_told(target, tables, workings),
        "unread": [one._asdict() for one in unread],
    }


def _told(target: Target, tables: Sequence[Shown], workings: Workings) -> dict[str, Any]:
    """What a reader is told of it; nothing where nothing is."""
    marked = marks(target.rows, tables)
    found = told_of(target, told_by(workings), lambda rows: cites(rows, marked))
    return {"told": [{"about": about, "says": says} for about, says in found]} if found else {}


def with_rows(target: Target, tables: Sequence[Shown], workings: Workings) -> Target:
    """The target with the rows that are its own: an indicator's figures, what a finding's facts name."""
    if target.sort == "indicator":
        return target._replace(rows=figures(target.name, tables))
    if target.sort in ("finding", "fact", "question"):
        found = judged(target, tables, workings)
        cited = [part for fact in found.facts for part in fact.rows]
        cited += [part for trace in found.traces for part in trace.rows]
        rows = of_facts(cited, tables)
        return target._replace(rows=tuple(sorted(rows, key=lambda at: tables[at.table].kind in LATER)))
    return target


def _title(target: Target, workings: Workings) -> str:
    if target.sort == "indicator":
        return next((one.title for one in workings.evidence.indicators if one.indicator == target.name), "")
    if target.sort == "finding":
        return next(one.says for one in workings.inspection.findings if one.id == target.name)
    if target.sort in ("fact", "question"):
        return next(one.says for one in workings.inspection.facts if one.id == target.name)
    return ""


def _rows(rows: Sequence[At], tables: Sequence[Shown], most: int) -> dict[str, Any]:
    """The first rows with their cells, and how the others are named."""
    shown, left = rows[:most], rows[most:]
    made = [one for place in _tables(shown) for one in _of(place, shown, tables)]
    return {"shown": made, "more": len(left), "more_rows": [_runs(place, left, tables) for place in _tables(left)]}


def _of(place: int, rows: Iterable[At], tables: Sequence[Shown]) -> list[dict[str, Any]]:
    table = tables[place]
    return [row_values(one, table) for one in table.rows([at.key for at in rows if at.table == place])]


def row_values(row: Row, table: Shown) -> dict[str, Any]:
    """One row with where it stands and its cells, as a document has it."""
    return {
        "file": table.path,
        "sheet": table.sheet,
        "kind": table.kind,
        "row": None if row.path else row.number,
        "path": row.path,
        "cells": [cell._asdict() for cell in row.cells],
    }


def _tables(rows: Iterable[At]) -> list[int]:
    return list(dict.fromkeys(at.table for at in rows))


def _runs(place: int, rows: Sequence[At], tables: Sequence[Shown]) -> RowRuns:
    table, keys = tables[place], [at.key for at in rows if at.table == place]
    paths = tuple(path for key in keys if (path := table.path_of(key)))
    numbers = tuple(sorted({table.number(key) for key in keys}))
    return rows_values([Rows(resource=table.place, rows=numbers, paths=paths)])[0]


def _judged(found: Judged, target: Target) -> dict[str, Any]:
    others = [one for one in found.findings if not (target.sort == "finding" and one.id == target.name)]
    own = [one for one in found.findings if one not in others]
    return {
        **({"finding": _finding(own[0])} if own else {}),
        "facts": [_fact(one) for one in found.facts],
        "questions": [
            {"probe": one.probe, "subject": one.subject, "outcome": one.outcome, "says": one.says}
            for one in found.traces
        ],
        "trust": [{"evidence": one.evidence, "trust": one.trust, "reasons": list(one.reasons)} for one in found.trust],
        "set_aside": list(found.aside),
        "problems": problem_values(found.problems),
        "findings": [_finding(one) for one in others],
    }


def _fact(fact: Fact) -> dict[str, Any]:
    rows = rows_values(merged(fact.rows))
    return {"id": fact.id, "says": fact.says, "rows": rows, "cited": places(rows, RUNS)}


def _finding(one: Finding) -> dict[str, Any]:
    return {
        "id": one.id,
        "theme": one.theme,
        "says": one.says,
        "direction": one.direction,
        "standing": one.standing,
        "limit": one.limit,
        "trust": one.trust,
        "withdrawn": one.withdrawn,
        "facts": list(one.facts),
        "builds_on": list(one.builds_on),
        "quotes": quotes_values(one.quotes),
    }
