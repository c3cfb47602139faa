"""No test case expects a verdict that the decision table can give.

What:
    A row whose verdict no case expects; of several rows with it, the first is told.

Why:
    The verdict is what people remember of a result. One that no case shows may never be given, or be given to everybody.

Bad:
    verdicts:
      - {id: moves, verdict: emerging, when: {basis: {verdict-basis: true, better: ">= 1"}}}
      - {id: cannot-say, verdict: not-evidenced}
    cases: [{name: nothing was tried, expect: {verdict: not-evidenced}}]

Good:
    verdicts:
      - {id: moves, verdict: emerging, when: {basis: {verdict-basis: true, better: ">= 1"}}}
      - {id: cannot-say, verdict: not-evidenced}
    cases:
      - {name: nothing was tried, expect: {verdict: not-evidenced}}
      - {name: something moved, expect: {verdict: emerging}}

Waive:
    Where only a whole bundle could show it, and none may be kept with the framework.
"""

from collections.abc import Iterable

from inspector.lints._walk import Vocabulary, remark
from inspector.model.cases import Case
from inspector.model.problems import Level, Problem
from inspector.model.rules import Framework

ID = "verdict-without-case"
FAMILY = "tests"
LEVEL: Level = "query"


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """Nothing: without the cases there is nothing to say."""
    return ()


def examine_cases(framework: Framework, cases: Iterable[Case], vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """One query for each verdict that no case expects."""
    missing = dict.fromkeys(row.verdict for row in framework.verdicts)
    rows = {row.id: row.verdict for row in framework.verdicts}
    for case in cases:
        given = case.verdict or rows.get(case.row or "")
        if given is not None:
            missing.pop(given, None)
    first = {verdict: next(row for row in framework.verdicts if row.verdict == verdict) for verdict in missing}
    return tuple(
        remark(
            ID,
            row.where,
            f"no test case expects the verdict {verdict}",
            "a case for each verdict",
            "add one to tests/",
            LEVEL,
        )
        for verdict, row in first.items()
    )
