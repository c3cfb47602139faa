import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.stats.bunching import bunching, smallest_shift
from inspector.stats.gamma_tail import gamma_tail
from inspector.stats.poisson_regression import fit, spread


def smooth(deadline: int, cases: float = 3000.0) -> dict[int, int]:
    """Lognormal counts, each as expected: nothing happens at the deadline."""
    middle = math.log(0.8 * deadline)
    return {d: round(cases * math.exp(-0.5 * ((math.log(d) - middle) / 0.5) ** 2) / (1.25 * d)) for d in range(1, 200)}


@pytest.mark.parametrize("deadline", [10, 15, 30, 45, 90])
def test_a_smooth_curve_is_no_bunching(deadline: int) -> None:
    found = bunching(smooth(deadline), deadline)
    assert found is not None
    assert found.p_value > 0.2
    assert found.expected == pytest.approx(found.observed, rel=0.15)


@pytest.mark.parametrize("inside", [1, 3, 7])
def test_a_heap_is_found_where_it_is_and_measured(inside: int) -> None:
    counts = smooth(45)
    for days in range(45 - inside + 1, 46):
        counts[days] += 120 // inside
    found = bunching(counts, 45)
    assert found is not None
    assert found.p_value < 1e-3
    assert found.days == inside
    assert found.excess == pytest.approx(120, rel=0.4)


def test_a_hollow_before_the_deadline_is_no_bunching() -> None:
    counts = smooth(45)
    counts |= {days: counts[days] // 2 for days in (43, 44, 45)}
    found = bunching(counts, 45)
    assert found is not None
    assert found.p_value > 0.5
    assert found.excess == 0


@pytest.mark.parametrize("period", [5, 7])
def test_weekly_heaps_are_taken_for_what_they_are(period: int) -> None:
    counts = {days: count * (3 if days % period == 0 else 1) for days, count in smooth(35).items()}
    found = bunching(counts, 35)
    assert found is not None
    assert found.period == period
    assert found.p_value > 0.1


def test_nobody_late_at_all_is_found() -> None:
    counts = smooth(45)
    late = sum(count for days, count in counts.items() if days > 45)
    kept = {days: count for days, count in counts.items() if days <= 45}
    kept |= {days: kept[days] + late // 3 for days in (43, 44, 45)}
    found = bunching(kept, 45)
    assert found is not None
    assert found.p_value < 1e-6


@pytest.mark.parametrize("counts", [{}, {45: 5000}, dict.fromkeys(range(1, 80), 1), {0: 9000, 3: 10}])
def test_too_little_gives_no_answer(counts: dict[int, int]) -> None:
    assert bunching(counts, 45) is None


@given(st.dictionaries(st.integers(-5, 150), st.integers(0, 400), max_size=90), st.integers(2, 100))
def test_any_counts_give_a_finite_answer_or_none(counts: dict[int, int], deadline: int) -> None:
    found = bunching(counts, deadline)
    if found is not None:
        assert 0 < found.p_value <= 1
        assert all(math.isfinite(x) and x >= 0 for x in (found.expected, found.smallest, found.excess))
        assert bunching(dict(reversed(counts.items())), deadline) == found


def test_more_cases_show_a_smaller_share() -> None:
    shares = []
    for cases in (500, 2000, 8000):
        found = bunching(smooth(45, cases), 45)
        assert found is not None
        shares.append(found.smallest / found.n)
    assert shares == sorted(shares, reverse=True)
    assert smallest_shift(0) == 1.0
    assert smallest_shift(100) > smallest_shift(1000) > 0


def test_regression_gives_back_what_made_the_counts() -> None:
    x = np.linspace(0, 1, 40)
    columns = np.stack([np.ones_like(x), x], axis=1)
    seen = np.round(np.exp(6 + 1.5 * x))
    assert fit(columns, seen).coefficients == pytest.approx([6, 1.5], abs=0.01)
    assert spread(columns, seen) == 1.0
    assert spread(columns, seen * (1 + 0.5 * (np.arange(40) % 2))) > 5


@pytest.mark.parametrize(("z", "skew", "chance"), [(0, 2.0, math.exp(-1)), (3, 2.0, math.exp(-4)), (-1, 2.0, 1.0)])
def test_a_skewness_of_two_is_the_exponential(z: float, skew: float, chance: float) -> None:
    assert gamma_tail(z, skew) == pytest.approx(chance, rel=1e-9)


def test_little_skewness_is_the_normal() -> None:
    assert gamma_tail(2.0, 0.01) == pytest.approx(0.5 * math.erfc(2 / math.sqrt(2)), rel=0.02)
