"""Schema packs of statutory returns: data in `evidence/schemas/NAME/pack.json`, a row schema for each table beside it.

A folder with a pack is a return that is known: there is no list to edit. `evidence/schemas/pack.schema.json` says what may
stand in one.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from inspector.data import schemas_folder


@dataclass(frozen=True)
class PackTable:
    """One table of a return: `files` are words that the name of its file has, `element` the element that is a row."""

    title: str
    files: tuple[str, ...] = ()
    element: str = ""
    from_above: tuple[str, ...] = ()
    always: bool = False


@dataclass(frozen=True)
class Pack:
    """One return. `form` is `csv` (a table a file) or `xml` (all tables in one document with the element `root`)."""

    name: str
    title: str
    version: str
    form: str
    child: str
    dates: str
    year: Mapping[str, Any]
    tables: Mapping[str, PackTable]
    root: str = ""
    containers: frozenset[str] = field(default_factory=frozenset)

    @property
    def words(self) -> str:
        """The return and whose columns and codes it is read by: `SSDA903, children looked after (2023/24)`."""
        return f"{self.title} ({self.version})"


@cache
def packs() -> Mapping[str, Pack]:
    """Every pack by its name, sorted."""
    return {path.parent.name: _read(path.read_text(encoding="utf-8"))
            for path in sorted(schemas_folder().glob("*/pack.json"))}  # fmt: skip


def schema_name(pack: str, table: str) -> str:
    """The name of the row schema of a table of a return, which is also what the table is called: `ssda903/episodes`."""
    return f"{pack}/{table}"


def schema_names() -> list[str]:
    """The row schemas of all tables of all returns."""
    return [schema_name(pack.name, table) for pack in packs().values() for table in pack.tables]


def _read(text: str) -> Pack:
    said = json.loads(text)
    tables = {
        name: PackTable(
            title=one["title"],
            files=tuple(one.get("files", ())),
            element=one.get("element", ""),
            from_above=tuple(one.get("from_above", ())),
            always=one.get("always", False),
        )
        for name, one in said["tables"].items()
    }
    wanted = {key: said[key] for key in ("name", "title", "version", "form", "child", "dates", "year")}
    return Pack(**wanted, tables=tables, root=said.get("root", ""), containers=frozenset(said.get("containers", ())))
