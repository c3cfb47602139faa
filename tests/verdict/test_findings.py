"""How firings become findings: what they are called, in which order they come, and what they rest on."""

from typing import Any

import pytest

from inspector.model.facts import Fact
from inspector.model.inspection import Finding
from inspector.model.rules import Conclusion
from inspector.rules.engine import Firing
from inspector.verdict.findings import findings, name
from tests.verdict.by_hand import fired, framework, rule


def known(*facts: Fact) -> dict[str, Fact]:
    return {fact.id: fact for fact in facts}


def about(id: str, indicator: str | None = None) -> Fact:
    return Fact(id=id, kind="signal/s", fields={} if indicator is None else {"indicator": indicator})


FACTS = known(
    about("signal/s/x", "x"),
    about("signal/t/x", "x"),
    about("signal/s/y", "y"),
    about("signal/s/teams"),
    about("signal/s/teams/north"),
    about("probe/p"),
    about("loose"),
)


@pytest.mark.parametrize(
    ("firings", "names"),
    [
        ([("r", "signal/s/x")], ["r"]),
        ([("r",)], ["r"]),
        ([("r", "signal/s/x"), ("q", "signal/s/x")], ["r", "q"]),
        ([("r", "signal/s/x"), ("r", "signal/s/y")], ["r/x", "r/y"]),
        ([("r", "signal/s/x"), ("r", "signal/t/x")], ["r/x", "r/x/2"]),
        ([("r", "signal/s/x"), ("r", "signal/t/x"), ("r", "signal/s/x")], ["r/x", "r/x/2", "r/x/3"]),
        ([("r", "signal/s/x", "signal/t/x"), ("r", "signal/s/y")], ["r/x", "r/y"]),
        ([("r", "signal/s/x", "signal/s/y"), ("r", "signal/s/y")], ["r", "r/y"]),
        ([("r", "signal/s/x", "signal/s/y"), ("r", "loose")], ["r", "r/2"]),
        ([("r", "signal/s/x", "signal/s/teams"), ("r", "signal/s/teams")], ["r/x", "r/teams"]),
        ([("r", "signal/s/teams/north"), ("r", "signal/s/teams")], ["r/teams/north", "r/teams"]),
        ([("r", "probe/p"), ("r", "probe/p"), ("r", "nowhere")], ["r", "r/2", "r/3"]),
    ],
    ids=[
        "once", "by nothing", "two rules", "two measures", "one measure twice", "three times", "two facts of one measure",
        "of two measures", "twice of no measure", "a measure comes before what a signal calls it", "what a signal calls it",
        "no third part",
    ],
)  # fmt: skip
def test_names(firings: list[tuple[str, ...]], names: list[str]) -> None:
    some = [fired(rule, n, *facts) for n, (rule, *facts) in enumerate(firings)]
    found = name(some, FACTS)
    assert [found[one.finding.id] for one in some] == names


RULES = (
    rule("late", "effect", whom=("leaders",), cites=("munro",), conclude=Conclusion(standing="showing", limit="doing")),
    rule("early", "stream"),
    rule("base", "effect", conclude=Conclusion(direction="worse")),
)
BOOK = framework({"stream": 1, "effect": 1}, *RULES)


def drawn(*firings: Firing) -> dict[str, Finding]:
    return {one.id: one for one in findings(BOOK, firings, FACTS)}


def test_they_come_in_the_order_of_the_themes_then_of_the_rules_then_of_their_names() -> None:
    some = [
        fired("base", 0),
        fired("late", 1, "signal/s/y"),
        fired("late", 2, "signal/s/x"),
        fired("early", 3),
    ]
    assert list(drawn(*some)) == ["early", "late/x", "late/y", "base"]


def test_a_finding_says_what_its_rule_concludes_and_what_its_firing_left() -> None:
    one = drawn(fired("late", 1, "signal/s/x", standing="doing", trust="exposed", ask=("Why?",)))["late"]
    said: dict[str, Any] = {
        "rule": "late", "theme": "effect", "says": "late 1.", "direction": "neither", "reached": "showing",
        "standing": "doing", "limit": "doing", "trust": "exposed", "withdrawn": False, "ask": ("Why?",),
        "whom": ("leaders",), "cites": ("munro",), "facts": ("signal/s/x",), "builds_on": (),
    }  # fmt: skip
    assert one == Finding(id="late", **said)
    assert drawn(fired("base", 1))["base"].direction == "worse"


def test_a_withdrawn_finding_asks_nothing() -> None:
    assert drawn(fired("late", 1, withdrawn=True, ask=("Why?",)))["late"].ask == ()


def test_findings_it_builds_on_are_named_and_their_facts_are_its_own() -> None:
    chain = [
        fired("base", 1, "signal/s/x", "signal/s/teams"),
        fired("early", 2, "finding/base/1", "loose"),
        fired("late", 3, "finding/early/2", "finding/base/1", "signal/s/y"),
    ]
    late = drawn(*chain)["late"]
    assert late.builds_on == ("base", "early")
    assert late.facts == ("loose", "signal/s/teams", "signal/s/x", "signal/s/y")
    assert drawn(*chain)["early"].facts == ("loose", "signal/s/teams", "signal/s/x")
