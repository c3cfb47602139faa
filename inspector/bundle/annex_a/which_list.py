"""Which sheet or file holds which list of Annex A."""

import re
from collections.abc import Mapping as Map
from pathlib import PurePosixPath
from typing import Any

from inspector.bundle.kinds import LISTS, list_schema
from inspector.bundle.schema import json_schema
from inspector.bundle.tables.grid_table import headings_of
from inspector.bundle.tables.mapping import Mapping
from inspector.bundle.tables.naming import named
from inspector.bundle.tables.which_sheet import Chosen, none_of_that_name
from inspector.bundle.tables.workbook import Sheet
from inspector.model.headings import bare
from inspector.model.problems import Problem, Where
from inspector.model.remarks import Unreadable, error, query

_NUMBERED = re.compile(r"(?:^|[^a-z])list[\s_.-]*0*(\d{1,2})(?!\d)", re.IGNORECASE)
ENOUGH = 0.6
"""Share of a list's columns that the headings must name for a sheet or file to be taken for that list."""


def list_of_file(path: str) -> int | None:
    """The list that a file holds by its name: `list 6.csv`, `annex_a_list_6.csv`, `Children in Need.csv`."""
    return list_of_name(PurePosixPath(path).stem)


def list_of_name(name: str) -> int | None:
    """The list that a sheet's or file's name says: by its number, else by its title."""
    numbered = _NUMBERED.search(name)
    if numbered and int(numbered[1]) in LISTS:
        return int(numbered[1])
    titles = {bare(_title(number)): number for number in LISTS}
    plain = bare(name)
    return titles.get(plain) or next((n for title, n in titles.items() if plain.endswith(f"_{title}")), None)


def list_of_headings(rows: list[list[str]], mapping: Mapping | None = None) -> int | None:
    """The one list whose columns the headings name best, if they name enough of them."""
    scores = sorted(((_share(rows, number, mapping), number) for number in LISTS), reverse=True)
    best, second = scores[0], scores[1]
    return best[1] if best[0] >= ENOUGH and best[0] > second[0] else None


def _share(rows: list[list[str]], number: int, mapping: Mapping | None) -> float:
    schema = json_schema.schema(list_schema(number))
    columns = set(schema["x-columns"])
    own = mapping.part(str(number)) if mapping else None
    return max((len(columns & named(row, schema, own)) for row in rows), default=0) / len(columns)


def _title(number: int) -> str:
    said: str = json_schema.schema(list_schema(number))["title"]
    return said.split(": ", 1)[1]


def sheets_of_lists(
    found: list[Sheet], path: str, resource: Map[str, Any], mapping: Mapping | None = None
) -> tuple[Chosen, list[Problem]]:
    """The sheets that hold lists, with the schema of each, and remarks on the rest; a list that is missing is queried."""
    problems: list[Problem] = []
    wanted = mapping.sheets if mapping else ()
    said = {name: number for number, part in (mapping.parts if mapping else {}).items() for name in part.sheets}
    for name in (*wanted, *said):
        none_of_that_name(found, name, path)
    by_list: dict[int, list[Sheet]] = {}
    for sheet in found:
        if wanted and sheet.name not in (*wanted, *said):
            continue
        number = said.get(sheet.name) or (resource.get("list") if wanted else None) or list_of_name(sheet.name)
        number = number or list_of_headings(headings_of(sheet), mapping)
        if number is not None and int(number) in LISTS:
            by_list.setdefault(int(number), []).append(sheet)
        elif any(any(row) for row in headings_of(sheet)):
            message = "the sheet is none of Annex A's lists and is not read"
            problems.append(query("unknown-sheet", Where(file=path, sheet=sheet.name), message))
    chosen: Chosen = []
    for number, same in sorted(by_list.items()):
        if len(same) > 1:
            names = " and ".join(repr(sheet.name) for sheet in same)
            message = f"the sheets {names} are both taken for list {number} ({_title(number)}); neither is read"
            where = Where(file=path, sheet=same[1].name)
            problems.append(error("two-sheets", where, message, fix="keep one, or rename the other"))
        else:
            own = mapping.part(str(number)) if mapping else None
            chosen.append((same[0], list_schema(number), own or mapping))
    problems += _missing(set(by_list), path) if not wanted and resource.get("list") is None else []
    if not by_list:
        raise Unreadable(_no_list(found, path))
    return chosen, problems


def _missing(there: set[int], path: str) -> list[Problem]:
    missing = [number for number in LISTS if number not in there]
    return [
        query("missing-list", Where(file=path), f"list {number} ({_title(number)}) is not in the workbook",
              fix="add the sheet; one without rows says that there are none")
        for number in missing
    ] if there else []  # fmt: skip


def missing_lists(there: set[int], folder: str) -> list[Problem]:
    """A query for each list that no file of a folder holds."""
    return [
        problem.model_copy(update={"message": problem.message.replace("in the workbook", "in the folder")})
        for problem in _missing(there, folder)
    ]


def _no_list(found: list[Sheet], path: str) -> Problem:
    names = ", ".join(repr(sheet.name) for sheet in found[:12])
    message = f"no sheet is one of Annex A's lists; there are {names}"
    return error("no-list", Where(file=path), message, "sheets named List 1 to List 11, with the template's headings")
