"""A verdict that a framework should be able to give has no row.

**What**
`improving`, and `static`, have a row each; that distrust, loss and lack of evidence have one is asked by `distrust-has-no-row`,
`loss-has-no-row` and `last-resort`.

**Why**
A framework that can never say `improving` is no question whether a service improves; one that cannot say `static` says of a
service that stands still that nobody knows.

**Bad**
a table whose best word is emerging

**Good**
- {id: work-and-effect, verdict: improving, when: {effect: {theme: effect, standing: ">= showing"}}, says: …}

**Waive**
The framework may waive it, in `framework.yaml`, with a reason.

Avoid:  a table whose best word is emerging
Prefer: - {id: work-and-effect, verdict: improving, when: {effect: {theme: effect, standing: ">= showing"}}, says: …}
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
