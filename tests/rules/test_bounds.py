"""Rules that facts meet in more ways than the limit: refused at one more, and not where joins leave few."""

import pytest

from inspector.model import limits
from inspector.model.problems import CannotComplete
from inspector.model.rules import VerdictRow
from inspector.rules.bounds import bounded
from inspector.rules.engine import run
from inspector.rules.intermediate import Check, CompiledPattern, CompiledRule, Earlier, EncodedFact
from inspector.workbench.judging.compiled import Compiled
from tests.rules.generated import WHERE, framework
from tests.rules.small import VOCABULARY, pace, pattern, rule

FACTS = tuple(EncodedFact(f"f{n}", "trace", {"size": n % 3}) for n in range(6))


SAME, OTHER, BIGGER = (Check("size", op, Earlier(0, "size")) for op in ("==", "!=", ">"))


def free(count: int, *checks: Check) -> CompiledRule:
    return CompiledRule("r", (CompiledPattern("trace", checks),) * count)


def joined(count: int, check: Check) -> CompiledRule:
    return CompiledRule("r", (CompiledPattern("trace", ()), *(CompiledPattern("trace", (check,)),) * (count - 1)))


@pytest.mark.parametrize(
    ("most", "rule", "refused"),
    [
        pytest.param(36, free(2), False, id="two free patterns of six facts are 36 ways"),
        pytest.param(35, free(2), True, id="36 ways are more than 35"),
        pytest.param(4, free(2, Check("size", "==", 1)), False, id="only facts that fit are counted"),
        pytest.param(3, free(2, Check("size", "==", 1)), True, id="two facts fit each of two patterns"),
        pytest.param(12, joined(2, SAME), False, id="six facts, and for each of them one more of its size"),
        pytest.param(11, joined(2, SAME), True, id="these are 12 ways, more than 11"),
        pytest.param(
            12, joined(3, SAME), False, id="no two others of one size: patterns that are joined do not multiply"
        ),
        pytest.param(20, joined(2, OTHER), True, id="what differs multiplies: 6 and 24"),
        pytest.param(30, joined(2, OTHER), False, id="30 ways are not more than 30"),
        pytest.param(1, CompiledRule("r", (CompiledPattern("fact", ()),) * 9), False, id="no fact is no way"),
    ],
)
def test_ways_are_counted_before_a_matcher_is_asked(most: int, rule: CompiledRule, refused: bool) -> None:
    limits.use([f"rule-matches={most}"])
    try:
        if not refused:
            bounded([rule], FACTS)
            return
        with pytest.raises(CannotComplete) as caught:
            bounded([rule], FACTS)
        (problem,) = caught.value.problems
        assert problem.rule == "too-many-matches"
        assert "--limit rule-matches=" in problem.fix
    finally:
        limits.use([])


@pytest.mark.parametrize(("most", "refused"), [(12, False), (11, True)])
def test_what_is_tried_in_vain_is_counted_too(most: int, refused: bool) -> None:
    # None of three is bigger than itself or another of its size: 3 facts, and 3 times 3 trials, of which none fits.
    facts = [EncodedFact(f"f{n}", "trace", {"size": 1}) for n in range(3)]
    limits.use(["rule-matches=3", f"rule-tries={most}"])
    try:
        if refused:
            with pytest.raises(CannotComplete, match="the rule r takes more than 11 trials"):
                bounded([joined(2, BIGGER)], facts)
        else:
            bounded([joined(2, BIGGER)], facts)
    finally:
        limits.use([])


@pytest.mark.parametrize(("many", "refused"), [(4, False), (5, True)])
def test_all_findings_together_have_a_limit(many: int, refused: bool) -> None:
    rules = framework([rule(f"r{n}", pattern("a", "signal/pace")) for n in range(2)])
    rules = rules.model_copy(update={"verdicts": (VerdictRow(id="last", verdict="static", says="So.", where=WHERE),)})
    facts = [pace(f"f{n}", count=n) for n in range(many)]
    limits.use(["findings=8"])
    try:
        for judge in (
            lambda: len(run(rules, facts, VOCABULARY).firings),
            lambda: len(Compiled(rules, VOCABULARY).outcome(facts).drawn),
        ):
            if refused:
                with pytest.raises(CannotComplete, match="with those of r1 there are more than 8 findings"):
                    judge()
            else:
                assert judge() == 2 * many
    finally:
        limits.use([])
