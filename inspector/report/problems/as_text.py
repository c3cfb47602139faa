"""Problems for people: by file and sheet, then by rule with how often; the first rows of each."""

from collections.abc import Iterator, Sequence

from inspector.model import elements
from inspector.model.problems import Faults, Problem, Where, said
from inspector.model.rows import runs
from inspector.report.harmless import plain
from inspector.report.places import in_words, rows_of
from inspector.report.problems.flat import groups, levels

FIRST = 5
MOST_RUNS = 8


def render(problems: Sequence[Problem | Faults], digest: str | None, *, everything: bool = False) -> bytes:  # noqa: ARG001
    """Problems grouped by file, sheet and rule, the first five of each unless `everything`; ends with the counts."""
    lines: list[str] = []
    for (file, sheet), rules in groups(problems).items():
        lines += [*([""] if lines else []), plain(file if sheet is None else f"{file}, sheet {sheet}")]
        for (level, rule), group in rules.items():
            count = sum(len(one) if isinstance(one, Faults) else 1 for one in group)
            lines.append(f"  {level} [{rule}], {count} {'time' if count == 1 else 'times'}")
            lines += [f"    {line}" for line in _group(group, count, everything=everything)]
    return ("\n".join([*lines, *([""] if lines else []), summary(problems)]) + "\n").encode()


def _group(group: list[Problem | Faults], count: int, *, everything: bool) -> Iterator[str]:
    left, shown = count if everything else FIRST, 0
    for problem in group:
        if left <= 0:
            break
        if isinstance(problem, Faults) and _alike(problem):
            shown += len(problem)
            left -= 1
            yield _together(problem)
        elif isinstance(problem, Faults):
            some = min(left, len(problem))
            shown, left = shown + some, left - some
            yield from _rows(problem, some)
        else:
            shown, left = shown + 1, left - 1
            yield _line(problem)
    if shown < count:
        yield f"… and {count - shown} more (--all shows them)"


def _alike(faults: Faults) -> bool:
    """Whether every row says the same, so that one line will do."""
    told = f"{faults.message} {faults.fix}"
    same = len(set(faults.found)) <= 1 or ("{found}" not in told and not faults.fixes)
    return len(faults) > 1 and same and not faults.others


def _together(faults: Faults) -> str:
    where = (
        in_words(elements.runs(faults.paths.values()), MOST_RUNS)
        if faults.paths
        else rows_of(runs(faults.rows), MOST_RUNS)
    )
    place = f"{where}{_column(faults.letter, faults.field)}"
    return plain(f"{place}: {said(*faults.words(0), faults.expected)}")


def _rows(faults: Faults, most: int) -> Iterator[str]:
    """The first rows, one a line, straight from the columns."""
    cell = _column(faults.letter, faults.field)
    for place, row in enumerate(faults.rows[:most]):
        key = faults.keys[place] if faults.keys else None
        record = "" if key is None else f" ({key})"
        line = (faults.lines or {}).get(row)
        where = faults.paths[row] if faults.paths else f"row {row}"
        yield plain(
            f"{f'line {line}, ' if line else ''}{where}{cell}{record}: {said(*faults.words(place), faults.expected)}"
        )


def _line(problem: Problem) -> str:
    where = problem.where
    return plain(f"{_place(where)}{said(problem.message, problem.fix, problem.expected)}")


def _place(where: Where) -> str:
    parts = [
        *([f"line {where.line}" + (f":{where.column}" if where.column else "")] if where.line is not None else []),
        *([f"row {where.row}"] if where.row is not None else []),
    ]
    text = ", ".join(parts) + _column(where.letter, where.field, first=not parts)
    text += f" ({where.key})" if where.key is not None else ""
    text += (", at " if text else "at ") + where.path if where.path else ""
    return f"{text}: " if text else ""


def _column(letter: str | None, field: str | None, *, first: bool = False) -> str:
    if field is None:
        return ""
    return f"{'' if first else ', '}column {f'{letter} ' if letter else ''}{field}"


def summary(problems: Sequence[Problem | Faults]) -> str:
    """One sentence: how many errors and queries there are, and what that means."""
    errors, queries = levels(problems)
    if not problems:
        return "No problems found. The bundle can be read as meant."
    counted = f"{tally(errors, queries)}."
    if not errors:
        return f"{counted} A query is odd and may be explained; the bundle can be assessed."
    return f"{counted} `inspector explain NAME` tells what a name in square brackets means."


def tally(errors: int, queries: int) -> str:
    """How many errors and queries, in words."""
    return f"{errors} {_plural(errors, 'error')}, {queries} {_plural(queries, 'query', 'queries')}"


def _plural(count: int, one: str, more: str | None = None) -> str:
    return one if count == 1 else more or f"{one}s"
