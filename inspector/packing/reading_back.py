"""A resource read back by a manifest that is not written yet, from a file that is not in the bundle yet."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from inspector import files
from inspector.bundle.kinds import PARTS
from inspector.bundle.open.content import Content
from inspector.bundle.open.source import IN_MEMORY, MANIFEST, FolderSource, too_large
from inspector.bundle.pseudonyms import Pseudonyms
from inspector.bundle.reading import BundleReading, read_bundle
from inspector.bundle.tables.table import ROW, Table
from inspector.model.limits import most
from inspector.model.own_words import Asked
from inspector.model.problems import CannotComplete, Faults, Problem
from inspector.packing.manifest_file import laid_out
from inspector.privacy.gate import Gate

Resource = dict[str, Any]
OF_THE_WHOLE = frozenset({"no-register", "unreadable-register", "empty-bundle"})
"""What is wrong with a bundle and not with one file of it."""


class Overlay(FolderSource):
    """A folder in which the manifest, and some files, are others than those that lie there."""

    def __init__(self, root: Path, document: Mapping[str, Any], given: Mapping[str, Path] | None = None) -> None:
        super().__init__(root)
        self._manifest = laid_out(dict(document))
        self._given = dict(given or {})

    def read(self, path: str) -> bytes:
        """The content of one file, as it will be."""
        if path == MANIFEST:
            return self._manifest
        if path not in self._given:
            return super().read(path)
        try:
            return files.data(self._given[path])
        except files.TooLarge as failure:
            raise too_large(path, failure.reason) from None

    def open(self, path: str, *, large: str | None = None) -> Content:
        """One file, as it will be."""
        given = self._given.get(path)
        if given is None:
            return super().open(path, large=large)
        size = files.size(given)
        if large is None or size <= IN_MEMORY:
            return Content(path, self.read(path))
        if size > most(large):
            raise too_large(path, files.too_large(size, large))
        return Content(path, location=given)


@dataclass(frozen=True)
class Code:
    """A code that was not understood, and in how many rows it stands. `theirs` is None where it is not repeated."""

    field: str
    heading: str
    theirs: str | None
    rows: int
    choices: str = ""


@dataclass(frozen=True)
class Back:
    """What was read back: how many rows there are, how many of them can be used, and what is wrong."""

    rows: int
    readable: int
    tables: tuple[Table, ...]
    problems: tuple[Problem | Faults, ...]
    codes: tuple[Code, ...]
    reading: BundleReading | None

    @property
    def errors(self) -> tuple[Problem | Faults, ...]:
        """What keeps something from being read as meant."""
        return tuple(one for one in self.problems if one.level == "error")

    @property
    def fails(self) -> bool:
        """Whether nothing can be used of it, though there is something."""
        return not self.tables or (self.rows > 0 and self.readable == 0)

    @property
    def gate(self) -> Gate:
        """What of it may be repeated."""
        return self.reading.hiding.gate if self.reading else Gate()


def read_back(
    folder: Path,
    document: Mapping[str, Any],
    resource: Resource,
    given: Mapping[str, Path] | None = None,
    pseudonyms: Pseudonyms | None = None,
    by: Asked | None = None,
) -> Back:
    """Read a resource as it will be, with those that its links lead to. `given`: where files lie that are not there yet.

    `by` says by which framework rows are read.
    """
    near = _kin(resource)
    beside = [
        one
        for one in document["resources"]
        if one.get("kind") in near and one.get("path") != resource["path"] and one.get("name") != resource["name"]
    ]
    alone = {**document, "resources": [*beside, resource]}
    alone.pop("seal", None)
    try:
        reading = read_bundle(folder, pseudonyms, opened_as=Overlay(folder, alone, given), by=by)
    except CannotComplete as failure:
        return Back(0, 0, (), failure.problems, (), None)
    place = f"resources[{len(beside)}]"
    about = tuple(one for one in reading.problems if _is_about(one, resource["path"], place))
    tables = tuple(one for one in reading.tables if one.name == resource["name"])
    rows, readable = _counted(tables, reading)
    return Back(rows, readable, tables, about, tuple(_codes(about, tables)), reading)


def by_sheet(tables: Iterable[Table]) -> list[list[Table]]:
    """The tables of each sheet, or file: several where a row holds a record and a part of it."""
    found: dict[tuple[str, str | None], list[Table]] = {}
    for table in tables:
        found.setdefault((table.path, table.sheet), []).append(table)
    return list(found.values())


def lines(tables: Sequence[Table]) -> int:
    """How many rows the tables of one sheet have: a row that holds a record and a part of it is one."""
    if _apart(tables):
        return sum(batch.height for table in tables for batch in table.batches())
    return len({row for table in tables for row in table.frame[ROW].to_list()})


def _apart(tables: Sequence[Table]) -> bool:
    """Whether no row of one is a row of another: there is one table alone, or each counts the elements of a document."""
    return len(tables) == 1 or any(table.path.lower().endswith(".json") for table in tables)


def _kin(resource: Resource) -> set[str]:
    """The kinds without which the links of a resource lead nowhere."""
    return {resource["kind"]} if resource["kind"] in PARTS and "part" in resource else set()


def _is_about(one: Problem | Faults, path: str, place: str) -> bool:
    if one.rule in OF_THE_WHOLE:
        return False
    if isinstance(one, Faults):
        return one.file == path
    return one.where.file == path or (one.where.file == MANIFEST and (one.where.path or "").startswith(place))


def _counted(tables: Iterable[Table], reading: BundleReading) -> tuple[int, int]:
    """How many rows there are, and how many of them no error is about that an assessment stops at."""
    at_fault: dict[tuple[str, str | None], list[Problem | Faults]] = {}
    for one in reading.stopping:
        where = one if isinstance(one, Faults) else one.where
        at_fault.setdefault((where.file, where.sheet), []).append(one)
    rows = readable = 0
    for group in by_sheet(tables):
        count = lines(group)
        rows += count
        place = (group[0].path, group[0].sheet)
        wrong = {
            (row, part if _apart(group) else 0)
            for part, table in enumerate(group)
            for fault in at_fault.get(place, ())
            for row in table.numbers(fault)
        }
        readable += max(count - len(wrong), 0)
    return rows, readable


def _codes(problems: Iterable[Problem | Faults], tables: tuple[Table, ...]) -> Iterable[Code]:
    """The codes that were not understood, each once, the most frequent of each column first."""
    for one in problems:
        if isinstance(one, Faults) and one.rule == "unknown-code":
            counts = Counter(one.found or (None,) * len(one.rows))
            for theirs, rows in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0] or "")):
                yield Code(_field(one, tables), one.field or "", theirs, rows, one.expected)


def _field(one: Faults, tables: tuple[Table, ...]) -> str:
    """Our field, of the column that a fault is about."""
    for table in tables:
        for name, heading in table.headings.items():
            if table.sheet == one.sheet and heading == one.field:
                return name
    return one.field or ""
