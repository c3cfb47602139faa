"""The old question in disguise is refused; questioning a target is not."""

import pytest

from inspector.framework import read
from inspector.lints.compliance_question import examine
from tests.workbench.test_check import TINY

FRAMEWORK = read(TINY)


def asks(words: str) -> bool:
    rule = FRAMEWORK.rules[0].model_copy(update={"says": words, "ask": ()})
    return bool(examine(FRAMEWORK.model_copy(update={"rules": (rule,), "verdicts": ()}), {}))


@pytest.mark.parametrize(
    "words",
    [
        "The target was met: they met the target.",
        "Performance is below target.",
        "They are above the national average.",
        "The service is up to standard.",
        "Rated good at the last inspection.",
        "It is not in compliance.",
        "They exceeded their targets.",
        "This is good enough.",
        "In the top quartile.",
        "Better than statistical neighbours.",
        "A green RAG status.",
        "They scored 4 out of 5.",
        "Graded outstanding.",
        "Not yet satisfactory.",
        "Performance is strong.",
        "Were 90% of assessments done in time?",
        "Most cases fell within the statutory standard.",
    ],
)
def test_refused(words: str) -> None:
    assert asks(words)


@pytest.mark.parametrize(
    "words",
    [
        "They questioned the target and changed it.",
        "Is this still the right target?",
        "Is 'Assessments finished within 45 working days' the right thing to watch?",
        "It got better from about 1 March 2024.",
        "Which standard would the people who do the work choose?",
        "They set a target, and asked children whether it was the right one.",
        "A good idea came from a family.",
        "Assessments finished within 45 working days: better from about 1 March 2024 on.",
        "446 small tests in 36 of 36 months.",
        "Worse than before for families who were asked.",
        "The level of detail in the log is what they were asked about.",
    ],
)
def test_welcome(words: str) -> None:
    assert not asks(words)
