"""Which questions survive when everything that was tested is taken together: by hand, and by what must hold whatever comes."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from inspector.model.traces import Trace
from inspector.verdict.false_discovery import RATE, hold

CASES = yaml.safe_load((Path(__file__).parent / "false_discovery.yaml").read_text(encoding="utf-8"))
Tests = dict[str, list[float]]


def trace(number: int, p: float | None, outcome: Any = "question", probe: str = "p") -> Trace:
    subject = f"indicator/{probe}-{number:03}"
    return Trace(
        probe=probe,
        subject=subject,
        outcome=outcome,
        says="Seen.",
        n=100,
        p_value=p,
        ask=("Why?",),
        innocent=("Luck.",),
    )


def traces(tests: Tests) -> tuple[Trace, ...]:
    return tuple(trace(n, p, probe=probe) for probe, ps in tests.items() for n, p in enumerate(ps))


def left(tests: Tests, rate: float = RATE) -> set[tuple[str, str]]:
    return {(t.probe, t.subject) for t in hold(traces(tests), rate) if t.outcome == "question"}


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    survived: Tests = {}
    for one in hold(traces(case["tests"])):
        if one.outcome == "question":
            survived.setdefault(one.probe, []).append(one.p_value or 0.0)
    assert survived == case["left"]


def test_a_question_that_is_not_put_says_so_and_asks_nothing() -> None:
    (one,) = hold((trace(0, 0.06),))
    assert one.says.startswith("Seen. ")
    assert "chance alone" in one.says
    assert (one.outcome, one.ask, one.innocent) == ("clear", (), ())


def test_clear_traces_were_tests_too() -> None:
    alone = hold((trace(0, 0.009),))
    among = hold((trace(0, 0.009), *(trace(i, 0.5, "clear") for i in range(1, 20))))
    assert (alone[0].outcome, among[0].outcome) == ("question", "clear")


@pytest.mark.parametrize("p", [None, 0.5])
def test_what_was_not_tested_and_what_is_impossible_stays(p: float | None) -> None:
    for outcome in ("strong-question", "question") if p is None else ("strong-question",):
        one = trace(0, p, outcome)
        assert hold((one,)) == (one,)
        assert hold((one, trace(1, 0.9, probe="q")))[0] == one


def test_questions_left_about_the_same_evidence_make_one_another_strong() -> None:
    both = tuple(
        trace(0, p, probe=probe).model_copy(update={"subject": "log"}) for probe, p in (("p", 0.01), ("q", 0.02))
    )
    assert [one.outcome for one in hold(both)] == ["strong-question"] * 2
    assert [one.outcome for one in hold((both[0], both[1].model_copy(update={"p_value": 0.06})))] == [
        "question",
        "clear",
    ]


P = st.one_of(st.floats(0, 1), st.sampled_from([0.0, 0.001, 0.01, 0.02, 0.025, 0.04, 0.05, 0.06]))
ANY_TESTS = st.dictionaries(st.sampled_from(["p", "q", "r"]), st.lists(P, min_size=1, max_size=6), max_size=3)


@given(ANY_TESTS)
def test_never_puts_a_question_that_was_not_there_and_keeps_the_order(tests: Tests) -> None:
    before = tuple(t.model_copy(update={"outcome": "clear"}) if (t.p_value or 0) > RATE else t for t in traces(tests))
    after = hold(before)
    assert [t.subject for t in after] == [t.subject for t in before]
    assert all(b.outcome == "question" for b, a in zip(before, after, strict=True) if a.outcome == "question")
    assert after == hold(after)


@given(ANY_TESTS)
def test_no_question_survives_above_the_rate_and_one_that_does_takes_all_smaller_ones_of_its_probe_with_it(
    tests: Tests,
) -> None:
    survived = left(tests)
    for t in traces(tests):
        if (t.probe, t.subject) in survived:
            assert t.p_value is not None
            assert t.p_value <= RATE
            smaller = {
                (o.probe, o.subject) for o in traces(tests) if o.probe == t.probe and (o.p_value or 0) <= t.p_value
            }
            assert smaller <= survived


@given(ANY_TESTS, st.floats(0, 1))
def test_more_tests_that_show_nothing_put_no_question_and_a_smaller_rate_none_either(tests: Tests, part: float) -> None:
    survived = left(tests)
    assert left({probe: [*ps, 1.0] for probe, ps in tests.items()}) <= survived
    assert left({**tests, "s": [1.0]}) <= survived
    assert left(tests, RATE * part) <= survived


@given(ANY_TESTS.filter(bool), st.randoms(use_true_random=False))
def test_what_stands_out_more_never_silences_another_question(tests: Tests, random: Any) -> None:
    probe = random.choice(sorted(tests))
    place = random.randrange(len(tests[probe]))
    sharper = {**tests, probe: [p * random.random() if n == place else p for n, p in enumerate(tests[probe])]}
    assert left(tests) <= left(sharper)
