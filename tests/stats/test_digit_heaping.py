"""Heaps on multiples of 5 and 10, worked out a second time from what is said of them."""

import math

import numpy as np
import pytest

from inspector.stats.digit_heaping import Heaps, heaps
from inspector.stats.tails import above_binomial, combined

from .regression import Regression

POWERED = 2.326 + 0.842


def by_curve(counts: dict[int, int], weeks: tuple[int, ...] = (1,)) -> Heaps:
    held = [value for value, count in counts.items() if count]
    values = np.arange(min(held), max(held) + 1.0)
    seen = np.array([float(counts.get(int(value), 0)) for value in values])
    log, many = np.log(values + 1), len(values)
    smooth = [np.ones(many), values, log, log**2, np.array([math.lgamma(value + 1) for value in values])]
    # A column for every four values, three at least and five at most.
    smooth = smooth[: max(3, min(5, many // 4))]

    def base(period: int) -> np.ndarray:
        days = [(values % period == k) * 1.0 - (values % period == 0) for k in range(1, period)]
        return np.stack(smooth + days, axis=1)

    plain = values % 5 > 0

    def cost(period: int) -> float:
        return Regression(base(period)[plain], seen[plain]).deviance + 2 * base(period).shape[1]

    period = 5 if 5 in weeks else min(weeks, key=cost)
    tried = []
    for step in (10,) if period == 5 else (10, 5):
        inside = values % step == 0
        if not (1 < inside.sum() < many and (seen[inside] > 0).sum() >= 2):
            continue
        null, found = Regression(base(period), seen), Regression(np.column_stack([base(period), inside]), seen)
        root = math.copysign(math.sqrt(max(0.0, null.deviance - found.deviance) / found.spread), found.last)
        usual = float(found.mean[inside].sum()) * math.exp(-found.last)
        smallest = usual * (math.exp(POWERED * found.error * math.sqrt(found.spread)) - 1) / sum(counts.values())
        p_value = max(1e-15, 0.5 * math.erfc(root / math.sqrt(2)))
        tried.append((p_value, step, int(seen[inside].sum()), usual, min(1.0, smallest)))
    _, step, observed, usual, smallest = min(tried, key=lambda one: one[0])
    return Heaps(sum(counts.values()), step, observed, usual, combined([one[0] for one in tried]), smallest)


def close(found: Heaps | None, wanted: Heaps) -> None:
    assert found is not None
    assert (found.n, found.step, found.observed) == (wanted.n, wanted.step, wanted.observed)
    # Where columns are nearly alike, what keeps the one way from dividing by nought shows in the fourth digit.
    for name in ("expected", "p_value", "smallest"):
        assert getattr(found, name) == pytest.approx(getattr(wanted, name), rel=1e-3, abs=0), name


def hill(top: int, middle: float, wide: float, last: int, first: int = 0) -> dict[int, int]:
    return {v: round(top * math.exp(-(((v - middle) / wide) ** 2))) for v in range(first, last + 1)}


def heaped(counts: dict[int, int], step: int, more: int) -> dict[int, int]:
    return {value: max(0, count + more) if value % step == 0 and count else count for value, count in counts.items()}


CASES: dict[str, tuple[dict[int, int], tuple[int, ...]]] = {
    "no heaps": (hill(60, 30, 15, 70), (1,)),
    "on tens": (heaped(hill(60, 30, 15, 70), 10, 9), (1,)),
    "on fives": (heaped(hill(60, 30, 15, 70), 5, 7), (1,)),
    "fewer than there should be": (heaped(hill(60, 30, 15, 70), 10, -9), (1,)),
    "more scatter than Poisson": ({v: max(0, n + (v * 37 % 17 - 8)) for v, n in hill(60, 30, 15, 70).items()}, (1,)),
    "a narrow spread": (heaped(hill(60, 24, 9, 31, 14), 10, 6), (1,)),
    "eleven values have three columns": (hill(30, 20, 9, 30, 20), (1,)),
    "sixteen have four": (heaped(hill(40, 22, 9, 30, 15), 5, 6), (1,)),
    "nineteen have four": (heaped(hill(40, 22, 9, 33, 15), 5, 6), (1,)),
    "twenty have five": (heaped(hill(40, 22, 9, 34, 15), 5, 6), (1,)),
    "twenty-four have five": (heaped(hill(40, 22, 9, 38, 15), 5, 6), (1,)),
    "one ten only": (heaped(hill(40, 20, 9, 27, 13), 5, 6), (1,)),
    "weeks of five days": (heaped(hill(60, 30, 15, 70), 5, 9), (5,)),
    "weeks of five days and tens": (heaped(heaped(hill(60, 30, 15, 70), 5, 9), 10, 9), (1, 5)),
    "weeks of seven days are seen": (heaped(hill(60, 30, 15, 70), 7, 30), (1, 7)),
    "weeks of seven days are not": (heaped(hill(60, 30, 15, 70), 10, 9), (1, 7)),
    "as wide as a curve is drawn": (heaped(hill(9, 70, 60, 151, 1), 10, 5), (1,)),
}


@pytest.mark.parametrize(("counts", "weeks"), CASES.values(), ids=CASES)
def test_the_curve_worked_out_again(counts: dict[int, int], weeks: tuple[int, ...]) -> None:
    close(heaps(counts, weeks), by_curve(counts, weeks))


def test_only_one_value_with_a_heap_is_none() -> None:
    # Two tens are among the values, one of them held by nobody: then only fives are asked about.
    counts = heaped(hill(40, 20, 9, 30, 13), 5, 6) | {20: 0}
    found = heaps(counts)
    assert found is not None
    assert found.step == 5
    close(found, by_curve(counts))
    # Without a second five either there is no answer.
    assert heaps(dict.fromkeys(range(11, 20), 8) | {10: 8, 15: 0, 20: 0}) is None


def wide(tens: int, fives: int, rest: int) -> dict[int, int]:
    """So many numbers that end in 0, in 5 and in neither, from 0 to 151 days."""
    return {0: 1, 151: 1, 100: tens - 1, 105: fives, 103: rest - 1}


def test_beyond_150_days_last_digits_are_counted() -> None:
    # heaps.WIDE. 30 of 200 end in 0 where 20 would; 50 in 0 or 5 where 40 would.
    found = heaps(wide(30, 20, 150))
    assert found is not None
    tens, fives = above_binomial(30, 200, 0.1), above_binomial(50, 200, 0.2)
    assert tens < fives
    smallest = POWERED * math.sqrt(0.1 * 0.9 * 200) / 200
    close(found, Heaps(200, 10, 30, 20.0, combined([tens, fives]), smallest))
    # 25 in 0 and 65 in 0 or 5.
    found = heaps(wide(25, 40, 135))
    chances = [above_binomial(25, 200, 0.1), above_binomial(65, 200, 0.2)]
    assert found is not None
    close(found, Heaps(200, 5, 65, 40.0, combined(chances), POWERED * math.sqrt(0.2 * 0.8 * 200) / 200))


def test_where_work_comes_in_weeks_of_five_days_tens_are_held_against_fives() -> None:
    found = heaps(wide(30, 20, 150), (1, 5))
    smallest = POWERED * math.sqrt(0.25 * 50) / 200
    close(found, Heaps(200, 10, 30, 25.0, combined([above_binomial(30, 50, 0.5)]), smallest))


def test_a_span_of_150_days_is_drawn_and_one_of_151_counted() -> None:
    level = heaped(dict.fromkeys(range(0, 151), 2), 10, 1)
    drawn, counted = heaps(level), heaps(level | {151: 2})
    close(drawn, by_curve(level))
    # 302 and one more on each of 16 tens, and two.
    assert counted is not None
    assert (counted.n, counted.observed, counted.expected) == (320, 48, pytest.approx(32.0))


def test_too_few_numbers_or_too_close_together_give_no_answer() -> None:
    # heaps.FEWEST: sixty numbers. heaps.SPAN: nine from the smallest to the largest.
    level = dict.fromkeys(range(5, 15), 6)
    assert heaps(level) is not None
    assert heaps(level | {9: 5}) is None
    assert heaps(dict.fromkeys(range(5, 14), 7)) is None
    assert heaps(dict.fromkeys(range(5, 14), 7) | {14: 0, 99: 0}) is None


def test_the_largest_share_there_is_and_the_smallest_p_value() -> None:
    loud = heaps(heaped(hill(60, 30, 15, 70), 10, 900))
    assert loud is not None
    assert loud.p_value < 1e-12
    few = heaps(dict.fromkeys(range(5, 14), 1) | {9: 50, 10: 2, 15: 2})
    assert few is not None
    assert 0 < few.smallest <= 1
