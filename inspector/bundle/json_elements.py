"""Remarks on JSON by the element they are about: JSON has no rows that anybody could count."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from inspector.bundle.tables.table import Table
from inspector.model.problems import Faults, Problem


def of_table(table: Table, remarks: Iterable[Problem | Faults]) -> Iterator[Problem | Faults]:
    """Remarks on a table; faults in cells of JSON with the place of their element, of a part that of the array it is in."""
    for one in remarks:
        yield _placed(one, table.element) if table.element and isinstance(one, Faults) else one


def with_elements(
    remarks: Iterable[Problem | Faults], tables: Iterable[Table], resources: Iterable[Mapping[str, Any]]
) -> list[Problem | Faults]:
    """The remarks, those on JSON by element and not by row. `resources` name the array where no table could be made."""
    arrays: dict[str, tuple[str, ...]] = {
        one["path"]: (one["kind"],) for one in resources if one["path"].lower().endswith(".json")
    }
    arrays |= {table.path: table.element[:1] for table in tables if table.element}
    return [_told(one, arrays) for one in remarks]


def _told(remark: Problem | Faults, arrays: Mapping[str, tuple[str, ...]]) -> Problem | Faults:
    if isinstance(remark, Faults):
        return _placed(remark, arrays[remark.file]) if remark.file in arrays and not remark.paths else remark
    where = remark.where
    if where.row is None or where.file not in arrays:
        return remark
    place = _place(arrays[where.file], where.row)
    return remark.model_copy(update={"where": where.model_copy(update={"row": None, "path": where.path or place})})


def _placed(faults: Faults, element: tuple[str, ...]) -> Faults:
    others = tuple(_place(element, int(one)) if one and one.isdecimal() else one for one in faults.others)
    return replace(
        faults,
        paths={row: _place(element, row) for row in faults.rows},
        others=others if "row {other}" in faults.message else faults.others,
        message=faults.message.replace("row {other}", "{other}"),
    )


def _place(element: tuple[str, ...], row: int) -> str:
    """`recommendations[3]`; of a part, whose rows have that of their owner, `recommendations[3].actions`."""
    return ".".join([f"{element[0]}[{row - 2}]", *element[1:]])
