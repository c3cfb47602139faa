"""Rows of a table that are no records: totals and notes below it, its headings once more in its midst."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from inspector.model.headings import bare
from inspector.model.problems import Faults

TAIL = 40
"""So many of the last rows are looked at."""
SUBTOTAL = re.compile(r"(?i)^\W*(?:sub|grand)?[\s-]*totals?\b|\btotals?\W*$")
"""A cell that says it begins the total of a group."""
TOTAL, NOTE, AGAIN, TITLE = (
    "it is a total",
    "it is a note on the table",
    "it repeats the headings",
    "it is a title between rows",
)
_TOTAL = re.compile(r"\W*(?:grand|sub|over\s?all|column|row)?[\s-]*totals?\b[\s\d.,:=()]*", re.IGNORECASE)
_TOTAL_OF = re.compile(r"\W*(?:grand |sub[ -]?)?total\b", re.IGNORECASE)
_NOTE = re.compile(
    r"\W*(?:source|notes?|footnotes?|caveats?|key|legend|n\.?b\.?|data (?:as at|from|source|extracted)|as at|extract(?:ed)?|"
    r"report (?:run|date|generated|printed)|run (?:on|at|by|date)|generated|produced|printed|prepared|created (?:on|by)|"
    r"updated|last updated|exported|downloaded|page \d|end of|filters?|applied filters|© )\b",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\W*(?:source|notes?|footnotes?|n\.?b\.?|caveats?|key|report run|filters?)\s*\d*\s*:", re.IGNORECASE
)
"""What announces a note, however many commas follow."""
_SHAPE = re.compile(r"[^\W\d_]+|\d+")


@dataclass(frozen=True)
class Row:
    """A row by its number in the file, its cells as texts without spaces around."""

    number: int
    cells: Sequence[str]
    blank_above: bool = False

    @property
    def filled(self) -> list[int]:
        """The places of the cells that hold something."""
        return [place for place, cell in enumerate(self.cells) if cell]


def below(rows: Sequence[Row], width: int, needed: Iterable[int]) -> dict[int, str]:
    """Of the last rows of a table those that are no records, with the reason.

    `width` counts the headings, `needed` are the places of cells that every record has. From the last row upwards each
    that is a total or a note is left out, and blank rows between; the first record ends it. What stands below a blank
    row and is far less full than a record is a note.
    """
    found: dict[int, str] = {}
    wanted = set(needed)
    above = [False, *(not row.filled for row in rows)]
    filled = [replace(row, blank_above=blank) for row, blank in zip(rows, above, strict=False) if row.filled]
    for place in range(len(filled) - 1, -1, -1):
        row = filled[place]
        reason = _reason(row, filled[:place], width, wanted)
        if reason is None:
            break
        found[row.number] = reason
    return found | _apart(rows, found, wanted)


def within(rows: Iterable[Row], needed: Iterable[int]) -> dict[int, str]:
    """The totals of groups among rows: a first cell that says so, amounts besides, and nothing of what every record has else."""
    wanted = set(needed)
    found: dict[int, str] = {}
    for row in rows:
        filled = row.filled
        if filled and SUBTOTAL.search(row.cells[filled[0]]) and _amounts(row, filled[1:]):
            lacks = len(wanted - set(filled[1:])) if wanted else 0
            if lacks >= max(2, len(wanted) // 2):
                found[row.number] = TOTAL
    return found


def again(rows: Iterable[Row], heads: Sequence[Sequence[str]]) -> dict[int, str]:
    """The rows that say the headings once more, and the lone cells right above them, as pages of a report have them.

    `heads` are the rows of the headings, as many as there are.
    """
    told = [[bare(heading) for heading in head] for head in heads]
    found: dict[int, str] = {}
    lone: list[int] = []
    for row in rows:
        if any(_same(row, head) for head in told):
            found |= {**dict.fromkeys(lone, TITLE), row.number: AGAIN}
            lone = []
        elif row.filled:
            lone = [*lone, row.number] if len(row.filled) == 1 else []
    return found


def _same(row: Row, head: Sequence[str]) -> bool:
    filled = row.filled
    least = min(2, sum(map(bool, head)))
    return len(filled) >= least and all(place < len(head) and bare(row.cells[place]) == head[place] for place in filled)


def remark(found: dict[int, str], path: str, sheet: str | None) -> list[Faults]:
    """One query that names the rows that were left out, nothing where there are none."""
    if not found:
        return []
    rows = tuple(sorted(found))
    return [
        Faults(
            rule="rows-left-out",
            level="query",
            file=path,
            sheet=sheet,
            message="the row was left out, not read as a record: {other}",
            rows=rows,
            others=tuple(found[row] for row in rows),
        )
    ]


def _reason(row: Row, before: Sequence[Row], width: int, wanted: set[int]) -> str | None:
    """Why a last row is no record. One that has all that a record needs is one, unless it says itself what it is."""
    filled = row.filled
    first, rest = row.cells[filled[0]], filled[1:]
    lacking = any(place not in filled for place in wanted)
    if _TOTAL.fullmatch(first) and (
        lacking or (width > 1 and _amounts(row, rest) and not _again(first, filled[0], before))
    ):
        return TOTAL
    if _TOTAL_OF.match(first) and lacking and _amounts(row, rest):
        return TOTAL
    if _SAID.match(first) and width > 1:
        return NOTE
    odd = lacking or (bool(before) and row.blank_above)
    few = len(filled) <= 2 or (len(filled) <= 3 and width >= 6)
    if _NOTE.match(first) and few and width > 1 and odd:
        return NOTE
    if len(filled) == 1 and width > 2 and odd and not _like(first, filled[0], before):
        return NOTE
    return None


def _amounts(row: Row, places: Sequence[int]) -> bool:
    """Whether the cells are numbers, shares, days or sums of money."""
    return all(re.fullmatch(r"[-+£$€(]*[\d.,:/\s-]+%?\)?", row.cells[place]) for place in places)


def _again(text: str, place: int, before: Sequence[Row]) -> bool:
    """Whether a row above says the same there, as where a series is called Total and has a row a month."""
    return any(place < len(row.cells) and row.cells[place] == text for row in before)


def _like(text: str, place: int, before: Sequence[Row]) -> bool:
    """Whether a lone cell looks like those above it: then it may be a record of which the rest is missing."""
    if not before:
        return " " not in text
    shapes = {_shape(row.cells[place]) for row in before if place < len(row.cells) and row.cells[place]}
    return " " not in text and _shape(text) in shapes


def _shape(text: str) -> str:
    return _SHAPE.sub(lambda run: "9" if run[0].isdigit() else "a", text)


def _apart(rows: Sequence[Row], found: dict[int, str], wanted: set[int]) -> dict[int, str]:
    """Rows below a blank one that lack what every record has and are far less full, as a key or a second small table."""
    records = [row for row in rows if row.filled and row.number not in found]
    blank = max(
        (row.number for row in rows if not row.filled and records and row.number < records[-1].number), default=0
    )
    above = [len(row.filled) for row in records if row.number < blank]
    lower = [row for row in records if row.number > blank]
    if not above or not lower:
        return {}
    usual = sorted(above)[len(above) // 2]
    if all(2 * len(row.filled) < usual and len(row.filled) <= 2 and not wanted <= set(row.filled) for row in lower):
        return {row.number: NOTE for row in lower}
    return {}
