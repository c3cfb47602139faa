"""Which tables of which return a resource of kind `return` holds: what the manifest says, else what the headings tell."""

from collections.abc import Mapping
from typing import Any

from inspector.bundle.open.content import Content
from inspector.bundle.open.source import MANIFEST
from inspector.bundle.packs import Pack, packs, schema_name
from inspector.bundle.returns.which_return import called_as, which_of_rows
from inspector.bundle.tables.csv_table import headings_of_csv
from inspector.bundle.tables.grid_table import headings_of
from inspector.bundle.tables.workbook import Sheet
from inspector.model.problems import Problem, Where, shown
from inspector.model.remarks import Unreadable, did_you_mean, error, one_of, query

Resource = Mapping[str, Any]
ROWS = 20
"""So many of the first rows are looked at for headings."""


def named_pack(resource: Resource, place: int) -> Pack | None:
    """The return that the manifest names. Raises Unreadable for one that is not known, or a table that it has not."""
    said = resource.get("return")
    if said is None:
        return None
    found = packs().get(said)
    if found is None:
        raise Unreadable(_unknown(resource, place, "return", f"{shown(said)} is no return that is known", packs()))
    if (table := resource.get("table")) is not None and table not in found.tables:
        message = f"{shown(table)} is no table of the return {found.words}"
        raise Unreadable(_unknown(resource, place, "table", message, found.tables))
    return found


def schema_of(resource: Resource, place: int, content: Content) -> str:
    """The name of the row schema of a CSV. Raises Unreadable where neither manifest nor headings tell."""
    pack = named_pack(resource, place)
    if pack and resource.get("table"):
        return schema_name(pack.name, resource["table"])
    found = which_of_rows(headings_of_csv(content, ROWS), resource["path"])
    if found and (pack is None or found.pack == pack.name):
        return found.schema
    tables = [name for name, one in (pack.tables if pack else {}).items() if called_as(resource["path"], one.files)]
    if pack and len(tables) == 1:
        return schema_name(pack.name, tables[0])
    key = "table" if pack else "return"
    message = f"it is not said which {key} of a statutory return {resource['path']} holds, and the headings do not tell"
    known = pack.tables if pack else packs()
    raise Unreadable(_unknown(resource, place, key, message, known, rule="which-return"))


def returns_alone(found: list[Sheet]) -> bool:
    """Whether a workbook has sheets that are tables of a return; what else stands in it is told then."""
    return any(which_of_rows(headings_of(sheet), sheet.name) for sheet in found)


def sheets_of_return(
    found: list[Sheet], path: str, resource: Resource, place: int
) -> tuple[list[tuple[Sheet, str]], list[Problem]]:
    """The sheets of a workbook that hold tables of a return, with the schema of each, and remarks on the rest."""
    pack, wanted = named_pack(resource, place), resource.get("sheet")
    chosen: dict[str, Sheet] = {}
    problems: list[Problem] = []
    for sheet in found:
        rows = headings_of(sheet)
        if not any(any(row) for row in rows) or (wanted is not None and sheet.name != wanted):
            continue
        table = which_of_rows(rows, sheet.name)
        if wanted and pack and resource.get("table"):
            name: str | None = schema_name(pack.name, resource["table"])
        else:
            name = table.schema if table and (pack is None or table.pack == pack.name) else None
        where = Where(file=path, sheet=sheet.name)
        if name is None:
            message = "the sheet is no table of a statutory return and is not read"
            problems.append(query("unknown-sheet", where, message))
        elif name in chosen:
            message = (
                f"the sheets {chosen[name].name!r} and {sheet.name!r} are both taken for {name}; the second is not read"
            )
            problems.append(error("two-sheets", where, message, fix="keep one, or rename the other"))
        else:
            chosen[name] = sheet
    if not chosen:
        message = "no sheet is a table of a statutory return"
        raise Unreadable(error("which-return", Where(file=path), message, "sheets with the headings of the return"))
    return [(sheet, name) for name, sheet in chosen.items()], problems


def _unknown(
    resource: Resource, place: int, key: str, message: str, known: Mapping[str, Any], rule: str = "manifest"
) -> Problem:
    where = Where(file=MANIFEST, path=f"resources[{place}].{key}")
    near = did_you_mean(str(resource.get(key))[:100], known) if resource.get(key) else ""
    return error(rule, where, message, one_of(known), near)
