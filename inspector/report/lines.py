"""Words on lines: folded for a terminal, and problems one a line."""

import textwrap
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from inspector.model.problems import Problem
from inspector.report.harmless import plain

WIDTH = 110
_width: ContextVar[int] = ContextVar("width", default=WIDTH)


def width() -> int:
    """How wide lines are folded now."""
    return _width.get()


def no_wider_than(columns: int) -> None:
    """From now on, lines are folded at so many columns where that is less than they are now."""
    _width.set(min(columns, _width.get()))


@contextmanager
def folded_at(columns: int) -> Iterator[None]:
    """Within it, lines are folded at so many columns."""
    before = _width.set(columns)
    try:
        yield
    finally:
        _width.reset(before)


def wrapped(text: str, first: str, rest: str | None = None) -> list[str]:
    """Harmless text as lines of a terminal: `first` stands before the first line, `rest` (else `first`) before the others."""
    said, most = plain(text), _width.get()
    if said and len(first) + len(said) <= most and said.isprintable() and said == said.strip():
        return [first + said]
    return textwrap.wrap(
        said,
        most,
        initial_indent=first,
        subsequent_indent=first if rest is None else rest,
        break_on_hyphens=False,
    ) or [first.rstrip()]


def problem_lines(problems: Iterable[Problem]) -> list[str]:
    """One line a problem: where, level, rule id, message, what was expected, the likely fix."""
    return [str(problem) for problem in problems]
