"""Problems one by one as plain values, straight from the columns: sixty thousand in a fraction of a second."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import repeat
from typing import NamedTuple

from inspector.model.problems import Faults, Problem


class Line(NamedTuple):
    """One problem. `row` counts as a spreadsheet does (JSON has none), `column` is its letter, `header` their own heading.

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


Wording = Callable[[str], str]
"""What a format does to every text before it is written."""


def _as_it_is(text: str) -> str:
    return text


def lines(problems: Iterable[Problem | Faults], of: Wording = _as_it_is) -> Iterator[Line]:
    """Every problem by itself, in the order given; `of` is done to every text, once for a whole column where it can be."""
    for problem in problems:
        if isinstance(problem, Faults):
            yield from _of_faults(problem, of)
        else:
            yield _of_problem(problem, of)


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


def _of_problem(problem: Problem, of: Wording) -> Line:
    where = problem.where
    return Line(
        of(problem.level),
        of(problem.rule),
        of(where.file),
        _maybe(where.sheet, of),
        where.row,
        _maybe(where.letter, of),
        _maybe(where.field, of),
        _maybe(where.key, of),
        where.line,
        _maybe(where.path, of),
        _maybe(problem.found, of),
        of(problem.message),
        of(problem.expected),
        of(problem.fix),
    )


def _of_faults(faults: Faults, of: Wording) -> Iterator[Line]:
    words = [faults.words(place) for place in range(len(faults))]
    # One call of `of` for what is the same in every row, and the rows put together without a step of Python each.
    return map(
        Line,
        repeat(of(faults.level)),
        repeat(of(faults.rule)),
        repeat(of(faults.file)),
        repeat(_maybe(faults.sheet, of)),
        repeat(None) if faults.paths else faults.rows,
        repeat(_maybe(faults.letter, of)),
        repeat(_maybe(faults.field, of)),
        _column(faults.keys, of),
        map(faults.lines.get, faults.rows) if faults.lines else repeat(None),
        [of(faults.paths.get(row, "")) for row in faults.rows] if faults.paths else repeat(None),
        _column(faults.found, of),
        [of(message) for message, _ in words],
        repeat(of(faults.expected)),
        [of(fix) for _, fix in words] if faults.fix or faults.fixes else repeat(of("")),
    )


def _maybe(text: str | None, of: Wording) -> str | None:
    return None if text is None else of(text)


def _column(texts: Sequence[str | None], of: Wording) -> Iterable[str | None]:
    return [_maybe(text, of) for text in texts] if texts else repeat(None)


def groups(
    problems: Sequence[Problem | Faults],
) -> dict[tuple[str, str | None], dict[tuple[str, str], list[Problem | Faults]]]:
    """Problems by file and sheet, and there by level and rule, each in the order given."""
    found: dict[tuple[str, str | None], dict[tuple[str, str], list[Problem | Faults]]] = {}
    for problem in problems:
        place = problem if isinstance(problem, Faults) else problem.where
        found.setdefault((place.file, place.sheet), {}).setdefault((problem.level, problem.rule), []).append(problem)
    return found
