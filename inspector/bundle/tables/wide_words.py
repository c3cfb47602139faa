"""How a scorecard was read, in one query: where its periods and names stand, and what of it is not read."""

from collections.abc import Sequence

from inspector.layout.wide_table import Grid, Wide
from inspector.model.letters import letter
from inspector.model.problems import Problem, Where, shown
from inspector.model.remarks import query
from inspector.model.rows import runs
from inspector.model.words import plural

MOST = 12
FIGURES = ("value", "numerator", "denominator")


def said(grid: Grid, wide: Wide, where: Where) -> Problem:
    """The query that says how the scorecard was read."""
    return query("wide-table", where, words(grid, wide))


def words(grid: Grid, wide: Wide) -> str:
    """How a scorecard was read."""
    periods, names = {one.at for one in wide.periods}, {one.at for one in wide.names}
    across = _lines(sorted(periods), column=wide.across)
    held = _lines(wide.periods_at, column=not wide.across)
    first, last = min(one.first for one in wide.periods), max(one.last for one in wide.periods)
    line = "column" if wide.across else "row"
    name = letter(wide.names_at) if wide.across else str(wide.names_at + 1)
    roles = {*(one.role for one in wide.names), *(one.role for one in wide.periods)}
    people = not roles.issubset(FIGURES)
    count = len({(one.title, one.group) for one in wide.names})
    who = f"{count} teams and roles" if people else plural(count, "indicator")
    # The lines of headings hold the groups too, where the figures of several stand beside one another.
    grouped = len(wide.periods_at) > 1 and any(one.group for one in wide.periods)
    what = f"the periods {first} to {last}{' and whose figures they are' if grouped else ''}"
    text = f"read as a scorecard: {what} stand in {held} ({across}), the names of {who} in {line} {name}"
    left = _left_out(grid, wide, periods | set(wide.beside.values()) | {wide.names_at}, names)
    doubts = "".join(f"; {doubt}" for doubt in wide.doubts)
    return f"{text}; not read: {'; '.join(left)}{doubts}" if left else f"{text}{doubts}"


def _left_out(grid: Grid, wide: Wide, ways: set[int], names: set[int]) -> list[str]:
    """The columns and rows with something in them that are not read."""
    turned = grid if wide.across else [list(cells) for cells in _turned(grid)]
    read = set(wide.periods_at) | names
    groups = {text for one in wide.names for text in (one.group, one.title)} - {""}
    heads = [turned[at] for at in wide.periods_at if at < len(turned)]
    rows = [
        at
        for at, row in enumerate(turned)
        if at not in read and any(row) and row not in heads and not groups.issuperset(filter(None, row))
    ]
    width = max(map(len, turned), default=0)
    columns = [
        at
        for at in range(width)
        if at not in ways and any(at < len(turned[row]) and turned[row][at] for row in read if row < len(turned))
    ]
    said = [_named(turned, columns, wide)] if columns else []
    return [*said, *([_lines(rows, column=not wide.across)] if rows else [])]


def _named(turned: Grid, columns: Sequence[int], wide: Wide) -> str:
    """`columns A 'Code', C 'Owner'`."""
    heads = {at: _heading(turned, at, wide.periods_at) for at in columns}
    named = [
        f"{letter(at) if wide.across else at + 1}{f' {shown(heads[at], 30)}' if heads[at] else ''}" for at in columns
    ]
    more = f" and {len(named) - MOST} more" if len(named) > MOST else ""
    line = ("column" if wide.across else "row") + ("s" if len(named) > 1 else "")
    return f"{line} {', '.join(named[:MOST])}{more}"


def _turned(grid: Grid) -> list[Sequence[str]]:
    width = max(map(len, grid), default=0)
    return list(zip(*[[*row, *[""] * (width - len(row))] for row in grid], strict=True))


def _heading(turned: Grid, at: int, head: Sequence[int]) -> str:
    return next((turned[row][at] for row in reversed(head) if at < len(turned[row]) and turned[row][at]), "")


def _lines(places: Sequence[int], *, column: bool) -> str:
    """`columns F to AC`, `row 3`, `rows 1, 2, 8`."""
    parts = [
        (str(a + 1) if not column else letter(a)) + ("" if a == b else f" to {b + 1 if not column else letter(b)}")
        for a, b in runs(places)
    ]
    more = f" and {len(parts) - MOST} more" if len(parts) > MOST else ""
    kind = "column" if column else "row"
    return f"{kind}{'s' if len(places) > 1 else ''} {', '.join(parts[:MOST])}{more}"
