"""Which table of which statutory return a file or sheet holds, by its headings and its name."""

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import PurePosixPath
from typing import NamedTuple

from inspector.bundle.packs import Pack, packs, schema_name
from inspector.bundle.schema import json_schema
from inspector.bundle.tables.headings import named
from inspector.model.headings import bare

BY_HEADINGS = 0.6
"""Share of the columns that a table alone has which the headings must name, whatever the file is called."""
BY_NAME = 0.3
"""The same for a file that is called as the table is."""


class Return(NamedTuple):
    """A table of a return that a file was taken for; `share` of the columns that it alone has are there."""

    pack: str
    table: str
    share: float

    @property
    def schema(self) -> str:
        """The name of its row schema."""
        return schema_name(self.pack, self.table)

    @property
    def words(self) -> str:
        """In words: `table episodes of the SSDA903, children looked after (2023/24)`."""
        return f"table {self.table} of the return {packs()[self.pack].words}"


def which_return(headings: Sequence[str], file_name: str = "") -> Return | None:
    """The table of a return that has these headings, None where it is none. The name helps where headings are few.

    Every table needs the column that names the child; the columns that all tables share tell nothing.
    """
    found = []
    for pack in packs().values():
        if pack.form == "csv":
            found += [one for one in _of_pack(pack, list(headings), file_name) if one[0]]
    best = max(found, key=lambda one: one[0], default=None)
    return best[1] if best else None


def which_of_rows(rows: Iterable[Sequence[str]], file_name: str = "") -> Return | None:
    """The same for the first rows of a file, of which one holds the headings."""
    found = [one for row in rows if (one := which_return(row, file_name))]
    return max(found, key=lambda one: one.share, default=None)


def _of_pack(pack: Pack, headings: list[str], file_name: str) -> list[tuple[tuple[float, float], Return]]:
    found = []
    for table, own in _own(pack.name).items():
        schema = json_schema.schema(schema_name(pack.name, table))
        there = named(headings, schema)
        share = len(there & own) / len(own)
        called = called_as(file_name, pack.tables[table].files)
        if pack.child in there and share >= (BY_NAME if called else BY_HEADINGS):
            fit = len(there) / len(schema["properties"].keys() | set(filter(None, headings)))
            found.append(((share + (0.5 if called else 0), fit), Return(pack.name, table, share)))
    return found


@cache
def _own(pack: str) -> dict[str, frozenset[str]]:
    """For each table the columns that no other has; where there are none, all but the child's."""
    columns = {
        table: frozenset(json_schema.schema(schema_name(pack, table))["properties"]) for table in packs()[pack].tables
    }
    return {
        table: own - frozenset().union(*(other for name, other in columns.items() if name != table)) or own
        for table, own in columns.items()
    }


def called_as(file_name: str, names: Iterable[str]) -> bool:
    """Whether the name of a file has the words of one of these names, one after the other: `903_2024_episodes.csv`."""
    words = f"_{bare(PurePosixPath(file_name).stem)}_"
    return any(f"_{bare(name)}_" in words for name in names)
