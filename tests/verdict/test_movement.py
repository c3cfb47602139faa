"""How many measures moved which way, as the decision table is told: cases that can be worked out by hand."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from inspector.model.facts import Fact
from inspector.verdict.movement import movement

CASES = yaml.safe_load((Path(__file__).parent / "movement.yaml").read_text(encoding="utf-8"))
NAMES = ("probability_gain", "probability_loss", "probability_faded")


def fact(number: int, given: dict[str, Any]) -> Fact:
    fields = {"call": given["call"], **({"probability": given["probability"]} if "probability" in given else {})}
    fields |= dict(zip(NAMES, given["chances"], strict=True)) if "chances" in given else {}
    name = f"indicator/{number}"
    return Fact(id=f"signal/trajectory/{number}", kind="signal/trajectory", fields=fields, rests_on=(name,))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    facts = [fact(number, one) for number, one in enumerate(case["measures"])]
    other = Fact(id="signal/pace", kind="signal/pace", fields={"call": "loss"})
    trust = {f"indicator/{n}": one["trust"] for n, one in enumerate(case["measures"]) if "trust" in one}
    found = movement([*facts, other], trust)
    assert {name: found[name] for name in case["basis"]} == case["basis"]
