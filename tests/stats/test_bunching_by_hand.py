"""Bunching worked out a second time from what is said of it: the curve, the three shapes and how they are put together."""

import math
from collections.abc import Sequence

import numpy as np
import pytest

from inspector.stats.bunching import Bunching, bunching, smallest_shift
from inspector.stats.bunching_curve import expected

from .regression import Regression

SHAPES = ((1, 0.1, 0.2), (3, 0.25, 0.4), (7, 0.5, 0.4))
"""Days inside the deadline, how deep the hollow behind it is, and what each weighs when they are put together."""
POWERED = 2.326 + 0.842


def columns(days: np.ndarray, gap: np.ndarray, bends: int, period: int) -> np.ndarray:
    """A level, a line, a logarithm and its square; a cube, a cube of the logarithm, a fourth power; a factor for each weekday."""
    log, line = np.log(days / days.mean()), (days - days.mean()) / len(days)
    found = [np.ones(len(days)), line, log, log**2, *[line**3, log**3, line**4][:bends]]
    found += [(gap % period == k) * 1.0 - (gap % period == 0) for k in range(1, period)]
    return np.stack(found, axis=1)


def chosen(days: np.ndarray, gap: np.ndarray, seen: np.ndarray, outside: np.ndarray) -> tuple[int, int]:
    """The period and then the bends that the days outside need, at two a column (quasi-AIC)."""
    loose = Regression(columns(days, gap, 3, 7)[outside], seen[outside]).spread

    def cost(bends: int, period: int) -> float:
        used = columns(days, gap, bends, period)
        return Regression(used[outside], seen[outside]).deviance / loose + 2 * used.shape[1]

    period = min((1, 5, 7), key=lambda period: cost(1, period))
    return min((0, 1, 2, 3), key=lambda bends: cost(bends, period)), period


