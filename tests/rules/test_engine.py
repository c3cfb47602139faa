from datetime import date
from typing import Any

import pytest

from inspector.model.evidence import Rows
from inspector.model.facts import Fact
from inspector.model.ladder import rank
from inspector.model.problems import CannotComplete
from inspector.model.rules import Ref
from inspector.rules.engine import run
from tests.rules.generated import Dice, distrust, framework, world
from tests.rules.small import VOCABULARY, condition, copied, count, pace, pattern, rule, share

PACE = pattern("a", "signal/pace", "count >= 2")


def trace(rules: Any, *facts: Fact, **more: Any) -> Any:
    """What fires, the matchers held together."""
    given = run(framework(rules), facts, VOCABULARY, **more)
    assert run(framework(rules), facts, VOCABULARY, "reference", **more).trace == given.trace
    return given.trace


@pytest.mark.parametrize(
    ("test", "fits"),
    [
        (condition("count >= 2"), "bc"),
        (condition("count != 2"), "ac"),
        (condition("count < 2.5"), "ab"),
        (condition("count == x", 1, 3), "ac"),
        (condition("share > 0.2"), "bc"),
        (condition("even == x", True), "a"),
        (condition("last >= 2024-04-01"), "bc"),
        (condition("last < x", date(2024, 4, 1)), "a"),
        (condition("standing > doing"), "c"),
        (condition("scale == caf\u00e9"), "b"),
        (condition("team != north"), ""),
    ],
)
def test_conditions(test: Any, fits: str) -> None:
    facts = (
        pace("a", count=1, share=0.2, even=True, last=date(2024, 1, 1), standing="stated", scale="small"),
        pace("b", count=2, share=0.200001, even=False, last=date(2024, 4, 1), standing="doing", scale="cafe\u0301"),
        pace("c", count=3, share=1, last=date(2025, 1, 1), standing="lasting"),
    )
    assert "".join(bound[0] for _, bound in trace([rule("r", pattern("x", "signal/pace", test))], *facts)) == fits


def test_unless_takes_away_what_it_joins() -> None:
    blocked = rule("r", PACE, unless=(pattern("u", "probe/copied", "outcome == question", "team == $a.team"),))
    facts = (pace("a", count=2, team="n"), pace("b", count=2, team="s"), copied("c", outcome="question", team="s"))
    assert trace([blocked], *facts) == (("r", ("a",)),)


def test_tallies() -> None:
    small = pattern("t", "signal/pace", "scale == small")
    anything = pattern("t", "signal/pace")
    rules = [
        rule("many", count("t", small, ">= 2")),
        rule("none", count("t", pattern("t", "probe/copied"), "== 0")),
        rule("mostly", share("t", small, anything, ">= 0.5"), says="{t.n} of {t.out_of}, {t.share}"),
        rule("out-of-none", share("t", small, pattern("t", "probe/copied"), ">= 0")),
        rule("not-many", PACE, unless=(count("t", small, ">= 2"),)),
    ]
    facts = (pace("a", scale="small"), pace("b", scale="small"), pace("c", scale="large", count=2))
    given = run(framework(rules), facts, VOCABULARY)
    assert [name for name, _ in trace(rules, *facts)] == ["many", "mostly", "none"]
    many, mostly, none = given.firings
    assert many.facts == ("a", "b")
    assert many.finding.rests_on == ("improvement-log",)
    assert mostly.finding.says == "2 of 3, 67%"
    assert mostly.facts == ("a", "b", "c")
    assert none.facts == ()


def test_tallies_over_lists_of_values_count_what_fits_any_of_them() -> None:
    listed = pattern("t", "signal/pace", condition("scale == x", "small", "large"))
    team = pattern("t", "signal/pace", "team == n")
    rules = [rule("all", count("t", listed, "== 2")), rule("half", share("t", listed, team, "== 0.666667"))]
    facts = (pace("a", scale="small", team="n"), pace("b", scale="large", team="n"), pace("c", scale="other", team="n"))
    assert [name for name, _ in trace(rules, *facts, pace("d", scale="other", team="s"))] == ["all", "half"]


def test_what_the_fact_lacks_is_not_carried() -> None:
    carry = {"carry": (("team", Ref(alias="a", field="team")), ("often", Ref(alias="a", field="count")))}
    (one,) = run(framework([rule("r", PACE, conclude=carry)]), [pace("p", count=2)], VOCABULARY).firings
    assert one.finding.fields == {"theme": "stream", "direction": "neither", "trust": "plain", "often": 2}


def test_findings_reach_later_rules_with_what_they_carry() -> None:
    first = rule("z", PACE, conclude={"standing": "doing", "carry": (("team", Ref(alias="a", field="team")),)})
    second = rule("a", pattern("f", "finding/z", "team == n", "standing >= doing"), says="In {f.team}.")
    given = run(framework([second, first]), [pace("p", count=2, team="n"), pace("q", count=2, team="s")], VOCABULARY)
    assert [fired.rule for fired in given.firings] == ["a", "z", "z"]
    assert given.firings[0].finding.says == "In n."
    assert given.firings[0].finding.rests_on == ("improvement-log",)
    assert given.firings[0].facts[0].startswith("finding/z/")


