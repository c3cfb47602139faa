"""Rules that facts could match in more ways than the limit: refused at one more, also where joins leave few."""

import pytest

from inspector.model import limits
from inspector.model.problems import CannotComplete
from inspector.rules.bounds import bounded
from inspector.rules.intermediate import Check, CompiledPattern, CompiledRule, Earlier, EncodedFact

FACTS = tuple(EncodedFact(f"f{n}", "trace", {"size": n % 3}) for n in range(6))


def free(count: int, *checks: Check) -> CompiledRule:
    return CompiledRule("r", (CompiledPattern("trace", checks),) * count)


@pytest.mark.parametrize(
    ("most", "rule", "refused"),
    [
        pytest.param(36, free(2), False, id="two free patterns of six facts are 36 ways"),
        pytest.param(35, free(2), True, id="36 ways are more than 35"),
        pytest.param(4, free(2, Check("size", "==", 1)), False, id="only facts that fit are counted"),
        pytest.param(3, free(2, Check("size", "==", 1)), True, id="two facts fit each of two patterns"),
        pytest.param(
            6, free(2, Check("size", "==", Earlier(0, "size"))), False, id="patterns that are joined do not multiply"
        ),
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
