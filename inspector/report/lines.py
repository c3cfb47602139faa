"""Words on lines: folded for a terminal, and problems one a line."""

import textwrap
from collections.abc import Iterable

from inspector.model.problems import Problem
from inspector.report.harmless import plain

WIDTH = 110


def wrapped(text: str, first: str, rest: str | None = None) -> list[str]:
    """Harmless text as lines of a terminal: `first` stands before the first line, `rest` (else `first`) before the others."""
    said = plain(text)
    if said and len(first) + len(said) <= WIDTH and said.isprintable() and said == said.strip():
        return [first + said]
    return textwrap.wrap(
        said,
        WIDTH,
        initial_indent=first,
        subsequent_indent=first if rest is None else rest,
        break_on_hyphens=False,
    ) or [first.rstrip()]


def problem_lines(problems: Iterable[Problem]) -> list[str]:
    """One line a problem: where, level, rule id, message, what was expected, the likely fix."""
    return [str(problem) for problem in problems]
