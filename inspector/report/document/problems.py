"""Problems as the plain values of a JSON document."""

from collections.abc import Iterable

from inspector.model.problems import Problem, Where
from inspector.report.document.shape import problems as shape


def problem_values(problems: Iterable[Problem]) -> list[shape.Problem]:
    """Problems in the shape of every JSON document of Inspector that nests them."""
    return [_problem(problem) for problem in problems]


def where_values(where: Where) -> shape.Where:
    """A place in the shape of every JSON document."""
    return {
        "file": where.file,
        "line": where.line,
        "column": where.column,
        "row": where.row,
        "field": where.field,
        "path": where.path,
    }


def _problem(problem: Problem) -> shape.Problem:
    return {
        "rule": problem.rule,
        "level": problem.level,
        "message": problem.message,
        "expected": problem.expected,
        "fix": problem.fix,
        "where": where_values(problem.where),
    }
