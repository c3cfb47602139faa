"""The line of periods of a grid: which row it is, what each of its columns is, and what stands above and below it."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from inspector.layout.mixed import parted
from inspector.layout.spans import Spans, filled, spans
from inspector.layout.wide_table import Grid, PeriodLine, Role
from inspector.layout.words import is_figure, is_kept_back, role
from inspector.model.shares import is_percent
from inspector.values.period import Period

HEAD = 25
"""The line of periods is looked for among so many."""
LEAST = 2
RoleOf = Callable[[str], str | None]


@dataclass(frozen=True)
class Axis:
    """`row` holds the periods, the figures begin at `body`; `head` are all rows that say what a column is.

    `columns` are those of figures, `others` those whose heading is a period of another kind, `hollow` those with another role.
    """

    row: int
    body: int
    head: tuple[int, ...]
    columns: tuple[PeriodLine, ...]
    others: tuple[int, ...]
    not_roles: tuple[int, ...]
    doubts: tuple[str, ...]

    @cached_property
    def places(self) -> tuple[int, ...]:
        """The columns of figures."""
        return tuple(one.at for one in self.columns)

    @cached_property
    def held(self) -> frozenset[int]:
        """The columns of figures, to be asked for one."""
        return frozenset(self.places)


def axis(grid: Grid, hints: Sequence[str], role_of: RoleOf = role) -> Axis | None:
    """The line of periods of a grid, None where no row among the first is one."""
    best: tuple[int, int, Spans, dict[int, str]] | None = None
    for row in range(min(HEAD, len(grid) - 1)):
        if sum(map(bool, grid[row])) < LEAST:
            continue
        found, words = _spans(grid, row, hints)
        if found.count >= LEAST and (best is None or found.count > best[0]) and _headings(grid, row, found):
            best = (found.count, row, found, words)
    return None if best is None else _axis(grid, best[1], best[2], best[3], role_of)


def _spans(grid: Grid, row: int, hints: Sequence[str]) -> tuple[Spans, dict[int, str]]:
    """The periods of a row, and the words that stand beside them in the same cells (`Apr-24 Actual`)."""
    above, titles = grid[row - 1] if row else (), [*hints, *_titles(grid[:row])]
    found = spans(grid[row], above, titles)
    bare, words = parted(grid[row])
    other = spans(bare, above, titles) if words else found
    return (other, words) if other.count > found.count else (found, {})


def _titles(rows: Grid) -> list[str]:
    return [text for row in rows for text in row[:6] if text]


def _headings(grid: Grid, row: int, found: Spans) -> bool:
    """Whether figures stand below most of a row's periods, rather than dates or words; `Num` and `Denom` count as neither."""
    below = [
        grid[at][place]
        for at in range(row + 1, min(len(grid), row + 60))
        for place, one in enumerate(found.periods)
        if one
    ]
    said = [text for text in below if not is_kept_back(text)]
    numbers = sum(is_figure(text) for text in said)
    words = sum(role(text) is None for text in said if not is_figure(text))
    return numbers > 0 and numbers >= words


def _axis(grid: Grid, row: int, found: Spans, words: dict[int, str], role_of: RoleOf) -> Axis:
    below, above = grid[row + 1], grid[row - 1] if row else [""] * len(grid[row])
    stretched = list(found.periods) if words else _stretch(found.periods, below, role_of)
    said = _said(stretched, row, above, below, words, role_of)
    columns = [
        PeriodLine(
            place,
            _heading(grid, row, place),
            one.start,
            one.last,
            said.roles.get(place) or "value",
            said.groups.get(place, ""),
            "%" if said.limits and is_percent(words.get(place) or below[place]) else "",
        )
        for place, one in enumerate(stretched)
        if one and (said.roles.get(place) or not said.limits)
    ]
    wrong = tuple(at for at, one in enumerate(stretched) if one and said.limits and not said.roles.get(at))
    return Axis(row, max(said.head) + 1, said.head, tuple(columns), found.others, wrong, found.doubts)


@dataclass(frozen=True)
class _Said:
    """What the rows about the periods say of each column: numerator or value, the team. `limits`: a column without a role is
    none of figures."""

    head: tuple[int, ...]
    roles: dict[int, Role | None]
    groups: dict[int, str]
    limits: bool = False


def _said(
    stretched: Sequence[Period | None],
    row: int,
    above: Sequence[str],
    below: Sequence[str],
    words: dict[int, str],
    role_of: RoleOf,
) -> _Said:
    places = [place for place, one in enumerate(stretched) if one]
    if words:
        return _alone(
            places, _Said((row,), {at: role_of(words[at]) if at in words else "value" for at in places}, {}, True)
        )
    over = filled(above, places[0])
    roles, under = _roles(stretched, below, role_of)
    head = (row, row + 1) if under else (row,)
    from_above = [role_of(over[place]) for place in places]
    if row and not under and all(from_above) and len(set(from_above)) > 1:
        return _alone(places, _Said((row - 1, row), dict(zip(places, from_above, strict=True)), {}))
    groups = {}
    if row and any(over[place] for place in places):
        head = (row - 1, *head)
        groups = {place: over[place] for place in places} if _twice(stretched, roles) else {}
    return _alone(places, _Said(head, roles, groups, under))


def _alone(places: Sequence[int], said: _Said) -> _Said:
    """A number that nothing says is out of how many is no part of a share, but a figure by itself."""
    alone = {place for place, one in said.roles.items() if one == "numerator"}
    if not alone or "denominator" in said.roles.values():
        return said
    groups = {**said.groups, **(dict.fromkeys(alone, "number") if len(alone) < len(places) else {})}
    return replace(said, roles={at: "value" if at in alone else one for at, one in said.roles.items()}, groups=groups)


def _heading(grid: Grid, row: int, place: int) -> str:
    """What stands over a column, or to the left of it where a merged heading goes on."""
    return grid[row][place] or next((grid[row][at] for at in range(place, -1, -1) if grid[row][at]), "")


def _stretch(periods: Sequence[Period | None], below: Sequence[str], role_of: RoleOf) -> list[Period | None]:
    """The period over each column, where a merged heading stands over several: below each of them something must stand."""
    out, left = list(periods), None
    starts = [place for place, one in enumerate(periods) if one]
    for place, one in enumerate(periods):
        if one:
            left = one
        elif (
            left
            and below[place]
            and place < starts[-1] + _width(starts)
            and (role_of(below[place]) or _repeats(below, place, starts))
        ):
            out[place] = left
        else:
            left = None
    return out


def _width(starts: Sequence[int]) -> int:
    return min((b - a for a, b in pairwise(starts)), default=1)


def _repeats(below: Sequence[str], place: int, starts: Sequence[int]) -> bool:
    """Whether a sub-heading that is no role (Target, RAG) stands in the same place below the other periods too."""
    return not is_figure(below[place]) and Counter(below)[below[place]] >= max(2, len(starts) - 1)


def _roles(
    stretched: Sequence[Period | None], below: Sequence[str], role_of: RoleOf
) -> tuple[dict[int, Role | None], bool]:
    """What the row below the periods says of each column, if it says so of most: No., %, numerator, denominator."""
    places = [place for place, one in enumerate(stretched) if one]
    said = {place: role_of(below[place]) for place in places}
    if 2 * sum(map(bool, said.values())) < len(places):
        return {}, False
    return said, True


def _twice(stretched: Sequence[Period | None], roles: dict[int, Role | None]) -> bool:
    keys = Counter((one.start, one.last, roles.get(place)) for place, one in enumerate(stretched) if one)
    return any(count > 1 for count in keys.values())
