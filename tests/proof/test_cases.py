"""Cases behind figures: which children a recomputed figure counts, how they are found, and the days that are counted again."""

from datetime import date
from typing import Any

import numpy as np
import pytest

from inspector.derived import recompute
from inspector.model import derivations
from inspector.model.case_lists import CaseList
from inspector.model.derivations import Days, Derivation
from inspector.model.evidence import Evidence, Figure, Indicator
from inspector.model.problems import Where
from inspector.model.visits import Margin
from inspector.proof.answers import compared
from inspector.proof.cases import Case, cases
from inspector.proof.frame import frame, leaf_of, population
from inspector.proof.planning import Asked, plan
from tests.proof.test_planning import inspection

STARTS = ["2025-01-06", "2025-01-13", "2025-02-03", "2025-02-10", "2025-03-03", "2025-03-31"]
ENDS = ["2025-01-20", "2025-01-27", "2025-02-17", "2025-02-28", "2025-03-10", None]
DAYS = Days(start="start_date", end="end_date", working=True)


def way(**more: Any) -> Derivation:
    told = {"kind": "share", "share": (derivations.Test(column=DAYS, operator="<=", values=(10,)),), **more}
    return Derivation(
        id="in-time", title="In time", list="list-4", month_of="end_date", where=Where(file="i.yaml"), **told
    )


def evidence(derivation: Derivation) -> Evidence:
    listed = CaseList(
        list="list-4", resource="list-4.csv", rows=np.arange(2, 8),
        columns={
            "child_unique_id": np.array([f"C{n}" for n in range(6)], dtype=object),
            "start_date": np.array(STARTS, dtype="datetime64[D]"),
            "end_date": np.array([day or "NaT" for day in ENDS], dtype="datetime64[D]"),
            "allocated_team": np.array(["North", "South", None, "North", "South", "North"], dtype=object),
        },
    )  # fmt: skip
    figures = tuple(
        Figure(
            resource="f.csv", row=month, indicator="in-time", period_start=date(2025, month, 1),
            period_end=date(2025, month, 28), value=1.0,
        )
        for month in (1, 2, 3)
    )  # fmt: skip
    made = Evidence(
        authority="A", period_start=date(2025, 1, 1), period_end=date(2025, 12, 31), submitted_at=date(2025, 4, 30), digest="d",
        figures=figures, case_lists=(listed,),
        indicators=(Indicator(resource="r", row=2, indicator="in-time", title="In time", better="up"),),
    )  # fmt: skip
    return made.model_copy(update={"recomputed": recompute(made, [derivation])})


def found(derivation: Derivation) -> tuple[Case, ...]:
    return cases(evidence(derivation), ["indicator/in-time"], [derivation])


def test_the_cases_that_figures_count_are_told_and_no_other() -> None:
    # Of the list January, its first month, is not whole, and the last child's assessment has no end.
    told = found(way())
    assert [(one.child, one.row, one.team) for one in told] == [("C2", 4, ""), ("C3", 5, "North"), ("C4", 6, "South")]
    # From Monday 3 February to Monday 17 February: ten working days after the first.
    assert [one.days for one in told] == [10, 14, 5]
    assert cases(evidence(way()), ["indicator/other"], [way()]) == ()
    assert cases(evidence(way()), ["indicator/in-time"], []) == ()


def test_days_may_be_those_of_the_calendar_and_of_what_is_averaged() -> None:
    told = found(way(kind="median", share=(), value=Days(start="start_date", end="end_date")))
    assert [(one.days, one.find["counted"]) for one in told] == [(14, "days"), (18, "days"), (7, "days")]


def test_a_frame_of_cases_leads_to_the_child_and_hides_the_days() -> None:
    piece = Margin(evidence="indicator/in-time", unit="case", rows=2, of=3, how="greedy", together=1)
    derivation = way()
    assert len(population(evidence(derivation), piece, [derivation])) == 3
    made = plan(inspection(), evidence(derivation), [piece], Asked(), derivations=[derivation], salt="5a")
    first = made.frame[0]
    assert (first.key, first.whom, first.resource, first.row) == (
        "in-time-1",
        "whoever keeps the files",
        "list-4.csv",
        4,
    )
    assert first.find == {
        "indicator": "in-time", "title": "In time", "child": "C2", "list": "list-4", "begins": "start date", "ends": "end date",
        "counted": "working days",
    }  # fmt: skip
    for field, right, wrong in (
        ("first_on", "3/2/2025", "4/2/2025"),
        ("last_on", "17 Feb 2025", "18 Feb 2025"),
        ("days", "10", "11"),
    ):
        assert (compared("5a", first, field, right), compared("5a", first, field, wrong)) == ("same", "differs")
    assert "cases" in made.plan.claims[0].says


def test_a_month_that_a_list_gives_too_says_by_what_it_is_counted() -> None:
    derivation = way()
    piece = Margin(evidence="indicator/in-time", unit="month", rows=2, of=3, how="greedy", together=1)
    made = plan(inspection(), evidence(derivation), [piece], Asked(), derivations=[derivation], salt="5a")
    assert ["list" in row.find for row in made.frame] == [False, True, True]
    assert made.frame[1].find["begins"] == "start date"


@pytest.mark.parametrize("column", ["allocated_team", "end_date"])
def test_the_leaf_is_of_the_whole_row(column: str) -> None:
    one = found(way())[0]
    other = Case(**{**one.__dict__, "said": {**one.said, column: "else"}})
    assert leaf_of(one) != leaf_of(other)
    assert frame(evidence(way()), [], "5a") == ()
