from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from inspector.model.evidence import Evidence, Indicator, Resource, Rows
from inspector.model.facts import Fact
from inspector.model.inspection import TrustIn
from inspector.model.ladder import Standing, Trust
from inspector.model.traces import Trace
from inspector.verdict.trust import by, of_facts, trust_in

CASES = yaml.safe_load((Path(__file__).parent / "trust.yaml").read_text(encoding="utf-8"))


def evidence(case: dict[str, Any]) -> Evidence:
    given = {"indicator": "timely", "title": "Timely", "better": "up", **case["register"]}
    return Evidence(
        authority="A",
        period_start=date(2025, 1, 1),
        period_end=date(2025, 12, 31),
        digest="0" * 64,
        resources=(
            Resource(name="log", path="improvement-log.csv", kind="improvement-log", sha256="0" * 64, bytes=1, rows=9),
        ),
        indicators=(Indicator(resource="register", row=2, **given),),
        left_out=tuple(Rows(resource=f"{n}.csv", rows=tuple(rows)) for n, rows in case.get("left_out", {}).items()),
    )


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    traces = [Trace(says="Seen.", n=50, **given) for given in case.get("traces", [])]
    entries = trust_in(evidence(case), traces)
    assert {t.evidence: t.trust for t in entries} == case["trust"]
    assert case.get("because", "") in " ".join(reason for t in entries for reason in t.reasons)
    assert all(bool(t.reasons) == (t.trust != "plain") for t in entries)


def test_facts_share_the_least_trust_of_what_they_rest_on() -> None:
    facts = [Fact(id="a", kind="signal/x", fields={}, rests_on=("log", "indicator/timely"))]
    assert of_facts(facts, {"log": "plain", "indicator/timely": "exposed"}) == "exposed"
    assert of_facts([], {}) == "plain"


@pytest.mark.parametrize(
    ("trust", "asked", "at_most"),
    [
        ("corroborated", False, None),
        ("plain", False, None),
        ("exposed", False, "doing"),
        ("exposed", True, "stated"),
        ("compromised", True, "stated"),
    ],
)
def test_the_highest_standing_that_trust_leaves(trust: Trust, asked: bool, at_most: Standing | None) -> None:
    trust_of = by((TrustIn(evidence="log", trust=trust, reasons=(), asked=asked),))
    assert trust_of((Fact(id="a", kind="signal/x", fields={}, rests_on=("log",)),)) == (trust, at_most)
