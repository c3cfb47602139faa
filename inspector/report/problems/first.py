"""What to mend first: the sorts of problems in the order in which mending them does most."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from inspector.report.menders import MENDERS, Mender, mender
from inspector.report.problems.flat import Line

FIRST = 5
"""Sorts that are named on the first page."""
NAMED = 6
"""Rows of a sort that are named there."""


@dataclass(slots=True)
class Sort:
    """The problems of one id in one file (or sheet): who can mend them, how many, and the first rows with their places."""

    who: Mender
    file: str
    level: str
    rule: str
    count: int = 0
    lines: list[Line] = field(default_factory=list)

    @property
    def rows(self) -> list[int]:
        """The first rows, as the file counts them, each once; empty where not all of the problems are of rows."""
        first = [line.row for line in self.lines[:NAMED] if line.row]
        return first if len(first) == len(self.lines[:NAMED]) == len(set(first)) else []


def sorts(lines: Iterable[Line], most: int) -> list[Sort]:
    """The sorts, each with its first `most` lines, in the order in which to mend them.

    Errors stand before queries. Within each: what is about the bundle, as it hides the rest; then the export, where one change
    mends many rows; then single records. Within these the most rows first, then by file and id.
    """
    found: dict[tuple[str, str, str], Sort] = {}
    for line in lines:
        file = f"{line.file}, {line.sheet}" if line.sheet else line.file
        key = (file, line.level, line.rule)
        if (sort := found.get(key)) is None:
            sort = found[key] = Sort(mender(line.rule), file, line.level, line.rule)
        sort.count += 1
        if len(sort.lines) < most:
            sort.lines.append(line)
    return sorted(found.values(), key=_rank)


def _rank(sort: Sort) -> tuple[bool, int, int, str, str]:
    return sort.level != "error", MENDERS.index(sort.who), -sort.count, sort.file, sort.rule


def shares(found: Sequence[Sort]) -> list[tuple[Mender, int, int, int]]:
    """For each who has something to mend: errors, queries, and in how many files (or sheets)."""
    every = []
    for who in MENDERS:
        mine = [sort for sort in found if sort.who == who]
        if mine:
            errors, queries = (sum(sort.count for sort in mine if sort.level == level) for level in ("error", "query"))
            every.append((who, errors, queries, len({sort.file for sort in mine})))
    return every
