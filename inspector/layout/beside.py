"""The columns of a scorecard that hold no figures: which has the names, which says better, target, unit, team or part."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from inspector.layout.axis import Axis
from inspector.layout.columns import better, column, is_person
from inspector.layout.wide_table import Grid
from inspector.layout.words import is_figure, is_kept_back, role


@dataclass(frozen=True)
class Beside:
    """Columns by what they hold, each None where there is none; `rest` are not read at all."""

    names: int
    better: int | None = None
    target: int | None = None
    unit: int | None = None
    group: int | None = None
    role: int | None = None
    rest: tuple[int, ...] = field(default=())


def beside(grid: Grid, found: Axis, rows: Sequence[int]) -> Beside | None:
    """What the columns beside the figures hold, by their headings and the cells in `rows`; None where none can hold names."""
    width = max(map(len, grid))
    free = [at for at in range(width) if at not in found.held]
    cells = {at: [grid[row][at] for row in rows] for at in free}
    filled = {at: [text for text in cells[at] if text] for at in free}
    heads = {at: _heading(grid, found, at) for at in free}
    if any(map(is_person, heads.values())):
        return None
    roles = next((at for at in free if _is_roles(filled[at])), None)
    kinds = {at: column(heads[at]) for at in free}
    names = _names(free, filled, kinds, roles, found, len(rows))
    if names is None:
        return None

    def one(kind: str) -> int | None:
        some = (at for at in free if kinds[at] == kind and at not in (names, *found.not_roles))
        return next((at for at in some if filled[at]), None)

    ways = [at for at in free if kinds[at] == "better" and at != names]
    good = next((at for at in ways if any(better(text, heads[at]) for text in filled[at])), None)
    group = one("group")
    if group is None:
        group = _parting(free, filled, cells, kinds, names, roles)
    held = {names, good, one("target"), one("unit"), group, roles}
    rest = tuple(at for at in free if at not in held and (heads[at] or filled[at]))
    return Beside(names, good, one("target"), one("unit"), group, roles, rest)


def _heading(grid: Grid, found: Axis, at: int) -> str:
    """The heading of a column: in the row of periods, else just above or below it."""
    return next((grid[row][at] for row in (found.row, *found.head[::-1]) if grid[row][at]), "")


def _is_roles(texts: Sequence[str]) -> bool:
    said = [role(text) for text in texts]
    return len(texts) > 1 and all(said) and len(set(said)) > 1


def _names(
    free: Sequence[int],
    filled: dict[int, list[str]],
    kinds: Mapping[int, str],
    roles: int | None,
    found: Axis,
    rows: int,
) -> int | None:
    """The column of names: by its heading, else the one left of the figures whose words differ most from row to row."""
    first = min(found.places)

    def words(at: int) -> int:
        return sum(not is_figure(text) and not is_kept_back(text) for text in filled[at])

    could = [at for at in free if at != roles and 2 * words(at) >= min(rows, len(filled[at]) or rows) and words(at)]
    headed = [at for at in could if kinds[at] == "name"]
    plain = [at for at in could if kinds[at] == "" and at < first] or [at for at in could if kinds[at] == "group"]
    some = headed or plain
    if not some:
        return None
    return max(some, key=lambda at: (len(set(filled[at])), sum(map(len, filled[at])) > 6 * len(filled[at]), -at))


def _parting(
    free: Sequence[int],
    filled: dict[int, list[str]],
    cells: dict[int, list[str]],
    kinds: Mapping[int, str],
    names: int,
    roles: int | None,
) -> int | None:
    """A column with no telling heading that parts rows of one name: the team beside an indicator."""
    if max(Counter(filled[names]).values(), default=0) < 2 or roles is not None:
        return None
    for at in free:
        if (
            at != names
            and kinds[at] == ""
            and len(filled[at]) == len(cells[at])
            and not any(map(is_figure, filled[at]))
        ):
            pairs = list(zip(cells[names], cells[at], strict=True))
            if len(set(pairs)) == len(pairs):
                return at
    return None
