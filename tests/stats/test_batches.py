"""Batches of records against the distributions they are held against, worked out by hand."""

import math

import pytest

from inspector.stats.batches import large_batch, same_minute


@pytest.mark.parametrize(
    ("sizes", "size", "chance"),
    [
        # Fewer than two records are no batch, and one batch alone has no others to be judged by.
        ([1, 1, 1], 1, 1.0),
        ([7], 7, 1.0),
        # Others 1, 1 and the largest of them again, 1: mean beyond the first 0, taken as 1/3. Poisson: 1 - e^(-1/3), 3 days.
        ([1, 1, 2], 2, 3 * (1 - math.exp(-1 / 3))),
        # Others 2, 2, 3 and 3 again: mean beyond the first 1.5, spread 0.25, less than the mean: Poisson at 1.5, 4 days.
        ([2, 2, 3, 6], 6, 4 * (1 - math.exp(-1.5) * (1 + 1.5 + 1.125 + 0.5625 + 0.2109375))),
        # The order of days is no matter.
        ([6, 2, 3, 2], 6, 4 * (1 - math.exp(-1.5) * (1 + 1.5 + 1.125 + 0.5625 + 0.2109375))),
        # Others 1, 1, 5, 5: mean beyond the first 2, spread 4. Negative binomial of shape 2 * 2 / (4 - 2) = 2 and chance
        # 2 / 4: P(8 or more) = 1 - sum of (k + 1) / 2^(k + 2) for k from 0 to 7 = 10 / 2^9; 4 days.
        ([1, 1, 5, 9], 9, 4 * 10 / 2**9),
        # Others 1, 1, 9, 9: mean 4, spread 16, shape 16 / 12 = 4/3, chance 1/4: the sum below, 1 - 0.75^... by hand below.
        ([1, 1, 9, 12], 12, None),
        # Never above one.
        ([3, 3, 3], 3, 1.0),
    ],
)
def test_the_chance_of_a_batch_so_large(sizes: list[int], size: int, chance: float | None) -> None:
    if chance is None:
        shape, p = 4 / 3, 1 / 4
        below = sum(
            math.exp(math.lgamma(shape + k) - math.lgamma(shape) - math.lgamma(k + 1)) * p**shape * (1 - p) ** k
            for k in range(11)
        )
        chance = 4 * (1 - below)
    assert large_batch(sizes, size) == pytest.approx(min(1.0, chance), rel=1e-9)


def test_no_more_spread_than_a_hundredth_beyond_a_poisson_counts_as_one() -> None:
    # Others 1, 1, 3 and 3 again: mean beyond the first 1, spread 1.
    poisson = 1 - math.exp(-1) * (1 + 1 + 1 / 2 + 1 / 6 + 1 / 24)
    assert large_batch([1, 1, 3, 6], 6) == pytest.approx(4 * poisson, rel=1e-9)
    # 89, 91, 109 and 111 beyond the first, each twice: mean 100, spread (121 + 81) / 2 = 101. P(129 or more), 8 days.
    below = sum(math.exp(k * math.log(100) - 100 - math.lgamma(k + 1)) for k in range(129))
    sizes = [90, 90, 92, 92, 110, 110, 112, 130]
    assert large_batch(sizes, 130) == pytest.approx(8 * (1 - below), rel=1e-6)
    # A little more, and a negative binomial is likelier to reach it.
    assert large_batch([89, *sizes[1:]], 130) > 1.01 * large_batch(sizes, 130)


def test_records_that_share_a_minute() -> None:
    # batches.TYPING: 6 of 10 records in some minute of 30: C(10, 6) / 30^5.
    assert same_minute(10, 6) == pytest.approx(210 / 30**5, rel=1e-9)
    assert same_minute(3, 2) == pytest.approx(3 / 30, rel=1e-9)
    assert same_minute(50, 2) == 1.0
    # One record shares its minute with nobody, nor does none.
    assert (same_minute(5, 1), same_minute(5, 0), same_minute(1, 1)) == (1.0, 1.0, 1.0)
