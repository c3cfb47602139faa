"""What a framework gets wrong is said with its place; lints say it earlier and better."""

from typing import Any

import pytest

from inspector.model.problems import CannotComplete
from inspector.rules.compile import compile_entry
from inspector.rules.strata import strata
from tests.rules.small import VOCABULARY, condition, count, pattern, rule

A = pattern("a", "signal/pace")


@pytest.mark.parametrize("value", ["0.000001", "2.5", "0.1", "123456.654321", "-0.000001"])
def test_numbers_of_at_most_six_decimals_can_be_compared(value: str) -> None:
    (one,) = compile_entry(rule("r", pattern("a", "signal/pace", f"share < {value}")), VOCABULARY).main
    assert one.patterns[0].checks[0].value == int(float(value) * 1e6 + (0.5 if float(value) > 0 else -0.5))


@pytest.mark.parametrize(
    ("bad", "says"),
    [
        (rule("r", pattern("a", "signal/pase")), "there is no signal pase"),
        (rule("r", pattern("a", "signal/pace", "cuont >= 1")), "there is no field cuont"),
        (rule("r", pattern("a", "signal/pace", "count == many")), "'many' is not a number"),
        (rule("r", pattern("a", "signal/pace", "scale >= small")), "scale is a string; it has no order"),
        (rule("r", pattern("a", "signal/pace", condition("even < x", True))), "even is a boolean; it has no order"),
        (rule("r", pattern("a", "signal/pace", "last >= 2024-02-30")), "'2024-02-30' is not a date"),
        (rule("r", pattern("a", "signal/pace", "standing >= good")), "'good' is not a standing"),
        (rule("r", pattern("a", "signal/pace", "share < 0.0000001")), "more than six decimals"),
        (rule("r", pattern("a", "signal/pace", "share < 2.0000011")), "more than six decimals"),
        (
            rule("r", pattern("a", "signal/pace", "team == $b.team"), pattern("b", "signal/pace")),
            "not an earlier alias",
        ),
        (rule("r", A, pattern("b", "signal/pace", "count == $a.team")), r"count is a integer and \$a.team a string"),
        (rule("r", A, pattern("b", "signal/pace", "count == $a.nothing")), "there is no field nothing"),
        (rule("r", count("t", A, "== few")), "'few' is not a number"),
        (rule("r", A, unless=(pattern("u", "probe/copied", "team == $x.team"),)), r"\$x is not an earlier alias"),
    ],
)
def test_refusals_are_located(bad: Any, says: str) -> None:
    with pytest.raises(CannotComplete, match=f"rules.yaml:3:5: .*{says}"):
        compile_entry(bad, VOCABULARY)


def test_lists_of_values_become_rules_of_the_same_name() -> None:
    both = rule("r", pattern("a", "signal/pace", condition("scale == x", "a", "b"), condition("count == x", 1, 2)))
    compiled = compile_entry(both, VOCABULARY)
    assert len(compiled.main) == 4
    assert {one.name for one in compiled.main} == {"r"}


def test_a_kind_without_fields_is_known_all_the_same() -> None:
    bare = rule("r", pattern("a", "signal/bare"))
    assert len(compile_entry(bare, {**VOCABULARY, "signal/bare": ()}).main) == 1
    with pytest.raises(CannotComplete, match="there is no signal bare"):
        compile_entry(bare, VOCABULARY)


def test_layers() -> None:
    rules = [
        rule("top", pattern("f", "finding/middle")),
        rule("middle", A, unless=(pattern("f", "finding/low"),)),
        rule("low", A),
        rule("also-low", A),
        rule("counts", count("t", pattern("t", "finding/middle"), ">= 1")),
    ]
    assert [[one.id for one in layer] for layer in strata(rules)] == [
        ["also-low", "low"],
        ["middle"],
        ["counts", "top"],
    ]


def test_cycles_are_refused() -> None:
    rules = [rule("a", pattern("f", "finding/b")), rule("b", A, unless=(pattern("f", "finding/a"),))]
    with pytest.raises(CannotComplete, match="rules wait for one another: a needs b needs a"):
        strata(rules)


def test_unknown_rules_are_refused() -> None:
    with pytest.raises(CannotComplete, match="there is no rule b"):
        strata([rule("a", pattern("f", "finding/b"))])
