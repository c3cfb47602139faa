"""Where to look, in words, from runs of rows."""

from collections.abc import Iterable, Sequence

from inspector.model import elements
from inspector.report.document.shape.units import RowRuns
from inspector.report.wording import counted, fill, phrases

MOST = 12


def places(rows: Iterable[RowRuns], most: int = MOST) -> str:
    """`indicators.csv rows 2-37, 40`, `reviews.json case-reviews[0-3]`. Past `most` runs only the number left is given."""
    return "; ".join(f"{part['resource']} {_those(part, most)}" for part in rows)


def _those(part: RowRuns, most: int) -> str:
    if not part.get("paths"):
        return rows_of(part["rows"], most)
    return in_words(part["paths"], most)


def in_words(runs: Sequence[str], most: int = MOST) -> str:
    """`reviews[0-3], reviews[7].actions[1]`, from runs of elements."""
    return _with_more(", ".join(runs[:most]), sum(elements.count(run) for run in runs[most:]))


def rows_of(runs: Sequence[Sequence[int]], most: int = MOST) -> str:
    """`rows 2-37, 40`, or `row 7`, from inclusive runs."""
    one = len(runs) == 1 and runs[0][0] == runs[0][1]
    shown = ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in runs[:most])
    more = sum(b - a + 1 for a, b in runs[most:])
    return counted(phrases()["places"]["rows"], 1 if one else 2, rows=_with_more(shown, more))


def _with_more(shown: str, more: int) -> str:
    return fill(phrases()["places"]["more"], shown=shown, count=more) if more else shown
