"""A bundle read again, with the standard library alone: raw rows with their places, and nothing made of them.

Rows count as a spreadsheet does, the header being row 1. Of a JSON file the first object is row 2; what lies within an object
(the actions of a recommendation) has its row too, and its place, `[3].actions[1]`, counted from 0.
"""

import csv
import io
import json
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache, cached_property
from pathlib import Path
from typing import Any

PARTS = {
    "recommendations": ("actions", "statuses"),
    "case-reviews": ("actions", "factors"),
    "self-evaluation": ("claims",),
}
"""What lies within the records of a kind; in CSVs these are resources of their own, with `part`."""
PARENT = {"recommendations": "recommendation", "case-reviews": "review", "self-evaluation": "statement"}
"""The column by which a part in a CSV names its record."""


@dataclass(frozen=True, eq=False)
class Row:
    """One row as it was submitted. `part` is empty for the records of the kind themselves."""

    file: str
    kind: str
    part: str
    number: int
    path: str
    cells: Mapping[str, str]
    parent: str = ""
    struck: bool = False
    """Whether the result says that a probe asks about it and that it does not count."""

    def __getitem__(self, field: str) -> str:
        """The text of a cell; empty where there is none."""
        return self.cells.get(field, "")

    def day(self, field: str) -> date | None:
        """The day that the cell begins with."""
        return _day(self[field])

    def number_of(self, field: str) -> float | None:
        """The number in the cell; None where there is none."""
        try:
            return float(self[field].rstrip("%"))
        except ValueError:
            return None

    def flag(self, field: str) -> bool | None:
        """Yes or no; None where it is not stated."""
        text = self[field].casefold()
        return True if text in ("true", "yes", "1", "y") else False if text in ("false", "no", "0", "n") else None

    @property
    def places(self) -> set[tuple[str, str]]:
        """The ways to name it: by its number, by its element, by that in which it stands."""
        above = {self.path[: self.path.index("]") + 1]} if "]." in self.path else set()
        return {(self.file, one) for one in {str(self.number), self.path, *above} if one}

    def many(self, field: str) -> list[str]:
        """The things that a cell lists, parted by semicolons."""
        return [one.strip() for one in self[field].split(";") if one.strip()]


@dataclass(frozen=True, eq=False)
class Bundle:
    """The manifest and the rows of a bundle."""

    name: str
    manifest: Mapping[str, Any]
    every: tuple[Row, ...]

    @property
    def starts(self) -> date:
        """The first day of the period."""
        return date.fromisoformat(self.manifest["period"]["start"])

    @property
    def ends(self) -> date:
        """The last day of the period."""
        return date.fromisoformat(self.manifest["period"]["end"])

    @property
    def received(self) -> date:
        """The day on which it was handed in by its own word: never before what it tells of was written down."""
        said = self.manifest.get("submitted_at")
        written = [row.day("recorded_at") for row in self.rows("improvement-log")]
        written += [row.day(name) for row in self.rows("indicators") for name in ("recorded_on", "revised_on")]
        return max([date.fromisoformat(said[:10]) if said else self.ends, *(day for day in written if day)])

    @property
    def announced(self) -> date | None:
        """The day on which the inspection was announced, where the manifest says so."""
        text = self.manifest.get("notified_on")
        return date.fromisoformat(text[:10]) if text else None

    @property
    def told(self) -> date:
        """The day of the announcement; unstated, the first on which it may have been: a quarter before what ends first."""
        if self.announced:
            return self.announced
        text = self.manifest.get("submitted_at")
        ends = min([self.ends, *([date.fromisoformat(text[:10])] if text else [])])
        return ends - timedelta(days=13 * 7)

    @property
    def since_when(self) -> str:
        """Since when what was done counts as done for the visit, in words."""
        if self.announced:
            return "since the inspection was announced"
        day = f"{self.told.day} {self.told:%B %Y}"
        return f"since {day}, from when on the inspection may have been announced (no day is stated)"

    @cached_property
    def _by_kind(self) -> Mapping[tuple[str, str], list[Row]]:
        found: dict[tuple[str, str], list[Row]] = {}
        for row in self.every:
            found.setdefault((row.kind, row.part), []).append(row)
        return found

    @cached_property
    def _by_place(self) -> Mapping[tuple[str, int], list[Row]]:
        found: dict[tuple[str, int], list[Row]] = {}
        for row in self.every:
            found.setdefault((row.file, row.number), []).append(row)
        return found

    @cached_property
    def _by_path(self) -> Mapping[tuple[str, str], Row]:
        return {(row.file, row.path): row for row in self.every if row.path}

    def rows(self, kind: str, part: str = "") -> list[Row]:
        """All rows of a kind, or of a part of it, as they stand in the files."""
        return list(self._by_kind.get((kind, part), ()))

    def left(self, kind: str) -> list[Row]:
        """The rows of a kind that were not struck because a probe asks about them."""
        return [row for row in self.rows(kind) if not row.struck]

    def without(self, struck: set[tuple[str, int]]) -> "Bundle":
        """The same bundle with these rows marked as struck."""
        if not struck:
            return self
        every = (replace(row, struck=True) if (row.file, row.number) in struck else row for row in self.every)
        return Bundle(self.name, self.manifest, tuple(every))

    def submitted(self, kind: str) -> bool:
        """Whether there is a resource of the kind, be it empty."""
        return any(one.get("kind") == kind for one in self.manifest["resources"])

    def at(self, file: str, place: int | str) -> list[Row]:
        """What stands at a row, or at a path of a JSON file: none where there is no such row."""
        if isinstance(place, int):
            return list(self._by_place.get((file, place), ()))
        found = self._by_path.get((file, place))
        return [found] if found else []

    def within(self, parent: Row, part: str) -> list[Row]:
        """The rows of a part that belong to a record: its actions, statuses, factors or claims."""
        return [row for row in self.rows(parent.kind, part) if row.parent == parent["id"]]


