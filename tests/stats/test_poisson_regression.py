"""Poisson regression where its answer can be written down."""

import math

import numpy as np
import pytest

from inspector.stats.poisson_regression import fit, spread

ONE = np.ones((4, 1))
GROUPS = np.array([[1.0, 0.0], [1, 0], [1, 1], [1, 1]])


def test_one_level_is_the_mean() -> None:
    seen = np.array([3.0, 5.0, 10.0, 14.0])
    found = fit(ONE, seen)
    assert found.coefficients.tolist() == pytest.approx([math.log(8)])
    assert found.mean.tolist() == pytest.approx([8.0] * 4)
    # Twice the sum of y log(y / 8); the differences from 8 sum to nothing.
    assert found.deviance == pytest.approx(2 * sum(y * math.log(y / 8) for y in (3, 5, 10, 14)), rel=1e-9)
    assert found.covariance.tolist() == [[pytest.approx(1 / 32, rel=1e-6)]]


def test_two_groups_are_their_means() -> None:
    # Means 4 and 12; the information about the second coefficient is 1 / (1/8 + 1/24).
    found = fit(GROUPS, np.array([3.0, 5.0, 10.0, 14.0]))
    assert found.coefficients.tolist() == pytest.approx([math.log(4), math.log(3)])
    assert found.mean.tolist() == pytest.approx([4, 4, 12, 12])
    wanted = 2 * (3 * math.log(3 / 4) + 5 * math.log(5 / 4) + 10 * math.log(10 / 12) + 14 * math.log(14 / 12))
    assert found.deviance == pytest.approx(wanted, rel=1e-9)
    assert found.covariance.ravel().tolist() == pytest.approx([1 / 8, -1 / 8, -1 / 8, 1 / 8 + 1 / 24], rel=1e-6)


def test_the_unit_of_a_column_is_no_matter() -> None:
    seen = np.array([3.0, 5.0, 10.0, 14.0])
    plain, scaled = fit(GROUPS, seen), fit(GROUPS * [1.0, 1000.0], seen)
    assert scaled.coefficients[1] == pytest.approx(plain.coefficients[1] / 1000)
    assert scaled.covariance[1, 1] == pytest.approx(plain.covariance[1, 1] / 1e6)
    assert scaled.deviance == pytest.approx(plain.deviance)


def test_a_group_of_noughts_has_a_mean_of_nought_and_a_deviance() -> None:
    found = fit(GROUPS, np.array([0.0, 0.0, 10.0, 14.0]))
    assert found.mean[:2].max() < 1e-6
    assert found.mean[2:].tolist() == pytest.approx([12, 12])
    assert found.deviance == pytest.approx(2 * (10 * math.log(10 / 12) + 14 * math.log(14 / 12)), abs=1e-6)
    # A count of one has no logarithm, and counts all the same.
    ones = fit(ONE, np.array([1.0, 1.0, 0.0, 0.0]))
    assert ones.deviance == pytest.approx(2 * 2 * math.log(2), rel=1e-9)


def test_a_steep_curve_needs_many_rounds_and_halved_steps() -> None:
    x = np.arange(12.0)
    columns = np.stack([np.ones(12), x, x**2], axis=1)
    seen = np.round(np.exp(0.2 * x**2 - 2.5 * x + 7.5))
    found = fit(columns, seen)
    # At the best fit what is left has no part in any column.
    assert np.abs(columns.T @ (seen - found.mean)).max() < 1e-3 * seen.sum()
    assert found.coefficients.tolist() == pytest.approx([7.5, -2.5, 0.2], rel=0.01)


def test_no_mean_is_beyond_all_bounds() -> None:
    # The logarithm of a mean stays within 20.
    found = fit(np.ones((2, 1)), np.array([1e12, 1e12]))
    assert found.mean.tolist() == pytest.approx([math.exp(20)] * 2)


def test_overdispersion_is_pearsons_statistic() -> None:
    # (25 + 9 + 4 + 36) / 8 over three degrees of freedom.
    assert spread(ONE, np.array([3.0, 5.0, 10.0, 14.0])) == pytest.approx(74 / 8 / 3, rel=1e-6)
    # (1 + 1) / 4 + (4 + 4) / 12 over two is less than one: never below.
    assert spread(GROUPS, np.array([3.0, 5.0, 10.0, 14.0])) == 1.0
    # Means below 0.2 count as that: of forty counts, one of 1 and one of 3, 0.1 each.
    seen = np.zeros(40)
    seen[[3, 7]] = 1.0, 3.0
    assert spread(np.ones((40, 1)), seen) == pytest.approx((38 * 0.01 + 0.81 + 8.41) / 0.2 / 39, rel=1e-6)
    # As many columns as counts leave one degree of freedom, for the division's sake.
    assert spread(np.eye(2), np.array([4.0, 9.0])) == 1.0
