"""A rule concludes better because a service says so.

What:
    A rule that gives no standing, concludes better, and asks for nothing but what a service says of itself: claims, plans,
    promises made, numbers of rows handed in.

Why:
    Ask what a cheat would do: write it. Words are `stated`; they speak for improvement where figures or somebody else bear
    them out.

Bad:
    when: {n: {count: {signal: self-claims, direction: better}, is: ">= 3"}}
    conclude: {direction: better}

Good:
    when: {n: {count: {signal: self-claims, direction: better, outcome: supported}, is: ">= 3"}}
    conclude: {direction: better}

Waive:
    Where saying it is what takes courage: say why.
"""

from inspector.lints._grounds import Ground, grounds
from inspector.lints._implies import Known
from inspector.lints._rewards import SILENCE
from inspector.lints._walk import Vocabulary, remark
from inspector.model.problems import Problem
from inspector.model.rules import Framework, Rule

ID = "claims-rewarded"
FAMILY = "incentives"
LEVEL = "error"


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:
    """A remark for each rule by which words alone speak for improvement."""
    known = Known.of(framework, vocabulary)
    return tuple(
        remark(
            ID,
            rule.place("conclude/direction"),
            f"{rule.id} concludes better from what a service says of itself alone",
            "what bears it out: figures, work that was recorded, or somebody else",
        )
        for rule in framework.rules
        if rule.conclude.direction == "better" and rule.conclude.standing is None and _words_alone(rule, known)
    )


def _words_alone(rule: Rule, known: Known) -> bool:
    mine = [one for one in grounds(rule, known) if one.field.role not in ("name", "doubt") or one.worked]
    return bool(mine) and all(one.field.role == "declared" and not _candid(one) for one in mine)


def _candid(ground: Ground) -> bool:
    """Bad news that a service brings itself costs something to say."""
    return ground.field.name in SILENCE and ground.more
