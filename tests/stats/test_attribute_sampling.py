"""Sizes and bounds at and beside every limit: the cases are in `attribute_sampling.yaml`."""

import csv
import math
from fractions import Fraction
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from inspector.stats import attribute_rates as rates
from inspector.stats import attribute_sampling as sampling
from tests.shared_data import reference

CASES = yaml.safe_load(Path(__file__).with_name("attribute_sampling.yaml").read_text("utf-8"))
POPULATIONS = st.integers(1, 30).flatmap(lambda of: st.tuples(st.just(of), st.integers(1, of), st.integers(0, of)))
CONFIDENCES = st.sampled_from(["0.5", "0.8", "0.9", "0.95", "0.99"])


def cases(kind: str) -> Any:
    return pytest.mark.parametrize("case", CASES[kind], ids=lambda case: case["name"])


@cases("fewer_than")
def test_share_of_rows(case: dict[str, Any]) -> None:
    assert sampling.fewer_than(case["of"], case["share"]) == case["is"]


@cases("fixed")
def test_plan_of_fixed_size(case: dict[str, Any]) -> None:
    found = sampling.rows_fixed(case["of"], case["fewer_than"], case["confidence"], case.get("wrong", 0))
    assert found == case["rows"]


@cases("bounds")
def test_bounds_of_one_look(case: dict[str, Any]) -> None:
    seen = case["of"], case["looked"], case["wrong"], case["confidence"]
    assert (sampling.least_wrong(*seen), sampling.most_wrong(*seen)) == (case["least"], case["most"])


@cases("shares")
def test_rows_without_end(case: dict[str, Any]) -> None:
    if case["expected"]:
        found = rates.rows_at_share_expecting(case["share"], case["confidence"], case["expected"])
    else:
        found = rates.rows_at_share(case["share"], case["confidence"])
    assert found == case["rows"]


@cases("upper")
def test_upper_bound_in_per_cent(case: dict[str, Any]) -> None:
    up = rates.highest_share_up(case["looked"], case["wrong"], case["confidence"], "0.001")
    exact = rates.highest_share(case["looked"], case["wrong"], case["confidence"])
    assert 100 * up == Fraction(case["per_cent"])
    assert up - Fraction(1, 1000) < exact <= up


@cases("units")
def test_monetary_units(case: dict[str, Any]) -> None:
    if case["expected"]:
        found = rates.units_at_share_expecting(case["share"], case["confidence"], case["expected"])
    else:
        found = rates.units_at_share(case["share"], case["confidence"])
    assert found == case["rows"]


def test_bound_of_monetary_units_is_where_the_plan_settles() -> None:
    assert rates.highest_units(60, 0, 0.95) < 0.05 < rates.highest_units(59, 0, 0.95)


def test_chance_by_going_through_all_samples() -> None:
    rows = [1] * 3 + [0] * 5
    for looked in range(9):
        samples = [sum(sample) for sample in combinations(rows, looked)]
        for wrong in range(looked + 1):
            share = Fraction(sum(x <= wrong for x in samples), len(samples))
            assert sampling.chance(8, 3, looked, wrong) == share


@given(POPULATIONS, CONFIDENCES)
def test_plan_is_the_least_that_settles(drawn: tuple[int, int, int], confidence: str) -> None:
    of, many, wrong = drawn
    rows, left = sampling.rows_fixed(of, many, confidence, wrong), sampling.risk(confidence)
    settle = [n for n in range(wrong + 1, of + 1) if sampling.chance(of, many, n, wrong) <= left]
    assert rows == (settle[0] if settle and wrong < many else None)


@given(POPULATIONS, CONFIDENCES, st.fractions(0, 1, max_denominator=20))
def test_plan_that_expects_a_share_is_the_least_that_settles(
    drawn: tuple[int, int, int], confidence: str, rate: Fraction
) -> None:
    of, many, _ = drawn
    left = sampling.risk(confidence)
    sizes = ((n, math.ceil(rate * n)) for n in range(1, of + 1))
    settle = (n for n, x in sizes if x < n and sampling.chance(of, many, n, x) <= left)
    assert sampling.rows_fixed_at(of, many, confidence, rate) == next(settle, None)


@given(POPULATIONS, st.integers(0, 30), CONFIDENCES)
def test_bound_is_the_largest_not_ruled_out(drawn: tuple[int, int, int], wrong: int, confidence: str) -> None:
    of, looked, _ = drawn
    wrong = min(wrong, looked)
    possible = list(range(wrong, of - looked + wrong + 1))
    left = sampling.risk(confidence)
    assert sampling.most_wrong(of, looked, wrong, confidence) == max(
        k for k in possible if sampling.chance(of, k, looked, wrong) > left
    )
    assert sampling.least_wrong(of, looked, wrong, confidence) == min(
        k for k in possible if not wrong or 1 - sampling.chance(of, k, looked, wrong - 1) > left
    )


@given(st.integers(1, 300), st.integers(0, 300), st.sampled_from(["0.05", "0.1", "0.2"]), CONFIDENCES)
def test_share_is_settled_as_whole_numbers_say(looked: int, wrong: int, share: str, confidence: str) -> None:
    wrong, p = min(wrong, looked), Fraction(share)
    chance = sum(math.comb(looked, i) * p**i * (1 - p) ** (looked - i) for i in range(wrong + 1))
    assert rates.settled(share, confidence, looked, wrong) == (wrong < looked and chance <= sampling.risk(confidence))


@pytest.mark.parametrize("confidence", [0, 1, "1.5", -0.1])
def test_no_confidence(confidence: float | str) -> None:
    with pytest.raises(ValueError, match="not a confidence between 0 and 1"):
        sampling.risk(confidence)


def test_plans_of_others() -> None:
    """A part of the packages' cells; `bench/proof/sizes.py` does all of them."""
    with reference("audit-sampling/plan.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["likelihood"] == "hypergeometric"]
    told = [row for row in rows if row["why"]] + rows[::25]
    assert len(told) > 250
    for row in told:
        of, expected = int(row["N"]), Fraction(row["expected"])
        limit = sampling.fewer_than(of, row["materiality"])
        found = (
            sampling.rows_fixed_at(of, limit, row["confidence"], expected)
            if 0 < expected < 1
            else sampling.rows_fixed(of, limit, row["confidence"], int(expected))
        )
        assert found == (int(row["n_exact"]) if row["n_exact"] else None), row