def around(counts: dict[int, int], deadline: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Five weeks on either side, from a quarter of the deadline on, and no farther beyond than before (at least three weeks)."""
    days = np.arange(max(1, deadline - 35, deadline // 4), deadline + min(35, max(21, deadline + 6)) + 1.0)
    return days, days - deadline, np.array([float(counts.get(int(day), 0)) for day in days])


def by_hand(counts: dict[int, int], deadline: int) -> Bunching:
    days, gap, seen = around(counts, deadline)
    shapes = [shape for shape in SHAPES if shape[0] <= max(3, deadline // 5)]
    outside = ~((gap > -shapes[-1][0]) & (gap <= 0))
    bends, period = chosen(days, gap, seen, outside)
    base = columns(days, gap, bends, period)
    null, loose = Regression(base, seen), Regression(base[outside], seen[outside]).spread
    found: list[tuple[float, int, float, float]] = []
    for width, hollow, _ in shapes:
        inside = (gap > -width) & (gap <= 0)
        with_heap = Regression(np.column_stack([base, inside - hollow * (gap > 0)]), seen)
        root = math.copysign(math.sqrt(max(0.0, null.deviance - with_heap.deviance) / loose), with_heap.last)
        usual = float(with_heap.mean[inside].sum()) * math.exp(-with_heap.last)
        smallest = usual * (math.exp(POWERED * with_heap.error * math.sqrt(loose)) - 1)
        found.append((0.5 * math.erfc(root / math.sqrt(2)), width, usual, smallest))
    weights = [weight for _, _, weight in SHAPES][: len(found)]
    cauchy = sum(w / math.tan(math.pi * p) for (p, _, _, _), w in zip(found, weights, strict=True)) / sum(weights)
    p_value = math.atan(1 / cauchy) / math.pi if cauchy > 0 else 1 + math.atan(1 / cauchy) / math.pi
    best = min(found)
    observed = int(seen[(gap > -best[1]) & (gap <= 0)].sum())
    return Bunching(sum(counts.values()), int(seen.sum()), best[1], observed, best[2], p_value, period, found[1][3])


def smooth(deadline: int, cases: float = 3000.0, wide: float = 0.5) -> dict[int, int]:
    middle = math.log(0.8 * deadline)
    return {
        day: round(cases * math.exp(-0.5 * ((math.log(day) - middle) / wide) ** 2) / (1.25 * deadline))
        for day in range(1, 200)
    }


def moved(counts: dict[int, int], more: Sequence[tuple[int, int]]) -> dict[int, int]:
    return counts | {day: counts[day] + count for day, count in more}


CASES = {
    "nothing at 45 days": (smooth(45), 45),
    "a heap on the last day": (moved(smooth(45), [(45, 30)]), 45),
    "a heap on the last three": (moved(smooth(45), [(43, 15), (44, 15), (45, 25)]), 45),
    "a heap over the last week": (moved(smooth(45), [(day, 8) for day in range(39, 46)]), 45),
    "moved from behind": (moved(smooth(45), [(44, 30), (45, 30), *[(day, -10) for day in range(46, 53)]]), 45),
    "a hollow before": (moved(smooth(45), [(43, -15), (44, -15), (45, -15)]), 45),
    "few cases": (moved(smooth(45, 300), [(45, 6)]), 45),
    "weeks of seven days": ({day: count * (2 if day % 7 == 3 else 1) for day, count in smooth(45).items()}, 45),
    "weeks of five days": ({day: count * (3 if day % 5 == 0 else 1) for day, count in smooth(30, 900).items()}, 30),
    "a curve with bends": (
        {day: round(40 + 25 * math.sin(day / 7) + 10 * math.cos(day / 3)) + day % 3 for day in range(1, 120)}, 60,
    ),
    "more scatter than Poisson": (
        {day: max(0, count + (day * 37 % 23 - 11) * 2) for day, count in smooth(45).items()}, 45,
    ),
    "a short deadline": (moved(smooth(10, 2500), [(9, 60), (10, 60)]), 10),
    "a deadline of 20 days": (smooth(20), 20),
    "a deadline of 34 days has no week": (moved(smooth(34), [(day, 8) for day in range(28, 35)]), 34),
    "a deadline of 35 days has": (moved(smooth(35), [(day, 8) for day in range(29, 36)]), 35),
    "a long deadline": (moved(smooth(150, 4000), [(149, 20), (150, 20)]), 150),
}  # fmt: skip


@pytest.mark.parametrize(("counts", "deadline"), CASES.values(), ids=CASES)
def test_worked_out_again(counts: dict[int, int], deadline: int) -> None:
    found, wanted = bunching(counts, deadline), by_hand(counts, deadline)
    assert found is not None
    for name in ("n", "near", "days", "observed", "period"):
        assert getattr(found, name) == getattr(wanted, name), name
    for name in ("expected", "p_value", "smallest"):
        assert getattr(found, name) == pytest.approx(getattr(wanted, name), rel=1e-5, abs=0), name
    assert found.excess == max(0.0, found.observed - found.expected)


@pytest.mark.parametrize("name", ["nothing at 45 days", "moved from behind", "a curve with bends", "a short deadline"])
def test_the_curve_that_is_drawn(name: str) -> None:
    counts, deadline = CASES[name]
    days, gap, seen = around(counts, deadline)
    outside = ~((gap > -7) & (gap <= 0))
    used = columns(days, gap, *chosen(days, gap, seen, outside))
    found = expected(counts, deadline)
    assert found is not None
    assert list(found) == [int(day) for day in days]
    wanted = np.exp(used @ Regression(used[outside], seen[outside]).coefficients)
    assert list(found.values()) == pytest.approx(wanted.tolist(), rel=1e-5)


def test_the_smallest_p_value_there_is() -> None:
    # bunching.SMALLEST_P
    found = bunching(moved(smooth(45), [(day, 2000) for day in (43, 44, 45)]), 45)
    assert found is not None
    assert found.p_value == pytest.approx(1e-15, rel=1e-3)


def flat(deadline: int, each: dict[int, int]) -> dict[int, int]:
    return {deadline + gap: count for gap, count in each.items()}


@pytest.mark.parametrize(
    ("each", "answer"),
    [
        # bunching.FEWEST_DAYS: 21 different days. Four cases on each of 21 days are 84.
        (dict.fromkeys(range(-14, 7), 4), True),
        (dict.fromkeys(range(-14, 6), 5), False),
        # bunching.FEWEST_NEAR: 80 cases within reach.
        (dict.fromkeys(range(-14, 6), 4) | {6: 0, 7: 0, 8: 0}, False),
        (dict.fromkeys(range(-14, 5), 4) | {5: 2, 6: 2}, True),
        (dict.fromkeys(range(-14, 5), 4) | {5: 2, 6: 1}, False),
        # bunching.FEWEST_ABOUT: ten of them from 13 days before to 7 after.
        (dict.fromkeys(range(-34, -13), 6) | {-13: 5, 7: 5}, True),
        (dict.fromkeys(range(-34, -13), 6) | {-13: 5, 7: 4, 8: 9}, False),
        (dict.fromkeys(range(-34, -13), 6) | {-14: 9, 0: 9, 8: 9}, False),
    ],
)
def test_too_few_cases_give_no_answer(each: dict[int, int], answer: bool) -> None:
    assert (bunching(flat(60, each), 60) is not None) is answer
    assert (expected(flat(60, each), 60) is not None) is answer


@pytest.mark.parametrize(
    ("deadline", "first", "last"),
    [
        (60, 25, 95),
        (45, 11, 80),
        (40, 10, 75),
        (30, 7, 65),
        (29, 7, 64),
        (20, 5, 46),
        (15, 3, 36),
        (14, 3, 35),
        (4, 1, 25),
        (2, 1, 23),
    ],
)
def test_how_far_it_looks(deadline: int, first: int, last: int) -> None:
    # bunching.REACH: 35 days.
    counts = dict.fromkeys(range(1, 120), 9)
    found = bunching(counts, deadline)
    assert found is not None
    assert found.near == 9 * (last - first + 1)


def test_a_rough_smallest_share() -> None:
    # A twentieth of 400 cases is 20, times 1.3 for the curve: 3.168 * sqrt(26) of 400.
    assert smallest_shift(400) == pytest.approx(3.168 * math.sqrt(26) / 400, rel=1e-9)
    assert (smallest_shift(0), smallest_shift(1), smallest_shift(2)) == (
        1.0,
        pytest.approx(3.168 * 0.065**0.5),
        pytest.approx(3.168 * 0.13**0.5 / 2),
    )
