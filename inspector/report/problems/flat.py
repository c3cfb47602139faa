"""Problems one by one as plain values, straight from the columns: sixty thousand in a fraction of a second."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from inspector.model.problems import Faults, Problem


class Line(NamedTuple):
    """One problem. `row` counts as a spreadsheet does, `column` is its letter, `header` the authority's own heading.

    `record` is the record's own id (a child's, an entry's); `line` and `path` say where in a text or JSON document.
    """

    level: str
    rule: str
    file: str
    sheet: str | None
    row: int | None
    column: str | None
    header: str | None
    record: str | None
    line: int | None
    path: str | None
    found: str | None
    message: str
    expected: str
    fix: str


def lines(problems: Iterable[Problem | Faults]) -> Iterator[Line]:
    """Every problem by itself, in the order given."""
    for problem in problems:
        if isinstance(problem, Faults):
            yield from _of_faults(problem)
        else:
            yield _of_problem(problem)


def counts(problems: Iterable[Problem | Faults]) -> dict[str, int]:
    """How many problems there are of each rule, rules sorted."""
    found: Counter[str] = Counter()
    for problem in problems:
        found[problem.rule] += len(problem) if isinstance(problem, Faults) else 1
    return dict(sorted(found.items()))


def levels(problems: Iterable[Problem | Faults]) -> tuple[int, int]:
    """How many errors and how many queries there are."""
    found: Counter[str] = Counter()
    for problem in problems:
        found[problem.level] += len(problem) if isinstance(problem, Faults) else 1
    return found["error"], found["query"]


def _of_problem(problem: Problem) -> Line:
    where = problem.where
    return Line(
        problem.level,
        problem.rule,
        where.file,
        where.sheet,
        where.row,
        where.letter,
        where.field,
        where.key,
        where.line,
        where.path,
        problem.found,
        problem.message,
        problem.expected,
        problem.fix,
    )


def _of_faults(faults: Faults) -> Iterator[Line]:
    same = faults.level, faults.rule, faults.file, faults.sheet
    cell = faults.letter, faults.field
    nothing = (None,) * len(faults)
    found, keys = faults.found or nothing, faults.keys or nothing
    for place, row in enumerate(faults.rows):
        message, fix = faults.words(place)
        yield Line(*same, row, *cell, keys[place], None, None, found[place], message, faults.expected, fix)


def groups(
    problems: Sequence[Problem | Faults],
) -> dict[tuple[str, str | None], dict[tuple[str, str], list[Problem | Faults]]]:
    """Problems by file and sheet, and there by level and rule, each in the order given."""
    found: dict[tuple[str, str | None], dict[tuple[str, str], list[Problem | Faults]]] = {}
    for problem in problems:
        place = problem if isinstance(problem, Faults) else problem.where
        found.setdefault((place.file, place.sheet), {}).setdefault((problem.level, problem.rule), []).append(problem)
    return found
