"""The rows of the submission that a citation means."""

import difflib
from collections.abc import Sequence

from inspector.bundle.kinds import PARTS
from inspector.bundle.told_rows import Key, Shown
from inspector.model import elements as places
from inspector.model.rows import runs
from inspector.report.places import in_words, rows_of
from inspector.showing.cited import Cited, Elements, Run


class NoSuchPlace(LookupError):
    """There is no such file, sheet, row or element; the words say which there are."""


def rows_at(cited: Cited, tables: Sequence[Shown]) -> list[tuple[int, Key]]:
    """Each row with the place of its table. Raises NoSuchPlace."""
    some = _sheets(cited, _files(cited, tables))
    found = [(place, key) for place, table in some for key in table.every() if _wanted(cited, table, key)]
    if not found:
        raise NoSuchPlace(_none(cited, [table for _, table in some]))
    return found


def _files(cited: Cited, tables: Sequence[Shown]) -> list[tuple[int, Shown]]:
    if not cited.file:
        return [(place, table) for place, table in enumerate(tables) if table.element]
    name = cited.file
    for called in (_path, _base, _folded):
        met = [(place, table) for place, table in enumerate(tables) if called(table.path) == called(name)]
        paths = sorted({table.path for _, table in met})
        if len(paths) > 1:
            raise NoSuchPlace(f"{len(paths)} files are called {name!r}: {', '.join(paths[:12])}")
        if met:
            return met
    paths = sorted({table.path for table in tables})
    near = difflib.get_close_matches(name, paths, n=3, cutoff=0.6)
    hint = f"did you mean {' or '.join(near)}?" if near else f"there are {', '.join(paths[:12])}"
    raise NoSuchPlace(f"no file of the bundle that is read is called {name!r}; {hint}")


def _path(path: str) -> str:
    return path.removeprefix("./")


def _base(path: str) -> str:
    return path.rpartition("/")[2]


def _folded(path: str) -> str:
    return _base(path).casefold()


def _sheets(cited: Cited, some: list[tuple[int, Shown]]) -> list[tuple[int, Shown]]:
    sheets = sorted({table.sheet for _, table in some if table.sheet})
    if not cited.sheet:
        if len(sheets) > 1:
            file = some[0][1].path
            raise NoSuchPlace(
                f"{file} has several sheets; say which, as in {file}#{sheets[0]}: {', '.join(sheets[:12])}"
            )
        return some
    met = [one for one in some if (one[1].sheet or "").casefold() == cited.sheet.casefold()]
    if not met:
        there = f"there are {', '.join(sheets[:12])}" if sheets else "it has none"
        raise NoSuchPlace(f"{some[0][1].path} has no sheet {cited.sheet!r} that is read; {there}")
    return met


def _wanted(cited: Cited, table: Shown, key: Key) -> bool:
    if cited.elements:
        return any(_is_in(one, table.element, key) for one in cited.elements)
    # Rows of JSON are those of results that named no elements yet.
    owner = len(table.element) < 2
    return owner and (not cited.rows or any(low <= table.number(key) <= high for low, high in cited.rows))


def _is_in(one: Elements, element: tuple[str, ...], key: Key) -> bool:
    place = key[0] - 2
    if element[:1] != (one.array,) or not _within(place, one.outer):
        return False
    if one.part is None or one.part not in PARTS.get(one.array, {}):
        # A word behind an element that is no part of the kind is one of its fields.
        return len(element) == 1
    if len(element) == 1:
        return False
    return element[1] == one.part and (one.inner is None or _within(key[1], one.inner))


def _within(number: int, run: Run) -> bool:
    return run[0] <= number <= run[1]


def _none(cited: Cited, some: Sequence[Shown]) -> str:
    file = some[0].place if some else cited.file or "the bundle"
    there = "; ".join(_has(table) for table in some if len(table.element) < 2) or "it has no rows"
    return f"{file} has no such {'element' if cited.elements else 'row'}; {there}"


def _has(table: Shown) -> str:
    keys = table.every()
    if not keys:
        return "it has no rows"
    if table.element:
        return f"there are {in_words(places.runs(str(table.path_of(key)) for key in keys))}"
    return f"there are {rows_of([list(run) for run in runs(table.number(key) for key in keys)])}"
