"""Which sheet of a workbook holds a table, by its content: the headings of every sheet, through the mapping."""

from collections.abc import Callable, Iterable
from collections.abc import Mapping as Map
from dataclasses import dataclass
from typing import Any

from inspector.bundle.tables.finding import FIRST_ROWS, most_named
from inspector.bundle.tables.grid_table import headings_of
from inspector.bundle.tables.mapping import Mapping, rows_looked_at
from inspector.bundle.tables.workbook import Sheet
from inspector.model.headings import bare
from inspector.model.problems import Problem, Where
from inspector.model.remarks import Unreadable, did_you_mean, error, query

Chosen = list[tuple[Sheet, str, Mapping | None]]
"""Sheets, each with the name of its schema and how it is read."""
Schemas = Callable[[str], dict[str, Any]]


@dataclass(frozen=True)
class _Fit:
    """How well a sheet fits a schema."""

    sheet: Sheet
    named: frozenset[str]
    whole: bool
    """Whether every column that the schema requires is there."""
    called: bool
    """Whether the sheet has the name of the kind or part."""

    @property
    def rank(self) -> tuple[bool, int, bool, bool]:
        return self.called, len(self.named), not self.sheet.hidden, len(self.sheet.rows) > 1


def sheets_of_kind(
    found: list[Sheet], path: str, kind: str, parts: Map[str, str], schemas: Schemas, mapping: Mapping | None
) -> tuple[Chosen, list[Problem]]:
    """The sheet of a kind and the sheets of its `parts` (part: its schema), and queries on sheets that are not read.

    A sheet is found by what the manifest says, by its name, then by the columns it has, through the mapping. Raises
    Unreadable where none will do, or where several do and none is clearly better.
    """
    filled = [sheet for sheet in found if any(map(any, headings_of(sheet)))]
    main = _said(found, mapping, path) or [_main(filled, path, kind, parts, schemas, mapping)]
    chosen: Chosen = [(sheet, kind, mapping) for sheet in main]
    for part, schema in parts.items():
        own = mapping.part(part) if mapping else None
        if own is None and mapping and mapping.sheets:
            continue
        said = _said(found, own, path)
        free = [sheet for sheet in filled if all(sheet is not other for other, _, _ in chosen)]
        some = said or _of_part(free, part, schema, schemas, own, parts)
        if own and not some:
            some = [_best(main + free, schema, schemas, own)]
        chosen += [(sheet, schema, own) for sheet in some]
    unread = [sheet for sheet in filled if all(sheet is not other for other, _, _ in chosen)]
    return chosen, _unread(unread, path, kind) if not (mapping and mapping.sheets) else []


def none_of_that_name(found: Iterable[Sheet], wanted: str, path: str) -> Sheet:
    """The sheet of that name, case and signs apart where no other is like it. Raises Unreadable where there is none."""
    sheets = list(found)
    exact = [sheet for sheet in sheets if sheet.name == wanted]
    alike = exact or [sheet for sheet in sheets if bare(sheet.name) == bare(wanted)]
    if len(alike) == 1:
        return alike[0]
    names = [sheet.name for sheet in sheets]
    fix = did_you_mean(wanted, names) or f"one of {', '.join(map(repr, names[:12]))}"
    raise Unreadable(error("no-such-sheet", Where(file=path), f"there is no sheet {wanted!r}", fix=fix))


def _said(found: list[Sheet], mapping: Mapping | None, path: str) -> list[Sheet]:
    return [none_of_that_name(found, name, path) for name in (mapping.sheets if mapping else ())]


def _fit(sheet: Sheet, name: str, call: str, schemas: Schemas, mapping: Mapping | None) -> _Fit:
    schema = schemas(name)
    named = most_named(headings_of(sheet, rows_looked_at(mapping, FIRST_ROWS)), schema, mapping)
    whole = set(schema.get("required", ())) <= named
    return _Fit(sheet, frozenset(named), whole, bare(sheet.name) == bare(call))


