"""Where the cells of a table's rows stand, where that is not one row of one file: each figure of a scorecard has a place."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from inspector.model.problems import Faults, Problem

Place = tuple[int, str, str]
"""The row as the file counts it, the letter of the column, and the heading that a remark names."""


@dataclass(frozen=True)
class Cells:
    """For each field the place of every row's cell, by the row's number from 1 within the table (its `ROW`)."""

    places: Mapping[str, tuple[Place, ...]]
    main: tuple[Place, ...]
    """The place that stands for a whole row."""

    def at(self, row: int, field: str | None) -> Place:
        """The place of a row's cell."""
        some = self.places.get(field or "", self.main)
        return some[row - 1] if 0 < row <= len(some) else (row, "", "")

    def in_file(self, rows: Iterable[int]) -> tuple[int, ...]:
        """The rows of the file that rows of the table stand in, each once for each."""
        return tuple(self.at(row, None)[0] for row in rows)

    @cached_property
    def _numbers(self) -> dict[Place, list[int]]:
        found: dict[Place, dict[int, None]] = {}
        for some in (*self.places.values(), self.main):
            for number, place in enumerate(some, 1):
                found.setdefault(place, {})[number] = None
        return {place: list(numbers) for place, numbers in found.items()}

    def numbers(self, place: Place) -> list[int]:
        """The rows of the table that have a cell at this place."""
        return self._numbers.get(place, [])


def placed(cells: "Cells | None", remarks: Iterable[Problem | Faults]) -> Iterator[Problem | Faults]:
    """Remarks on the rows of a table as remarks on cells of the file: one for each column, no cell twice."""
    if cells is None:
        yield from remarks
        return
    for remark in remarks:
        if isinstance(remark, Faults):
            yield from _apart(cells, remark)
        elif remark.where.row is not None:
            row, letter, heading = cells.at(remark.where.row, remark.where.field)
            where = remark.where.model_copy(update={"row": row, "letter": letter or None, "field": heading or None})
            yield remark.model_copy(update={"where": where})
        else:
            yield remark


def _apart(cells: Cells, faults: Faults) -> Iterator[Faults]:
    others = faults.others
    if faults.rule == "duplicate-key":
        others = tuple(_named(cells, other) for other in others)
    by_column: dict[tuple[str, str], dict[tuple[int, str | None, str | None], int]] = {}
    for nth, number in enumerate(faults.rows):
        # A key is the whole row's, whatever field it begins with.
        row, letter, heading = cells.at(number, None if faults.rule == "duplicate-key" else faults.field)
        said = (row, faults.found[nth] if faults.found else None, others[nth] if others else None)
        by_column.setdefault((letter, heading), {}).setdefault(said, nth)
    for (letter, heading), some in by_column.items():
        keep = list(some.values())
        yield replace(
            faults,
            rows=tuple(row for row, _, _ in some),
            found=tuple(faults.found[nth] for nth in keep) if faults.found else (),
            others=tuple(others[nth] for nth in keep) if others else (),
            keys=tuple(faults.keys[nth] for nth in keep) if faults.keys else (),
            letter=letter or None,
            field=heading or faults.field,
            message=faults.message.replace("row {other}", "{other}").replace("of this column", "of the scorecard"),
        )


def _named(cells: Cells, other: str | None) -> str | None:
    """`cell F4` for the number of a row within the table."""
    if other is None or not other.isdecimal():
        return other
    row, letter, _ = cells.at(int(other), None)
    return f"cell {letter}{row}"
