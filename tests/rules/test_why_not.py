from inspector.rules.why_not import Lack, Near, why_not
from tests.rules.generated import framework
from tests.rules.small import VOCABULARY, copied, count, pace, pattern, rule

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
