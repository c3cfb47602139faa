"""What a report draws: it agrees with the facts, marks what is asked about, and no part of the verdict sees it."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from inspector import arguing, inspection
from inspector.model.evidence import Evidence, Figure, Indicator, LogEntry, Rows
from inspector.model.inspection import Inspection
from inspector.model.recommendations import Recommendation, RecommendedAction
from inspector.model.traces import Trace
from inspector.pictures import make
from inspector.stats.bunching import bunching
from inspector.stats.bunching_curve import expected


def evidence(values: list[float], better: str = "up", log: tuple[LogEntry, ...] = ()) -> Evidence:
    starts = [date(2022 + k // 12, k % 12 + 1, 1) for k in range(len(values) + 1)]
    figures = tuple(
        Figure(resource="f.csv", row=k + 2, indicator="seen", period_start=starts[k], value=value,
               period_end=starts[k + 1] - timedelta(days=1))
        for k, value in enumerate(values)
    )  # fmt: skip
    register = Indicator.model_validate(
        {"resource": "r.csv", "row": 2, "indicator": "seen", "title": "Seen alone", "better": better}
    )
    return Evidence(
        authority="Nowhere", period_start=starts[0], period_end=figures[-1].period_end, digest="0" * 64,
        notified_on=figures[-1].period_end, figures=figures, indicators=(register,), log=log,
    )  # fmt: skip


def entry(id: str, on: date | None, team: str = "north", row: int = 2) -> LogEntry:
    return LogEntry(
        resource="log.csv", row=row, id=id, raised_on=date(2022, 1, 5), raised_by_role="social worker", team=team,
        scale="one-team", aim="try it", indicator="seen", started_on=on,
        recorded_at=datetime.combine(on, time(12)) if on else None,
    )  # fmt: skip


STEP = [
    10.0, 11.0, 10.5, 9.5, 10.2, 10.8, 9.9, 10.4, 10.1, 9.7, 10.3, 10.0,
    15.0, 15.5, 14.8, 15.2, 14.9, 15.1, 15.3, 14.7, 15.0, 15.4, 14.6, 15.2,
]  # fmt: skip


@pytest.mark.parametrize(("better", "call"), [("up", "sudden-gain"), ("down", "loss")])
def test_the_curve_is_that_of_the_called_shape(better: str, call: str) -> None:
    (line,) = make(evidence(STEP, better), (), ()).lines
    assert line.call == call
    assert line.onset == "2023-01-01"
    assert line.onset_low is not None
    assert line.onset_high is not None
    assert line.onset_low <= line.onset <= line.onset_high
    assert line.fitted[0] == pytest.approx(10.2, abs=0.1)
    assert line.fitted[-1] == pytest.approx(15.06, abs=0.1)
    assert line.values == tuple(STEP)


def test_a_step_has_limits_of_before_and_since_and_colour_only_after() -> None:
    (line,) = make(evidence(STEP), (), ()).lines
    assert [(one.basis, one.figures, one.first, one.last) for one in line.segments] == [
        ("before", 12, "2022-01-01", "2022-12-31"), ("since", 12, "2023-01-01", "2023-12-31"),
    ]  # fmt: skip
    assert {one.until for one in line.segments} == {"2023-12-31"}
    assert line.recalculated == line.onset == "2023-01-01"
    assert line.shown == ("common",) * 12 + ("improvement",) * 12
    assert line.icon == "improvement-high"
    # The series as a whole is told as published: its first half stands out as worse.
    assert set(line.causes[:12]) == {"concern"}
    (down,) = make(evidence(STEP, "down"), (), ()).lines
    assert (down.shown, down.icon) == (("common",) * 12 + ("concern",) * 12, "concern-high")


@pytest.mark.parametrize(
    ("unit", "values", "has_lower", "has_upper"),
    [
        ("share", [0.05, 0.2, 0.02, 0.25] * 6, False, True),
        ("share", [0.95, 0.8, 0.98, 0.75] * 6, True, False),
        ("%", [95.0, 80.0, 98.0, 75.0] * 6, True, False),
        ("hours", [95.0, 80.0, 98.0, 75.0] * 6, True, True),
        ("hours", [5.0, 20.0, 2.0, 25.0] * 6, False, True),
        ("share", [0.95, 0.8, 1.2, 0.75] * 6, True, True),
        ("change", [-0.05, 0.2, -0.02, 0.25] * 6, True, True),
    ],
)
def test_no_limit_lies_where_no_figure_can(unit: str, values: list[float], has_lower: bool, has_upper: bool) -> None:
    made = evidence(values)
    register = made.indicators[0].model_copy(update={"unit": unit})
    (line,) = make(made.model_copy(update={"indicators": (register,)}), (), ()).lines
    (whole,) = line.segments
    assert (whole.lower is not None, whole.upper is not None) == (has_lower, has_upper)


def test_recommendations_that_name_an_indicator_are_on_its_time_axis() -> None:
    def action(id: str, done: date | None) -> RecommendedAction:
        return RecommendedAction(resource="r.json", row=3, id=id, recommendation="r1", action="do it", done_on=done)

    of_it = Recommendation(
        resource="r.json", row=2, id="r1", recommendation="See them", source="inspection", made_on=date(2022, 3, 1),
        indicator="seen", actions=(action("a1", date(2022, 5, 1)), action("a2", None), action("a3", date(2031, 1, 1))),
    )  # fmt: skip
    other = of_it.model_copy(update={"id": "r2", "indicator": None})
    made = evidence(STEP).model_copy(update={"recommendations": (of_it, other)})
    (line,) = make(made, (), ()).lines
    assert [(one.on, one.kind, one.recommendation, one.action) for one in line.events] == [
        ("2022-03-01", "recommendation", "r1", None), ("2022-05-01", "action", "r1", "a1"),
    ]  # fmt: skip


def test_no_change_is_level_and_too_few_points_have_no_curve() -> None:
    (flat,) = make(evidence(STEP[:12] + STEP[:12]), (), ()).lines
    assert flat.call == "no-change"
    assert len(set(flat.fitted)) == 1
    (short,) = make(evidence(STEP[:4]), (), ()).lines
    assert short.fitted == (None,) * 4
    assert short.trial


def test_figures_and_tests_that_a_probe_asks_about_are_doubtful() -> None:
    log = (entry("t1", date(2022, 3, 1), row=2), entry("t2", date(2022, 2, 1), row=3), entry("t3", None, row=4))
    asked = [
        Trace(probe="p", subject="indicator/seen", outcome="question", says="", n=1, rows=(Rows(resource="f.csv", rows=(4,)),)),
        Trace(probe="p", subject="improvement-log", outcome="strong-question", says="", n=1,
              rows=(Rows(resource="log.csv", rows=(3,)),)),
        Trace(probe="q", subject="indicator/seen", outcome="clear", says="", n=1, rows=(Rows(resource="f.csv", rows=(5,)),)),
    ]  # fmt: skip
    (line,) = make(evidence(STEP, log=log), (), asked).lines
    assert [place for place, doubtful in enumerate(line.doubtful) if doubtful] == [2]
    assert [(mark.entry, mark.doubtful) for mark in line.marks] == [("t2", True), ("t1", False)]


def test_the_stream_counts_tests_by_team_and_month() -> None:
    log = (entry("t1", date(2022, 1, 9), "south"), entry("t2", date(2022, 3, 9)), entry("t3", date(2022, 3, 10)),
           entry("t4", date(2031, 1, 1)), entry("t5", None))  # fmt: skip
    stream = make(evidence(STEP[:4], log=log), (), ()).stream
    assert stream is not None
    assert stream.months == ("2022-01-01", "2022-02-01", "2022-03-01", "2022-04-01")
    assert (stream.teams, stream.counts) == (("north", "south"), ((0, 0, 2, 0), (1, 0, 0, 0)))
    assert make(evidence(STEP[:4]), (), ()).stream is None


def test_the_curve_of_a_heap_is_what_the_probe_holds_it_against() -> None:
    counts = {day: 100 - abs(day - 40) * 2 for day in range(10, 85)} | {44: 160, 45: 190}
    curve, found = expected(counts, 45), bunching(counts, 45)
    assert curve is not None
    assert found is not None
    inside = [day for day in curve if 45 - found.days < day <= 45]
    assert sum(curve[day] for day in inside) == pytest.approx(found.expected, rel=0.15)
    assert expected({45: 3}, 45) is None


def test_pictures_come_after_the_verdict(examples: Path) -> None:
    workings = inspection.work(examples / "brackenshire")
    assert workings.inspection.pictures is None
    drawn = arguing.with_pictures(workings)
    # What the verdict hangs on is said in it once it is argued about; the verdict is the same.
    verdict = drawn.verdict.model_copy(update={"assured": workings.inspection.verdict.assured})
    # So is what the next inspection will ask of this one: told beside the argument, and unknown to what judged.
    later = {
        "pictures": None,
        "argument": None,
        "told": None,
        "judged_from": (),
        "until": None,
        "promised": None,
        "attestations": (),
        "calibration": None,
    }
    assert drawn.until
    assert drawn.told
    assert drawn.judged_from
    assert drawn.attestations
    same = drawn.model_copy(update={**later, "verdict": verdict})
    assert same == workings.inspection
    assert isinstance(drawn, Inspection)
    assert drawn.pictures is not None
    assert {line.indicator for line in drawn.pictures.lines} == {
        fact.fields["indicator"] for fact in drawn.facts if fact.kind == "signal/trajectory"
    }
