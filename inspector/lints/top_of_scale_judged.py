"""A rule concludes something from where a measure stands on its scale.

What:
    A rule that concludes better or worse, gives a standing or sets a limit, and rests on nothing but the place of figures: that
    hardly any room is left (`ceiling`), or that none is; or on how near figures lie to a line (`target-hugging`) with no
    question in it.

Why:
    That nearly all is well says where a service stands, and not what it does to get better; whoever started lower gets less
    for the same work. What the place is good for is a question: is this still the right measure?

Bad:
    when: {full: {signal: ceiling}}
    conclude: {standing: doing, direction: better}

Good:
    when: {full: {signal: ceiling}}
    conclude: {direction: neither}
    ask: ["What would you count in place of '{full.title}'?"]

Waive:
    Where the place on the scale is itself what was changed: say by what.
"""

from inspector.lints._grounds import asks
from inspector.lints._walk import Vocabulary, patterns, remark
from inspector.model.problems import Level, Problem
from inspector.model.rules import Framework, Rule, Tally

ID = "top-of-scale-judged"
FAMILY = "old-question"
LEVEL: Level = "error"
_CEILING = "signal/ceiling"
_LINE = "probe/target-hugging"
_BESIDE = "signal/trajectory"
"""A count of measures beside it says how many there are, where nothing is asked of what they did."""


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """A remark for each rule that takes a place on a scale for something done."""
    return tuple(
        remark(
            ID,
            rule.place("conclude"),
            f"{rule.id} concludes {ends} from where a measure stands on its scale",
            "what was tried, or how a measure moved",
            "conclude `neither`, and ask whether it is still the right measure",
        )
        for rule in framework.rules
        if (ends := _ends(rule)) and _place_alone(rule)
    )


def _ends(rule: Rule) -> str:
    """What a rule concludes for or against the service, in words; a doubt about a line that is hugged is none."""
    end = rule.conclude
    if end.standing is not None:
        return str(end.standing)
    if end.direction != "neither":
        return end.direction
    return f"no more than {end.limit}" if end.limit is not None else ""


def _place_alone(rule: Rule) -> bool:
    every = [p for part in rule.when for p in ((part.count, part.of) if isinstance(part, Tally) else (part,)) if p]
    if any(pattern.kind == _LINE and asks(pattern) for pattern in patterns(rule)):
        return False
    placed = [pattern for pattern in every if pattern.kind in (_CEILING, _LINE)]
    rest = [pattern for pattern in every if pattern.kind not in (_CEILING, _LINE)]
    return bool(placed) and all(pattern.kind == _BESIDE and not pattern.conditions for pattern in rest)
