"""The evidence for templates, worked out a second time from whole covariance matrices.

What is held here: a series, seen without its level, is normal about the size of the change times its curve, with
covariance s² (R + w² c c'), where R is the noise and w the width of what is expected of the size. Nothing is projected
out one after another and nothing left out, as `weights` does.
"""

import math
from itertools import product
from typing import NamedTuple

import numpy as np
import pytest

from inspector.stats.judgement import Observation
from inspector.stats.observe import Readings, readings
from inspector.stats.template_evidence import weights
from inspector.stats.templates import Templates

SIZES = ((2.4, 0.7, 0.85), (5.0, 2.2, 0.15))
"""A change is of 2.4 sd of the noise, give or take 0.7; or, in 15 of 100, of 5, give or take 2.2."""
SAMPLED = {0.0: 0.88, 0.35: 0.10, 0.7: 0.02}
OTHER = {0.0: 0.70, 0.35: 0.22, 0.7: 0.08}
"""How much of the noise carries over to the next period, and how likely: little where it is that of sampling."""
SEASONS = {0.0: 0.85, 1.5: 0.15}


class Weights(NamedTuple):
    """Of one series: the log evidence of no change, and by template and direction (t, 2) the log evidence, mean and sd."""

    steady: float
    moved: np.ndarray
    size: np.ndarray
    spread: np.ndarray


def scales(spread: float, sampling: bool) -> dict[float, float]:
    """Fourteen sd of the noise about the spread of the series, the log of each as likely; near 1 where that is known."""
    low, high = 0.12 * spread, 1.35 * spread
    if sampling:
        low, high = max(0.95, low), max(1.6, high)
    found = [low * (high / low) ** (k / 13) for k in range(14)]
    weights = [min(s, 2.0) ** -4 if sampling else 1.0 for s in found]
    return {s: weight / sum(weights) for s, weight in zip(found, weights, strict=True)}


def by_hand(seen: Readings, curves: np.ndarray, correlated: dict[float, float], monthly: bool) -> Weights:
    pull = np.median(seen.sd) / seen.sd
    series = seen.y / seen.sd
    # All directions but that of the level.
    others = np.linalg.svd(pull[None, :])[2][1:]
    z, columns = others @ series, [others @ (curve * pull) for curve in curves]
    level = (series @ pull) / (pull @ pull)
    apart = np.abs(np.subtract.outer(seen.periods, seen.periods))
    angle = np.subtract.outer(seen.months, seen.months) * math.pi / 6
    wave = (0.75 * np.cos(angle) + 0.25 * np.cos(2 * angle)) * np.outer(pull, pull)

    def density(rest: np.ndarray, covariance: np.ndarray) -> float:
        _, size = np.linalg.slogdet(covariance)
        return float(-0.5 * size - 0.5 * rest @ np.linalg.solve(covariance, rest) - 0.5 * math.log(pull @ pull))

    steady, moved = [], {(place, side): [] for place in range(len(curves)) for side in (1, -1)}
    grid = scales(math.sqrt(np.mean((series - level * pull) ** 2)), seen.sampling)
    for (s, p), (rho, q), (amplitude, r) in product(
        grid.items(), correlated.items(), SEASONS.items() if monthly else [(0.0, 1.0)]
    ):
        noise = others @ (rho**apart + amplitude**2 * wave) @ others.T
        prior = math.log(p * q * r)
        steady.append(prior + density(z, s * s * noise))
        for (place, side), found in moved.items():
            column = columns[place]
            for usual, about, share in SIZES:
                middle, width = seen.reach * usual, seen.reach * about
                covariance = s * s * (noise + width**2 * np.outer(column, column))
                log = prior + math.log(share) + density(z - s * side * middle * column, covariance)
                precision = column @ np.linalg.solve(noise, column) + width**-2
                mean = (side * column @ np.linalg.solve(noise, z) / s + middle / width**2) / precision
                found.append((log, mean, 1 / precision))
    moments = np.zeros((3, len(curves), 2))
    for (place, side), cells in moved.items():
        logs, means, variances = map(np.array, zip(*cells, strict=True))
        weights = np.exp(logs - logs.max())
        mean = weights @ means / weights.sum()
        spread = math.sqrt(weights @ (means**2 + variances) / weights.sum() - mean**2)
        moments[:, place, 0 if side > 0 else 1] = logs.max() + math.log(weights.sum()), mean, spread
    top = max(steady)
    return Weights(top + math.log(sum(math.exp(one - top) for one in steady)), *moments)


def told(seen: Readings, *curves: np.ndarray) -> tuple[Weights, np.ndarray]:
    drawn, one = np.stack(curves), np.ones(len(curves))
    found = weights([seen], Templates(drawn, one.astype(np.int64), one, one, one, one))
    return Weights(float(found.steady[0]), found.moved[0].T, found.size[0].T, found.spread[0].T), drawn


def close(found: Weights, wanted: Weights) -> None:
    assert found.steady == pytest.approx(wanted.steady, abs=1e-6)
    # What is left out of the grid is less than a millionth of what fits best.
    assert found.moved.ravel().tolist() == pytest.approx(wanted.moved.ravel().tolist(), abs=2e-4)
    assert found.size.ravel().tolist() == pytest.approx(wanted.size.ravel().tolist(), abs=2e-3)
    assert found.spread.ravel().tolist() == pytest.approx(wanted.spread.ravel().tolist(), abs=2e-3)


WAVE = np.array([0.3, -0.8, 0.5, 1.1, -0.4, -1.2, 0.7, 0.1, -0.6, 0.9, -0.2, 0.4])


