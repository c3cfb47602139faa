"""A file that is to be added looked at as a scorecard: where its periods and names are, and what the manifest says of it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from inspector import files
from inspector.bundle.open.content import Content, file_facts
from inspector.bundle.tables import grids
from inspector.bundle.tables.wide import KINDS
from inspector.bundle.tables.wide_words import words
from inspector.bundle.tables.workbook import ENDINGS, sheets
from inspector.bundle.tables.workbook_oddities import oddities
from inspector.layout import who
from inspector.layout.long import Entry, long, register
from inspector.layout.seeing import LINES, seen
from inspector.layout.spec import described
from inspector.layout.wide_table import Grid, Sure, Wide
from inspector.model.problems import shown

NOT_WIDE = (".json", ".parquet")


@dataclass(frozen=True)
class WideProposal:
    """How a file may be read as a scorecard.

    `resource` are the keys that say so in the manifest, in place of a mapping; `why` says in one sentence how it was read, and
    `doubts` what a person should look at. `register` are the indicators, with what the file does not say of them left empty;
    `figures` says how many there are. `others` are further sheets that are scorecards too.
    """

    kind: str
    resource: dict[str, Any]
    sure: Sure
    why: str
    doubts: tuple[str, ...]
    register: tuple[Entry, ...]
    figures: int
    others: tuple[str, ...] = ()

    @property
    def open(self) -> tuple[Entry, ...]:
        """The indicators of which the file does not say which direction is better."""
        return tuple(one for one in self.register if not one.better)


def proposed(file: Path, kind: str | None = None, sheet: str | None = None) -> WideProposal | None:
    """How the file may be read as a scorecard; None where it is none, or its kind is not read from one. Raises Unreadable.

    Of a workbook the sheet with the most figures, unless `sheet` names one.
    """
    if kind not in (None, *KINDS) or file.suffix.lower() in NOT_WIDE:
        return None
    found = []
    counted = False
    for name, grid in _grids(file):
        hints = [one for one in (file.stem, name) if one]
        people = kind in (None, "participation") and len(grid) <= LINES
        who_takes_part = who.seen(grid, hints) if people else None
        wide = who_takes_part or (seen(grid, hints) if kind != "participation" else None)
        if wide is not None:
            found.append((len(long(grid, wide)), name, grid, wide))
            counted |= who_takes_part is not None
    wanted = [one for one in found if sheet is None or one[1] == sheet]
    if not wanted:
        return None
    count, name, grid, wide = max(wanted, key=lambda one: one[0])
    if name and any(_beside(wide, other) for _, _, _, other in found if other is not wide):
        # A sheet a team: without the sheet's name two indicators would be one.
        wide = replace(wide, names=tuple(one if one.group else replace(one, group=name) for one in wide.names))
    others = tuple(other for _, other, _, _ in found if other and other != name)
    return _proposal(kind or ("participation" if counted else "indicators"), name, grid, wide, count, others)


def _beside(one: Wide, other: Wide) -> bool:
    """Whether two sheets have figures of the same name for the same time."""
    names = {line.title.lower() for line in one.names} & {line.title.lower() for line in other.names}
    days = {line.first for line in one.periods} & {line.first for line in other.periods}
    return bool(names and days)


def _proposal(kind: str, name: str | None, grid: Grid, wide: Wide, count: int, others: tuple[str, ...]) -> WideProposal:
    resource = {**({"sheet": name} if name else {}), "layout": described(wide)}
    how = "add the file again with --sheet and another --name for it"
    also = [f"the sheet {shown(other)} is a scorecard too, and is not read: {how}" for other in others[:12]]
    return WideProposal(
        kind,
        resource,
        wide.sure,
        words(grid, wide),
        (*wide.doubts, *also),
        () if kind == "participation" else tuple(register(wide)),
        count,
        others,
    )


def _grids(file: Path) -> Iterator[tuple[str | None, Grid]]:
    if file.suffix.lower() in ENDINGS:
        data = files.data(file)
        oddities(data, file.name)
        yield from ((one.name, grids.of_sheet(one)) for one in sheets(data, file.name))
        return
    content = Content(file.name, location=file)
    yield None, grids.of_csv(content, file_facts(content)).grid
