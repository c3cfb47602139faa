"""A rule concludes better though nothing in it speaks for improvement.

What:
    A rule that concludes better and asks, itself or through the findings it builds on, for nothing that is good: only for
    names, for how sure one may be, for what cannot be told, or for little of something.

Why:
    `too-few-points` or a definition that moved is no improvement. The finding counts among those that speak for one, and the
    table may read them.

Bad:
    when: {moved: {signal: rebase-claims, outcome: gain-at-change}}
    conclude: {direction: better}

Good:
    when: {moved: {signal: rebase-claims, outcome: gain-at-change}}
    conclude: {direction: neither}

Waive:
    Where the value is good for a reason that its field does not say: say the reason.
"""

from inspector.lints._grounds import Ground, grounds, present
from inspector.lints._implies import Known
from inspector.lints._walk import Vocabulary, remark
from inspector.model.problems import Problem
from inspector.model.rules import Framework, Rule

ID = "better-for-nothing"
FAMILY = "direction"
LEVEL = "error"


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:
    """A remark for each rule that praises what is neither good nor bad."""
    known = Known.of(framework, vocabulary)
    return tuple(
        remark(
            ID,
            rule.place("conclude/direction"),
            f"{rule.id} concludes better, and nothing that it asks for speaks for improvement",
            "a condition on what got better or was done",
            "conclude neither",
        )
        for rule in framework.rules
        if rule.conclude.direction == "better" and _nothing(rule, known)
    )


def _nothing(rule: Rule, known: Known) -> bool:
    if not present(rule) or any(pattern.kind not in known.vocabulary for pattern in present(rule)):
        return False
    mine = grounds(rule, known)
    # What speaks against it is told by another lint.
    return not any(_good(one) or one.sense == "bad" for one in mine)


def _good(ground: Ground) -> bool:
    return ground.sense == "good" or ground.worked or (ground.field.role in ("declared", "measured") and ground.more)
