"""What may be said after every row: the cases are in `looking_after_every_row.yaml`, the laws in whole numbers."""

import csv
import math
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from inspector.stats import looking_after_every_row as every_row
from tests.shared_data import reference

CASES = yaml.safe_load(Path(__file__).with_name("looking_after_every_row.yaml").read_text("utf-8"))
FOUND = st.integers(1, 40).flatmap(
    lambda of: st.integers(0, of).flatmap(lambda n: st.tuples(st.just(of), st.just(n), st.integers(0, n)))
)


def cases(kind: str) -> Any:
    return pytest.mark.parametrize("case", CASES[kind], ids=lambda case: case["name"])


def e_by_hand(of: int, many: int, looked: int, wrong: int) -> Fraction | None:
    """The sum over the prior of the issue's formula, term by term, in fractions."""
    a, b = Fraction(1, 2), Fraction(20)

    def rising(start: Fraction, times: int) -> Fraction:
        return math.prod((start + i for i in range(times)), start=Fraction(1))

    def likely(k: int) -> Fraction:
        return Fraction(math.comb(k, wrong) * math.comb(of - k, looked - wrong), math.comb(of, looked))

    prior = [math.comb(of, j) * rising(a, j) * rising(b, of - j) / rising(a + b, of) for j in range(of + 1)]
    assert sum(prior) == 1
    return sum(p * likely(j) for j, p in enumerate(prior)) / likely(many) if likely(many) else None


@cases("needed")
def test_rows_needed(case: dict[str, Any]) -> None:
    seen = case["of"], case["fewer_than"], 0.95, case["wrong"]
    assert every_row.rows_needed(*seen) == case["rows"]


@cases("bounds")
def test_bounds(case: dict[str, Any]) -> None:
    assert every_row.bounds(case["of"], case["looked"], case["wrong"], 0.95) == (case["least"], case["most"])


def test_e_of_the_edge_alone_passes_after_two_wrong_in_two_and_confirms_nothing() -> None:
    at_edge, of_claim = every_row.e_value(500, 5, 2, 2), every_row.e_of_claim(500, 5, 2, 2)
    assert at_edge is not None
    assert of_claim is not None
    assert at_edge > 20 > 1 > of_claim
    assert not every_row.confirmed(500, 5, 2, 2, 0.95)


@given(FOUND, st.integers(0, 40))
def test_e_value_is_the_sum_over_the_prior(found: tuple[int, int, int], many: int) -> None:
    of, looked, wrong = found
    many = min(many, of)
    assert every_row.e_value(of, many, looked, wrong) == e_by_hand(of, many, looked, wrong)


@given(FOUND, st.sampled_from(["0.5", "0.8", "0.95", "0.99"]))
def test_bounds_hold_every_number_that_is_not_refuted(found: tuple[int, int, int], confidence: str) -> None:
    of, looked, wrong = found
    limit = 1 / (1 - Fraction(confidence))
    flat, e = (
        {k: every_row.e_value(of, k, looked, wrong, prior) for k in range(of + 1)}
        for prior in (every_row.FLAT, every_row.PRIOR)
    )
    stay, from_below = ([k for k, one in values.items() if one is not None and one < limit] for values in (e, flat))
    least, most = every_row.bounds(of, looked, wrong, confidence)
    assert stay == list(range(stay[0], most + 1))
    assert from_below == list(range(least, from_below[-1] + 1))
    for k in range(1, of + 1):
        refuted = all(value is None or value >= limit for many, value in e.items() if many >= k)
        assert every_row.confirmed(of, k, looked, wrong, confidence) == refuted == (most < k)


@given(FOUND, st.integers(1, 40))
def test_rows_needed_are_the_least_that_confirm(found: tuple[int, int, int], fewer_than: int) -> None:
    of, looked, wrong = found
    needed = every_row.rows_needed(of, fewer_than, 0.95, wrong, looked)
    if wrong >= fewer_than:
        assert needed is None
    elif fewer_than > of:
        assert needed == looked
    else:
        confirm = [n for n in range(max(1, looked), of + 1) if every_row.confirmed(of, fewer_than, n, wrong, 0.95)]
        assert needed == confirm[0]


