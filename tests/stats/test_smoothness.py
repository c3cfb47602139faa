"""Series smoother than chance allows, by weighted least squares worked out another way (normal equations)."""

import math

import numpy as np
import pytest

from inspector.stats.smoothness import Smoothness, smoothness
from inspector.stats.tails import below_chi_square, combined

MONTHS = np.arange(24.0)


def told(numerators: np.ndarray, denominators: np.ndarray | None, months: np.ndarray = MONTHS) -> Smoothness:
    found = smoothness(numerators, denominators, months)
    assert found is not None
    return found


def residuals(columns: list[np.ndarray], counts: np.ndarray, sizes: np.ndarray, binomial: bool) -> np.ndarray:
    """After four rounds of weighted least squares that begin with the overall share."""
    design, shares = np.stack(columns, axis=1), counts / sizes
    fitted = np.full(len(counts), counts.sum() / sizes.sum())
    for _ in range(5):
        inside = np.clip(fitted, 0.01, 0.99)
        weights = sizes / (inside * (1 - inside) if binomial else np.maximum(fitted, 0.5))
        rest = (shares - fitted) * np.sqrt(weights)
        fitted = design @ np.linalg.solve(design.T @ (design * weights[:, None]), design.T @ (weights * shares))
    return rest


def by_hand(counts: np.ndarray, sizes: np.ndarray | None, months: np.ndarray) -> Smoothness:
    turn = 2 * math.pi * months / 12
    line = [np.ones(len(months)), months]
    curves = [line, [*line, np.sin(turn), np.cos(turn)]]
    curves.append([*curves[1], np.sin(2 * turn), np.cos(2 * turn)])
    found = []
    for place, every in enumerate(curves):
        # In quarters the half-year has no more than its cosine.
        columns = [column for column in every if np.abs(column).max() > 1e-9]
        rest = residuals(columns, counts, np.ones(len(counts)) if sizes is None else sizes, sizes is not None)
        free = len(counts) - len(columns)
        square = float((rest**2).sum())
        again = float((rest[1:] * rest[:-1]).sum() / square)
        found.append((below_chi_square(square, free), place, square / free, again))
    _, _, ratio, again = min(found)
    # Wilson and Hilferty: the share gone that is seen at p < 0.01 (2.326) four times in five (0.842).
    part = 2 / 9 / (len(counts) - 2)
    low, usual = (1 - part - 2.326 * math.sqrt(part)) ** 3, (1 - part + 0.842 * math.sqrt(part)) ** 3
    return Smoothness(len(counts), ratio, again, combined([one[0] for one in found]), 1 - low / usual)


def close(found: Smoothness, wanted: Smoothness) -> None:
    assert found.n == wanted.n
    for name in ("ratio", "again", "p_value", "smallest"):
        assert getattr(found, name) == pytest.approx(getattr(wanted, name), rel=1e-6), name


WAVE = np.array([0.0, 3, 1, -2, 0, -1, 2, 4, -3, 0, 1, -2] * 2)


@pytest.mark.parametrize(
    ("counts", "sizes", "months"),
    [
        (60 + WAVE, np.full(24, 100.0), MONTHS),
        (60 + WAVE, 100.0 + 5 * np.arange(24), MONTHS),
        # A season, and the half-year within it, are followed.
        (60 + 9 * np.sin(MONTHS * np.pi / 6) + WAVE, np.full(24, 150.0), MONTHS),
        (60 + 9 * np.cos(MONTHS * np.pi / 3) + WAVE, np.full(24, 150.0), MONTHS),
        # Next to nought and next to all the chance is taken as one in a hundred at least.
        (np.array([4.0, 5, 4, 3] * 6), np.full(24, 1000.0), MONTHS),
        (1000 - np.array([4.0, 5, 4, 3] * 6), np.full(24, 1000.0), MONTHS),
        # Events without a denominator; quarters; a line that would fall below half an event.
        (20 + WAVE, None, MONTHS),
        (30 + WAVE[:20], None, 3 * np.arange(20.0)),
        (np.maximum(0, 14 - np.arange(24.0)) + np.abs(WAVE) / 4, None, MONTHS),
    ],
)
def test_the_residuals_of_three_curves(counts: np.ndarray, sizes: np.ndarray | None, months: np.ndarray) -> None:
    close(told(counts, sizes, months), by_hand(counts, sizes, months))


