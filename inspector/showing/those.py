"""The rows of the submission that facts name."""

from collections.abc import Iterable, Sequence

from inspector.bundle.told_rows import Shown
from inspector.model.evidence import Rows
from inspector.showing.target import At


def of_facts(parts: Iterable[Rows], tables: Sequence[Shown]) -> tuple[At, ...]:
    """Each row once, by file; of JSON the elements that are named, with none of what is in them."""
    wanted: dict[str, tuple[set[int], set[str]]] = {}
    for part in parts:
        rows, paths = wanted.setdefault(part.resource, (set(), set()))
        rows.update(part.rows)
        paths.update(part.paths)
    return tuple(
        At(place, key)
        for place, table in enumerate(tables)
        if table.place in wanted
        for key in table.every()
        if _is_wanted(table, key, *wanted[table.place])
    )


def _is_wanted(table: Shown, key: tuple[int, int], rows: set[int], paths: set[str]) -> bool:
    if table.element:
        return table.path_of(key) in paths
    return table.number(key) in rows
