"""Groups that always answer alike, by the beta-binomial of the others."""

import math

import pytest

from inspector.stats.uniform import always


def alike(mean: float, size: float, of: int) -> float:
    """All yes or all no of `of` answers from a beta-binomial of that mean and a + b."""
    a, b = mean * size, (1 - mean) * size
    return sum(math.prod((one + k) / (size + k) for k in range(of)) for one in (a, b))


def test_one_other_group_gives_a_flat_guess() -> None:
    # One other, 3 of 9 and half a yes in one more answer: mean 0.35, a + b = 2. Two groups.
    assert always([8, 3], [8, 9])[0] == pytest.approx(2 * alike(0.35, 2.0, 8), rel=1e-9)
    assert always([0, 3], [8, 9]) == [pytest.approx(2 * alike(0.35, 2.0, 8), rel=1e-9), 1.0]


def test_others_that_are_as_alike_as_chance_makes_them_are_taken_for_at_most_200_answers() -> None:
    # uniform.MOST: 5 of 10 each, mean (15 + 0.5) / 31 = 0.5; no spread at all, so a + b = 200.
    assert always([6, 5, 5, 5], [6, 10, 10, 10])[0] == pytest.approx(4 * alike(0.5, 200.0, 6), rel=1e-9)


def test_others_that_differ_make_one_alike_likelier() -> None:
    # Others 2, 5 and 8 of 10: mean 15.5 / 31 = 0.5. Found 10 * (0.09 + 0 + 0.09) = 1.8; by chance 0.25 * 2 = 0.5; the
    # spread (1.8 - 0.5) / (30 - 300 / 30) = 0.065, in parts of 0.25: 0.26. a + b = 1 / 0.26 - 1.
    assert always([12, 2, 5, 8], [12, 10, 10, 10])[0] == pytest.approx(4 * alike(0.5, 1 / 0.26 - 1, 12), rel=1e-9)


def test_others_that_are_all_yes_or_all_no_make_a_and_b_one_at_least() -> None:
    # Others 0, 10, 0 and 10 of 10: spread 2.5 * 4 - 0.75 over 40 - 10 is 0.308, more than 0.25: a + b would be below 1.
    found = always([400, 0, 10, 0, 10], [400, 10, 10, 10, 10])
    assert found[0] == pytest.approx(5 * alike(0.5, 1.0, 400), rel=1e-9)
    assert found[0] < 0.5
    # In a handful of answers that is no question at all.
    assert always([5, 0, 10, 0, 10], [5, 10, 10, 10, 10])[0] == 1.0


def test_two_others_are_enough_to_see_how_they_differ() -> None:
    # Others 3 and 7 of 10: mean 10.5 / 21 = 0.5. Found 10 * 0.04 * 2 = 0.8, by chance 0.25; the spread 0.55 / (20 - 10).
    size = 1 / (0.055 / 0.25) - 1
    assert always([9, 3, 7], [9, 10, 10])[0] == pytest.approx(3 * alike(0.5, size, 9), rel=1e-9)


def test_groups_of_unequal_size_weigh_by_their_answers() -> None:
    # Others 1 of 4, 6 of 8, 6 of 12: mean 13.5 / 25 = 0.54. Found 4 * 0.29^2 + 8 * 0.21^2 + 12 * 0.04^2 = 0.7084; by chance
    # 0.2484 * 2 = 0.4968; the spread 0.2116 / (24 - 224 / 24) = 0.0144272..., in parts of 0.2484.
    spread = (4 * 0.29**2 + 8 * 0.21**2 + 12 * 0.04**2 - 0.4968) / (24 - 224 / 24)
    size = 1 / (spread / 0.2484) - 1
    assert 10 < size < 20
    assert always([9, 1, 6, 6], [9, 4, 8, 12])[0] == pytest.approx(4 * alike(0.54, size, 9), rel=1e-9)


def test_who_is_not_alike_or_never_asked_is_no_question() -> None:
    assert always([1, 0], [2, 0]) == [1.0, 1.0]
    # A group that was never asked tells nothing of the others either.
    assert always([9, 0], [9, 0]) == [1.0, 1.0]
    assert always([8, 3, 0], [8, 9, 0])[0] == pytest.approx(3 * alike(0.35, 2.0, 8), rel=1e-9)
