"""The problems of a bundle as text, grouped by file and rule, and as JSON."""

import json
from collections.abc import Sequence

from inspector.model.problems import Problem
from inspector.report.json import problem_values
from inspector.report.lines import plain, problem_lines

FIRST = 5


def text(problems: Sequence[Problem], *, everything: bool = False) -> str:
    """Problems grouped by file and rule, the first five of each unless `everything`; ends with the counts."""
    groups: dict[tuple[str, str, str], list[Problem]] = {}
    for problem in problems:
        groups.setdefault((problem.where.file, problem.level, problem.rule), []).append(problem)
    lines: list[str] = []
    file = None
    for (name, level, rule), group in groups.items():
        if name != file:
            lines += [*([""] if lines else []), plain(name)]
            file = name
        lines.append(f"  {level} [{rule}], {len(group)} {'time' if len(group) == 1 else 'times'}")
        shown = group if everything else group[:FIRST]
        lines += [f"    {line}" for line in problem_lines(shown)]
        if len(shown) < len(group):
            lines.append(f"    … and {len(group) - len(shown)} more (--all shows them)")
    return "\n".join([*lines, *([""] if lines else []), summary(problems)]) + "\n"


def summary(problems: Sequence[Problem]) -> str:
    """One sentence: how many errors and queries there are, and what that means."""
    errors = sum(problem.level == "error" for problem in problems)
    queries = len(problems) - errors
    if not problems:
        return "No problems found. The bundle can be read as meant."
    counted = f"{errors} {_plural(errors, 'error')}, {queries} {_plural(queries, 'query', 'queries')}."
    if not errors:
        return f"{counted} A query is odd and may be explained; the bundle can be assessed."
    return f"{counted} `inspector explain NAME` tells what a name in square brackets means."


def to_json(problems: Sequence[Problem], digest: str | None) -> str:
    """The problems as a versioned JSON document, ending in a newline."""
    counts: dict[str, int] = {}
    for problem in problems:
        counts[problem.rule] = counts.get(problem.rule, 0) + 1
    document = {
        "format": "inspector-problems",
        "version": 1,
        "bundle": {"digest": digest},
        "counts": counts,
        "problems": problem_values(problems),
    }
    return json.dumps(document, indent=2, ensure_ascii=False, sort_keys=True) + "\n"


def _plural(count: int, one: str, more: str | None = None) -> str:
    return one if count == 1 else more or f"{one}s"
