"""Rules matched again with some facts gone: the same as matching them all on what is left, and only what a table can see."""

from typing import Any

import pytest

from inspector.argument.rematch import Gone, Rematch, Table, fitting, needed
from inspector.model.facts import Fact
from inspector.model.rules import VerdictRow
from inspector.rules.compile import compile_entry, wanted
from inspector.rules.decision import decide
from inspector.rules.engine import run
from inspector.rules.vocabulary import extend
from tests.rules.generated import Dice, distrust, fact, framework, world
from tests.rules.small import VOCABULARY, WHERE, condition, copied, count, pace, pattern, rule, share


def row(name: str, *when: Any, **more: Any) -> VerdictRow:
    return VerdictRow(id=name, verdict="static", when=when, says="", where=WHERE, **more)


def taken(dice: Dice, facts: tuple[Fact, ...], vocabulary: dict[str, Any]) -> Gone:
    """Some facts gone, some that say something else, perhaps one more."""
    removed = frozenset(one.id for one in facts if dice.chance(3))
    other = [one.model_copy(update={"fields": fact(dice, one.id, {one.kind: vocabulary[one.kind]}).fields})
             for one in facts if one.id not in removed and dice.chance(2)]  # fmt: skip
    more = [fact(dice, "fact-new", vocabulary)] if dice.chance(2) else []
    return Gone(removed, {one.id: one for one in (*other, *more)})


@pytest.mark.parametrize("block", range(4))
def test_matching_again_is_matching_all_of_it(block: int) -> None:
    """Twice with the same rules, so that what is kept from one time is not taken for the next."""
    changed = 0
    for seed in range(60 * block, 60 * (block + 1)):
        dice = Dice(seed)
        book, facts, vocabulary = world(dice, most_facts=8)
        first = run(book, facts, vocabulary, "reference", distrust)
        again = Rematch(book.rules, facts, first.firings, extend(book, vocabulary))
        for _ in range(2):
            gone = taken(dice, facts, vocabulary)
            left = {**{one.id: one for one in facts if one.id not in gone.removed}, **gone.placed}
            right = run(book, left.values(), vocabulary, "reference", distrust)
            firings, live = again.without(gone, distrust)
            assert sorted(firings, key=lambda f: (f.rule, [n for _, n in f.bindings])) == list(right.firings), (
                f"seed {seed}"
            )
            assert live == {one.id: one for one in right.facts if not one.kind.startswith("tally/")}, f"seed {seed}"
            changed += right.firings != first.firings
    assert changed > 10


CHAIN = (
    rule("base", pattern("a", "signal/pace", "count >= 2")),
    rule("next", pattern("f", "finding/base")),
    rule("guarded", pattern("a", "signal/pace"), unless=(pattern("f", "finding/base"),)),
    rule("many", count("t", pattern("t", "signal/pace"), ">= 2")),
)


@pytest.mark.parametrize(
    ("gone", "fires"),
    [
        (Gone(frozenset(), {}), ["base", "many", "next"]),
        (Gone(frozenset({"q"}), {}), ["base", "next"]),
        (Gone(frozenset({"p"}), {}), ["guarded"]),
        (Gone(frozenset(), {"p": pace("p", count=1)}), ["guarded", "guarded", "many"]),
        (Gone(frozenset(), {"q": pace("q", count=2)}), ["base", "base", "many", "next", "next"]),
        (Gone(frozenset({"p"}), {"r": pace("r", count=5)}), ["base", "many", "next"]),
        (Gone(frozenset({"p", "q"}), {}), []),
    ],
)
def test_what_is_gone_takes_with_it_what_was_built_on_it_and_lets_through_what_it_barred(
    gone: Gone, fires: list[str]
) -> None:
    facts = (pace("p", count=2), pace("q", count=1))
    book = framework(CHAIN)
    first = run(book, facts, VOCABULARY, "reference", lambda _: ("plain", None))
    again = Rematch(CHAIN, facts, first.firings, extend(book, VOCABULARY))
    firings, live = again.without(gone, lambda _: ("plain", None))
    assert sorted(one.rule for one in firings) == fires
    assert {one.finding.id for one in firings} <= set(live)


def test_a_finding_that_is_withdrawn_is_not_read_by_later_rules() -> None:
    facts = (pace("p", count=2), pace("q", count=2))

    def trust_of(some: tuple[Fact, ...]) -> tuple[Any, None]:
        return ("compromised" if any(one.id == "q" for one in some) else "plain"), None

    first = run(framework(CHAIN), facts, VOCABULARY, "reference", trust_of)
    again = Rematch(CHAIN, facts, first.firings, extend(framework(CHAIN), VOCABULARY))
    firings, live = again.without(Gone(frozenset({"p"}), {}), trust_of)
    assert [(one.rule, one.withdrawn) for one in firings if one.rule in ("base", "next")] == [("base", True)]
    assert not any(name.startswith("finding/base") for name in live)


