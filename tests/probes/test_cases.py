"""Runs the cases of every probe, and holds every trace to the rules for traces."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector import probes
from inspector.model.traces import Trace

from .accusing import ACCUSING
from .cases import build, faults
from .reckoned import reckoned

HERE = Path(__file__).parent
BY_ID = {id: yaml.safe_load((HERE / f"{id.replace('-', '_')}.yaml").read_text("utf-8")) for id in probes.ids()}
CASES = [pytest.param(id, case, id=f"{id}: {case['name']}") for id, cases in BY_ID.items() for case in cases]
# Where a case says what the arithmetic answers, the arithmetic cannot mind the order.
ORDERED = [param for param in CASES if "reckoned" not in param.values[1]]
ASKING = ("question", "strong-question")


def examine(id: str, case: dict[str, Any]) -> tuple[Trace, ...]:
    with reckoned(case):
        return tuple(probes.load(id).examine(build(case["given"])))


@pytest.mark.parametrize(("id", "case"), CASES)
def test_case(id: str, case: dict[str, Any]) -> None:
    traces = examine(id, case)
    assert [(t.subject, t.outcome) for t in traces] == [(w["subject"], w["outcome"]) for w in case["expect"]]
    assert [faults(trace, wanted) for trace, wanted in zip(traces, case["expect"], strict=True)] == [[]] * len(traces)


@pytest.mark.parametrize(("id", "case"), CASES)
def test_every_trace_is_as_a_trace_must_be(id: str, case: dict[str, Any]) -> None:
    module = probes.load(id)
    for trace in examine(id, case):
        assert trace.probe == id
        assert trace.says.endswith(".")
        assert not ACCUSING.search(" ".join((trace.says, *trace.innocent, *trace.ask)))
        asked = (module.ASK, module.INNOCENT) if trace.outcome in ASKING else ((), ())
        assert (trace.ask, trace.innocent) == asked
        assert trace.rows or trace.outcome not in ASKING
        assert (trace.smallest_dose is None) == (trace.outcome == "not-applicable")
        for number in (trace.p_value, trace.effect, trace.smallest_dose):
            assert number is None or (0 <= number <= 1 and float(f"{number:.6g}") == number)
        fact = probes.fact_of(trace)
        assert set(fact.fields) <= {field.name for field in probes.FIELDS}
        assert fact.fields["outcome"] == trace.outcome
        assert fact.fields.get("indicator") == (trace.subject.partition("indicator/")[2] or None)


@pytest.mark.parametrize("id", probes.ids())
def test_the_cases_cover_every_kind_of_answer(id: str) -> None:
    seen = {wanted["outcome"] for case in BY_ID[id] for wanted in case["expect"]}
    assert {"clear", "not-applicable", "insufficient-data"} <= seen
    assert seen & {"question", "strong-question"}


@pytest.mark.parametrize(("id", "case"), ORDERED)
@given(data=st.data())
@settings(max_examples=4, deadline=None)
def test_the_order_of_rows_makes_no_difference(id: str, case: dict[str, Any], data: st.DataObject) -> None:
    evidence = build(case["given"])
    shuffled = evidence.model_copy(
        update={
            name: tuple(data.draw(st.permutations(getattr(evidence, name))))
            for name in ("durations", "indicators", "log", "figures", "participation", "case_lists")
        }
    )
    assert probes.load(id).examine(shuffled) == probes.load(id).examine(evidence)
