"""What the decision table is told: where every theme stands, and what the verdict would rest on."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from inspector.model.inspection import TrustIn
from inspector.model.traces import Trace
from inspector.verdict.basis import table_facts
from inspector.verdict.movement import movement
from tests.verdict.by_hand import finding, theme

CASES = yaml.safe_load((Path(__file__).parent / "basis.yaml").read_text(encoding="utf-8"))

NOTHING_MOVED = movement((), {})


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    heard = [finding(f"h{n}", "stream", direction=way) for n, way in enumerate(case.get("findings", ()))]
    out = [finding(f"w{n}", "stream", direction=way, withdrawn=True) for n, way in enumerate(case.get("withdrawn", ()))]
    traces = [
        Trace(probe="p", subject=str(n), outcome=outcome, says="Seen.", n=9)
        for n, outcome in enumerate(case.get("questions", ()))
    ]
    trust = [TrustIn(evidence=str(n), trust=one, reasons=()) for n, one in enumerate(case.get("trust", ()))]
    themes = [theme(name, *stands) for name, stands in case["themes"].items()]
    *standings, basis = table_facts(themes, [*heard, *out], traces, trust)
    assert (basis.id, basis.kind, basis.fields) == ("basis", "basis", {**NOTHING_MOVED, **case["basis"]})
    assert basis.says == case["says"]
    assert {fact.id: [fact.fields[name] for name in ("standing", "low", "high")] for fact in standings} == {
        f"standing/{name}": stands for name, stands in case["themes"].items()
    }
    assert all(fact.kind == fact.id for fact in standings)
