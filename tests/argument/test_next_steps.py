"""The next step: what lifts a limit, else what would have the evidence checked, else the nearest rule of the next standing."""

from typing import Any

import pytest

from inspector.argument.next_steps import ANSWERED, CHECKED, next_steps
from inspector.model.argument import Step
from inspector.model.facts import Fact
from inspector.model.inspection import Finding, TrustIn
from inspector.model.rules import Rule
from tests.argument.by_hand import fact, finding, theme
from tests.rules import generated, small
from tests.rules.small import VOCABULARY, condition, copied, pace, pattern


def rule(id: str, *when: Any, standing: str | None = "doing", practice: str = "", **more: Any) -> Rule:
    """A rule of the theme `stream` that asks for what is never there unless it is said to ask for something else."""
    conclude = {"standing": standing, "limit": more.pop("limit", None)}
    wanted = when or (pattern("a", "signal/pace", "count >= 9"),)
    return small.rule(id, *wanted, conclude=conclude, practice=practice or f"Do {id}.", **more)


def steps(now: str, rules: list[Rule], findings: list[Finding] = [], facts: list[Fact] = []) -> list[Step]:  # noqa: B006
    return list(next_steps([theme("stream", now)], findings, generated.framework(rules), facts, VOCABULARY))


def step(now: str, *rules: Rule, findings: Any = (), facts: Any = ()) -> tuple[str, str, str] | None:
    """The rule, the standing then, and the words of the one step; None where there is none."""
    found = steps(now, list(rules), list(findings), list(facts))
    assert all((one.theme, one.now) == ("stream", now) for one in found)
    return (found[0].rule, found[0].then, found[0].says) if found else None


@pytest.mark.parametrize(
    ("now", "then"),
    [("silent", "stated"), ("stated", "doing"), ("doing", "showing"), ("showing", "lasting"), ("lasting", None)],
)
def test_one_step_up_the_ladder(now: str, then: str | None) -> None:
    rules = [rule(f"to-{one}", standing=one) for one in ("lasting", "showing", "doing", "stated", "silent")]
    assert step(now, *rules) == (None if then is None else (f"to-{then}", then, f"Do to-{then}."))


def test_where_no_rule_gives_the_next_standing_the_next_above_it() -> None:
    assert step("stated", rule("a", standing="lasting"), rule("b", standing="showing")) == ("b", "showing", "Do b.")


def test_rules_that_fired_or_say_nothing_to_do_or_raise_nothing_are_no_step() -> None:
    fired = rule("fired")
    wordless = rule("wordless").model_copy(update={"practice": ""})
    remark, limit = rule("remark", standing=None), rule("limit", standing=None, limit="doing")
    elsewhere = rule("elsewhere", theme="effect")
    given = [finding("fired", standing="stated")]
    assert step("stated", fired, wordless, remark, limit, elsewhere, findings=given) is None
    assert step("stated", fired, wordless, remark, limit, elsewhere) == ("fired", "doing", "Do fired.")
    assert step("stated", fired, rule("other"), findings=given) == ("other", "doing", "Do other.")
    away = [finding("fired", withdrawn=True)]
    assert step("stated", fired, findings=away) == ("fired", "doing", "Do fired.")


def test_each_theme_has_its_own_step_and_those_without_one_have_none() -> None:
    rules = [rule("s"), rule("e", theme="effect", standing="lasting")]
    themes = [theme("candour", "silent"), theme("effect", "showing"), theme("stream", "stated")]
    found = next_steps(themes, [], generated.framework(rules), [], VOCABULARY)
    assert [(one.theme, one.rule) for one in found] == [("effect", "e"), ("stream", "s")]


# What lifts a limit.
HOLDS = rule("holds", standing=None, limit="doing")
HELD = finding("holds", limit="doing", standing=None, reached=None)


def rises(standing: str | None, **more: Any) -> Finding:
    return finding("rises", standing=standing, reached=standing, **more)


@pytest.mark.parametrize(
    ("now", "others", "lifted"),
    [
        ("doing", [rises("showing")], True),
        ("doing", [rises("lasting"), rises("stated")], True),
        ("doing", [rises("doing")], False),
        ("doing", [rises(None)], False),
        ("doing", [], False),
        ("doing", [rises("showing", withdrawn=True)], False),
        ("doing", [rises("showing", theme="effect")], False),
        ("stated", [rises("showing")], False),
    ],
    ids=[
        "one would rise",
        "one of two",
        "not above it",
        "no standing",
        "none",
        "withdrawn",
        "elsewhere",
        "not held at it",
    ],
)
def test_a_limit_is_lifted_where_that_alone_holds_the_theme(now: str, others: list[Finding], lifted: bool) -> None:
    up = rule("up", standing="showing")
    expected = ("holds", "showing", "Do holds.") if lifted else ("up", "showing", "Do up. Do holds.")
    assert step(now, HOLDS, up, findings=[*others, HELD]) == expected


@pytest.mark.parametrize(("now", "then"), [("silent", "stated"), ("stated", "doing"), ("showing", "lasting")])
def test_lifting_it_is_one_step(now: str, then: str) -> None:
    held = finding("holds", limit=now, standing=None)
    assert step(now, HOLDS, findings=[held, rises("lasting")]) == ("holds", then, "Do holds.")


