"""A rule, or a row of the decision table, can never change an answer.

What:
    A rule that concludes nothing, asks nothing and is read by nobody. A row after one that always holds. A table whose last row
    has conditions, so that there may be no verdict at all: that is an error.

Why:
    What cannot change an answer is read, reviewed and kept for nothing, and hides a rule that somebody meant otherwise.

Bad:
    when: {pace: {signal: improvement-pace, scale: any, count: ">= 4"}}
    conclude: {direction: neither}
    ask: []

Good:
    when: {pace: {signal: improvement-pace, scale: any, count: ">= 4"}}
    conclude: {direction: neither}
    ask: ["What was tried last, and who thought of it?"]

Waive:
    Where a rule waits for another that a coming version brings: say which.
"""

from collections.abc import Iterator

from inspector.lints._walk import Vocabulary, holders, patterns, remark
from inspector.model.problems import Problem
from inspector.model.rules import Framework

ID = "changes-nothing"
FAMILY = "structure"
LEVEL = "query"


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """Queries for rules and rows without effect; an error for a decision table without a last resort."""
    return (*_mute(framework), *_table(framework))


def _mute(framework: Framework) -> Iterator[Problem]:
    read = {p.kind.removeprefix("finding/") for h in holders(framework) for p in patterns(h)}
    for rule in framework.rules:
        end = rule.conclude
        if (
            end.standing is None
            and end.limit is None
            and end.direction == "neither"
            and not rule.ask
            and rule.id not in read
        ):
            message = f"{rule.id} concludes nothing, asks nothing, and no rule reads it"
            yield remark(ID, rule.where, message, fix="give it a question to ask on site", level="query")


def _table(framework: Framework) -> Iterator[Problem]:
    rows = framework.verdicts
    for place, row in enumerate(rows[:-1]):
        if not row.when and not row.unless:
            message = f"{row.id} always holds, so the {len(rows) - place - 1} after it are never reached"
            yield remark(ID, row.where, message, fix="put it last")
    if rows and (rows[-1].when or rows[-1].unless):
        yield remark(
            ID, rows[-1].where, "the last row has conditions, so there may be no verdict", "a last row without `when`"
        )
