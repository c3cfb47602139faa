"""What makes a question a strong one, and what does not."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from inspector import probes
from inspector.model.traces import OUTCOMES, Trace
from inspector.verdict.false_discovery import hold
from inspector.verdict.witnesses import ADVICE, independent, strengthened, weighs

CASES = yaml.safe_load((Path(__file__).parent / "witnesses.yaml").read_text(encoding="utf-8"))


def trace(probe: str, of: str = "indicator/x", outcome: Any = "question", **more: Any) -> Trace:
    return Trace(probe=probe, subject=of, outcome=outcome, says="Seen.", n=90, ask=("Why?",), **more)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    found = strengthened(tuple(trace(**given) for given in case["traces"]))
    assert [one.outcome for one in found] == case["becomes"]


def test_a_strong_question_names_those_who_look_at_something_else() -> None:
    given = (trace("deadline-bunching"), trace("target-hugging"), trace("capped-counts"), trace("late-entries"))
    others = {one.probe: one.says for one in strengthened(given)}
    told = "asks about the same evidence, looking at something else."
    assert others["deadline-bunching"] == f"Seen. late-entries, target-hugging {told}"
    assert others["late-entries"] == f"Seen. capped-counts, deadline-bunching, target-hugging {told}"


def test_only_what_survives_false_discovery_is_a_witness() -> None:
    many = tuple(trace("too-smooth", f"indicator/{k}", "clear", p_value=0.5) for k in range(40))
    weak = (trace("deadline-bunching", p_value=0.04), trace("late-entries", p_value=0.06))
    assert [one.outcome for one in hold((*weak, *many))[:2]] == ["clear", "clear"]


@pytest.mark.parametrize("id", probes.ids())
def test_every_probe_says_what_it_looks_at(id: str) -> None:
    assert probes.looks_at(id)
    assert weighs(trace(id)) is (id not in ADVICE)


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_only_questions_weigh(outcome: str) -> None:
    assert weighs(trace("late-entries", outcome=outcome)) is (outcome in ("question", "strong-question"))


PROBES = st.sampled_from(["deadline-bunching", "capped-counts", "late-entries", "too-smooth", "benford"])
ANY = st.lists(
    st.builds(
        lambda probe, of, outcome, effect: trace(probe, of, outcome, effect=effect),
        PROBES,
        st.sampled_from(["indicator/x", "improvement-log"]),
        st.sampled_from(["clear", "question", "strong-question"]),
        st.sampled_from([None, 0.0199, 0.02]),
    ),
    max_size=6,
).map(tuple)


@given(ANY)
def test_questions_are_strengthened_where_two_witnesses_ask_and_nowhere_else(given: tuple[Trace, ...]) -> None:
    after = strengthened(given)
    for before, now in zip(given, after, strict=True):
        asking = [one for one in given if one.subject == before.subject and weighs(one)]
        stronger = before.outcome == "question" and weighs(before) and independent(asking) >= 2
        assert now.outcome == ("strong-question" if stronger else before.outcome)
    assert strengthened(after) == after
