import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.model.traces import Trace
from inspector.verdict.false_discovery import hold


def trace(number: int, p: float | None, outcome: str = "question") -> Trace:
    return Trace(probe="p", subject=f"indicator/{number:03}", outcome=outcome, says="Seen.", n=100, p_value=p)


def outcomes(*ps: float | None, outcome: str = "question") -> list[str]:
    return [t.outcome for t in hold(tuple(trace(i, p, outcome) for i, p in enumerate(ps)))]


@pytest.mark.parametrize(
    ("ps", "expected"),
    [
        # The worked example of Benjamini & Hochberg (1995), section 3.1, at q = 0.05: the four smallest are rejected.
        (
            (
                0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344,
                0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000,
            ),
            ["question"] * 4 + ["clear"] * 11,
        ),
        ((0.01,), ["question"]),
        ((0.06,), ["clear"]),
        ((None,), ["question"]),
        ((), []),
    ],
)  # fmt: skip
def test_questions_that_survive(ps: tuple[float | None, ...], expected: list[str]) -> None:
    assert outcomes(*ps) == expected


def test_clear_traces_were_tests_too() -> None:
    alone = hold((trace(0, 0.009),))
    among = hold((trace(0, 0.009), *(trace(i, 0.5, "clear") for i in range(1, 20))))
    assert alone[0].outcome == "question"
    assert among[0].outcome == "clear"
    assert "chance alone" in among[0].says
    assert among[0].ask == ()


def test_a_probe_that_tests_much_does_not_silence_one_that_tests_little() -> None:
    many = tuple(trace(i, 0.5, "clear") for i in range(60))
    one = Trace(probe="q", subject="improvement-log", outcome="question", says="Seen.", n=100, p_value=0.004)
    assert hold((one, *many))[0].outcome == "question"
    assert hold((trace(99, 0.004), *many))[0].outcome == "clear"


def test_strong_questions_and_impossibilities_stay() -> None:
    assert outcomes(0.5, outcome="strong-question") == ["strong-question"]


@given(st.lists(st.floats(0, 1), max_size=30))
def test_never_puts_a_question_that_was_not_there_and_keeps_the_order(ps: list[float]) -> None:
    before = tuple(trace(i, p, "question" if p < 0.05 else "clear") for i, p in enumerate(ps))
    after = hold(before)
    assert [t.subject for t in after] == [t.subject for t in before]
    assert all(b.outcome == "question" for b, a in zip(before, after, strict=True) if a.outcome == "question")
    assert after == hold(after)
