"""What no probe may stumble over: much of the same, odd days, missing parts."""

from datetime import UTC, date, datetime, timedelta

import numpy as np
import pytest

from inspector import probes
from inspector.model.case_lists import CaseList
from inspector.model.evidence import Duration, Evidence, Figure, Indicator, LogEntry
from inspector.model.traces import Trace

FIRST, LAST = date(2023, 4, 1), date(2026, 3, 31)


def evidence(**parts: object) -> Evidence:
    return Evidence(authority="-", digest="0" * 64, period_start=FIRST, period_end=LAST, **parts)


def entry(row: int, **more: object) -> LogEntry:
    plain = {"id": f"t{row}", "raised_on": FIRST, "raised_by_role": "r", "team": "t", "scale": "one-case", "aim": "a"}
    return LogEntry(resource="log", row=row, **(plain | more))


def figure(row: int, **more: object) -> Figure:
    start = FIRST + timedelta(days=30 * row)
    plain = {"indicator": "x", "period_start": start, "period_end": start + timedelta(days=29)}
    return Figure(resource="figures", row=row, **(plain | more))


def all_of(given: Evidence) -> dict[str, list[Trace]]:
    return {id: list(probes.load(id).examine(given)) for id in probes.ids()}


def test_ten_thousand_entries_nearly_alike_take_no_longer_than_they_must() -> None:
    words = (
        "Two workers read the plan aloud with a mother and her sons at the kitchen table on a Sunday because letters had "
        "gone unread, everybody asked more than before, and visit {} was written down"
    )
    log = tuple(
        entry(row, aim=words.format(row), raised_on=FIRST + timedelta(days=row % 900), recorded_at=at(row % 900))
        for row in range(2, 10_002)
    )
    found = all_of(evidence(log=log))
    assert found["copied-entries"][0].outcome == "strong-question"
    assert found["last-minute-improvement"][0].n == 10_000


def at(day: int) -> datetime:
    return datetime(2023, 4, 2, 9, 0, tzinfo=UTC) + timedelta(days=day)


@pytest.mark.parametrize(
    "given",
    [
        evidence(),
        evidence(log=tuple(entry(row, recorded_at=None, aim="") for row in range(2, 40))),
        evidence(log=tuple(entry(row, raised_on=date(2031, 1, 1), recorded_at=at(4000)) for row in range(2, 40))),
        evidence(
            notified_on=date(2020, 1, 1),
            submitted_at=date(2019, 1, 1),
            log=tuple(entry(row, recorded_at=at(row)) for row in range(2, 60)),
        ),
        evidence(figures=tuple(figure(row, value=7.0) for row in range(2, 60))),
        evidence(figures=tuple(figure(row, value=0.0, denominator=3.0) for row in range(2, 60))),
        evidence(figures=tuple(figure(row, numerator=9.0, denominator=3.0) for row in range(2, 60))),
        evidence(figures=tuple(figure(row, value=1e300, numerator=1e300, denominator=1e-300) for row in range(2, 60))),
        evidence(figures=tuple(figure(row, value=-5.5) for row in range(2, 60))),
        evidence(figures=tuple(figure(row, numerator=0.5, denominator=1.5) for row in range(2, 60))),
        evidence(
            indicators=(Indicator(resource="i", row=2, indicator="x", title="X", better="up", target=85, deadline=45),)
        ),
        evidence(
            durations=tuple(
                Duration(resource="d", row=row, indicator="x", period_start=FIRST, period_end=LAST, days=45, count=9)
                for row in range(2, 60)
            )
        ),
    ],
    ids=[
        "nothing", "a log without texts and days", "days to come", "announced before it began", "one value",
        "nought", "more than all", "absurd sizes", "below nought", "halves", "a register alone", "one duration",
    ],
)  # fmt: skip
def test_every_probe_answers(given: Evidence) -> None:
    for id, traces in all_of(given).items():
        assert all(trace.probe == id and trace.says for trace in traces)
        assert len({trace.subject for trace in traces}) == len(traces)


def test_lists_without_days_or_children() -> None:
    empty = np.array(["NaT"] * 50, dtype="datetime64[D]")
    nobody = np.array([None] * 50, dtype=object)
    fields = ("continuous_assessment_start_date", "continuous_assessment_date_of_authorisation", "cin_closure_date")
    fields += ("child_protection_plan_start_date", "child_protection_plan_end_date", "date_of_referral")
    columns = {"child_unique_id": nobody, **dict.fromkeys(fields, empty)}
    columns["number_of_referrals_in_last_12_months"] = np.full(50, np.nan)
    lists = tuple(CaseList(f"list-{k}", f"list-{k}.csv", np.arange(2, 52), columns) for k in (3, 4, 5, 6, 7, 8))
    for traces in all_of(evidence(case_lists=lists)).values():
        assert not [trace for trace in traces if trace.outcome in ("question", "strong-question")]


def test_a_register_that_contradicts_the_data_proves_nothing() -> None:
    register = Indicator(
        resource="i", row=2, indicator="x", title="X", better="up", unit="share", target=85.0, deadline=45,
        deadline_unit="working-days", definition_changes=(date(2031, 1, 1), date(1999, 1, 1)), balancing_indicator="x",
    )  # fmt: skip
    figures = tuple(figure(row, value=round(100 * (row % 23) / 23, 1), denominator=23.0) for row in range(2, 60))
    durations = tuple(
        Duration(resource="d", row=row, indicator="x", period_start=FIRST, period_end=LAST, days=row * 400, count=3)
        for row in range(2, 60)
    )
    found = all_of(evidence(indicators=(register,), figures=figures, durations=durations))
    assert not [trace for traces in found.values() for trace in traces if trace.outcome == "strong-question"]
    assert found["output-distortion"][0].outcome == "not-applicable"
    assert found["definition-break"][0].outcome == "insufficient-data"
