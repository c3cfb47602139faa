"""A wide table whose periods are headings of columns; one whose periods go down is turned before it comes here."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from inspector.layout.axis import Axis, axis
from inspector.layout.beside import Beside, beside
from inspector.layout.columns import better, better_in, column, is_left_out
from inspector.layout.ids import full
from inspector.layout.pairs import Named, paired
from inspector.layout.rows import Body, body
from inspector.layout.wide_table import Grid, LeftOut, NameLine, Role, Sure, Wide
from inspector.layout.words import is_figure, is_total, role, unit_in
from inspector.model.problems import shown

BESIDE = ("better", "target", "unit", "group", "role")


def across(grid: Grid, hints: Sequence[str], *, down: bool) -> Wide | None:
    """The wide table that a grid is. `down`: its rows and columns were changed, so that less is believed of it."""
    found = axis(grid, hints)
    if found is None or (down and len(found.columns) < 3):
        return None
    rows = body(grid, found)
    if not rows.figures:
        return None
    held = beside(grid, found, rows.figures)
    if held is None:
        return None
    lines, left = _lines(grid, found, held, rows, down=down)
    sure = _sure(grid, found, held, lines, rows, down=down)
    if not lines or sure is None:
        return None
    left += _columns(grid, found, held)
    return Wide(
        form="periods-across",
        periods=found.columns,
        names=tuple(lines),
        periods_at=found.head,
        names_at=held.names,
        left_out=tuple(sorted(left, key=lambda one: (not one.is_column, one.at))),
        sure=sure,
        why=(),
        beside={key: at for key in BESIDE if (at := getattr(held, key)) is not None},
        doubts=(*found.doubts, *_doubts(found, lines)),
    )


def _lines(grid: Grid, found: Axis, held: Beside, rows: Body, *, down: bool) -> tuple[list[NameLine], list[LeftOut]]:
    """The rows of indicators, and those left out with why."""
    left = [LeftOut(row, False, _first(grid[row]), why) for row, why in rows.others.items()]
    names = _filled_down(grid, held, rows.figures)
    none = {row for row in rows.figures if is_total(names[row]) or (down and is_left_out(names[row]))}
    used = [row for row in rows.figures if names[row] and row not in none]
    left += [
        LeftOut(row, False, names[row], "it is no indicator by itself" if names[row] else "it has no name")
        for row in rows.figures
        if row not in used
    ]
    blocks = _blocks(rows, used)
    said: list[Role | None] = [role(grid[row][held.role]) if held.role is not None else None for row in used]
    breaks = [place for place, (a, b) in enumerate(pairwise(used), 1) if blocks.get(a) != blocks.get(b)]
    made = paired([names[row] for row in used], said, breaks)
    groups = _groups(grid, held, used, made, blocks)
    left += [
        LeftOut(row, False, text, "it heads the rows below" if row in blocks.values() else "it holds words alone")
        for row, text in rows.words.items()
        if row not in groups.values()
    ]
    lines = [_line(grid, held, row, name, _text(rows, groups.get(row))) for row, name in zip(used, made, strict=True)]
    if column(_over(grid, found, held.names)) == "group":
        lines = _teams(lines, _title_above(grid, found, held))
    return lines, [one for one in left if one.at >= found.body]


def _over(grid: Grid, found: Axis, at: int) -> str:
    return next((grid[row][at] for row in (found.row, *found.head[::-1]) if grid[row][at]), "")


def _title_above(grid: Grid, found: Axis, held: Beside) -> str:
    """The row above the headings that holds one text alone: what all the figures below are of."""
    row = found.head[0] - 1
    while row >= 0 and not any(grid[row]):
        row -= 1
    texts = [text for text in grid[row] if text] if row >= 0 else []
    return texts[0] if len(texts) == 1 and not held.role and len(texts[0]) <= 120 else ""


def _teams(lines: Sequence[NameLine], title: str) -> list[NameLine]:
    """Rows that are named by their teams: the indicator is what heads their block, else the title above the table."""
    return [
        replace(one, title=of, group=one.title, unit=one.unit or unit_in(of), better=one.better or better_in(of))
        if (of := one.group or title)
        else one
        for one in lines
    ]


def _text(rows: Body, group: str | int | None) -> str:
    return rows.words[group] if isinstance(group, int) else group or ""


def _first(row: Sequence[str]) -> str:
    return next((text for text in row if text), "")


def _filled_down(grid: Grid, held: Beside, rows: Sequence[int]) -> dict[int, str]:
    """The name of each row; below a name that goes on, as merged ones do, where a column says which part of it a row is."""
    names: dict[int, str] = {}
    last = ""
    for row in rows:
        last = grid[row][held.names] or (last if held.role is not None else "")
        names[row] = last
    return names


def _blocks(rows: Body, used: Sequence[int]) -> dict[int, int]:
    """For each row of figures the row of words that heads its block."""
    heads = sorted(rows.words)
    found: dict[int, int] = {}
    for row in used:
        above = [head for head in heads if head < row]
        if above:
            found[row] = above[-1]
    return found


def _groups(
    grid: Grid, held: Beside, used: Sequence[int], made: Sequence[Named], blocks: dict[int, int]
) -> dict[int, str | int]:
    """Whose figures each row has: what the column of teams says, or the row of words above; only where names recur."""
    if held.group is not None:
        filled, last = {}, ""
        for row in used:
            last = grid[row][held.group] or last
            filled[row] = last
        return dict(filled)
    counts = Counter((one.title.lower(), one.role) for one in made)
    if any(count > 1 for count in counts.values()) and blocks:
        return dict(blocks)
    return {}


def _line(grid: Grid, held: Beside, row: int, name: Named, group: str) -> NameLine:
    def cell(at: int | None) -> str:
        return "" if at is None else grid[row][at]

    heading = "" if held.better is None else _better_heading(grid, held.better)
    way = better(cell(held.better), heading) if held.better is not None else ""
    target = cell(held.target)
    return NameLine(
        at=row,
        heading=grid[row][held.names],
        title=name.title,
        role=name.role,
        group=group,
        unit=cell(held.unit) or unit_in(name.title),
        better=way or better_in(name.title),
        target=target if is_figure(target) else "",
    )


def _better_heading(grid: Grid, at: int) -> str:
    return next((row[at] for row in grid if row[at] and column(row[at]) == "better"), "")


def _columns(grid: Grid, found: Axis, held: Beside) -> Iterator[LeftOut] | list[LeftOut]:
    def one(at: int, why: str) -> LeftOut:
        heading = next((grid[row][at] for row in found.head[::-1] if grid[row][at]), "")
        return LeftOut(at, True, heading, why)

    others = [one(at, "its period is of another length than the others") for at in found.others]
    parts = [one(at, "no figure of the period stands in it") for at in found.not_roles]
    rest = [one(at, "it is not among the periods") for at in held.rest if at not in {*found.others, *found.not_roles}]
    return [*others, *parts, *rest]


def _sure(grid: Grid, found: Axis, held: Beside, lines: Sequence[NameLine], rows: Body, *, down: bool) -> Sure | None:
    """How sure it is that this is a wide table; None where it is rather a long one, or a list of something else."""
    titles = {one.title.lower() for one in lines}
    if down:
        bare = any(role(one.heading) is not None and one.title == one.heading for one in lines)
        if bare or _names_indicators(grid, found, held, lines) or len(rows.others) >= len(lines) or _recurs(found):
            return None
    if len(rows.others) > len(rows.figures) or len(found.columns) < 2:
        return None
    if 2 * len({(one.title.lower(), one.group.lower(), one.role) for one in lines}) <= len(lines) > 1:
        return None
    headed = column(grid[found.row][held.names]) == "name"
    distinct = len(titles) * 2 >= len({(one.title, one.group) for one in lines})
    if len(found.columns) < 3:
        return "likely" if headed else None
    return "certain" if headed and distinct else "likely"


def _names_indicators(grid: Grid, found: Axis, held: Beside, lines: Sequence[NameLine]) -> bool:
    """Whether a line beside the periods is headed as one that names indicators: then the table is long."""
    read = {found.row, *(one.at for one in lines)}
    heads = [row[held.names] for at, row in enumerate(grid) if at not in read]
    return any(column(text) == "name" for text in heads if text)


def _recurs(found: Axis) -> bool:
    counts = Counter((one.first, one.last, one.role, one.group) for one in found.columns)
    return sum(count > 1 for count in counts.values()) > 1


def _doubts(found: Axis, lines: Sequence[NameLine]) -> Iterator[str]:
    counts = Counter((one.first, one.last, one.role, one.group) for one in found.columns)
    for (first, last, _, _), count in counts.items():
        if count > 1:
            yield f"the period {first} to {last} stands {count} times"
    ends: dict[tuple[object, str, str], set[object]] = {}
    for one in found.columns:
        ends.setdefault((one.first, one.role, one.group), set()).add(one.last)
    if any(len(some) > 1 for some in ends.values()):
        yield "the periods run on from the beginning of the year, so that each counts those before it again"
    starts = [one.first for one in found.columns if one.group == found.columns[0].group]
    if any(b < a for a, b in pairwise(starts)):
        yield "the periods are not in the order of time; each is read by its own heading"
    names = Counter((one.title, one.group, one.role) for one in lines)
    yield from (f"{shown(full(title, group))} stands {n} times" for (title, group, _), n in names.items() if n > 1)
    running = [one.title for one in lines if _cumulative(one.title)]
    if running:
        yield f"{len(running)} of the names say that their figures run on (year to date, cumulative or rolling)"


def _cumulative(title: str) -> bool:
    plain = f" {' '.join(title.lower().split())} "
    return any(word in plain for word in (" ytd", "(ytd", "year to date", "cumulative", "rolling"))
