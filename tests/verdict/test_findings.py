"""How firings become findings: in which order they come, and what they rest on."""

from typing import Any

from inspector.model.facts import Fact
from inspector.model.inspection import Finding
from inspector.model.rules import Conclusion
from inspector.rules.engine import Firing
from inspector.verdict.findings import findings
from tests.verdict.by_hand import fired, framework, rule


def known(*facts: Fact) -> dict[str, Fact]:
    return {fact.id: fact for fact in facts}


def about(id: str, indicator: str | None = None) -> Fact:
    return Fact(id=id, kind="signal/s", fields={} if indicator is None else {"indicator": indicator})


FACTS = known(
    about("signal/s/x", "x"), about("signal/s/y", "y"), about("signal/s/teams"), about("loose"),
)  # fmt: skip


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
    one = drawn(fired("late", 1, "signal/s/x", standing="doing", trust="exposed", ask=("Why?",)))["late/x"]
    said: dict[str, Any] = {
        "rule": "late", "theme": "effect", "says": "late 1.", "direction": "neither", "reached": "showing",
        "standing": "doing", "limit": "doing", "trust": "exposed", "withdrawn": False, "ask": ("Why?",),
        "whom": ("leaders",), "cites": ("munro",), "facts": ("signal/s/x",), "builds_on": (),
    }  # fmt: skip
    assert one == Finding(id="late/x", **said)
    assert drawn(fired("base", 1))["base"].direction == "worse"


def test_a_withdrawn_finding_asks_nothing() -> None:
    assert drawn(fired("late", 1, withdrawn=True, ask=("Why?",)))["late"].ask == ()


def test_findings_it_builds_on_are_named_and_their_facts_are_its_own() -> None:
    chain = [
        fired("base", 1, "signal/s/x", "signal/s/teams"),
        fired("early", 2, "finding/base/1", "loose"),
        fired("late", 3, "finding/early/2", "finding/base/1", "signal/s/y"),
    ]
    late = drawn(*chain)["late/x/y/teams"]
    assert late.builds_on == ("base/x/teams", "early/x/teams")
    assert late.facts == ("loose", "signal/s/teams", "signal/s/x", "signal/s/y")
    assert drawn(*chain)["early/x/teams"].facts == ("loose", "signal/s/teams", "signal/s/x")