def test_unless_may_name_a_finding() -> None:
    base = rule("base", PACE)
    rules = [base, rule("quiet", pattern("a", "signal/pace"), unless=(pattern("f", "finding/base"),))]
    assert trace(rules, pace("p", count=1)) == (("quiet", ("p",)),)
    assert trace(rules, pace("p", count=2)) == (("base", ("p",)),)


def test_compromised_findings_are_listed_but_support_nothing() -> None:
    rules = [rule("base", PACE, ask=("Show {a.count}.",)), rule("next", pattern("f", "finding/base"))]
    given = run(framework(rules), [pace("p", count=2)], VOCABULARY, trust_of=lambda _: ("compromised", None))
    assert [(f.rule, f.withdrawn, f.standing, f.ask) for f in given.firings] == [("base", True, None, ("Show 2.",))]
    assert [fact.id for fact in given.facts] == ["p"]


@pytest.mark.parametrize(("conclude", "kept"), [
    ({"direction": "worse"}, True), ({"direction": "worse", "limit": "doing", "standing": "showing"}, True),
    ({"limit": "doing"}, True), ({"limit": "doing", "direction": "better"}, False), ({"direction": "neither"}, False),
])  # fmt: skip
def test_what_counts_against_stands_though_its_evidence_is_compromised(conclude: dict[str, str], kept: bool) -> None:
    rules = [rule("base", PACE, conclude=conclude), rule("next", pattern("f", "finding/base"), conclude=conclude)]
    given = run(framework(rules), [pace("p", count=2)], VOCABULARY, trust_of=lambda _: ("compromised", None))
    assert [(f.rule, f.withdrawn, f.standing) for f in given.firings][:1] == [("base", not kept, None)]
    assert (len(given.firings) == 2) is kept


def test_exposed_evidence_supports_no_more_than_its_ceiling() -> None:
    rules = [rule("base", PACE), rule("next", pattern("f", "finding/base", "standing == doing", "trust == exposed"))]
    given = run(framework(rules), [pace("p", count=2)], VOCABULARY, trust_of=lambda _: ("exposed", "doing"))
    assert [(f.rule, f.standing) for f in given.firings] == [("base", "doing"), ("next", "doing")]


@pytest.mark.parametrize(
    ("standing", "ceiling", "left"),
    [("lasting", None, "lasting"), ("lasting", "doing", "doing"), ("stated", "doing", "stated"), (None, "doing", None)],
)
def test_what_a_ceiling_leaves_of_a_standing(standing: Any, ceiling: Any, left: Any) -> None:
    rules = [rule("r", PACE, conclude={"standing": standing})]
    (one,) = run(framework(rules), [pace("p", count=2)], VOCABULARY, trust_of=lambda _: ("exposed", ceiling)).firings
    assert one.standing == left
    assert one.finding.fields.get("standing") == left


@pytest.mark.parametrize("block", range(2))
def test_no_finding_stands_above_what_its_evidence_may_support(block: int) -> None:
    stood = 0
    for seed in range(40 * block, 40 * (block + 1)):
        book, facts, vocabulary = world(Dice(seed))
        drawn = run(book, facts, vocabulary, "reference", distrust)
        known = {fact.id: fact for fact in drawn.facts}
        for one in drawn.firings:
            trust, ceiling = distrust(tuple(known[name] for name in one.facts))
            assert one.trust == trust
            assert one.standing is None or (trust != "compromised" and rank(one.standing) <= rank(ceiling or "lasting"))
            assert one.finding.fields.get("standing") == one.standing
            stood += one.standing is not None
    assert stood > 10


def test_rows_are_gathered() -> None:
    rows = (Rows(resource="log", rows=(5, 2)),)
    facts = [pace("p", count=2).model_copy(update={"rows": rows})]
    given = run(framework([rule("base", PACE), rule("next", pattern("f", "finding/base"))]), facts, VOCABULARY)
    assert {fired.finding.rows for fired in given.firings} == {(Rows(resource="log", rows=(2, 5)),)}


def test_names_of_findings_stay_while_the_facts_stay() -> None:
    def names(*facts: Fact) -> set[str]:
        return {fired.finding.id for fired in run(framework([rule("r", PACE)]), facts, VOCABULARY).firings}

    assert names(pace("p", count=2)) < names(pace("a", count=3), pace("p", count=4))


@pytest.mark.parametrize(
    "fields", [{"count": "many"}, {"count": 2.5}, {"count": True}, {"count": 10**13}, {"count": float("inf")}]
)
def test_values_of_the_wrong_type_are_named(fields: Any) -> None:
    with pytest.raises(CannotComplete, match="facts, at p, field count"):
        run(framework([rule("r", PACE)]), [pace("p", **fields)], VOCABULARY)


def test_two_facts_with_one_id_are_refused() -> None:
    with pytest.raises(CannotComplete, match="two different facts"):
        run(framework([]), [pace("p", count=1), pace("p", count=2)], VOCABULARY)
