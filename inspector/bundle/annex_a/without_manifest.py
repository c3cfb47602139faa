"""Annex A lists and statutory returns without a manifest: one file, or a folder of CSVs, read as they are. Nothing is sealed."""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from inspector import files
from inspector.bundle.annex_a.which_list import list_of_headings, list_of_name, missing_lists
from inspector.bundle.open.content import Content
from inspector.bundle.open.manifest import Manifest
from inspector.bundle.open.source import MANIFEST, FolderSource, Source, too_large
from inspector.bundle.packs import packs
from inspector.bundle.returns.document import ENDING, pack_of_file
from inspector.bundle.returns.which_return import which_of_rows
from inspector.bundle.tables.table import Table
from inspector.bundle.tables.workbook import ENDINGS
from inspector.model.limits import most, raise_it, words
from inspector.model.problems import Problem, Where
from inspector.model.remarks import Unreadable, error, query
from inspector.values.encoding import decoded, delimiter

LOOKED_AT = 1 << 16
TABLES = (".csv", ".tsv", ".txt")
NONE_OF = "Annex A's lists"


class FileSource:
    """One file by itself."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def names(self) -> list[str]:
        """The file's own name."""
        return [self._path.name]

    def read(self, path: str) -> bytes:
        """The content of the file. Raises Unreadable."""
        try:
            return files.data(self._path)
        except files.TooLarge as failure:
            raise too_large(path, failure.reason) from None
        except OSError as failure:
            message = f"the file cannot be read: {failure.strerror}"
            raise Unreadable(error("no-such-file", Where(file=path), message)) from None

    def open(self, path: str, *, large: str | None = None) -> Content:  # noqa: ARG002
        """The file in memory."""
        return Content(path, self.read(path))


def bare_manifest(path: Path) -> tuple[Source, Manifest] | None:
    """A source and a manifest made up for lists that have none; None where `path` is something else."""
    try:
        if path.is_file() and _is_workbook(path):
            return FileSource(path), _made([_resource(path.name, {})], [])
        if path.is_file() and path.suffix.lower() == ENDING:
            # What is no return, or not well formed, is told with its line when it is read.
            return FileSource(path), _made([_resource(path.name, _of_document(path) or {"kind": "return"})], [])
        if path.is_file() and path.suffix.lower() in TABLES:
            more = _what(path)
            return (FileSource(path), _made([_resource(path.name, more)], [])) if more else None
        if path.is_dir() and not (path / MANIFEST).exists():
            return _folder(path)
    except (OSError, ValueError):
        # The opening proper says what is wrong with the path.
        return None
    return None


def _is_workbook(path: Path) -> bool:
    if path.suffix.lower() in ENDINGS:
        return True
    try:
        with zipfile.ZipFile(path) as found:
            return "xl/workbook.xml" in found.namelist()
    except Exception:
        # The standard library has no one exception for a zip that it cannot make sense of; the opening proper tells.
        return False


def _folder(path: Path) -> tuple[Source, Manifest] | None:
    found = sorted(p for p in path.iterdir() if p.is_file() and not p.is_symlink() and not p.name.startswith("."))
    books = [p for p in found if p.suffix.lower() in ENDINGS]
    tables = [p for p in found if p.suffix.lower() in (*TABLES, ENDING)]
    if len(tables) > most("bare-lists"):
        message = f"the folder holds {len(tables):,} CSV files and no manifest: the limit is {words('bare-lists')}"
        raise Unreadable(error("no-manifest", Where(file=str(path)), message, fix=raise_it("bare-lists")))
    what = {p: more for p in tables if (more := _what(p))}
    if len(books) == 1 and not what:
        return FolderSource(path), _made([_resource(books[0].name, {})], [])
    if not what:
        return None
    resources, problems = _resources(what)
    returns = any("return" in more for more in what.values())
    for other in found:
        if other not in what:
            message = f"the file is none of {'the tables of the return' if returns else NONE_OF} and is not read"
            problems.append(query("unknown-sheet", Where(file=other.name), message))
    numbers = {more["list"] for more in what.values() if "list" in more}
    problems += missing_lists(numbers, path.name or ".") if numbers else []
    problems += _missing_tables(what.values(), path.name or ".")
    return FolderSource(path), _made(resources, problems)


