"""A rule says yes and no at once.

What:
    A rule that concludes worse and gives its theme `doing` or more; or one that concludes better and limits the standing of its
    theme, without giving one.

Why:
    One of the two was turned round, or copied from another rule. A reader cannot tell which is meant, and the table counts the
    finding on the wrong side.

Bad:
    when: {move: {signal: trajectory, call: [gradual-gain, sudden-gain], probability: ">= 0.8"}}
    conclude: {standing: showing, direction: worse}

Good:
    when: {move: {signal: trajectory, call: [gradual-gain, sudden-gain], probability: ">= 0.8"}}
    conclude: {standing: showing, direction: better}

Waive:
    Where something good has a bad side: write a rule for each.
"""

from inspector.lints._walk import Vocabulary, remark
from inspector.model.ladder import rank
from inspector.model.problems import Problem
from inspector.model.rules import Framework, Rule

ID = "praise-and-limit"
FAMILY = "direction"
LEVEL = "error"


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """A remark for each rule whose direction and standing or limit speak against each other."""
    return tuple(
        remark(
            ID,
            rule.place("conclude/direction"),
            f"{rule.id} {said}",
            "one of the two",
            "turn one of them, or two rules",
        )
        for rule in framework.rules
        if (said := _both(rule))
    )


def _both(rule: Rule) -> str:
    end = rule.conclude
    if end.direction == "worse" and end.standing is not None and rank(end.standing) >= rank("doing"):
        return f"gives {end.standing} and concludes worse"
    if end.direction == "better" and end.limit is not None and end.standing is None:
        return f"concludes better and lets its theme be {end.limit} at most"
    return ""
