"""Rows wrong in part weigh a half: told beside the count, and only where there are such rows."""

from fractions import Fraction

import pytest

from inspector.model.visit_standing import RowStands
from inspector.model.visits import Seen
from inspector.proof.weighing import weighed, weight
from tests.proof.test_claims import a_claim


def row(seen: Seen = "seen", *, wrong: bool = False) -> RowStands:
    return RowStands(
        key="log-1", claim="log", resource="log", row=2, path=None, round=1, place=1, seen=seen, differs=(), missing=(),
        wrong=wrong, counted=True, conflict=False, by=("Ann",), entries=(),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("one", "weighs"),
    [
        (row(), Fraction(0)),
        (row(wrong=True), Fraction(1, 2)),
        (row("partly", wrong=True), Fraction(1, 2)),
        (row("not-seen", wrong=True), Fraction(1)),
        (row("could-not-look", wrong=True), Fraction(1)),
    ],
)
def test_weight(one: RowStands, weighs: Fraction) -> None:
    assert weight(one) == weighs


def test_one_wrong_in_part_settles_by_weight_what_it_does_not_by_count() -> None:
    rows = [row(), row(), row(wrong=True), *[row()] * 40]
    assert weighed(a_claim(500, 50), rows) == (
        "Weighed, with a half for each that is there and not as written, 43 rows come to 0.5. "
        "That all 500 come to less than 50 by weight is shown at 95 %; the count above decides."
    )
    assert "is not shown at 95 %" in weighed(a_claim(500, 50), [*rows[:30], row("partly", wrong=True)])


@pytest.mark.parametrize("rows", [[], [row()] * 3, [row("not-seen", wrong=True)]])
def test_nothing_is_said_where_none_weighs_a_half(rows: list[RowStands]) -> None:
    assert weighed(a_claim(500, 50), rows) == ""
