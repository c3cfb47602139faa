"""Real data of which something is known: strong positives are questioned, and no control is questioned strongly.

Nothing here says anything about any person.
"""

import csv
from collections.abc import Iterable
from datetime import date, timedelta

import numpy as np
import pytest

from inspector import probes
from inspector.model.evidence import Duration, Evidence, Figure, Indicator
from inspector.model.traces import Trace
from inspector.probes.integer_percentages import ALPHA, LEAST
from inspector.stats.grim import chance_possible, possible
from inspector.stats.whole_percent import whole_percent
from inspector.verdict.false_discovery import hold
from tests.shared_data import reference

FIRST = date(1900, 1, 1)


def table(name: str) -> list[dict[str, str]]:
    with reference(f"manipulation-real/{name}").open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def evidence(**parts: object) -> Evidence:
    return Evidence(authority="-", digest="0" * 64, period_start=FIRST, period_end=date(1990, 1, 1), **parts)


def figures(indicator: str, values: Iterable[float]) -> list[Figure]:
    days = [(FIRST + timedelta(days=k), value) for k, value in enumerate(values)]
    return [
        Figure(resource="r", row=row, indicator=indicator, period_start=day, period_end=day, value=value)
        for row, (day, value) in enumerate(days, start=2)
    ]


def counted(indicator: str, counts: Iterable[tuple[int, int]], deadline: int | None = None) -> Evidence:
    rows = tuple(
        Duration(
            resource="r", row=row, indicator=indicator, period_start=FIRST, period_end=FIRST, days=day, count=count
        )
        for row, (day, count) in enumerate(counts, start=2)
        if day >= 0 and count
    )
    register = Indicator(resource="i", row=2, indicator=indicator, title="-", better="up", deadline=deadline)
    return evidence(durations=rows, indicators=(register,))


def asked(given: Evidence) -> dict[str, str]:
    """Outcomes of all probes after false discoveries are held, by probe and subject."""
    traces: tuple[Trace, ...] = tuple(trace for id in probes.ids() for trace in probes.load(id).examine(given))
    return {f"{t.probe} {t.subject}": t.outcome for t in hold(traces) if t.outcome in ("question", "strong-question")}


@pytest.mark.parametrize("subject", ["integrated_algebra", "global_history", "living_environment"])
def test_scores_just_above_the_pass_mark_are_questioned(subject: str) -> None:
    rows = [row for row in table("regents_nyc_2010.csv") if row["score"]]
    scores = [(float(row["score"]), float(row[subject] or 0)) for row in rows]
    # The pass mark is 65 from above: counted from the other end it is a deadline.
    found = asked(counted("score", [(130 - round(score), round(count)) for score, count in scores], 65))
    assert found.get("deadline-bunching indicator/score") == "question"


@pytest.mark.parametrize(("top", "bottom"), [("turnout_ballots", "registered"), ("leader_votes", "turnout_ballots")])
def test_whole_percentages_of_polling_stations_are_questioned(top: str, bottom: str) -> None:
    rows = table("russia_2018_president_stations.csv")[::5]
    found = whole_percent(np.array([float(r[top]) for r in rows]), np.array([float(r[bottom]) for r in rows]))
    assert found is not None
    assert found.p_value < ALPHA


def test_means_that_no_whole_numbers_give_are_found() -> None:
    rows = [(float(r["mean"]), float(r["n"])) for r in table("grim_wansink_pizza_papers_1_3.csv") if r["mean"]]
    telling = [(mean, n) for mean, n in rows if chance_possible(n, 1, 2) <= 0.9]
    impossible = [mean for mean, n in telling if not possible(mean, n, 1, 2)]
    assert len(impossible) >= 3
    assert len(impossible) >= 0.1 * len(telling)


def test_benford_is_fooled_by_accounts_later_found_untrue() -> None:
    """A known miss, kept to show why Benford's law is advice and no more."""
    values = [float(row["value"]) for row in table("sino_forest_2010_statement.csv")]
    found = asked(evidence(figures=tuple(figures("value", [value for value in values if value > 0]))))
    assert not [name for name in found if name.startswith("benford")]


@pytest.mark.parametrize(
    ("name", "column"),
    [("us_towns_population_2009.csv", "population"), ("us_county_votes_2000_2020_control.csv", "candidatevotes")],
)
def test_controls_of_first_digits_are_not_questioned_strongly(name: str, column: str) -> None:
    values = [float(row[column]) for row in table(name)[:3000] if row[column] and float(row[column]) > 0]
    assert "strong-question" not in asked(evidence(figures=tuple(figures("value", values)))).values()


