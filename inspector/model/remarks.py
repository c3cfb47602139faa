"""How this room words a remark, and the exception for what cannot be read at all."""

import difflib
from collections.abc import Iterable

from inspector.model.problems import Level, Problem, Where, shown

__all__ = ["Unreadable", "did_you_mean", "error", "query", "shown"]


class Unreadable(Exception):
    """Something that cannot be read at all; carries the one problem that says so."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(problem.message)


def error(rule: str, where: Where, message: str, expected: str = "", fix: str = "") -> Problem:
    """A problem that keeps something from being read as meant."""
    return _remark(rule, "error", where, message, expected, fix)


def query(rule: str, where: Where, message: str, expected: str = "", fix: str = "") -> Problem:
    """A problem that is odd, and may be explained."""
    return _remark(rule, "query", where, message, expected, fix)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`did you mean X` for the nearest of the known words; empty where none is near."""
    near = difflib.get_close_matches(word, list(known), n=1)
    return f"did you mean {near[0]!r}?" if near else ""


def _remark(rule: str, level: Level, where: Where, message: str, expected: str, fix: str) -> Problem:
    return Problem(rule=rule, level=level, where=where, message=message, expected=expected, fix=fix)