def step(n: int, at: int) -> np.ndarray:
    return (np.arange(n) >= at).astype(float)


def test_plain_numbers() -> None:
    seen = readings(tuple(Observation(k, value=v) for k, v in enumerate(WAVE + 1.5 * step(12, 6))))
    found, curves = told(seen, step(12, 6), np.linspace(0, 1, 12))
    close(found, by_hand(seen, curves, OTHER, monthly=False))


def test_plain_numbers_with_gaps() -> None:
    periods = [0, 1, 3, 4, 5, 9, 10, 11, 12, 14]
    seen = readings(tuple(Observation(k, value=v) for k, v in zip(periods, WAVE[:10] + step(10, 7), strict=True)))
    found, curves = told(seen, step(10, 7))
    close(found, by_hand(seen, curves, OTHER, monthly=False))


def shares(counts: list[float], sizes: list[float], month: int = 0) -> Readings:
    drawn = enumerate(zip(counts, sizes, strict=True))
    return readings(
        tuple(
            Observation(k, numerator=x, denominator=n, month=(k + month) % 12 + 1 if month else 0)
            for k, (x, n) in drawn
        )
    )


SIZED = [40.0, 60, 55, 80, 20, 45, 50, 70, 65, 30, 50, 44]


def test_proportions_whose_noise_is_hardly_more_than_that_of_sampling() -> None:
    seen = shares(
        [round(n * (0.5 + 0.05 * w + 0.1 * (k > 6))) for k, (n, w) in enumerate(zip(SIZED, WAVE, strict=True))], SIZED
    )
    assert np.mean(np.diff(seen.y / seen.sd) ** 2) < 8
    found, curves = told(seen, step(12, 7))
    close(found, by_hand(seen, curves, SAMPLED, monthly=False))


@pytest.mark.parametrize(("of", "reach"), [(24.5, 0.7), (10.0, 0.5)])
def test_where_few_are_counted_changes_are_of_fewer_sd(of: float, reach: float) -> None:
    seen = shares([round(of * (0.5 + 0.1 * w + 0.2 * (k > 6))) for k, w in enumerate(WAVE)], [of] * 12)
    assert seen.reach == pytest.approx(reach)
    found, curves = told(seen, step(12, 7), np.linspace(0, 1, 12))
    close(found, by_hand(seen, curves, SAMPLED, monthly=False))


def test_proportions_with_more_noise_than_twice_that_of_sampling() -> None:
    seen = shares([round(n * (0.5 + 0.3 * w)) for n, w in zip(SIZED, WAVE, strict=True)], SIZED)
    assert np.mean(np.diff(seen.y / seen.sd) ** 2) > 9
    found, curves = told(seen, step(12, 7))
    close(found, by_hand(seen, curves, OTHER, monthly=False))


@pytest.mark.parametrize(("steps", "correlated"), [(7.9, SAMPLED), (8.1, OTHER)])
def test_eight_is_the_mean_square_of_steps_from_which_noise_is_of_another_sort(
    steps: float, correlated: dict[float, float]
) -> None:
    # template_evidence.BEYOND: twice the noise of sampling. Steps between neighbours have twice its square.
    y = np.sqrt(steps) / 2 * np.array([1.0, -1, 1, -1, 1, -1, 1, -1])
    seen = Readings(np.arange(8.0), np.zeros(8), y, np.ones(8), sampling=True)
    found, curves = told(seen, step(8, 4))
    close(found, by_hand(seen, curves, correlated, monthly=False))


@pytest.mark.parametrize(("n", "monthly"), [(23, False), (24, True)])
def test_a_season_is_looked_for_in_two_years_of_months(n: int, monthly: bool) -> None:
    # template_evidence.SEASON_POINTS
    waves = np.tile(WAVE, 2)[:n] / 3 + np.sin(np.arange(n) * math.pi / 6)
    sizes = np.tile(SIZED, 2)[:n]
    counts = [round(of * (0.5 + 0.12 * w + 0.1 * (k > 14))) for k, (of, w) in enumerate(zip(sizes, waves, strict=True))]
    seen = shares(counts, sizes.tolist(), month=3)
    found, curves = told(seen, step(n, 15))
    close(found, by_hand(seen, curves, SAMPLED, monthly))


def test_months_that_are_not_all_known_have_no_season() -> None:
    seen = shares([20.0 + k % 5 for k in range(24)], [50.0] * 24)
    found, curves = told(seen, step(24, 15))
    close(found, by_hand(seen, curves, SAMPLED, monthly=False))


def test_a_change_that_explains_nearly_all() -> None:
    seen = readings(tuple(Observation(k, value=v) for k, v in enumerate(WAVE / 2 + 40 * step(12, 6))))
    found, curves = told(seen, step(12, 6), step(12, 3))
    wanted = by_hand(seen, curves, OTHER, monthly=False)
    # The grid is kept where the best template has its weight; what others would have elsewhere is not asked.
    for name in ("moved", "size", "spread"):
        assert getattr(found, name)[0, 0] == pytest.approx(getattr(wanted, name)[0, 0], rel=1e-2), name
    assert found.moved.argmax() == 0


def test_a_template_that_is_level_itself_takes_nothing_away() -> None:
    seen = readings(tuple(Observation(k, value=v) for k, v in enumerate(WAVE)))
    found, curves = told(seen, np.ones(12), step(12, 6))
    wanted = by_hand(seen, curves, OTHER, monthly=False)
    assert found.moved[0].tolist() == pytest.approx([found.steady] * 2, abs=1e-4)
    close(found, wanted)
