"""Words on lines: text from data made harmless for a terminal, row numbers shortened, problems on standard error."""

import textwrap
from collections.abc import Iterable, Sequence

from inspector.model.evidence import Rows
from inspector.model.problems import Problem
from inspector.model.words import plain

__all__ = ["WIDTH", "plain", "problem_lines", "ranges", "rows_words", "wrapped"]

WIDTH = 110


def wrapped(text: str, first: str, rest: str | None = None) -> list[str]:
    """Harmless text as lines of a terminal: `first` stands before the first line, `rest` (else `first`) before the others."""
    return textwrap.wrap(
        plain(text),
        WIDTH,
        initial_indent=first,
        subsequent_indent=first if rest is None else rest,
        break_on_hyphens=False,
    ) or [first.rstrip()]


def ranges(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Sorted numbers as inclusive runs: 2, 3, 4, 9 gives (2, 4), (9, 9)."""
    runs: list[tuple[int, int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs


def rows_words(rows: Sequence[Rows], most: int = 12) -> str:
    """Where to look, for people: `indicators.csv rows 2-37, 40`. Past `most` runs only their number is given."""
    return "; ".join(_one(part, most) for part in rows)


def _one(part: Rows, most: int) -> str:
    runs = ranges(part.rows)
    shown = ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in runs[:most])
    more = sum(b - a + 1 for a, b in runs[most:])
    return f"{plain(part.resource)} row{'s' if len(part.rows) != 1 else ''} {shown}" + (
        f" and {more} more" if more else ""
    )


def problem_lines(problems: Iterable[Problem]) -> list[str]:
    """One line a problem: where, level, rule id, message, what was expected, the likely fix."""
    return [str(problem) for problem in problems]
