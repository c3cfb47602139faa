import operator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.model.facts import Fact
from inspector.model.problems import CannotComplete, Where
from inspector.model.rules import VerdictRow
from inspector.rules.decision import decide
from tests.rules.small import WHERE, count, pattern

STREAM = pattern("s", "standing/stream", "standing >= showing")


def row(name: str, *when: Any, **more: Any) -> VerdictRow:
    more.setdefault("says", "")
    return VerdictRow(id=name, verdict="static", when=when, where=WHERE, **more)


def stands(standing: str, better: int = 1) -> tuple[Fact, ...]:
    fields = {"standing": standing, "low": standing, "high": standing}
    basis = Fact(id="basis", kind="basis", fields={"better": better, "worse": 0})
    return Fact(id="standing/stream", kind="standing/stream", fields=fields), basis


TABLE = (
    row("up", STREAM, pattern("b", "basis", "better >= 2")),
    row("some", STREAM, says="It is {s.standing}."),
    row("quiet", count("n", pattern("n", "standing/stream", "standing == silent"), ">= 1"), says="{n.n} silent."),
    row("other"),
)


@pytest.mark.parametrize("matcher", ["auto", "reference"])
@pytest.mark.parametrize(
    ("facts", "name", "says", "support"),
    [
        (stands("lasting", 2), "up", "", ("basis", "standing/stream")),
        (stands("showing"), "some", "It is showing.", ("standing/stream",)),
        (stands("silent"), "quiet", "1 silent.", ("standing/stream",)),
        (stands("doing"), "other", "", ()),
    ],
)
def test_first_row_that_holds(matcher: Any, facts: Any, name: str, says: str, support: Any) -> None:
    found, because = decide(TABLE, facts, {}, matcher)
    assert (found.id, found.says, because) == (name, says, support)


def test_a_row_may_hold_unless() -> None:
    table = (row("calm", unless=(pattern("b", "basis", "better >= 1"),)), row("other"))
    assert decide(table, stands("doing", 0), {})[0].id == "calm"
    assert decide(table, stands("doing", 1), {})[0].id == "other"


def test_a_row_speaks_of_its_first_match_and_rests_on_all() -> None:
    table = (
        row("some", pattern("s", "standing/stream", "standing >= stated"), says="It is {s.standing}."),
        row("other"),
    )
    facts = [
        Fact(id=id, kind="standing/stream", fields={"standing": standing})
        for id, standing in (("c", "doing"), ("a", "silent"), ("b", "stated"), ("d", "lasting"))
    ]
    found, because = decide(table, facts, {})
    assert (found.says, because) == ("It is stated.", ("b", "c", "d"))


def test_a_table_that_gives_nothing_is_refused_at_its_last_row() -> None:
    table = tuple(
        row(f"r{line}", STREAM).model_copy(update={"where": Where(file="framework.yaml", line=line)})
        for line in (7, 8, 9)
    )
    with pytest.raises(
        CannotComplete, match=r"framework\.yaml:9: error \[no-verdict\] no row of the decision table holds"
    ):
        decide(table, stands("doing"), {})
    with pytest.raises(
        CannotComplete, match=r"framework\.yaml: error \[no-verdict\] no row of the decision table holds"
    ):
        decide((), stands("doing"), {})


OPERATORS = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


@given(st.lists(st.tuples(st.sampled_from(sorted(OPERATORS)), st.integers(0, 4)), max_size=6), st.integers(0, 4))
def test_the_first_row_that_holds_wins(rows: list[tuple[str, int]], better: int) -> None:
    table = [row(f"r{n}", pattern("b", "basis", f"better {op} {value}")) for n, (op, value) in enumerate(rows)]
    held = [f"r{n}" for n, (op, value) in enumerate(rows) if OPERATORS[op](better, value)]
    assert decide([*table, row("last")], stands("doing", better), {}, "reference")[0].id == [*held, "last"][0]
