"""What makes a question a strong one, and what does not."""

from typing import Any

import pytest

from inspector import probes
from inspector.model.traces import Trace
from inspector.verdict.false_discovery import hold
from inspector.verdict.witnesses import ADVICE, strengthened, weighs


def trace(probe: str, subject: str = "indicator/x", outcome: str = "question", **more: Any) -> Trace:
    return Trace(probe=probe, subject=subject, outcome=outcome, says="Seen.", n=90, ask=("Why?",), **more)


def outcomes(*traces: Trace) -> list[str]:
    return [found.outcome for found in strengthened(traces)]


def test_two_that_look_at_different_things_are_strong() -> None:
    found = strengthened((trace("deadline-bunching"), trace("late-entries")))
    assert [one.outcome for one in found] == ["strong-question"] * 2
    assert "late-entries asks about the same evidence" in found[0].says


@pytest.mark.parametrize(
    "second",
    [
        trace("capped-counts"),
        trace("late-entries", subject="indicator/y"),
        trace("late-entries", effect=0.01),
        trace("late-entries", outcome="clear"),
        trace("benford"),
    ],
    ids=["looks at the same", "about something else", "about very few", "clear", "advice"],
)
def test_what_is_no_second_witness(second: Trace) -> None:
    assert outcomes(trace("deadline-bunching"), second)[0] == "question"


def test_an_impossibility_needs_no_second_witness_and_makes_one() -> None:
    strong = trace("impossible-percentages", outcome="strong-question")
    assert outcomes(strong) == ["strong-question"]
    assert outcomes(strong, trace("too-smooth")) == ["strong-question", "strong-question"]


def test_only_what_survives_false_discovery_is_a_witness() -> None:
    many = tuple(trace("too-smooth", f"indicator/{k}", "clear", p_value=0.5) for k in range(40))
    weak = (trace("deadline-bunching", p_value=0.04), trace("late-entries", p_value=0.06))
    assert [one.outcome for one in hold((*weak, *many))[:2]] == ["clear", "clear"]


@pytest.mark.parametrize("id", probes.ids())
def test_every_probe_says_what_it_looks_at(id: str) -> None:
    assert probes.looks_at(id)
    assert weighs(trace(id)) is (id not in ADVICE)
