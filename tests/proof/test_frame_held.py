"""A frame that somebody wrote anew and sealed is none of the bundle: what it asks is held against what the rows say."""

from collections.abc import Callable
from pathlib import Path

import pytest

from inspector.model.problems import CannotComplete
from inspector.model.visits import Framed
from inspector.proof import folder
from inspector.proof.frame_held import hold
from inspector.proof.sealing import frame_hash, sealed
from tests.proof import brought_back

Edit = Callable[[tuple[Framed, ...]], tuple[Framed, ...]]


def _nothing_asked(frame: tuple[Framed, ...]) -> tuple[Framed, ...]:
    return (frame[0].model_copy(update={"answers": dict.fromkeys(frame[0].answers, "")}), *frame[1:])


def _answers_of_another(frame: tuple[Framed, ...]) -> tuple[Framed, ...]:
    return (frame[0].model_copy(update={"answers": frame[1].answers}), *frame[1:])


def _a_good_row_twice(frame: tuple[Framed, ...]) -> tuple[Framed, ...]:
    return (frame[0], frame[0].model_copy(update={"key": frame[1].key}), *frame[2:])


def _a_row_that_is_not_there(frame: tuple[Framed, ...]) -> tuple[Framed, ...]:
    return (frame[0].model_copy(update={"row": 9_999}), *frame[1:])


def _visit(where: Path, edit: Edit) -> folder.Visit:
    made = brought_back.visit(where)
    rows = edit(made.frame)
    return folder.Visit(where, sealed(made.plan.model_copy(update={"frame_hash": frame_hash(rows)})), rows, made.rounds)


def test_a_frame_as_it_was_planned_is_held(tmp_path: Path) -> None:
    hold(_visit(tmp_path / "v", lambda frame: frame), brought_back.workings().evidence)


@pytest.mark.parametrize(
    ("edit", "why"),
    [
        (_nothing_asked, "is not what that row of the bundle says"),
        (_answers_of_another, "is not what that row of the bundle says"),
        (_a_good_row_twice, "stands there twice"),
        (_a_row_that_is_not_there, "is no row of the bundle"),
    ],
)
def test_a_frame_that_was_written_anew_is_refused(edit: Edit, why: str, tmp_path: Path) -> None:
    with pytest.raises(CannotComplete, match=why):
        hold(_visit(tmp_path / "v", edit), brought_back.workings().evidence)