@pytest.mark.parametrize(
    ("name", "column"),
    [("us_towns_population_2009.csv", "population"), ("us_county_votes_2000_2020_control.csv", "candidatevotes")],
)
def test_controls_of_last_digits_are_not_questioned(name: str, column: str) -> None:
    values = [float(row[column]) for row in table(name)[:6000] if row[column] and float(row[column]) > 0]
    (trace,) = probes.load("last-digits").examine(evidence(figures=tuple(figures("value", values))))
    assert (trace.outcome, trace.n > 3000) == ("clear", True)


def test_controls_of_digits_and_thresholds_are_not_questioned_strongly() -> None:
    ages = [
        (int(float(row["age"])), round(float(row["males"])))
        for row in table("age_russia_2010_males_control.csv")
        if row["age"].replace(".", "").isdigit()
    ]
    scores = [(int(row["score"]), int(row["inspections"])) for row in table("restaurants_nyc_2015_initial.csv")]
    margins = [float(row["margin"]) for row in table("us_senate_margins_control.csv") if row["margin"]]
    near = [round(50 - margin) for margin in margins if abs(margin) < 50]
    assert "strong-question" not in asked(counted("age", ages)).values()
    assert "strong-question" not in asked(counted("score", scores, 27)).values()
    senate = asked(counted("margin", [(day, near.count(day)) for day in sorted(set(near))], 50))
    assert "deadline-bunching indicator/margin" not in senate


@pytest.mark.parametrize("name", ["covid_us_states_daily_new_deaths.csv", "covid_us_states_daily_new_cases.csv"])
def test_controls_of_scatter_are_not_questioned(name: str) -> None:
    rows = table(name)
    states = [column for column in rows[0] if column != "date"]
    made = [
        figure
        for state in states
        for figure in figures(state.lower(), [max(0.0, float(row[state] or 0)) for row in rows][60:180])
    ]
    register = [
        Indicator(resource="i", row=row, indicator=state.lower(), title="-", better="up", unit="deaths")
        for row, state in enumerate(states, start=2)
    ]
    traces = probes.load("too-smooth").examine(evidence(figures=tuple(made), indicators=tuple(register)))
    assert not [trace.subject for trace in hold(traces) if trace.outcome == "question"]


def test_where_stations_are_many_a_small_excess_is_questioned_and_most_regions_are_not() -> None:
    regions: dict[str, list[tuple[float, float]]] = {}
    for row in table("russia_2018_president_stations.csv"):
        regions.setdefault(row["region"], []).append((float(row["turnout_ballots"]), float(row["registered"])))
    found = {}
    for name in ("69", "48"):
        top, bottom = zip(*regions[name], strict=True)
        given = [
            Figure(
                resource="r", row=row, indicator=name, period_start=FIRST + timedelta(days=row), period_end=FIRST
                + timedelta(days=row), numerator=a, denominator=b,
            )
            for row, (a, b) in enumerate(zip(top, bottom, strict=True), start=2)
        ]  # fmt: skip
        (trace,) = probes.load("integer-percentages").examine(evidence(figures=tuple(given)))
        found[name] = trace.outcome == "question"
    assert found == {"69": True, "48": False}


def test_smooth_stretches_of_daily_deaths_are_questioned_in_most_regions() -> None:
    rows = table("covid_russia_regions_cumulative_deaths.csv")
    asked_about, tried = 0, 0
    for place, region in enumerate([column for column in rows[0] if column != "date"]):
        total = np.array([float(row[region]) for row in rows if row[region]])
        given = evidence(
            figures=tuple(figures(f"r{place}", np.diff(total).tolist())),
            indicators=(Indicator(resource="i", row=2, indicator=f"r{place}", title="-", better="up", unit="deaths"),),
        )
        (trace,) = probes.load("too-smooth").examine(given)
        tried += "stretches" in trace.says
        asked_about += trace.outcome == "question"
    assert asked_about >= tried / 2 >= 10


def test_in_the_regions_it_is_known_for_the_excess_is_large_enough_to_ask() -> None:
    rows = [r for r in table("russia_2018_president_stations.csv") if r["region"] == "49"]
    found = whole_percent(
        np.array([float(r["leader_votes"]) for r in rows]), np.array([float(r["turnout_ballots"]) for r in rows])
    )
    assert found is not None
    assert found.p_value < ALPHA
    assert (len(found.places) - found.expected) / found.n >= LEAST
