"""How much evidence may support: cases by hand, what trust leaves of a standing, and that a question never earns any."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from inspector import probes
from inspector.model.derivations import Recomputed
from inspector.model.directions import Direction
from inspector.model.evidence import Evidence, Figure, Indicator, Resource, Rows
from inspector.model.facts import Fact
from inspector.model.inspection import TrustIn
from inspector.model.ladder import TRUSTS
from inspector.model.traces import OUTCOMES, Trace
from inspector.verdict.false_discovery import hold
from inspector.verdict.trust import by, of_facts, trust_in
from tests.verified import ROOT, by_register, looked

DAY = date(2025, 1, 1)
FIGURE = Figure(
    resource="indicators.csv", row=2, indicator="timely", period_start=DAY, period_end=DAY, value=1, recorded_on=DAY
)
CASES = yaml.safe_load((Path(__file__).parent / "trust.yaml").read_text(encoding="utf-8"))


def evidence(case: dict[str, Any]) -> Evidence:
    register = {
        "indicator": "timely",
        "title": "Timely",
        "better": "up",
        "verified_by": "Healthwatch",
        **case["register"],
    }
    ending = "" if case.get("by_name") else ".csv"
    files = {"improvement-log": "improvement-log", **case.get("files", {})}
    made = Evidence(
        authority="A",
        period_start=date(2025, 1, 1),
        period_end=date(2025, 12, 31),
        digest="0" * 64,
        resources=tuple(
            Resource(name=name, path=f"{name}.csv", kind=kind, sha256="0" * 64, bytes=1, rows=9)
            for name, kind in files.items()
        ),
        indicators=(Indicator(resource="register", row=2, **register),),
        figures=(FIGURE,),
        left_out=tuple(Rows(resource=n + ending, rows=tuple(rows)) for n, rows in case.get("left_out", {}).items()),
    )
    made = by_register(made)
    if body := case.get("looked"):
        made = looked(made, body["verified_by"], indicator="timely", **{k: body[k] for k in ("looked_at", "agreed")})
    if body := case.get("lists_from"):
        made = with_list(made, body, sealed=case.get("lists_sealed", True))
    if "vouched" in case or "timed" in case:
        way, timed = case.get("vouched", "framework"), case.get("timed", False)
        told = Direction(resource="register", row=2, indicator="timely", title="Timely", vouched=way, timed=timed)
        made = made.model_copy(update={"directions": (told,)})
    return made


def with_list(made: Evidence, body: str, *, sealed: bool) -> Evidence:
    root = ROOT if sealed else None
    file = {"name": "list", "path": "list.csv", "kind": "case-records", "sha256": "0" * 64, "bytes": 1, "rows": 9}
    given = Resource(**file, submitted_by=body, giver_root=root)
    span = {"period_start": DAY, "period_end": DAY}
    counted = Recomputed(indicator="timely", derivation="timely", resource="list.csv", rows=(2,), **span, value=1)
    return made.model_copy(update={"resources": (*made.resources, given), "recomputed": (counted,)})


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    traces = [Trace(**{"says": "Seen.", "n": 50, **given}) for given in case.get("traces", [])]
    entries = [one for one in trust_in(evidence(case), traces) if one.evidence not in ("verifications", "case-records")]
    assert {t.evidence: t.trust for t in entries} == case["trust"]
    assert [t.evidence for t in entries] == sorted(case["trust"])
    assert case.get("because", "") in " ".join(reason for t in entries for reason in t.reasons)
    assert all(t.reasons for t in entries if t.trust != "plain")
    asked = [t.evidence for t in entries if t.asked]
    assert case.get("asked", asked) == asked


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
        ("compromised", False, None),
    ],
)
def test_the_highest_standing_that_evidence_may_support(trust: Any, asked: bool, at_most: Any) -> None:
    known = [
        TrustIn(evidence="log", trust=trust, reasons=(), asked=asked),
        TrustIn(evidence="else", trust="plain", reasons=()),
    ]
    one = Fact(id="a", kind="signal/x", fields={}, rests_on=("else",))
    other = Fact(id="b", kind="signal/x", fields={}, rests_on=("else", "log"))
    expected = "plain" if trust == "corroborated" else trust
    assert by(known)((one, other)) == (expected, at_most)
    assert by(known)((one,)) == ("plain", None)


ANY_TRACE = st.builds(
    lambda probe, subject, outcome, n, p, effect: Trace(
        probe=probe, subject=subject, outcome=outcome, says="Seen.", n=n, p_value=p, effect=effect
    ),
    st.sampled_from(["claimed-against-recomputed", "late-entries", "deadline-bunching", "capped-counts", "benford"]),
    st.sampled_from(["indicator/timely", "improvement-log", "improvement-log/part"]),
    st.sampled_from(OUTCOMES),
    st.sampled_from([2, 3, 50]),
    st.sampled_from([None, 0.001, 0.04]),
    st.sampled_from([None, 0.01, 0.02, 0.5]),
)
QUESTION = ANY_TRACE.map(lambda trace: trace.model_copy(update={"outcome": "question"}))
REGISTERS = st.sampled_from([{}, {"stakes": "a grant"}])


@given(REGISTERS, st.lists(ANY_TRACE, max_size=5), st.lists(QUESTION, max_size=3))
def test_trust_never_rises_with_more_questions(
    register: dict[str, Any], traces: list[Trace], questions: list[Trace]
) -> None:
    whole = evidence({"register": register})
    before, after = trust_in(whole, traces), trust_in(whole, [*traces, *questions])
    for one, other in zip(before, after, strict=True):
        assert TRUSTS.index(other.trust) <= TRUSTS.index(one.trust)
        assert other.asked or not one.asked


@given(REGISTERS, st.lists(ANY_TRACE, max_size=5))
def test_what_is_asked_about_is_never_trusted_and_two_witnesses_compromise_it(
    register: dict[str, Any], traces: list[Trace]
) -> None:
    for one in trust_in(evidence({"register": register}), hold(tuple(traces))):
        assert not one.asked or TRUSTS.index(one.trust) <= TRUSTS.index("exposed")
        told = {probes.looks_at(t.probe) for t in traces for r in one.reasons if r.startswith(f"{t.probe} asks")}
        assert len(told) < 2 or one.trust == "compromised"