@cache
def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None


def elements(path: str) -> list[str]:
    """The elements that a path of JSON names, the name of the whole left out: `reviews[0-2]` is `[0]`, `[1]`, `[2]`."""
    inner = path[path.index("[") :]
    start, _, numbers = inner[:-1].rpartition("[")
    first, _, last = numbers.partition("-")
    return [f"{start}[{number}]" for number in range(int(first), int(last or first) + 1)]


def read(place: Path) -> Bundle:
    """The bundle in a folder or zip."""
    manifest = json.loads(_bytes(place, "datapackage.json").decode("utf-8-sig"))
    rows: list[Row] = []
    for resource in manifest["resources"]:
        paths = resource["path"]
        for path in [paths] if isinstance(paths, str) else paths:
            rows += _rows(resource, path, _bytes(place, path))
    return Bundle(place.stem, manifest, tuple(rows))


def _bytes(place: Path, path: str) -> bytes:
    if place.is_dir():
        return (place / path).read_bytes()
    with zipfile.ZipFile(place) as packed:
        name = next(name for name in packed.namelist() if name == path or name.endswith("/" + path))
        return packed.read(name)


def _rows(resource: Mapping[str, Any], path: str, data: bytes) -> Iterable[Row]:
    kind, part = resource["kind"], resource.get("part", "")
    if path.endswith(".json"):
        return list(_of_json(kind, path, json.loads(data.decode("utf-8-sig"))))
    if path.endswith(".csv"):
        return list(_of_csv(resource, kind, part, path, data.decode("utf-8-sig")))
    return []


def _of_csv(resource: Mapping[str, Any], kind: str, part: str, path: str, text: str) -> Iterator[Row]:
    first = text.partition("\n")[0]
    parted = max(",;\t", key=first.count)
    table = csv.reader(io.StringIO(text, newline=""), delimiter=parted)
    heads = next(table, [])
    mapping = resource.get("mapping") or {}
    ours = {theirs: our for our, theirs in (mapping.get("fields") or {}).items()}
    values = mapping.get("values") or {}
    for number, cells in enumerate(table, 2):
        if not any(cell.strip() for cell in cells):
            continue
        found = {ours.get(head, head): cell.strip() for head, cell in zip(heads, cells, strict=False)}
        for field, codes in values.items():
            if found.get(field) in codes:
                found[field] = codes[found[field]] or ""
        found.update({k: v.replace("{row}", str(number)) for k, v in (mapping.get("constants") or {}).items()})
        yield Row(path, kind, part, number, "", found, found.get(PARENT.get(kind, ""), "") if part else "")


def _of_json(kind: str, path: str, objects: list[dict[str, Any]]) -> Iterator[Row]:
    for index, one in enumerate(objects):
        here = f"[{index}]"
        yield Row(path, kind, "", index + 2, here, {key: _text(value) for key, value in one.items()})
        for part in PARTS.get(kind, ()):
            for place, inner in enumerate(one.get(part) or ()):
                cells = {key: _text(value) for key, value in inner.items()}
                yield Row(path, kind, part, index + 2, f"{here}.{part}[{place}]", cells, str(one.get("id", "")))


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return ";".join(_text(one) for one in value if not isinstance(one, dict | list))
    return "" if isinstance(value, dict) else str(value)


def as_declared(bundle: Bundle, result: Mapping[str, Any]) -> Bundle:
    """The bundle with a mark in the entries that a result counts as written down in time for what was declared."""
    parts = [part for one in result.get("declared", ()) for part in one.get("in_time", ())]
    runs = [(part["resource"], first, last) for part in parts for first, last in part["rows"]]
    marked = {(file, number) for file, first, last in runs for number in range(first, last + 1)}
    if not marked:
        return bundle
    rows = (
        replace(row, cells={**row.cells, "(as declared)": "yes"}) if (row.file, row.number) in marked else row
        for row in bundle.every
    )
    return replace(bundle, every=tuple(rows))
