"""Problems as the plain values of a JSON document."""

from collections.abc import Iterable

from inspector.model.problems import Problem
from inspector.report.document.shape import problems as shape


def problem_values(problems: Iterable[Problem]) -> list[shape.Problem]:
    """Problems in the shape of every JSON document of Inspector that nests them."""
    return [_problem(problem) for problem in problems]


def _problem(problem: Problem) -> shape.Problem:
    where = problem.where
    return {
        "rule": problem.rule,
        "level": problem.level,
        "message": problem.message,
        "expected": problem.expected,
        "fix": problem.fix,
        "where": {
            "file": where.file,
            "line": where.line,
            "column": where.column,
            "row": where.row,
            "field": where.field,
            "path": where.path,
        },
    }
