"""A verdict that a framework should be able to give has no row.

What:
    No row gives `improving`, or none gives `static`. That distrust, loss and lack of evidence have one is asked by
    `distrust-has-no-row`, `loss-has-no-row` and `last-resort`.

Why:
    A framework that can never say `improving` does not ask whether a service improves; one that cannot say `static` says of a
    service that stands still that nobody knows.

Bad:
    verdicts: [{id: cannot-say, verdict: not-evidenced}]

Good:
    verdicts:
      - {id: good, verdict: improving, when: {readers: {theme: readers, standing: ">= showing"}}}
      - {id: still, verdict: static, when: {still: {count: {signal: trajectory, call: no-change}, is: ">= 5"}}}
      - {id: cannot-say, verdict: not-evidenced}

Waive:
    Where the framework is of one part of a service, in which nothing can improve by itself: say why.
"""

from inspector.lints._walk import Vocabulary, remark
from inspector.model.ladder import VerdictWord
from inspector.model.problems import Level, Problem
from inspector.model.rules import Framework

ID = "verdict-without-row"
LEVEL: Level = "query"
FAMILY = "table"
WANTED: tuple[VerdictWord, ...] = ("improving", "static")


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """A remark for each of these verdicts that no row gives."""
    given = {row.verdict for row in framework.verdicts}
    if not given:
        return ()
    return tuple(
        remark(ID, framework.place("verdicts"), f"no row gives {word}", f"a row with the verdict {word}", level=LEVEL)
        for word in WANTED
        if word not in given
    )
