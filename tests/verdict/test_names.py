"""What a finding is called: the same for as long as the same facts fire its rule, whatever else is in the bundle."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector.model.facts import Fact
from inspector.model.rules import Condition, Pattern
from inspector.rules.engine import run
from inspector.verdict.names import name
from tests import inspected
from tests.conftest import EXAMPLES
from tests.verdict.by_hand import WHERE, fired, framework, rule

CASES = yaml.safe_load((Path(__file__).parent / "names.yaml").read_text(encoding="utf-8"))
SHIPPED = sorted(one.name for one in EXAMPLES.iterdir() if one.is_dir())


def fact(text: str) -> Fact:
    id, _, indicator = text.partition(" = ")
    return Fact(id=id, kind="/".join(id.split("/")[:2]), fields={"indicator": indicator} if indicator else {})


def wants(place: int, wanted: Any) -> Pattern:
    operator = "!=" if str(wanted).startswith("!= ") else "=="
    values = tuple(wanted) if isinstance(wanted, list) else (str(wanted).removeprefix("!= "),)
    test = Condition(field="key", operator=operator, values=values, where=WHERE)
    return Pattern(alias=f"a{place}", kind="signal/s", conditions=(test,), where=WHERE)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    below, bound = ([fact(one) for one in case.get(part, ())] for part in ("built", "bound"))
    patterns = tuple(wants(place, wanted) for place, wanted in enumerate(case.get("wants", ())))
    book = framework({"t": 1}, rule("early", "t"), rule("late", "t", when=patterns))
    early = fired("early", 1, *(one.id for one in below))
    late = fired("late", 2, *(one.id for one in bound), *(["finding/early/1"] if below else []))
    assert name(book, [early, late], {one.id: one for one in [*below, *bound]})["finding/late/2"] == case["called"]


def test_two_firings_that_cannot_be_told_apart_are_numbered() -> None:
    book = framework({"t": 1}, rule("r", "t"))
    facts = [fact("signal/learning-loop/log"), fact("signal/self-knowledge/all")]
    firings = [fired("r", n, one.id) for n, one in enumerate([*facts, *facts])]
    assert list(name(book, firings, {one.id: one for one in facts}).values()) == ["r", "r/2", "r/3", "r/4"]


def named(example: str, facts: tuple[Fact, ...]) -> dict[tuple[str, tuple[str, ...]], str]:
    """The names of findings by their rule and the facts that fired it."""
    book = inspected.rulebook(inspected.inspected(example).framework_id)
    firings = run(book.framework, facts, book.known)
    names = name(book.framework, firings.firings, {one.id: one for one in firings.facts})
    return {(one.rule, tuple(bound for _, bound in one.bindings)): names[one.finding.id] for one in firings.firings}


@settings(max_examples=8, deadline=None)
@given(st.data())
def test_more_evidence_renames_no_finding(data: st.DataObject) -> None:
    example = data.draw(st.sampled_from(SHIPPED))
    every = tuple(one for one in inspected.inspected(example).facts if one.kind.split("/")[0] in ("signal", "probe"))
    gone = data.draw(st.sets(st.sampled_from([one.id for one in every])))
    before, after = named(example, tuple(one for one in every if one.id not in gone)), named(example, every)
    both = before.keys() & after.keys()
    assert {key: before[key] for key in both} == {key: after[key] for key in both}
    assert len(set(after.values())) == len(after)
    assert len(set(before.values())) == len(before)


@pytest.mark.parametrize("example", SHIPPED)
def test_no_finding_of_the_examples_needs_a_number(example: str) -> None:
    found = inspected.inspected(example).findings
    assert [one.id for one in found if one.id.rpartition("/")[2].isdigit()] == []
