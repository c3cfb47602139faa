"""A rule speaks of what a probe asks about, and asks nothing.

What:
    A rule that wants a probe to have a question (`outcome: [question, strong-question]`) and has no question of its own to
    ask on site (`ask`).

Why:
    A probe asks; it never accuses. What it saw has innocent explanations, and only people on site can give them. A finding
    without a question leaves it as a reproach.

Bad:
    when: {copied: {probe: copied-entries, outcome: strong-question}}
    conclude: {limit: doing}
    ask: []

Good:
    when: {copied: {probe: copied-entries, outcome: strong-question}}
    conclude: {limit: doing}
    ask: ["Who writes the entries, and from what?"]

Waive:
    Where another rule asks about the same: say which.
"""

from inspector.lints._grounds import asks, present
from inspector.lints._walk import Vocabulary, remark
from inspector.model.problems import Problem
from inspector.model.rules import Framework, Pattern

ID = "probe-without-question"
FAMILY = "direction"
LEVEL = "error"


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """A remark for each rule that tells what a probe asks about, and does not ask."""
    return tuple(
        remark(ID, pattern.where, f"{rule.id} tells of a question of {_name(pattern)} and asks none itself", "ask: […]")
        for rule in framework.rules
        if not rule.ask
        for pattern in present(rule)
        if pattern.kind.startswith("probe/") and asks(pattern)
    )


def _name(pattern: Pattern) -> str:
    return pattern.kind.removeprefix("probe/")
