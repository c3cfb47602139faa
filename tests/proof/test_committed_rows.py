"""Which rows are committed, by cases, and the laws of it: more that agrees never commits less."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector.proof.commitments import Commitments, Kept
from tests.proof.committing import asked, figures, held_on, months, submission, test_of

CASES = yaml.safe_load(Path(__file__).with_name("committed.yaml").read_text(encoding="utf-8"))


def by(found: Commitments, kept: Kept) -> date | None:
    return None if kept.place is None else found.history[kept.place].received_on


@pytest.mark.parametrize("case", CASES["tests"], ids=lambda case: case["name"])
def test_when_a_test_is_committed(case: dict[str, Any]) -> None:
    evidence = submission(gain=case.get("gain", False), log=(test_of(**case["test"]),))
    found = asked(evidence, [held_on(day, evidence, **how) for day, how in case["held"].items()])
    assert by(found, found.tests[0]) == case.get("by")


@pytest.mark.parametrize("case", CASES["figures"], ids=lambda case: case["name"])
def test_when_a_figure_is_committed(case: dict[str, Any]) -> None:
    said = {case["figure"]: case.get("revised_on"), **dict.fromkeys(case.get("revised", ()), case.get("revised_on"))}
    rows = tuple(
        one.model_copy(update={"revised_on": said.get(f"{one.period_start:%Y-%m}")})
        if one.indicator == "calls"
        else one
        for one in figures(gain=case.get("gain", False))
    )
    evidence = submission(figures=rows)
    found = asked(evidence, [held_on(day, evidence, **how) for day, how in case["held"].items()])
    wanted = [
        (one.resource, one.row)
        for one in rows
        if (one.indicator, f"{one.period_start:%Y-%m}") == ("calls", case["figure"])
    ]
    (kept,) = [one for one in found.figures if [(one.row.resource, one.row.row)] == wanted]
    assert by(found, kept) == case.get("by")


DAYS = st.lists(st.integers(20, 1200), min_size=1, max_size=6, unique=True)


@settings(max_examples=25, deadline=None)
@given(days=DAYS, more=DAYS, begins=st.integers(0, 1100), gain=st.booleans())
def test_more_submissions_that_agree_never_commit_less(
    days: list[int], more: list[int], begins: int, gain: bool
) -> None:
    """Each holds whatever was there by its day; then whatever some of them commit, all of them commit."""
    start = months()[0][0]
    evidence = submission(gain=gain, log=(test_of(started_on=start + timedelta(days=begins)),))

    def committed(some: list[int]) -> set[tuple[str, int]]:
        every = [start + timedelta(days=one) for one in some]
        log = evidence.log
        history = [held_on(day, evidence, log=tuple(one for one in log if one.raised_on <= day)) for day in every]
        found = asked(evidence, history)
        return {(one.row.resource, one.row.row) for one in (*found.tests, *found.figures) if one.place is not None}

    assert committed(days) <= committed([*days, *more])
