"""Looking facts up by what joins them gives what trying every combination gives, for `when` and for `unless`."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from inspector.framework.vocabulary import extend
from inspector.rules import reference_matcher
from inspector.rules.compile import compile_entry, wanted
from inspector.rules.encode import encode_facts
from inspector.rules.evaluate import evaluate
from inspector.rules.intermediate import Check, CompiledPattern, Earlier, EncodedFact
from inspector.rules.joins import Part, bindings, by_kind
from inspector.rules.matching import Matching
from tests.rules.generated import Dice, world
from tests.rules.test_same_answer import Drawn


def by_every_combination(rule: Any, known: Any, facts: Any) -> set[tuple[str, ...]]:
    """What a rule without tallies matches, by the definition: its matches, less those that go further with an `unless`."""
    compiled = compile_entry(rule, known)
    encoded = encode_facts(facts, wanted([compiled], known))
    found = {ids for _, ids in reference_matcher.match(compiled.main, encoded)}
    more = {ids[: len(rule.when)] for _, ids in reference_matcher.match(compiled.companions, encoded)}
    return found - more


def agree(dice: Any) -> int:
    framework, facts, vocabulary = world(dice, most_facts=9)
    known = extend(framework, vocabulary)
    held = 0
    for rule in framework.rules:
        if compile_entry(rule, known).tallies or any(
            "finding/" in getattr(p, "kind", "") for p in (*rule.when, *rule.unless)
        ):
            continue
        right = by_every_combination(rule, known, facts)
        layer = evaluate([rule], {fact.id: fact for fact in facts}, known, Matching("reference"))
        assert set(layer.matches[rule.id]) == right
        compiled = compile_entry(rule, known)
        there = by_kind(encode_facts(facts, wanted([compiled], known)))
        main = {tuple(f.id for f in bound) for bound in bindings([Part(some) for some in compiled.when], there)}
        last = reference_matcher.match(compiled.main, [fact for some in there.values() for fact in some])
        assert main == {ids for _, ids in last}
        held += len(right)
    return held


@settings(max_examples=80)
@given(st.data())
def test_it_finds_what_every_combination_finds(data: st.DataObject) -> None:
    agree(Drawn(data.draw))


def test_it_finds_what_every_combination_finds_in_seeded_worlds() -> None:
    assert sum(agree(Dice(seed)) for seed in range(200)) > 100


def test_facts_that_must_share_a_value_are_found_by_it() -> None:
    facts = by_kind(EncodedFact(f"f{n}", "k", {"of": n // 2, "size": n}) for n in range(100))
    bigger = CompiledPattern("k", (Check("of", "==", Earlier(0, "of")), Check("size", ">", Earlier(0, "size"))))
    tried: list[int] = []
    parts = [Part([CompiledPattern("k", ())]), Part([bigger])]
    assert len(list(bindings(parts, facts, lambda near, _: tried.append(near)))) == 50
    assert tried == [100, *[2] * 100]


def test_alternatives_that_are_joined_otherwise_are_all_tried() -> None:
    facts = by_kind([EncodedFact("a", "k", {"x": 1, "y": 2}), EncodedFact("b", "k", {"x": 2, "y": 1})])
    same = CompiledPattern("k", (Check("x", "==", Earlier(0, "x")),))
    crossed = CompiledPattern("k", (Check("x", "==", Earlier(0, "y")),))
    found = bindings([Part([CompiledPattern("k", ())]), Part([same, crossed])], facts)
    assert [[fact.id for fact in bound] for bound in found] == [["a", "b"], ["b", "a"]]
