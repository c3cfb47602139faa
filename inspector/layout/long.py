"""A wide table as one row for each figure, with the cells that it was read from."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from inspector.layout.ids import full, id_of, with_ids
from inspector.layout.wide_table import Grid, NameLine, PeriodLine, Role, Wide

SAID = ("unit", "better", "target", "measure", "same_as")


@dataclass(frozen=True, slots=True)
class LongRow:
    """A figure: whose, of which days, its texts by what they are, and for each the cell (row and column, from 0).

    `heading` is that of each cell's column: the period where these go across, else the indicator.
    """

    indicator: str
    title: str
    first: date
    last: date
    texts: dict[Role, str]
    cells: dict[Role, tuple[int, int]]
    headings: dict[Role, str]
    name: str
    group: str
    """What the line is called and whose it is, apart."""
    name_at: tuple[int, int]
    """The cell that names the indicator."""
    period_at: tuple[int, int]
    """The cell that names the period."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An indicator of a wide table as a register has it; what the table does not say is ''."""

    indicator: str
    title: str
    unit: str
    better: str
    target: str
    measure: str
    same_as: str
    at: int
    heading: str


def long(grid: Grid, wide: Wide) -> list[LongRow]:
    """A row for each indicator and period of which anything stands in the grid, marks of figures kept back included."""
    found = []
    for names in _series(wide.names):
        for periods in _spans(wide.periods):
            row = _row(grid, wide, names, periods)
            if row is not None:
                found.append(row)
    return found


def register(wide: Wide) -> list[Entry]:
    """The indicators of a wide table, each once, in the order in which they stand."""
    groups = list(dict.fromkeys(one.group for one in wide.periods)) or [""]
    entries = []
    for names in _series(wide.names):
        said = {key: next((text for one in names if (text := getattr(one, key))), "") for key in SAID}
        first = names[0]
        entries += [
            Entry(
                indicator=_id(first, group),
                title=_title(first, group),
                at=first.at,
                heading=first.heading,
                **(said | {"unit": said["unit"] or _unit(wide.periods, group)}),
            )
            for group in groups
        ]
    return entries


def _unit(periods: Sequence[PeriodLine], group: str) -> str:
    return next((one.unit for one in periods if one.group == group and one.unit), "")


def _series(lines: Sequence[NameLine]) -> list[list[NameLine]]:
    """The lines of each indicator; the same id and role again is a line of its own, so that none is lost."""
    found: dict[tuple[str, int], list[NameLine]] = {}
    counts: Counter[tuple[str, Role]] = Counter()
    for one in with_ids(lines):
        counts[one.id, one.role] += 1
        found.setdefault((one.id, counts[one.id, one.role]), []).append(one)
    return list(found.values())


def _spans(lines: Sequence[PeriodLine]) -> Iterator[list[PeriodLine]]:
    """The lines of each period and group, by the order in which they stand; the same again is a period of its own."""
    found: dict[tuple[date, date, str, int], list[PeriodLine]] = {}
    counts: Counter[tuple[date, date, str, Role]] = Counter()
    for one in lines:
        key = (one.first, one.last, one.group, one.role)
        counts[key] += 1
        found.setdefault((one.first, one.last, one.group, counts[key]), []).append(one)
    yield from found.values()


def _row(grid: Grid, wide: Wide, names: list[NameLine], periods: list[PeriodLine]) -> LongRow | None:
    texts: dict[Role, str] = {}
    cells: dict[Role, tuple[int, int]] = {}
    headings: dict[Role, str] = {}
    for name in names:
        for period in periods:
            role = name.role if name.role != "value" else period.role
            row, at = (name.at, period.at) if wide.across else (period.at, name.at)
            text = grid[row][at].strip() if row < len(grid) and at < len(grid[row]) else ""
            if role not in cells or (text and not texts.get(role)):
                cells[role], headings[role] = (row, at), period.heading if wide.across else name.heading
                if text:
                    texts[role] = text
    if not texts:
        return None
    group = periods[0].group
    heads, first, period = wide.periods_at[-1], names[0], periods[0]
    return LongRow(
        _id(first, group),
        _title(first, group),
        period.first,
        period.last,
        texts,
        cells,
        headings,
        first.title,
        period.group or first.group,
        (first.at, wide.names_at) if wide.across else (wide.names_at, first.at),
        (heads, period.at) if wide.across else (period.at, heads),
    )


def _id(line: NameLine, group: str) -> str:
    return f"{line.id}-{id_of(group)}" if group else line.id


def _title(line: NameLine, group: str) -> str:
    return full(full(line.title, line.group), group)
