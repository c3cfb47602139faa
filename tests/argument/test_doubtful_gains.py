"""Why a gain may be worth less than it seems: the most serious that what is known leaves open, and the most serious first."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from inspector.argument.doubtful_gains import doubtful_gains
from inspector.model.facts import Fact
from inspector.model.inspection import Inspection
from tests.argument.by_hand import fact, finding, inspection, trusted

CASES = yaml.safe_load((Path(__file__).parent / "doubtful_gains.yaml").read_text(encoding="utf-8"))


def gain(id: str, call: str = "sudden-gain", measure: str = "outcome") -> Fact:
    return fact(f"signal/trajectory/{id}", indicator=id, title=id.title(), call=call, measure=measure)


def known(case: dict[str, Any], id: str = "x") -> list[Fact]:
    """The gain in `id` and what is known about it."""
    facts = [gain(id, measure=case.get("measure", "outcome"))]
    of = case.get("asks_of", id)
    facts += [fact(f"probe/{p}/{of}", indicator=of, outcome=o) for p, o in case.get("asks", {}).items()]
    if "spell" in case:
        facts.append(fact(f"signal/regression-to-the-mean/{id}", outcome=case["spell"]))
    if (outcome := case.get("claim", "followed")) is not None:
        chance = case.get("chance", 0.05)
        told = {} if chance is None else {"chance": chance}
        facts.append(fact(f"signal/claimed-effect/{id}", outcome=outcome, **told))
    return facts


def resting(*facts: Fact, **more: Any) -> Inspection:
    return inspection([finding("f", [one.id for one in facts])], facts, **more)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    trust = [trusted("indicator/x", case["trust"])] if "trust" in case else []
    (one,) = doubtful_gains(resting(*known(case), trust=trust))
    assert one.says.startswith(f"X got better. {case['because']}")
    assert (one.kind, one.about) == ("worthless-gain", ("signal/trajectory/x",))


ONE_OF_EACH = (
    {"asks": {"shrinking-denominator": "question"}}, {"asks": {"late-entries": "question"}}, {"trust": "exposed"},
    {"spell": "gain-discounted"}, {"measure": "process"}, {"claim": None}, {"chance": 0.5}, {},
)  # fmt: skip


def test_the_most_serious_comes_first_and_then_the_order_of_the_names() -> None:
    ids = "hgfedcba"
    facts = [one for id, case in reversed(list(zip(ids, ONE_OF_EACH, strict=True))) for one in known(dict(case), id)]
    trust = [trusted("indicator/f", "exposed")]
    assert [one.about[0][-1] for one in doubtful_gains(resting(*facts, trust=trust))] == list(ids)
    alike = [*known({}, "b"), *known({}, "a"), *known({}, "c")]
    assert [one.about[0][-1] for one in doubtful_gains(resting(*alike))] == ["a", "b", "c"]


def test_gains_are_counted_among_all_series() -> None:
    facts = [*known({}), *known({}, "y"), gain("flat", "no-change"), gain("lost", "loss"), fact("signal/other/z")]
    first, second = doubtful_gains(resting(*facts))
    assert "It is one of 2 gains among 4 measures" in first.says
    assert first.about != second.about


@pytest.mark.parametrize(
    ("call", "direction", "behind", "told"),
    [
        ("gradual-gain", "better", True, True),
        ("sudden-gain", "better", True, True),
        ("faded-gain", "better", True, False),
        ("no-change", "better", True, False),
        ("loss", "better", True, False),
        ("sudden-gain", "worse", True, False),
        ("sudden-gain", "neither", True, False),
        ("sudden-gain", "better", False, False),
    ],
)
def test_only_gains_that_a_finding_for_improvement_rests_on(
    call: str, direction: str, behind: bool, told: bool
) -> None:
    rests = ["signal/trajectory/x"] if behind else []
    found = inspection([finding("f", rests, direction=direction)], [gain("x", call)])
    assert len(doubtful_gains(found)) == told