# The decision table.
@pytest.mark.parametrize("block", range(2))
def test_a_table_asked_again_gives_the_row_that_deciding_gives(block: int) -> None:
    rows = set()
    for seed in range(30 * block, 30 * (block + 1)):
        dice = Dice(seed)
        tests = (f"count {dice.pick(('>=', '<', '==', '!='))} {dice.number(0, 4)}" for _ in range(3))
        table = [row(f"r{n}", pattern("a", "signal/pace", test)) for n, test in enumerate(tests)]
        barred = row("barred", unless=(pattern("a", "signal/pace", "count >= 2"),))
        some = row("some", count("t", pattern("t", "signal/pace", "count >= 1"), f">= {dice.number(1, 3)}"))
        table = [*table[: dice.number(0, 2)], dice.pick((some, barred)), *table[2:], row("last")]
        asked = Table(table, VOCABULARY)
        for _ in range(3):
            facts = [pace(f"p{n}", count=dice.number(0, 4)) for n in range(dice.number(0, 3))]
            found = asked.first({one.id: one for one in facts})
            assert found.id == decide(table, facts, VOCABULARY, "reference")[0].id, f"seed {seed}"
            rows.add(found.id)
    assert {"some", "barred", "last"} <= rows


def test_the_last_row_where_none_holds() -> None:
    rows = [row(name, pattern("a", "signal/pace")) for name in ("first", "second", "third")]
    table = Table(rows, VOCABULARY)
    assert table.first({}) == rows[2]
    assert table.first({"p": pace("p")}) == rows[0]


# What a table can see.
RULES = (
    rule("raises", pattern("f", "finding/read"), conclude={"standing": "doing"}),
    rule("holds", pattern("a", "signal/pace"), conclude={"limit": "doing"}),
    rule("remark", pattern("a", "signal/pace"), conclude={"direction": "better"}),
    rule("read", share("t", pattern("t", "signal/pace"), pattern("t", "finding/deep"), ">= 0.5"), theme="effect"),
    rule("deep", pattern("a", "signal/pace"), theme="effect", unless=(pattern("f", "finding/barring"),)),
    rule("barring", pattern("a", "signal/pace"), theme="effect"),
    rule("unread", pattern("f", "finding/read"), theme="effect"),
)
STREAM = ["raises", "holds", "read", "deep", "barring"]


@pytest.mark.parametrize(
    ("table", "names"),
    [
        ([row("r", pattern("s", "standing/stream"))], STREAM),
        ([row("r", unless=(pattern("s", "standing/stream"),))], STREAM),
        ([row("r", count("t", pattern("t", "standing/stream"), ">= 1"))], STREAM),
        ([row("r", pattern("s", "standing/effect"))], ["read", "deep", "barring", "unread"]),
        ([row("r", pattern("f", "finding/remark"))], ["remark"]),
        ([row("a", pattern("f", "finding/remark")), row("b", pattern("f", "finding/barring"))], ["remark", "barring"]),
        ([row("r", pattern("a", "signal/pace", "count >= 2"))], []),
        ([row("r", pattern("b", "basis", "compromised_share >= 0.5"))], []),
        ([row("r", pattern("b", "basis", "better >= 1"))], [one.id for one in RULES]),
        ([row("r", pattern("b", "basis", "compromised_share < 1", "worse == 0"))], [one.id for one in RULES]),
        ([row("r")], []),
    ],
)
def test_only_the_rules_that_the_table_can_see_are_needed_in_their_order(
    table: list[VerdictRow], names: list[str]
) -> None:
    assert [one.id for one in needed(RULES, table)] == names


# What facts are to the rules.
def marks(*rules: Any, facts: Any) -> dict[str, frozenset[int]]:
    entries = [compile_entry(one, VOCABULARY) for one in rules]
    return fitting(entries, facts, wanted(entries, VOCABULARY))


def test_facts_that_fit_the_same_patterns_are_alike() -> None:
    listed = rule("listed", count("t", pattern("t", "signal/pace", condition("scale == x", "small", "large")), ">= 1"))
    found = marks(
        rule("many", pattern("a", "signal/pace", "count >= 2")), listed,
        facts=[
            pace("a", count=2, scale="small"), pace("b", count=9, scale="large"), pace("c", count=1, scale="small"),
            pace("d", count=1, scale="other"), copied("e", team="n"),
        ],
    )  # fmt: skip
    assert found["a"] == found["b"]
    assert len({found["a"], found["c"], found["d"]}) == 3
    assert (len(found["a"]), len(found["c"]), found["d"]) == (2, 1, frozenset())
    assert "e" not in found


def test_what_a_pattern_asks_of_facts_before_it_is_no_mark() -> None:
    joined = rule(
        "joined", pattern("a", "signal/pace"), pattern("b", "probe/copied", "team == $a.team", "outcome == clear")
    )
    found = marks(
        joined, facts=[copied("x", team="n", outcome="clear"), copied("y", team="s", outcome="clear"), copied("z")]
    )
    assert found["x"] == found["y"] != found["z"] == frozenset()


def test_patterns_that_bar_and_both_sides_of_a_share_mark_too() -> None:
    rules = (
        rule("barred", pattern("a", "signal/pace"), unless=(pattern("u", "probe/copied", "outcome == clear"),)),
        rule(
            "shared",
            share("t", pattern("t", "signal/pace", "count >= 2"), pattern("t", "probe/copied", "team == n"), ">= 1"),
        ),
    )
    found = marks(*rules, facts=[copied("a", outcome="clear"), copied("b", team="n"), copied("c"), pace("d", count=2)])
    assert len({found["a"], found["b"], found["c"]}) == 3
    assert found["d"] > marks(*rules, facts=[pace("d", count=1)])["d"]
