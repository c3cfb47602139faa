from typing import Any

import pytest

from inspector.rules.why_not import Lack, Near, why_not
from tests.rules.generated import framework
from tests.rules.small import VOCABULARY, condition, copied, count, pace, pattern, rule, share

STEADY = rule(
    "steady",
    pattern("a", "signal/pace", "count >= 3", "scale == small"),
    pattern("b", "probe/copied", "team == $a.team", "outcome == clear"),
)


def test_the_nearest_facts_and_what_they_lack() -> None:
    facts = [
        pace("far", count=1),
        pace("near", count=2, scale="small", team="n"),
        copied("c", outcome="clear", team="s"),
    ]
    first, second = why_not(framework([STEADY]), STEADY, facts, VOCABULARY)
    assert not first.held
    assert first.nearest == (
        Near("near", (Lack("count", ">=", (3,), 2),)),
        Near("far", (Lack("count", ">=", (3,), 1), Lack("scale", "==", ("small",), None))),
    )
    assert second.held


def test_joins_are_judged_with_what_was_bound() -> None:
    facts = [pace("a", count=3, scale="small", team="n"), copied("c", outcome="clear", team="s")]
    first, second = why_not(framework([STEADY]), STEADY, facts, VOCABULARY)
    assert first.held
    assert second.nearest == (Near("c", (Lack("team", "==", ("n",), "s"),)),)


def test_no_fact_of_the_kind_at_all() -> None:
    first, _ = why_not(framework([STEADY]), STEADY, [], VOCABULARY)
    assert (first.held, first.nearest) == (False, ())


def test_what_unless_took_away() -> None:
    guarded = rule("g", pattern("a", "signal/pace"), unless=(pattern("u", "probe/copied", "outcome == question"),))
    accounts = why_not(framework([guarded]), guarded, [pace("p"), copied("c", outcome="question")], VOCABULARY)
    assert [(a.part, a.held, [near.fact for near in a.nearest]) for a in accounts] == [
        ("when", True, ["p"]),
        ("unless", True, ["c"]),
    ]


def test_tallies_are_counted_again() -> None:
    many = rule("many", count("t", pattern("t", "signal/pace", "scale == small"), ">= 3"))
    (account,) = why_not(framework([many]), many, [pace("p", scale="small")], VOCABULARY)
    assert account.nearest == (Near("tally/many/t", (Lack("n", ">=", (3,), 1),)),)


def test_of_a_share_what_lacks_is_the_share() -> None:
    half = rule(
        "half", share("t", pattern("t", "signal/pace", "scale == small"), pattern("t", "signal/pace"), ">= 0.5")
    )
    facts = [pace("p", scale="small"), pace("q"), pace("r"), pace("s")]
    (account,) = why_not(framework([half]), half, facts, VOCABULARY)
    assert account.nearest == (Near("tally/half/t", (Lack("share", ">=", (0.5,), 0.25),)),)


@pytest.mark.parametrize("many", [1, 3, 4, 12])
def test_at_most_three_facts_are_named_those_that_lack_least_first(many: int) -> None:
    facts = [pace(f"p{n:02}", count=1, **({"scale": "small"} if n == many - 1 else {})) for n in range(many)]
    first, _ = why_not(framework([STEADY]), STEADY, facts, VOCABULARY)
    assert [near.fact for near in first.nearest] == [f"p{many - 1:02}", "p00", "p01"][: min(3, many)]


def test_of_several_ways_to_bind_what_came_before_the_one_that_lacks_least_is_told() -> None:
    facts = [
        pace("a1", count=3, scale="small", team="n"),
        pace("a2", count=3, scale="small", team="s"),
        pace("a3", count=3, scale="small", team="w"),
        copied("c", outcome="question", team="s"),
    ]
    _, second = why_not(framework([STEADY]), STEADY, facts, VOCABULARY)
    assert second.nearest == (Near("c", (Lack("outcome", "==", ("clear",), "question"),)),)


def test_any_of_the_values_listed_will_do_and_whole_numbers_are_compared_with_fractions() -> None:
    listed = rule("r", pattern("a", "signal/pace", condition("scale == x", "small", "large"), "count >= 2.5"))
    (account,) = why_not(framework([listed]), listed, [pace("p", scale="large", count=2)], VOCABULARY)
    assert account.nearest == (Near("p", (Lack("count", ">=", (2.5,), 2),)),)
    (account,) = why_not(framework([listed]), listed, [pace("p", scale="large", count=3)], VOCABULARY)
    assert account.held


def test_what_the_fact_referred_to_does_not_say_is_said() -> None:
    facts = [pace("a", count=3, scale="small"), copied("c", outcome="clear", team="s")]
    _, second = why_not(framework([STEADY]), STEADY, facts, VOCABULARY)
    assert second.nearest == (Near("c", (Lack("team", "==", (), "s"),)),)


def test_no_fact_plays_two_parts() -> None:
    two = rule("two", pattern("a", "signal/pace"), pattern("b", "signal/pace"))
    held = [account.held for account in why_not(framework([two]), two, [pace("p")], VOCABULARY)]
    assert held == [True, False]


UNLESS = (pattern("u", "probe/copied", "outcome == question", "team == $a.team"),)


@pytest.mark.parametrize(
    ("facts", "parts"),
    [
        ([pace("p", count=1, team="n"), copied("c", outcome="question", team="n")], [("when", False), ("when", True)]),
        ([pace("p", count=3, team="n")], [("when", True), ("when", False)]),
        (
            [pace("p", count=3, team="n"), copied("c", outcome="clear", team="n")],
            [("when", True), ("when", True), ("unless", False)],
        ),
        (
            [pace("p", count=3, team="n"), copied("c", outcome="question", team="n")],
            [("when", True), ("when", True), ("unless", True)],
        ),
    ],
)
def test_what_would_take_a_match_away_is_looked_at_where_there_is_one(
    facts: Any, parts: list[tuple[str, bool]]
) -> None:
    guarded = rule("g", pattern("a", "signal/pace", "count >= 3"), pattern("b", "probe/copied"), unless=UNLESS)
    # The fact that takes away is not the one that was bound.
    more = [*facts, *(one.model_copy(update={"id": f"{one.id}2"}) for one in facts if one.id == "c")]
    accounts = why_not(framework([guarded]), guarded, more, VOCABULARY)
    assert [(account.part, account.held) for account in accounts] == parts


@pytest.mark.parametrize(("place", "held"), [(200, True), (201, False)])
def test_two_hundred_ways_to_bind_a_part_are_followed(place: int, held: bool) -> None:
    """Enough to explain by; a thousand facts for each of two parts would be a million ways."""
    pair = rule("pair", pattern("a", "signal/pace"), pattern("b", "probe/copied", "team == $a.team"))
    facts = [pace(f"p{n:03}", team="this" if n == place else "other") for n in range(1, 202)]
    _, second = why_not(framework([pair]), pair, [*facts, copied("c", team="this")], VOCABULARY)
    assert second.held is held