def test_the_share_of_variance_that_would_be_seen() -> None:
    # 18 figures, 16 degrees of freedom: 2 / 144 = 0.0138889, its root 0.1178511.
    found = told(60 + WAVE[:18], np.full(18, 100.0), MONTHS[:18])
    low, usual = 0.7119894**3, 1.0853417**3
    assert found.smallest == pytest.approx(1 - low / usual, rel=1e-6)
    # In a very long series a small share would be.
    long = told(np.tile(60 + WAVE, 125), np.full(3000, 100.0), np.arange(3000.0))
    part = 2 / 9 / 2998
    low, usual = (1 - part - 2.326 * math.sqrt(part)) ** 3, (1 - part + 0.842 * math.sqrt(part)) ** 3
    assert long.smallest == pytest.approx(1 - low / usual, rel=1e-6)
    assert long.smallest < 0.1


def test_too_few_periods_give_no_answer() -> None:
    # smoothness.FEWEST: sixteen figures.
    assert smoothness(60 + WAVE[:16], np.full(16, 100.0), MONTHS[:16]) is not None
    assert smoothness(60 + WAVE[:15], np.full(15, 100.0), MONTHS[:15]) is None


@pytest.mark.parametrize(
    ("mean", "sizes", "answer"),
    [
        # smoothness.EXPECTED: a mean of four events, and of four that did not happen.
        (4.0, None, True),
        (3.99, None, False),
        (4.0, 100.0, True),
        (3.99, 100.0, False),
        (96.0, 100.0, True),
        (96.01, 100.0, False),
    ],
)
def test_small_numbers_give_no_answer(mean: float, sizes: float | None, answer: bool) -> None:
    counts = mean + np.array([0.5, -0.5] * 12)
    found = smoothness(counts, None if sizes is None else np.full(24, sizes), MONTHS)
    assert (found is not None) is answer


def test_what_is_no_share_gives_no_answer() -> None:
    counts, sizes = np.full(24, 50.0), np.full(24, 100.0)
    counts[::2] += 1
    assert smoothness(counts, sizes, MONTHS) is not None
    for count, size in ((50.0, 49.0), (0.0, 0.0), (-2.0, -1.0)):
        odd, wrong = counts.copy(), sizes.copy()
        odd[3], wrong[3] = count, size
        assert smoothness(odd, wrong, MONTHS) is None
    # All of them is a share.
    whole = sizes.copy()
    whole[3] = counts[3]
    assert smoothness(counts, whole, MONTHS) is not None
    # Few in each period are enough, if there are four of either sort.
    few, of = np.array([4.0, 5] * 12), np.full(24, 9.0)
    few[3] = of[3] = 1.0
    assert smoothness(few, of, MONTHS) is not None


def test_curves_that_take_too_many_of_the_figures_are_left_out() -> None:
    # Sixteen figures all in the same two months of the year: a season is no more than two levels, and takes no more columns
    # than it has.
    months = np.array([0.0, 6.0] * 8) + np.repeat(np.arange(8) * 12.0, 2)
    found = told(60 + WAVE[:16], np.full(16, 100.0), months)
    rest = residuals([np.ones(16), months, np.cos(np.pi * months / 6)], 60 + WAVE[:16], np.full(16, 100.0), True)
    line = residuals([np.ones(16), months], 60 + WAVE[:16], np.full(16, 100.0), True)
    chances = [below_chi_square(float((one**2).sum()), free) for one, free in ((line, 14), (rest, 13), (rest, 13))]
    assert found.p_value == pytest.approx(combined(chances), rel=1e-6)
