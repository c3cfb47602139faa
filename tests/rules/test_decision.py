from typing import Any

import pytest

from inspector.model.facts import Fact
from inspector.model.problems import CannotComplete
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


def test_a_table_that_gives_nothing_is_refused() -> None:
    with pytest.raises(CannotComplete, match="no row of the decision table holds"):
        decide((row("some", STREAM),), stands("doing"), {})
