"""A rule gives a standing for which nothing need have been done.

What:
    A rule that concludes `doing` or more and is met by a signal with nothing in it: it asks for no more than that a fact is
    there, or only for little of something (`overdue: 0`, `longest_gap_months: "<= 2"`), or for a count that none will do for.
    A rule that concludes any standing and wants no fact at all, only that some are missing, is the same.

Why:
    A service that does nothing has nothing overdue, no gaps and no traces either. Absence is no improvement.

Bad:
    when: {actions: {signal: action-strength, of: reviews, overdue: 0}}
    conclude: {standing: doing}

Good:
    when: {actions: {signal: action-strength, of: reviews, done: ">= 3", overdue: 0}}
    conclude: {standing: doing}

Waive:
    Where the fact is made only when something was done: say of which signal.
"""

from inspector.lints._grounds import Ground, grounds, present
from inspector.lints._implies import Known
from inspector.lints._ranges import Words
from inspector.lints._walk import Vocabulary, remark
from inspector.model.ladder import rank
from inspector.model.problems import Problem
from inspector.model.rules import Framework, Rule

ID = "standing-from-nothing"
FAMILY = "ladder"
LEVEL = "error"


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:
    """A remark for each rule with a standing that a service which does nothing would be given."""
    known = Known.of(framework, vocabulary)
    return tuple(
        remark(
            ID,
            rule.place("conclude/standing"),
            f"{rule.id} gives {rule.conclude.standing}, and a service that does nothing may be given it",
            'a condition that wants something to be there: `done: ">= 3"`',
            "ask for what was done beside what is missing",
        )
        for rule in framework.rules
        if rule.conclude.standing not in (None, "silent") and _nothing_will_do(rule, known)
    )


def _nothing_will_do(rule: Rule, known: Known) -> bool:
    if not present(rule):
        return True
    if rule.conclude.standing is None or rank(rule.conclude.standing) < rank("doing"):
        return False
    mine = grounds(rule, known)
    if any(pattern.kind not in known.vocabulary for pattern in present(rule)):
        return False
    return not any(_asks_for_something(ground) for ground in mine)


def _asks_for_something(ground: Ground) -> bool:
    """Whether what is asked for has to be there: some of it, or one of several words that is not a name."""
    if ground.field.role is None or ground.more or ground.measured:
        return True
    words = isinstance(ground.values, Words) and ground.field.type != "boolean"
    # What a service calls its own things tells that they are there: `known_as: caseload-per-worker`.
    return words and (ground.field.role != "name" or ground.field.open) and not ground.pattern.kind.startswith("probe/")
