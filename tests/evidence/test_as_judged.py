"""Figures for the year so far, over the months before, and of many weeks: what is judged of them, and what is said."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest

from inspector.evidence.series import Series, add_months, all_series
from inspector.model.evidence import Evidence, Figure, Indicator
from inspector.signals import trajectory

APRIL = date(2022, 4, 1)
ADDED = [9, 7, 8, 10, 6, 9, 11, 8, 7, 9, 10, 12]
Amounts = tuple[float | None, float | None, float | None]


def months(amounts: Sequence[Amounts], first: date = APRIL, step: int = 1) -> list[Figure]:
    """Figures of value, numerator and denominator, one each `step` months."""
    return [
        Figure(
            resource="figures", row=place + 2, indicator="a", value=value, numerator=top, denominator=bottom,
            period_start=add_months(first, place * step), period_end=add_months(first, (place + 1) * step) - timedelta(days=1),
        )
        for place, (value, top, bottom) in enumerate(amounts)
    ]  # fmt: skip


def series(figures: Sequence[Figure], title: str = "Visits", **more: Any) -> Series:
    return all_series(evidence(figures, title, **more))[0]


def evidence(figures: Sequence[Figure], title: str = "Visits", **more: Any) -> Evidence:
    indicator = Indicator(resource="register", row=2, indicator="a", title=title, better="up", **more)
    days = {"period_start": date(2015, 1, 1), "period_end": date(2030, 1, 1)}
    return Evidence(authority="-", digest="0" * 64, **days, figures=tuple(figures), indicators=(indicator,))


def so_far(added: Sequence[float], begins: int = 0) -> list[float]:
    """Running totals that begin anew at each twelfth place from `begins`."""
    totals: list[float] = []
    for place, one in enumerate(added):
        totals.append(one if place % 12 == begins or not totals else totals[-1] + one)
    return totals


def test_counts_for_the_year_so_far_are_taken_apart() -> None:
    added = ADDED * 3
    found = series(months([(None, top, None) for top in so_far(added)]))
    assert [one.numerator for one in found.observations] == added
    assert found.made.basis == "taken-apart"
    assert found.made.says == "Its figures count from April of each year on: what each period added is judged."
    assert len(found.submitted) == 36


def test_so_are_shares_with_what_they_are_out_of() -> None:
    sizes = [20 + one for one in ADDED * 2]
    found = series(months([(None, a, b) for a, b in zip(so_far(ADDED * 2), so_far(sizes), strict=True)]))
    assert [(one.numerator, one.denominator) for one in found.observations] == list(zip(ADDED * 2, sizes, strict=True))


def test_a_population_that_is_the_same_all_year_stays() -> None:
    sizes = [400.0] * 12 + [420.0] * 12
    found = series(months([(None, a, b) for a, b in zip(so_far(ADDED * 2), sizes, strict=True)]))
    assert [(one.numerator, one.denominator) for one in found.observations] == list(zip(ADDED * 2, sizes, strict=True))


def test_what_neither_counts_on_nor_stays_the_same_is_not_judged() -> None:
    sizes = [400.0 + 10 * (k % 3) for k in range(24)]
    found = series(months([(None, a, b) for a, b in zip(so_far(ADDED * 2), sizes, strict=True)]))
    assert (found.made.basis, found.judged, found.judgement().call) == ("not-judged", 0, "too-few-points")


def test_the_calendar_year_is_told_from_the_financial() -> None:
    found = series(months([(None, top, None) for top in so_far(ADDED * 2)], first=date(2022, 1, 1)))
    assert found.made.says.startswith("Its figures count from January")
    assert [one.numerator for one in found.observations] == ADDED * 2


def test_a_first_figure_within_the_year_holds_months_that_nobody_knows() -> None:
    totals = so_far(ADDED * 2)[3:]
    found = series(months([(None, top, None) for top in totals], first=date(2022, 7, 1)))
    assert [one.numerator for one in found.observations] == (ADDED * 2)[4:]
    assert "1 figure cannot be taken apart" in found.made.says


def test_a_month_that_is_missing_takes_the_next_with_it() -> None:
    figures = months([(None, top, None) for top in so_far(ADDED * 2)])
    found = series([*figures[:5], *figures[6:]])
    assert [one.numerator for one in found.observations] == [*ADDED[:5], *(ADDED * 2)[7:]]


def test_percentages_for_the_year_so_far_are_refused_with_the_reason() -> None:
    values = [60.0 + k % 5 for k in range(24)]
    found = series(months([(value, None, None) for value in values]), title="Visits in time, YTD", unit="%")
    (fact,) = trajectory.measure(evidence(months([(v, None, None) for v in values]), "Visits in time, YTD", unit="%"))
    assert (found.made.basis, found.judgement().call) == ("not-judged", "too-few-points")
    assert fact.says == (
        "Visits in time, YTD: it cannot be told how it moved (24 periods from April 2022 to March 2024). It is not judged: its "
        "figures count from the beginning of the year, each holding those before it, and a share so far is no sum of shares; the "
        "figures of each period by itself, or their numerators and denominators, can be judged."
    )
    assert (fact.fields["basis"], fact.fields["judged"], fact.fields["points"]) == ("not-judged", 0, 24)


def test_figures_said_to_count_on_that_fall_are_refused() -> None:
    found = series(months([(None, 50.0 - k % 7, None) for k in range(24)]), title="Visits (cumulative)")
    assert "some fall within each year" in found.made.says


def test_rising_figures_that_do_not_begin_anew_stand_for_themselves() -> None:
    assert series(months([(None, 50.0 + 3 * k + k % 2, None) for k in range(24)])).made.basis == "as-submitted"
    # One year alone tells nothing.
    assert series(months([(None, top, None) for top in so_far(ADDED)])).made.basis == "as-submitted"


@pytest.mark.parametrize(("anew", "basis"), [(60.0, "taken-apart"), (61.0, "as-submitted")])
def test_a_year_begins_at_a_fraction_of_what_the_last_ended_at(anew: float, basis: str) -> None:
    # counting_on.ANEW: six tenths.
    first = [100.0 * (k + 1) / 12 for k in range(12)]
    second = [anew + 2 * k for k in range(12)]
    assert series(months([(None, top, None) for top in [*first, *second]])).made.basis == basis


@pytest.mark.parametrize(("steps", "basis"), [(8, "taken-apart"), (7, "as-submitted")])
def test_eight_steps_within_years_are_needed(steps: int, basis: str) -> None:
    # counting_on.FEWEST. The last months of one year and the first of the next.
    totals = so_far(ADDED * 2)[12 - steps + 2 : 16]
    found = series(months([(None, top, None) for top in totals], first=add_months(APRIL, 12 - steps + 2)))
    assert found.made.basis == basis


def test_totals_from_one_day_on_by_their_dates() -> None:
    figures = [
        one.model_copy(update={"period_start": add_months(APRIL, 12 * (place // 12))})
        for place, one in enumerate(months([(None, top, None) for top in so_far(ADDED * 2)]))
    ]
    found = series(figures)
    assert [one.numerator for one in found.observations] == ADDED * 2
    assert (found.step, found.unlike) == (1, ())


def rolling(seed: int, n: int, w: int = 12) -> list[tuple[float, float]]:
    random = np.random.default_rng(seed)
    of = random.integers(60, 141, n + w - 1)
    x = random.binomial(of, 0.5)
    return [(float(x[k : k + w].sum()), float(of[k : k + w].sum())) for k in range(n)]


def test_of_figures_that_hold_one_another_every_twelfth_is_judged() -> None:
    figures = months([(None, a, b) for a, b in rolling(1, 36)])
    said = series(figures, title="Visits, rolling 12 months")
    assert [one.row for one in said.figures] == [13, 25, 37]
    assert said.made.says == (
        "Each of its figures is over the 12 months up to its date and holds months of its neighbours: every 12 months one is "
        "judged, 3 of 36 figures."
    )
    shown = series(figures)
    assert [one.row for one in shown.figures] == [13, 25, 37]
    assert "they seem to hold one another's months: every 12 months one is judged, 3 of 36 figures" in shown.made.says
    assert [one.row for one in series(figures, title="Visits, three month rolling").figures] == list(range(4, 38, 3))


@pytest.mark.parametrize("seed", range(5))
def test_figures_of_single_months_stand_for_themselves(seed: int) -> None:
    assert series(months([(None, a, b) for a, b in rolling(seed, 36, 1)])).made.basis == "as-submitted"


def test_years_given_each_month_by_their_dates() -> None:
    figures = [
        one.model_copy(update={"period_start": add_months(one.period_start, -11)})
        for one in months([(None, a, b) for a, b in rolling(3, 30)])
    ]
    found = series(figures)
    assert [one.row for one in found.figures] == [7, 19, 31]
    assert (found.step, found.made.basis, found.unlike) == (12, "every-so-many", ())


def weeks(n: int, amounts: Amounts, first: date = date(2019, 4, 1)) -> list[Figure]:
    value, top, bottom = amounts
    return [
        Figure(
            resource="figures", row=place + 2, indicator="a", value=value, numerator=top, denominator=bottom,
            period_start=first + timedelta(days=7 * place), period_end=first + timedelta(days=7 * place + 6),
        )
        for place in range(n)
    ]  # fmt: skip


@pytest.mark.parametrize(("n", "basis", "judged"), [(120, "as-submitted", 120), (121, "joined-to-months", 28)])
def test_more_than_120_weeks_are_joined_to_months(n: int, basis: str, judged: int) -> None:
    # joined.MOST
    found = series(weeks(n, (None, 7.0, 20.0)))
    assert (found.made.basis, found.judged, len(found.submitted)) == (basis, judged, n)


def test_weeks_with_what_they_are_out_of_belong_to_the_month_of_most_of_their_days() -> None:
    found = series(weeks(261, (None, 7.0, 20.0)))
    assert [(one.numerator, one.denominator) for one in found.observations[:3]] == [
        (28.0, 80.0),
        (35.0, 100.0),
        (28.0, 80.0),
    ]
    assert found.judged == 60
    assert found.made.says == "Its 261 figures are joined to 60 months, summed."


def test_what_is_only_counted_is_shared_by_days() -> None:
    found = series(weeks(261, (None, 7.0, None)))
    assert [one.numerator for one in found.observations[:3]] == pytest.approx([30.0, 31.0, 30.0])


def test_plain_numbers_are_averaged_and_months_that_are_not_whole_left_out() -> None:
    (fact,) = trajectory.measure(evidence(weeks(200, (7.0, None, None), first=date(2020, 1, 20))))
    assert (fact.fields["submitted"], fact.fields["points"], fact.fields["judged"]) == (200, 45, 45)
    assert (
        "Its 200 figures are joined to 45 months, averaged; January 2020 and November 2023 are left out"
        in fact.says.replace(", November", " and November")
    )


def test_of_many_months_the_latest_120_are_judged_and_both_are_said() -> None:
    (fact,) = trajectory.measure(evidence(months([(None, 50.0 + k % 7, 100.0) for k in range(130)])))
    assert (fact.fields["points"], fact.fields["judged"]) == (130, 120)
    assert fact.says.endswith("The latest 120 of 130 periods are judged.")
    (fact,) = trajectory.measure(evidence(months([(None, 50.0 + k % 7, 100.0) for k in range(120)])))
    assert "The latest" not in fact.says
