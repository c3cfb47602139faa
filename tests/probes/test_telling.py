"""What all probes share: how a trace is told, how figures become series, which list counts, and what a trace is as a fact."""

from datetime import date
from typing import Any

import numpy as np
import pytest

from inspector import probes
from inspector.model.case_lists import CaseList
from inspector.model.evidence import Evidence, Figure
from inspector.model.traces import Trace
from inspector.probes import ListRow, Teller

TELL = Teller("some-probe", ("It is so.",), ("Is it so?",))


def told(outcome: Any = "clear", p_value: float | None = 0.5, effect: float = 0.5, smallest: float = 0.5) -> Trace:
    rows = [ListRow("y", 3), ListRow("y", 2), ListRow("x", 9), ListRow("y", 3)]
    numbers = {"p_value": p_value, "effect": effect, "smallest": smallest}
    return TELL.tested(outcome, "improvement-log", "Said.", 7, **numbers, rows=rows)


def test_a_question_has_words_and_an_answer_has_none() -> None:
    for outcome in ("question", "strong-question"):
        assert (told(outcome).innocent, told(outcome).ask) == (("It is so.",), ("Is it so?",))
    assert (told().innocent, told().ask) == ((), ())
    assert [(one.resource, one.rows) for one in told().rows] == [("x", (9,)), ("y", (2, 3))]
    assert (told().probe, told().subject, told().says, told().n) == ("some-probe", "improvement-log", "Said.", 7)


@pytest.mark.parametrize(
    ("number", "p_value", "share"),
    [(-0.25, 1e-15, 0.0), (0.0, 1e-15, 0.0), (0.123456789, 0.123457, 0.123457), (1.0, 1.0, 1.0), (1.25, 1.0, 1.0)],
)
def test_numbers_are_shares_with_six_digits(number: float, p_value: float, share: float) -> None:
    trace = told(p_value=number, effect=number, smallest=number)
    assert (trace.p_value, trace.effect, trace.smallest_dose) == (p_value, share, share)
    assert TELL.too_little("indicators", "Few.", 3, number).smallest_dose == share
    assert told(p_value=None).p_value is None


def test_too_little_and_nothing_to_look_at() -> None:
    little = TELL.too_little("indicators", "Few.", 3)
    assert (little.outcome, little.n, little.smallest_dose) == ("insufficient-data", 3, 1.0)
    none = TELL.not_applicable("indicators", "None.")
    assert (none.outcome, none.n, none.smallest_dose) == ("not-applicable", 0, None)
    assert TELL.not_applicable("indicators", "None.", 4).n == 4


def test_what_was_too_little_comes_after_what_was_tested() -> None:
    def settled(tested: list[Trace], short: str, *numbers: float) -> list[tuple[str, str, int, float | None]]:
        traces = TELL.settled(tested, "indicators", short, "None.", *numbers)  # type: ignore[arg-type]
        return [(one.outcome, one.says, one.n, one.smallest_dose) for one in traces]

    assert settled([], "") == [("not-applicable", "None.", 0, None)]
    assert settled([], "", 5) == [("not-applicable", "None.", 5, None)]
    assert settled([], "Few.") == [("insufficient-data", "Few.", 0, 1.0)]
    assert settled([], "Few.", 5, 0.25) == [("insufficient-data", "Few.", 5, 0.25)]
    assert settled([told()], "") == [("clear", "Said.", 7, 0.5)]
    assert settled([told()], "Few.", 5) == [("clear", "Said.", 7, 0.5), ("insufficient-data", "Few.", 5, 1.0)]


def evidence(**parts: Any) -> Evidence:
    days = {"period_start": date(2023, 4, 1), "period_end": date(2026, 3, 31)}
    return Evidence(authority="-", digest="0" * 64, **days, **parts)


def figure(row: int, indicator: str, month: int, **more: Any) -> Figure:
    days = {"period_start": date(2024, month, 1), "period_end": date(2024, month, 28)}
    return Figure(resource="figures", row=row, indicator=indicator, **days, **more)


def test_series_are_in_order_and_of_two_figures_for_a_period_the_first_row_counts() -> None:
    made = [figure(5, "b", 1), figure(4, "a", 2), figure(3, "a", 1), figure(2, "a", 2), figure(6, "a", 3)]
    found = probes.series(evidence(figures=tuple(made)))
    assert {id: [one.row for one in some] for id, some in found.items()} == {"a": [3, 2, 6], "b": [5]}
    assert list(found) == ["a", "b"]


@pytest.mark.parametrize(
    ("numbers", "value"),
    [
        ({}, None),
        ({"value": 0.0}, 0.0),
        ({"value": 5.0, "numerator": 1.0, "denominator": 2.0}, 5.0),
        ({"numerator": 1.0, "denominator": 4.0}, 0.25),
        ({"numerator": 0.0, "denominator": 4.0}, 0.0),
        ({"numerator": 1.0}, None),
        ({"denominator": 4.0}, None),
        ({"numerator": 1.0, "denominator": 0.0}, None),
    ],
)
def test_a_figure_as_one_number(numbers: dict[str, float], value: float | None) -> None:
    assert probes.value_of(figure(2, "a", 1, **numbers)) == value


def test_the_first_list_with_all_the_columns_and_a_row_counts() -> None:
    def made(name: str, resource: str, rows: int, *fields: str) -> CaseList:
        return CaseList(name, resource, np.arange(2, rows + 2), {field: np.zeros(rows) for field in fields})

    lists = (
        made("list-4", "d.csv", 2, "x", "y"), made("list-4", "c.csv", 1, "x", "y"), made("list-4", "b.csv", 1, "x"),
        made("list-4", "a.csv", 0, "x", "y"), made("list-5", "0.csv", 1, "x", "y"),
    )  # fmt: skip
    found = probes.case_list(evidence(case_lists=lists), "list-4", "x", "y")
    assert found is not None
    assert found.resource == "c.csv"
    assert probes.case_list(evidence(case_lists=lists), "list-5", "z") is None
    assert probes.case_list(evidence(), "list-4") is None
    assert probes.list_rows(lists[0], [1, 0]) == [ListRow("d.csv", 3), ListRow("d.csv", 2)]


def test_what_a_probe_looks_at_and_which_columns_of_a_list() -> None:
    assert probes.looks_at("clock-restarts") == "the same child twice"
    assert probes.looks_at("somebody-s-own") == "somebody-s-own"
    assert {probes.looks_at(id) for id in probes.ids()} == {probes.load(id).LOOKS_AT for id in probes.ids()}

    def read(probe: str, subject: str) -> tuple[str, ...]:
        return probes.columns_read(Trace(probe=probe, subject=subject, outcome="clear", says="Said.", n=1))

    assert read("mass-closures", "case-records/list-6") == ("cin_closure_date",)
    assert read("mass-closures", "case-records/list-9") == ()
    assert read("benford", "case-records/list-6") == ()
    assert read("somebody-s-own", "case-records/list-6") == ()


def test_a_trace_as_a_fact() -> None:
    fact = probes.fact_of(told("question"))
    assert (fact.id, fact.kind) == ("probe/some-probe/improvement-log", "probe/some-probe")
    assert fact.fields == {
        "outcome": "question", "subject": "improvement-log", "n": 7, "p_value": 0.5, "effect": 0.5,
    }  # fmt: skip
    assert (fact.says, fact.rows) == ("Said.", told().rows)
    bare = probes.fact_of(TELL.too_little("indicator/visits", "Few.", 3))
    expected = {"outcome": "insufficient-data", "subject": "indicator/visits", "n": 3, "indicator": "visits"}
    assert bare.fields == expected