@pytest.mark.parametrize(("of", "k"), [(30, 3), (30, 9), (60, 6)])
def test_stopping_at_will_refutes_a_true_claim_in_one_of_twenty_at_most(of: int, k: int) -> None:
    """Exactly, with one fewer wrong than the claim forbids."""
    still, ever = {0: 1.0}, 0.0
    for n in range(1, of + 1):
        then: dict[int, float] = {}
        for x, chance in still.items():
            wrong = (k - 1 - x) / (of - n + 1)
            for seen, part in ((x + 1, chance * wrong), (x, chance * (1 - wrong))):
                then[seen] = then.get(seen, 0.0) + part
        refuted = {x for x, chance in then.items() if chance > 0 and every_row.bounds(of, n, x, 0.95)[0] >= k}
        ever += sum(then[x] for x in refuted)
        still = {x: chance for x, chance in then.items() if chance > 0 and x not in refuted}
    assert ever <= 0.05


@pytest.mark.parametrize(("of", "k"), [(30, 3), (30, 9), (60, 6)])
@pytest.mark.parametrize("prior", ["of all claims", "of the claim"])
def test_stopping_at_will_confirms_a_false_claim_in_one_of_twenty_at_most(of: int, k: int, prior: str) -> None:
    """Exactly, with `k` wrong: row by row through all numbers found wrong."""
    chosen = every_row.PRIOR if prior == "of all claims" else every_row.prior_for(of, k)
    still, ever = {0: 1.0}, 0.0
    for n in range(1, of + 1):
        then: dict[int, float] = {}
        for x, chance in still.items():
            wrong = (k - x) / (of - n + 1)
            for seen, part in ((x + 1, chance * wrong), (x, chance * (1 - wrong))):
                then[seen] = then.get(seen, 0.0) + part
        still = {}
        for x, chance in then.items():
            if every_row.confirmed(of, k, n, x, 0.95, chosen) and chance > 0:
                ever += chance
            elif chance > 0:
                still[x] = chance
    assert 0.02 < ever <= 0.05


def test_prior_of_a_claim_is_that_of_all_from_one_in_ten_on() -> None:
    assert every_row.prior_for(500, 50) == every_row.PRIOR == every_row.prior_for(500, 500)
    assert every_row.prior_for(500, 49)[1] > every_row.PRIOR[1]


@pytest.mark.parametrize(("looked", "wrong"), [(3, 4), (11, 0), (3, -1)])
def test_counts_that_cannot_be(looked: int, wrong: int) -> None:
    with pytest.raises(ValueError, match="cannot be"):
        every_row.bounds(10, looked, wrong, 0.95)


def test_twenty_thousand_rows() -> None:
    assert every_row.rows_needed(20_000, 2000, 0.95) == 34
    least, most = every_row.bounds(20_000, 2000, 20, 0.95)
    ends = ((least - 1, every_row.FLAT, False), (least, every_row.FLAT, True))
    for k, prior, inside in (*ends, (most, every_row.PRIOR, True), (most + 1, every_row.PRIOR, False)):
        e = every_row.e_value(20_000, k, 2000, 20, prior)
        assert e is not None
        assert (e < 20) == inside


def test_a_million_rows_are_halved() -> None:
    needed = every_row.rows_needed(1_000_000, 3, 0.95)
    assert needed is not None
    assert every_row.confirmed(1_000_000, 3, needed, 0, 0.95)
    assert not every_row.confirmed(1_000_000, 3, needed - 1, 0, 0.95)


def test_e_values_of_others() -> None:
    with reference("audit-sampling/e_values.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            of, k, n, x = (int(row[name]) for name in ("N", "k_null", "n", "wrong"))
            prior = (Fraction(row["prior_a"]), Fraction(row["prior_b"]))
            for name, ours in (
                ("e_at_k_null", every_row.e_value(of, k, n, x, prior)),
                ("e_claim", every_row.e_of_claim(of, k, n, x, prior)),
            ):
                assert (math.inf if ours is None else float(ours)) == pytest.approx(float(row[name]), rel=1e-9)


def test_rows_needed_of_others() -> None:
    with reference("audit-sampling/stopping.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            of, k, x = (int(row[name]) for name in ("N", "k_null", "wrong_found"))
            ours = every_row.rows_needed(of, k, 1 - Fraction(row["alpha"]), x)
            assert str(ours or "") == row["ppr_0.5_20"]
