"""durable-rules and the reference matcher give the same answer, whatever the order of facts and rules."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector.rules import durable_matcher, reference_matcher
from inspector.rules.engine import run
from inspector.rules.intermediate import Check, CompiledPattern, CompiledRule, Earlier, EncodedFact
from tests.rules.generated import Dice, distrust, world

needs_durable = pytest.mark.skipif(not durable_matcher.available(), reason="durable-rules cannot be imported here")


class Drawn:
    """The choices of `generated.Dice`, drawn and so made smaller by Hypothesis."""

    def __init__(self, draw: Any) -> None:
        self._draw = draw

    def pick(self, options: Any) -> Any:
        return self._draw(st.sampled_from(list(options)))

    def number(self, low: int, high: int) -> int:
        return self._draw(st.integers(low, high))

    def chance(self, tenths: int) -> bool:
        return self.number(1, 10) <= tenths


@needs_durable
@settings(max_examples=150)
@given(st.data())
def test_matchers_agree(data: st.DataObject) -> None:
    framework, facts, vocabulary = world(Drawn(data.draw))
    right = run(framework, facts, vocabulary, "reference", distrust)
    given = run(framework, facts, vocabulary, "durable", distrust)
    assert given.used == "durable"
    assert given.firings == right.firings
    assert given.facts == right.facts
    assert given.trace == right.trace


@needs_durable
@pytest.mark.parametrize("block", range(4))
def test_matchers_agree_on_seeded_worlds(block: int) -> None:
    fired = 0
    for seed in range(100 * block, 100 * (block + 1)):
        framework, facts, vocabulary = world(Dice(seed), most_facts=9)
        right = run(framework, facts, vocabulary, "reference", distrust)
        assert run(framework, facts, vocabulary, "durable", distrust)[:2] == right[:2], f"seed {seed}"
        fired += len(right.firings)
    assert fired > 100


@given(st.data())
def test_order_makes_no_difference(data: st.DataObject) -> None:
    framework, facts, vocabulary = world(Drawn(data.draw))
    mixed = framework.model_copy(update={"rules": tuple(data.draw(st.permutations(framework.rules)))})
    shuffled = data.draw(st.permutations(facts))
    assert run(mixed, shuffled, vocabulary, trust_of=distrust) == run(framework, facts, vocabulary, trust_of=distrust)


JOINED = CompiledPattern("k", (Check("x", "==", Earlier(0, "x")), Check("y", "<", Earlier(0, "y"))))
CASES = {
    "a missing attribute fits nothing": (
        [CompiledRule("r", (CompiledPattern("k", (Check("x", "!=", 1),)),))],
        [EncodedFact("a", "k", {}), EncodedFact("b", "k", {"x": 2})],
        {("r", ("b",))},
    ),
    "no fact plays two parts": (
        [CompiledRule("r", (CompiledPattern("k", ()), CompiledPattern("k", ())))],
        [EncodedFact("a", "k", {}), EncodedFact("b", "k", {})],
        {("r", ("a", "b")), ("r", ("b", "a"))},
    ),
    "a join on a value that the earlier fact lacks": (
        [CompiledRule("r", (CompiledPattern("k", ()), JOINED))],
        [
            EncodedFact("a", "k", {"x": 1}),
            EncodedFact("b", "k", {"x": 1, "y": 1}),
            EncodedFact("c", "k", {"x": 1, "y": 0}),
        ],
        {("r", ("b", "c"))},
    ),
    "text that the engine must not see": (
        [CompiledRule("r", (CompiledPattern("k", (Check("x", "==", '\\"\n\ud800' + "x" * 70_000),)),))],
        [EncodedFact("a", "k", {"x": '\\"\n\ud800' + "x" * 70_000}), EncodedFact("b", "k", {"x": "x"})],
        {("r", ("a",))},
    ),
    "the largest numbers": (
        [CompiledRule("r", (CompiledPattern("k", (Check("x", ">=", 2**63 - 1),)),))],
        [EncodedFact("a", "k", {"x": 2**63 - 1}), EncodedFact("b", "k", {"x": 2**63 - 2})],
        {("r", ("a",))},
    ),
}


@pytest.mark.parametrize("matcher", [reference_matcher, pytest.param(durable_matcher, marks=needs_durable)])
@pytest.mark.parametrize("case", CASES)
def test_semantics(matcher: Any, case: str) -> None:
    rules, facts, expected = CASES[case]
    assert matcher.match(rules, facts) == expected


@needs_durable
def test_one_fact_may_fit_hundreds_of_rules() -> None:
    rules = [CompiledRule(f"r{n}", (CompiledPattern("k", (Check("x", ">=", n),)),)) for n in range(300)]
    facts = [EncodedFact(f"f{n}", "k", {"x": n}) for n in (0, 150, 299)]
    assert len(durable_matcher.match(rules, facts)) == 1 + 151 + 300
