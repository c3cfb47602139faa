"""How this room words a remark, and the exception for what cannot be read at all."""

import difflib
from collections.abc import Iterable
from itertools import islice

from inspector.model.problems import Faults, Level, Problem, Where, shown

__all__ = ["Unreadable", "did_you_mean", "error", "one_of", "query", "shown"]

MOST_LIKENED = 2_000
LONGEST_LIKENED = 80
MOST_NAMED = 40


class Unreadable(Exception):
    """Something that cannot be read at all; carries the problem that says so, and what more is wrong with the same thing."""

    def __init__(self, problem: Problem, *more: Problem | Faults) -> None:
        self.problem = problem
        self.more = more
        super().__init__(problem.message)

    @property
    def problems(self) -> tuple[Problem | Faults, ...]:
        """All that is wrong, the problem that says so first."""
        return self.problem, *self.more


def error(rule: str, where: Where, message: str, expected: str = "", fix: str = "") -> Problem:
    """A problem that keeps something from being read as meant."""
    return _remark(rule, "error", where, message, expected, fix)


def query(rule: str, where: Where, message: str, expected: str = "", fix: str = "") -> Problem:
    """A problem that is odd, and may be explained."""
    return _remark(rule, "query", where, message, expected, fix)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """By file, line and column, then by what found them and what it says: the one order in which remarks on files are told."""
    return tuple(sorted(problems, key=_place))


def _place(problem: Problem) -> tuple[str, int, int, str, str]:
    where = problem.where
    return where.file, where.line or 0, where.column or 0, problem.rule, problem.message


def did_you_mean(word: object, known: Iterable[str]) -> str:
    """`did you mean X` for the nearest of the known words; empty where none is near.

    Among very many words, or for a very long one, nobody looks: it would take longer than reading all the rest.
    """
    text, words = str(word), list(islice(known, MOST_LIKENED + 1))
    if len(text) > LONGEST_LIKENED or len(words) > MOST_LIKENED:
        return ""
    near = difflib.get_close_matches(text, (word for word in words if word != text), n=1)
    return f"did you mean {near[0]!r}?" if near else ""


def one_of(known: Iterable[object]) -> str:
    """`one of A, B, C`, the first forty of them where there are more."""
    words = [str(word) for word in islice(known, MOST_NAMED + 1)]
    more = ", …" if len(words) > MOST_NAMED else ""
    return f"one of {', '.join(words[:MOST_NAMED])}{more}"


def _remark(rule: str, level: Level, where: Where, message: str, expected: str, fix: str) -> Problem:
    return Problem(rule=rule, level=level, where=where, message=message, expected=expected, fix=fix)
