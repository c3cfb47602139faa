"""A rule or a row of the decision table can never fire.

What:
    Conditions that contradict each other, by the range of a field or by what it is of its fellows (`kept: 0` and `kept_share:
    ">= 0.5"`); a tally that asks for a count below 0 or a share outside of 0 to 1; a pattern that wants a fact, and a tally
    that wants none such; an `unless` that always takes the match away; a rule that needs the finding of another that itself
    can never fire, or that is taken away by just what this one wants.

Why:
    A rule that is silent whatever is submitted looks like a question that was asked and answered with nothing.

Bad:
    when: {pace: {signal: improvement-pace, scale: any, active_share: "> 1"}}

Good:
    when: {pace: {signal: improvement-pace, scale: any, active_share: ">= 0.75"}}

Waive:
    Hardly ever: a test case in which the rule fires says more than a waiver.
"""

from inspector.lints import _unmet
from inspector.lints._walk import Vocabulary
from inspector.model.problems import Problem
from inspector.model.rules import Framework

ID = _unmet.ID
FAMILY = "structure"
LEVEL = "error"


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:
    """One remark for each rule or row that no evidence could make fire, with the reason."""
    return _unmet.unmet(framework, vocabulary)