def _resources(what: dict[Path, dict[str, Any]]) -> tuple[list[dict[str, Any]], list[Problem]]:
    """A resource for each file that alone is what it is, and an error for each two that are the same."""
    same: dict[tuple[int, str], list[Path]] = {}
    for path, more in what.items():
        same.setdefault(_key(more), []).append(path)
    resources: list[dict[str, Any]] = []
    problems: list[Problem] = []
    for _, paths in sorted(same.items()):
        more = what[paths[0]]
        if len(paths) > 1:
            names = " and ".join(repr(path.name) for path in paths)
            message = f"the files {names} are both taken for {_words(more)}; neither is read"
            problems.append(
                error("two-sheets", Where(file=paths[1].name), message, fix="keep one, or rename the other")
            )
        else:
            resources.append(_resource(paths[0].name, more))
    return resources, problems


def _what(path: Path) -> dict[str, Any] | None:
    """What a file holds, as keys of its resource: a table of a return, a list of Annex A; None where it is neither."""
    if path.suffix.lower() == ENDING:
        return _of_document(path)
    rows = _first_rows(path)
    found = which_of_rows(rows, path.name)
    if found:
        return {"kind": "return", "return": found.pack, "table": found.table}
    number = list_of_name(path.stem) or list_of_headings(rows)
    return {"list": number} if number is not None else None


def _of_document(path: Path) -> dict[str, Any] | None:
    found = pack_of_file(path)
    return {"kind": "return", "return": found.name} if found else None


def _key(more: dict[str, Any]) -> tuple[int, str]:
    return (0, f"{more['return']}/{more.get('table', '')}") if "return" in more else (int(more["list"]), "")


def _words(more: dict[str, Any]) -> str:
    if "return" in more:
        table = f"the table {more['table']} of " if "table" in more else ""
        return f"{table}the return {packs()[more['return']].words}"
    return f"list {more['list']}"


def _missing_tables(what: Iterable[dict[str, Any]], folder: str) -> Iterator[Problem]:
    """A query for each table that no return is without and that no file holds."""
    there: dict[str, set[str]] = {}
    for more in what:
        if "table" in more:
            there.setdefault(more["return"], set()).add(more["table"])
    for name, tables in sorted(there.items()):
        for table, one in packs()[name].tables.items():
            if one.always and table not in tables:
                message = f"the table {table} ({one.title}) of the return {packs()[name].words} is not in the folder"
                yield query("missing-list", Where(file=folder), message, fix="add its file")


def _first_rows(path: Path) -> list[list[str]]:
    with path.open("rb") as stream:
        # A file that is cut within a letter is still good for a look at its headings.
        found = decoded(stream.read(LOOKED_AT))
    if found is None:
        return []
    try:
        rows = csv.reader(io.StringIO(found.text.lstrip("\ufeff")), delimiter=delimiter(found.text))
        return [[cell.strip() for cell in row] for row, _ in zip(rows, range(20), strict=False)]
    except csv.Error:
        return []


def _resource(path: str, more: dict[str, Any]) -> dict[str, Any]:
    return {"name": path.lower(), "path": path, "kind": "case-records", "hash": "sha256:", "bytes": 0, **more}


def _made(resources: list[dict[str, Any]], problems: list[Problem]) -> Manifest:
    document = {
        "name": "bare-lists",
        "title": "lists without a manifest",
        "authority": "not stated",
        "period": {"start": date.min.isoformat(), "end": date.max.isoformat()},
        "resources": resources,
    }
    return Manifest(document, problems, bare=True)


def read_as(tables: Iterable[Table]) -> str:
    """In words, what the tables were taken for; empty where there are none."""
    returns: dict[str, list[str]] = {}
    lists: set[int] = set()
    for table in tables:
        if "x-return" in table.schema:
            returns.setdefault(table.schema["x-return"], []).append(table.kind.partition("/")[2])
        elif "x-list" in table.schema:
            lists.add(table.schema["x-list"])
    parts = [f"the return {packs()[name].words}: {', '.join(sorted(found))}" for name, found in sorted(returns.items())]
    if lists:
        word = "list" if len(lists) == 1 else "lists"
        parts.append(f"Annex A: {word} {', '.join(map(str, sorted(lists)))}")
    return f"Read as {'; and '.join(parts)}." if parts else ""
