"""What somebody who holds the folder, or writes the seed down, cannot choose about a draw."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.model.problems import CannotComplete
from inspector.model.visits import Round
from inspector.proof import drawing, folder
from inspector.proof.planning import draw
from inspector.proof.sealing import sealed
from inspector.proof.seeds import read
from tests.proof import making

FRAME = making.frame()
DICE = "dice: 5 1 6 2 3 5 1 6 6 2 4 4 1 3 6 2 5 5 1 2"
SIZES = {"improvement-log": 5}


def _visit(where: Path, *rounds: Round, **plan: object) -> folder.Visit:
    return folder.Visit(where, making.plan(FRAME, **plan), FRAME, rounds)


@given(st.integers(0, 4))
def test_rounds_without_a_guarantee_change_no_draw_that_has_one(many: int) -> None:
    visit = _visit(Path("nowhere"))
    alone = draw(visit, SIZES, DICE).rows
    for _ in range(many):
        visit = _visit(Path("nowhere"), *visit.rounds, draw(visit, {"reviews-on-time": 1}, "x1", guarantee=False))
    made = draw(visit, SIZES, DICE)
    assert made.rows == alone
    assert not drawing.not_as_drawn(FRAME, visit.rounds, made)


def test_a_round_that_draws_nothing_is_none(tmp_path: Path) -> None:
    visit = _visit(tmp_path / "v")
    empty = sealed(draw(visit, SIZES, DICE).model_copy(update={"rows": ()}))
    with pytest.raises(CannotComplete, match="it draws no row"):
        folder.create(visit.folder, visit.plan, FRAME, [empty])


@pytest.mark.parametrize(
    ("seed", "origin", "why"),
    [
        ("4 1 6 2", "dice", "at least 10,000,000"),
        ("1 2 3 4 5 6 1 2 3 4 5 6", "dice", "by the same step"),
        ("hello", "given", "at least 10,000,000"),
        ("2001-01-01 4 17 22 31 40 53", "public", "the plan was sealed on 2026-11-20"),
    ],
)
def test_a_round_has_no_guarantee_because_it_says_so(seed: str, origin: str, why: str) -> None:
    visit = _visit(Path("nowhere"), planned_on="2026-11-20")
    said = draw(visit, SIZES, DICE).model_copy(update={"seed": seed, "seed_origin": origin})
    with pytest.raises(CannotComplete, match=why):
        folder.hold_guarantee(_visit(Path("nowhere"), said, planned_on="2026-11-20"))


@pytest.mark.parametrize("text", [DICE, "dice: d10 3 9 0 4 4 1 7 2", "public: Lotto 2026-11-21: 4 17 22 31 40 53",
                                  "public: Euro 2026-11-21: 1 2 3 3 1 2 9 0"])  # fmt: skip
def test_a_round_drawn_with_a_guarantee_has_one(text: str) -> None:
    visit = _visit(Path("nowhere"), planned_on="2026-11-20")
    folder.hold_guarantee(_visit(Path("nowhere"), draw(visit, SIZES, text), planned_on="2026-11-20"))


def test_no_round_of_a_visit_planned_without_a_guarantee_has_one() -> None:
    said = draw(_visit(Path("nowhere")), SIZES, DICE)
    with pytest.raises(CannotComplete, match="planned without one"):
        folder.hold_guarantee(_visit(Path("nowhere"), said, guarantee=False))


@given(st.permutations(["4", "17", "22", "31", "40", "53"]), st.text(alphabet="abcXYZ", min_size=1))
def test_who_writes_down_a_public_draw_chooses_nothing(balls: list[str], source: str) -> None:
    assert read(f"public: {source} 21 November 2026: {' '.join(balls)}").text == "2026-11-21 4 17 22 31 40 53"