def test_the_first_limit_that_says_what_to_do_and_else_another_step() -> None:
    first = HOLDS.model_copy(update={"id": "first", "practice": ""})
    held = [finding("first", limit="doing", standing=None), HELD, rises("showing")]
    assert step("doing", first, HOLDS, findings=held) == ("holds", "showing", "Do holds.")
    wordless = [held[0], held[2]]
    assert step("doing", first, rule("up", standing="lasting"), findings=wordless) == ("up", "lasting", "Do up.")


def test_all_limits_that_hold_a_theme_are_lifted_together() -> None:
    also = HOLDS.model_copy(update={"id": "also", "practice": "Do also."})
    held = [HELD, finding("also", limit="doing", standing=None), rises("lasting")]
    assert step("doing", HOLDS, also, findings=held) == ("holds", "showing", "Do holds. Do also.")


def test_a_limit_that_the_step_does_not_reach_is_left() -> None:
    assert step("silent", HOLDS, rule("up", standing="doing"), findings=[HELD]) == ("up", "doing", "Do up.")


def test_questions_about_the_evidence_are_answered_before_anybody_checks_it() -> None:
    fact_ = fact("signal/s/1", "indicator/x")
    asked = TrustIn(evidence="indicator/x", trust="exposed", reasons=("a probe asks",), asked=True)
    found = finding("a", ["signal/s/1"], reached="showing", standing="stated", trust="exposed")
    rules = generated.framework([rule("a", standing="showing")])
    (one,) = next_steps([theme("stream", "stated")], [found], rules, [fact_], VOCABULARY, [asked])
    assert (one.rule, one.then, one.says) == ("a", "showing", ANSWERED)


# What would have the evidence checked.
def lowered(id: str, reached: str | None, standing: str | None = "doing", trust: str = "exposed") -> Finding:
    return finding(id, reached=reached, standing=standing, trust=trust)


@pytest.mark.parametrize(
    ("findings", "expected"),
    [
        ([lowered("a", "showing")], ("a", "showing", CHECKED)),
        ([lowered("a", "lasting"), lowered("b", "showing"), lowered("c", "lasting")], ("b", "showing", CHECKED)),
        ([lowered("a", "doing")], ("up", "lasting", "Do up.")),
        ([lowered("a", None), lowered("b", "stated")], ("up", "lasting", "Do up.")),
        ([lowered("a", "showing", trust="plain")], ("up", "lasting", "Do up.")),
    ],
    ids=["one", "the least of three", "not above it", "nothing reached", "not exposed"],
)
def test_evidence_that_is_checked_lets_a_finding_count_for_what_it_reached(findings: Any, expected: Any) -> None:
    assert step("doing", rule("up", standing="lasting"), findings=findings) == expected


# The nearest rule.
def failing(*conditions: str) -> Any:
    return pattern("a", "signal/pace", *conditions)


def test_the_rule_that_lacks_least_is_nearest_and_of_two_alike_the_first() -> None:
    far, near = rule("far", failing("count >= 9", "scale == small")), rule("near", failing("count >= 9"))
    facts = [pace("p", count=1)]
    assert step("stated", far, near, facts=facts) == ("near", "doing", "Do near.")
    assert step("stated", near, far, facts=facts) == ("near", "doing", "Do near.")
    assert step("stated", rule("one"), rule("two"), facts=facts) == ("one", "doing", "Do one.")


def test_what_every_part_lacks_adds_up_and_of_each_its_nearest_fact_counts() -> None:
    two = rule("two", failing("count >= 9"), pattern("b", "probe/copied", "outcome == clear"))
    both = rule("both", failing("count >= 9", "scale == small", "team == n"))
    # `two` lacks one in each part; of the facts the second comes nearer to `both`, and lacks three.
    facts = [pace("p", count=1), pace("q", count=1), copied("c", outcome="question")]
    assert step("stated", both, two, facts=facts) == ("two", "doing", "Do two.")
    nearer = [pace("p", count=1), pace("q", count=1, scale="small", team="n"), copied("c", outcome="question")]
    assert step("stated", two, both, facts=nearer) == ("both", "doing", "Do both.")


FIVE = tuple(
    condition(text) for text in ("count >= 9", "scale == small", "team == n", "share > 0.5", "standing == doing")
)


def test_no_fact_at_all_is_as_far_as_five_conditions() -> None:
    nothing = rule("nothing", pattern("u", "probe/copied"))
    five = rule("five", pattern("a", "signal/pace", *FIVE))
    facts = [pace("p", count=1)]
    assert step("stated", nothing, five, facts=facts) == ("nothing", "doing", "Do nothing.")
    assert step("stated", five, nothing, facts=facts) == ("five", "doing", "Do five.")
    four = rule("four", pattern("a", "signal/pace", *FIVE[:4]))
    assert step("stated", nothing, four, facts=facts) == ("four", "doing", "Do four.")


def test_what_takes_a_match_away_is_not_counted() -> None:
    taken = rule(
        "taken", pattern("a", "signal/pace"),
        unless=(pattern("u", "probe/copied"), pattern("v", "probe/copied", "outcome == question", "team == n")),
    )  # fmt: skip
    near = rule("near", failing("count >= 9"))
    assert step("stated", near, taken, facts=[pace("p", count=1), copied("c")]) == ("taken", "doing", "Do taken.")
