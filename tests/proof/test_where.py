"""Where to look first: cases in `where.yaml`, and that no other sharing of the hours leaves a cheat less."""

import math
from fractions import Fraction
from itertools import product
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from inspector.model.visits import Claim
from inspector.proof import where
from inspector.proof.minutes import Needed, shared
from inspector.proof.planning import first
from inspector.proof.told_plan import lines
from tests.proof import making
from tests.proof.test_claims import a_claim

CASES = yaml.safe_load(Path(__file__).with_name("where.yaml").read_text("utf-8"))
CLAIMS = st.lists(
    st.tuples(st.integers(2, 40), st.integers(1, 40), st.integers(1, 4), st.sampled_from([0.0, 0.1, 0.5])),
    min_size=1,
    max_size=3,
)


def claims_of(drawn: list[tuple[int, int, int, float]], minutes: int = 10) -> list[Claim]:
    return [
        a_claim(of, min(of, k), id=f"c{number}", gain=gain, noticed=noticed, minutes=minutes)
        for number, (of, k, gain, noticed) in enumerate(drawn)
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_case(case: dict[str, Any]) -> None:
    claims = [a_claim(**told, id=name) for name, told in case["claims"].items()]
    assert where.sizes(claims, case.get("minutes"), case.get("most_rows"), case.get("drawn")) == case["rows"]


@given(st.integers(1, 200), st.integers(0, 200), st.integers(0, 200))
def test_chance_to_be_missed(of: int, wrong: int, rows: int) -> None:
    wrong, rows = min(of, wrong), min(of, rows)
    exact = Fraction(math.comb(of - wrong, rows), math.comb(of, rows))
    assert where.missed(of, wrong, rows) == pytest.approx(float(exact), rel=1e-12)


@given(CLAIMS, st.integers(0, 12))
def test_no_other_sharing_leaves_a_cheat_less(drawn: list[tuple[int, int, int, float]], rows: int) -> None:
    claims = claims_of(drawn)
    ours = where.sizes(claims, minutes=10 * rows)
    assert sum(ours.values()) == min(rows, sum(claim.sample for claim in claims))
    assert all(many <= claim.sample for claim in claims for many in [ours.get(claim.id, 0)])
    others = product(*(range(min(rows, claim.sample) + 1) for claim in claims))
    sharings = ({c.id: n for c, n in zip(claims, sizes, strict=True)} for sizes in others if sum(sizes) <= rows)
    least = min(where.best_answer(claims, sharing).gain for sharing in sharings)
    assert where.best_answer(claims, ours).gain == pytest.approx(least, abs=1e-12)


@given(CLAIMS)
def test_from_the_minutes_needed_on_lying_does_not_pay(drawn: list[tuple[int, int, int, float]]) -> None:
    claims = claims_of(drawn)
    needed = where.minutes_needed(claims)
    rows = {claim.id: next(n for n in range(claim.of + 1) if where.expected(claim, n) <= 0) for claim in claims}
    assert needed == 10 * sum(rows.values())
    assert where.best_answer(claims, rows).gain <= 0
    for name, many in rows.items():
        assert not many or where.best_answer(claims, rows | {name: many - 1}).gain > 0


@given(CLAIMS, st.floats(0.25, 4))
def test_where_one_lie_does_not_pay_two_at_once_do_not(drawn: list[tuple[int, int, int, float]], caught: float) -> None:
    claims = claims_of(drawn)
    for one_claim, second in product(claims, claims):
        unseen = {}
        for one in (one_claim, second):
            rows = next(n for n in range(one.of + 1) if where.expected(one, n, caught) <= 0)
            unseen[one.id] = (1 - one.noticed) * where.missed(one.of, one.fewer_than, rows)
        if one_claim.id != second.id:
            both = unseen[one_claim.id] * unseen[second.id]
            assert (one_claim.gain + second.gain) * both - caught * (1 - both) <= 1e-12


def test_claims_that_are_not_looked_at_are_where_a_cheat_lies() -> None:
    log, figures = a_claim(100, 10, id="log"), a_claim(100, 60, id="figures", gain=3)
    assert where.best_answer([log, figures], {"log": 10}) == ("figures", 3.0)
    assert where.best_answer([log, figures], {"figures": 3}) == ("log", 4.0)


def test_a_lie_that_others_notice_gains_less() -> None:
    assert where.expected(a_claim(100, 60, noticed=0.5), 0) == 0.5 - 0.5
    assert where.expected(a_claim(100, 60), 0) == 1.0


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        (
            {"log": 10},
            "Drawn: 10 of 100 rows of log (10 %); 0 of 36 months of figures (0 %). Whoever knows this and lies where it is "
            "best for him would still gain 1 step of the verdict on average, in figures.",
        ),
        (
            {"log": 10, "figures": 3},
            "Drawn: 10 of 100 rows of log (10 %); 3 of 36 months of figures (8.3 %). Whoever knows this and lies where it is "
            "best for him would lose 0.34 steps of the verdict on average: lying does not pay.",
        ),
    ],
)
def test_announcement(rows: dict[str, int], says: str) -> None:
    assert where.says([a_claim(100, 10, id="log"), a_claim(36, 20, id="figures", unit="month")], rows) == says


def test_hours_that_settle_all_claims_draw_the_same_by_both_policies() -> None:
    both = [making.plan(making.frame(), policy=policy, hours=80.0) for policy in ("claims", "gain")]
    claims, gain = (first(plan) for plan in both)
    assert claims.sizes == gain.sizes
    assert not gain.partly
    assert not gain.unreached


def test_a_claim_that_is_begun_is_drawn_and_told() -> None:
    made = making.plan(making.frame(), policy="gain", hours=2.0)
    found = first(made)
    assert found.minutes <= 120
    assert found.sizes == {one.claim.id: one.rows for one in (*found.reached, *found.partly)}
    told = "\n".join(lines(made, found, (), (), "IMPROVING, on paper", "VISIT"))
    begun = found.partly[0]
    assert f"Begun: {begun.claim.id}, with {begun.rows} months; it needs {begun.claim.sample} months, about" in told
    assert where.says(made.claims, found.sizes) in told
    assert ("it would pay nowhere" in told) == (where.best_answer(made.claims, found.sizes).gain > 0)
    assert where.says(made.claims, found.sizes) not in "\n".join(
        lines(making.plan(making.frame(), hours=2.0), found, (), (), "IMPROVING, on paper", "VISIT")
    )


def test_a_further_round_goes_on_where_the_last_one_stopped() -> None:
    log = a_claim(500, 50, id="log", minutes=10)
    assert shared([Needed(log, 12)], {"log": 20}, 1.0, None).sizes == {"log": 6}
    assert shared([Needed(log, 60)], {"log": 32}, None, None).sizes == {"log": 60}