def _main(
    filled: list[Sheet], path: str, kind: str, parts: Map[str, str], schemas: Schemas, mapping: Mapping | None
) -> Sheet:
    if len(filled) == 1 and not parts:
        return filled[0]
    fits = [_fit(sheet, kind, kind, schemas, mapping) for sheet in filled]
    able = [one for one in fits if one.called or one.whole]
    names = {bare(part) for part in parts}
    sure = [
        one
        for one in able
        if one.called or (bare(one.sheet.name) not in names and not _rather_a_part(one, parts, schemas, mapping))
    ]
    best = sorted(sure or able, key=lambda one: one.rank, reverse=True)
    if not best:
        return _nearest(fits, path, kind, schemas, mapping)
    if len(best) > 1 and best[0].rank == best[1].rank:
        raise Unreadable(_several([one.sheet for one in best if one.rank == best[0].rank], path, kind))
    return best[0].sheet


def _rather_a_part(one: _Fit, parts: Map[str, str], schemas: Schemas, mapping: Mapping | None) -> bool:
    """Whether a part that has no mapping of its own fits the sheet better than the kind does."""
    others = (
        _fit(one.sheet, schema, part, schemas, None)
        for part, schema in parts.items()
        if not (mapping and mapping.part(part))
    )
    return any(other.whole and len(other.named) > len(one.named) for other in others)


def _of_part(
    free: list[Sheet], part: str, schema: str, schemas: Schemas, own: Mapping | None, parts: Map[str, str]
) -> list[Sheet]:
    fits = [_fit(sheet, schema, part, schemas, own) for sheet in free]
    others = {bare(name) for name in parts if name != part}
    able = [one for one in fits if one.called or (one.whole and bare(one.sheet.name) not in others)]
    best = max(able, key=lambda one: one.rank, default=None)
    return [best.sheet] if best else []


def _best(sheets: list[Sheet], schema: str, schemas: Schemas, own: Mapping) -> Sheet:
    """The sheet that has the most columns of a part that the manifest speaks of; the first of equals."""
    fits = [_fit(sheet, schema, "", schemas, own) for sheet in sheets]
    return max(fits, key=lambda one: (one.whole, len(one.named))).sheet


def _nearest(fits: list[_Fit], path: str, kind: str, schemas: Schemas, mapping: Mapping | None) -> Sheet:
    """The sheet of which it is told what it lacks: where the manifest has a mapping, the one that has most of it."""
    if mapping and mapping.fields and fits:
        best = max(fits, key=lambda one: one.rank)
        if best.named or len(fits) == 1:
            return best.sheet
    message = f"no sheet has the columns of {kind}"
    names = ", ".join(repr(one.sheet.name) for one in fits[:12])
    needed = f"a sheet with {', '.join(schemas(kind).get('required', ()))}"
    fix = f"name the authority's own headings in the resource's mapping; the sheets are {names}" if fits else ""
    raise Unreadable(error("no-such-sheet", Where(file=path), message, needed, fix))


def _several(sheets: list[Sheet], path: str, kind: str) -> Problem:
    names = [repr(sheet.name) for sheet in sheets[:12]]
    message = f"the sheets {' and '.join(names)} each have the columns of {kind}; which is meant is not known"
    said = ", ".join(f'"{sheet.name}"' for sheet in sheets[:12])
    fix = f'say in the manifest which is read, as "sheet": "{sheets[0].name}", or all of them, as "sheet": [{said}]'
    return error("two-sheets", Where(file=path, sheet=sheets[1].name), message, fix=fix)


def _unread(sheets: list[Sheet], path: str, kind: str) -> list[Problem]:
    message = f"the sheet is not taken for evidence of kind {kind} and is not read"
    return [
        query(
            "unknown-sheet", Where(file=path, sheet=sheet.name), f"{message}{'; it is hidden' if sheet.hidden else ''}"
        )
        for sheet in sheets
    ]
