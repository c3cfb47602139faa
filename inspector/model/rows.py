"""Rows by resource: how everything that rests on rows says which, and how runs of them are told shortly."""

from collections.abc import Iterable, Mapping
from typing import Protocol

from inspector.model.elements import place, within
from inspector.model.evidence import Rows


class Located(Protocol):
    """Anything that came from a row."""

    @property
    def resource(self) -> str:
        """The file, or the sheet of it."""

    @property
    def row(self) -> int:
        """The row as a spreadsheet counts it."""


def by_resource(items: Iterable[Located]) -> tuple[Rows, ...]:
    """The rows that things came from: one entry a resource, resources and rows sorted, no row twice; of JSON the elements too."""
    found: dict[str, set[int]] = {}
    elements: dict[str, set[str]] = {}
    last, rows = None, set[int]()
    for one in items:
        resource = one.resource
        if resource is not last:
            last, rows = resource, found.setdefault(resource, set())
        rows.add(one.row)
        if path := getattr(one, "path", None):
            elements.setdefault(resource, set()).add(path)
    return _sorted(found, elements)


def merged(parts: Iterable[Rows]) -> tuple[Rows, ...]:
    """Rows of several things taken together, as `by_resource` gives them."""
    found: dict[str, set[int]] = {}
    elements: dict[str, set[str]] = {}
    for part in parts:
        found.setdefault(part.resource, set()).update(part.rows)
        if part.paths:
            elements.setdefault(part.resource, set()).update(part.paths)
    return _sorted(found, elements)


def _sorted(found: Mapping[str, set[int]], elements: Mapping[str, set[str]]) -> tuple[Rows, ...]:
    return tuple(
        Rows(
            resource=name,
            rows=tuple(sorted(found[name])),
            paths=within(elements[name]) if name in elements else (),
        )
        for name in sorted(found)
    )


def runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Numbers as inclusive runs, sorted: 2, 3, 4, 9 gives (2, 4), (9, 9)."""
    found: list[tuple[int, int]] = []
    for number in sorted(set(numbers)):
        if found and number == found[-1][1] + 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found


def numbered(resource: str, kind: str, rows: Iterable[int]) -> Rows:
    """Rows of a table of that kind; of JSON with the elements that they stand for."""
    some = tuple(rows)
    json = resource.lower().endswith(".json")
    return Rows(resource=resource, rows=some, paths=tuple(place(kind, row) for row in some if row > 1) if json else ())
