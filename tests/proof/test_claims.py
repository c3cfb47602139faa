"""What rows say of a claim: cases in `claims.yaml`; what may be counted; and what holds of every claim."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from inspector.model.visits import Claim
from inspector.proof.claims import counted, most_together, proved, sizes

CASES = yaml.safe_load(Path(__file__).with_name("claims.yaml").read_text("utf-8"))


def a_claim(of: int, fewer_than: int, **told: Any) -> Claim:
    sample, fixed = sizes(of, fewer_than, 0.95)
    defaults: dict[str, Any] = {
        "id": "log",
        "evidence": "improvement-log",
        "unit": "row",
        "how": "exact",
        "minutes": 10,
    }
    return Claim(**defaults | told, of=of, fewer_than=fewer_than, confidence=0.95, sample=sample, fixed=fixed, says="")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_case(case: dict[str, Any]) -> None:
    found = proved(a_claim(**case["claim"]), **case["seen"])
    told = {"state": found.state, "least": found.least, "most": found.most, "left": found.rows_left}
    assert told == case["is"]
    assert found.says == case["says"]


def test_sizes_of_a_claim() -> None:
    assert sizes(500, 50, 0.95) == (32, 28)
    with pytest.raises(ValueError, match="fewer than 0 of 500"):
        sizes(500, 0, 0.95)


@pytest.mark.parametrize(
    ("wrong", "counts"),
    [
        ({}, (0, 0)),
        ({"b": True, "c": True}, (0, 0)),
        ({"a": False, "c": True}, (1, 0)),
        ({"a": True, "b": False, "c": True}, (3, 2)),
        ({"c": True, "b": False, "a": True}, (3, 2)),
    ],
)
def test_rows_count_up_to_the_first_that_nobody_recorded(wrong: dict[str, bool], counts: tuple[int, int]) -> None:
    assert counted(("a", "b", "c"), wrong) == counts


@given(
    st.integers(1, 60), st.integers(1, 60), st.integers(0, 60), st.integers(0, 60), st.integers(0, 60), st.booleans()
)
def test_every_claim(of: int, fewer_than: int, looked: int, wrong: int, waiting: int, key: bool) -> None:
    fewer_than, looked = min(of, fewer_than), min(of, looked)
    wrong = min(looked, wrong)
    known = min(wrong + waiting, wrong + of - looked)
    claim = a_claim(of, fewer_than, part="key" if key else "whole")
    found = proved(claim, looked, wrong, found_wrong=known)
    assert known <= found.least <= found.most <= of
    assert (found.state == "confirmed") == (found.most < fewer_than) == (found.rows_left == 0)
    assert (found.state == "refuted") == (found.least >= fewer_than) == (found.rows_left is None)
    if found.rows_left:
        seen = looked + known - wrong + found.rows_left
        assert proved(claim, seen, known).state == "confirmed"
        assert found.rows_left == 1 or proved(claim, seen - 1, known).state != "confirmed"


def test_bounds_that_hold_together_take_each_its_part_of_the_risk() -> None:
    found = proved(a_claim(500, 50), 32, 0)
    assert [most_together(found, claims) for claims in (1, 2, 5)] == [49, 59, 71]
    assert most_together(proved(a_claim(500, 50), 0, 0, found_wrong=3), 2) == 500
    assert most_together(proved(a_claim(4, 1), 4, 1), 3) == 1
    with pytest.raises(ValueError, match="0 claims are none"):
        most_together(found, 0)
