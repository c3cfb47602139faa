"""What lies behind a verdict: what its reasons name, and what that rests on in turn; nothing else."""

from inspector.argument.support import facts_behind, findings_behind
from inspector.model.inspection import Inspection
from tests.argument.by_hand import fact, finding, inspection, theme

FINDINGS = (
    finding("one", ["signal/s/1"]),
    finding("two/x", ["signal/s/2", "signal/s/3"]),
    finding("three", ["signal/s/4"]),
    finding("four", ["signal/s/5"], withdrawn=True),
    finding("stream", ["signal/s/7"]),
)
FACTS = tuple(fact(f"signal/s/{n}") for n in range(1, 8))
THEMES = (theme("stream", findings=("one", "four")), theme("effect", findings=("three",)))


def behind(*because: str) -> tuple[list[str], list[str]]:
    found: Inspection = inspection(FINDINGS, FACTS, themes=THEMES, because=because)
    return [one.id for one in findings_behind(found)], [one.id[-1] for one in facts_behind(found)]


def test_a_finding_that_is_named_and_its_facts() -> None:
    assert behind("finding/two/x") == (["two/x"], ["2", "3"])


def test_the_findings_of_a_theme_that_is_named_but_those_withdrawn() -> None:
    assert behind("standing/stream") == (["one"], ["1"])
    assert behind("standing/unheard-of") == ([], [])


def test_what_speaks_on_a_theme_and_moves_it_nowhere_carries_nothing() -> None:
    remark = finding("remark", ["signal/s/6"], standing=None)
    holds = finding("holds", ["signal/s/7"], standing=None, limit="doing")
    themes = (theme("stream", findings=("remark", "holds")),)
    found: Inspection = inspection((remark, holds), FACTS, themes=themes, because=("standing/stream",))
    assert [one.id for one in findings_behind(found)] == ["holds"]


def test_a_fact_that_is_named() -> None:
    assert behind("signal/s/6", "basis") == ([], ["6"])


def test_all_of_them_together_in_the_order_of_the_inspection() -> None:
    named = ("standing/effect", "standing/stream", "finding/two/x", "signal/s/6")
    assert behind(*named) == (["one", "two/x", "three"], ["1", "2", "3", "4", "6"])
    assert behind("finding/two/x", "finding/one") == (["one", "two/x"], ["1", "2", "3"])


def test_a_withdrawn_finding_lies_behind_nothing() -> None:
    assert behind("finding/four") == ([], [])


def test_nothing_named() -> None:
    assert behind() == ([], [])
