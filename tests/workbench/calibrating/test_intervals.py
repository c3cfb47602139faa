"""Intervals hold what they say: against published values, and against every outcome that there is."""

from itertools import product
from math import comb, factorial
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from inspector.workbench.calibrating.intervals import rate, shift

PUBLISHED = yaml.safe_load((Path(__file__).parent / "published.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", PUBLISHED, ids=str)
def test_the_interval_of_a_share_is_that_which_others_published(case: dict[str, float]) -> None:
    found = rate(int(case["hits"]), int(case["of"]))
    assert (round(found.low, 4), round(found.high, 4)) == (case["low"], case["high"])


@given(st.integers(1, 300).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_an_interval_holds_its_share_and_is_turned_round_with_it(case: tuple[int, int]) -> None:
    hits, of = case
    found, other = rate(hits, of), rate(of - hits, of)
    assert 0 <= found.low <= found.share <= found.high <= 1
    assert abs(found.low - (1 - other.high)) < 1e-12
    assert found.high - found.low > rate(4 * hits, 4 * of).high - rate(4 * hits, 4 * of).low


@given(st.integers(0, 60), st.integers(0, 60), st.integers(0, 60))
def test_the_interval_of_a_difference_holds_it_and_is_turned_round_with_it(more: int, less: int, rest: int) -> None:
    if not more + less + rest:
        return
    found, other = shift(more, less, more + less + rest), shift(less, more, more + less + rest)
    assert -1 <= found.low <= found.by <= found.high <= 1
    assert abs(found.low + other.high) < 1e-12


@pytest.mark.parametrize("of", [8, 20])
@pytest.mark.parametrize("true", [0.05, 0.3, 0.5, 0.8])
def test_of_all_outcomes_the_interval_of_a_share_misses_few(of: int, true: float) -> None:
    chance = [comb(of, k) * true**k * (1 - true) ** (of - k) for k in range(of + 1)]
    held = sum(p for k, p in enumerate(chance) if rate(k, of).low <= true <= rate(k, of).high)
    assert held >= 0.92


@pytest.mark.parametrize("pairs", [8, 20])
@pytest.mark.parametrize(("more", "less"), [(0.3, 0.1), (0.6, 0.0), (0.2, 0.2), (0.05, 0.02)])
def test_of_all_outcomes_the_interval_of_a_difference_misses_few(pairs: int, more: float, less: float) -> None:
    """Each way in which so many pairs can come out, with its chance."""
    held = 0.0
    for a, b in product(range(pairs + 1), repeat=2):
        if a + b > pairs:
            continue
        ways = factorial(pairs) / factorial(a) / factorial(b) / factorial(pairs - a - b)
        chance = ways * more**a * less**b * (1 - more - less) ** (pairs - a - b)
        found = shift(a, b, pairs)
        held += chance * (found.low <= more - less <= found.high)
    assert held >= 0.92


def test_of_nothing_anything_can_be() -> None:
    assert (rate(0, 0).low, rate(0, 0).high) == (0.0, 1.0)
    assert (shift(0, 0, 0).low, shift(0, 0, 0).high) == (-1.0, 1.0)
