"""Rows by resource: how everything that rests on rows says which, and how runs of them are told shortly."""

from collections.abc import Iterable, Mapping
from typing import Protocol

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
    """The rows that things came from: one entry a resource, resources and rows sorted, no row twice."""
    found: dict[str, set[int]] = {}
    for one in items:
        found.setdefault(one.resource, set()).add(one.row)
    return _sorted(found)


def merged(parts: Iterable[Rows]) -> tuple[Rows, ...]:
    """Rows of several things taken together, as `by_resource` gives them."""
    found: dict[str, set[int]] = {}
    for part in parts:
        found.setdefault(part.resource, set()).update(part.rows)
    return _sorted(found)


def _sorted(found: Mapping[str, set[int]]) -> tuple[Rows, ...]:
    return tuple(Rows(resource=name, rows=tuple(sorted(found[name]))) for name in sorted(found))


def runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Numbers as inclusive runs, sorted: 2, 3, 4, 9 gives (2, 4), (9, 9)."""
    found: list[tuple[int, int]] = []
    for number in sorted(set(numbers)):
        if found and number == found[-1][1] + 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found
