"""Annex A lists without a manifest: one workbook, or a folder of CSVs, read as they are. Nothing is sealed."""

import csv
import io
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

from inspector import files
from inspector.bundle.annex_a.which_list import list_of_headings, list_of_name, missing_lists
from inspector.bundle.open.content import Content
from inspector.bundle.open.manifest import Manifest
from inspector.bundle.open.source import MANIFEST, FolderSource, Source, too_large
from inspector.bundle.tables.workbook import ENDINGS
from inspector.model.limits import most, raise_it, words
from inspector.model.problems import Problem, Where
from inspector.model.remarks import Unreadable, error, query


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
        if path.is_file() and path.suffix.lower() == ".csv":
            number = _list_of(path)
            return (FileSource(path), _made([_resource(path.name, {"list": number})], [])) if number else None
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
    tables = [p for p in found if p.suffix.lower() == ".csv"]
    if len(tables) > most("bare-lists"):
        message = f"the folder holds {len(tables):,} CSV files and no manifest: the limit is {words('bare-lists')}"
        raise Unreadable(error("no-manifest", Where(file=str(path)), message, fix=raise_it("bare-lists")))
    numbers = {p: number for p in tables if (number := _list_of(p)) is not None}
    if len(books) == 1 and not numbers:
        return FolderSource(path), _made([_resource(books[0].name, {})], [])
    if not numbers:
        return None
    problems: list[Problem] = []
    resources = []
    for number in sorted(set(numbers.values())):
        same = [p.name for p in tables if numbers.get(p) == number]
        if len(same) > 1:
            message = f"the files {' and '.join(map(repr, same))} are both taken for list {number}; neither is read"
            problems.append(error("two-sheets", Where(file=same[1]), message, fix="keep one, or rename the other"))
        else:
            resources.append(_resource(same[0], {"list": number}))
    for other in found:
        if other not in numbers:
            message = "the file is none of Annex A's lists and is not read"
            problems.append(query("unknown-sheet", Where(file=other.name), message))
    problems += missing_lists(set(numbers.values()), path.name or ".")
    return FolderSource(path), _made(resources, problems)


def _list_of(path: Path) -> int | None:
    number = list_of_name(path.stem)
    if number is not None:
        return number
    with path.open("rb") as stream:
        start = stream.read(1 << 16).decode("utf-8-sig", "ignore")
    try:
        rows = [
            [cell.strip() for cell in row] for row, _ in zip(csv.reader(io.StringIO(start)), range(20), strict=False)
        ]
    except csv.Error:
        return None
    return list_of_headings(rows)


def _resource(path: str, more: dict[str, Any]) -> dict[str, Any]:
    return {"name": path.lower(), "path": path, "kind": "case-records", "hash": "sha256:", "bytes": 0, **more}


def _made(resources: list[dict[str, Any]], problems: list[Problem]) -> Manifest:
    document = {
        "name": "bare-lists",
        "title": "Annex A lists without a manifest",
        "authority": "not stated",
        "period": {"start": date.min.isoformat(), "end": date.max.isoformat()},
        "resources": resources,
    }
    return Manifest(document, problems, bare=True)
