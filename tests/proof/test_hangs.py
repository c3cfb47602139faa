"""What no piece has may all be gone, and the verdict stands: nothing is taken as it is."""

import pytest

from inspector import arguing, inspection
from inspector.evidence.series import all_series
from inspector.judging.settling import Workings
from inspector.proof.hangs import hangs_on
from inspector.proof.pieces import FIGURES, TABLES, THERE, place, rows_of
from tests.truth.inspected import simulated


@pytest.fixture(scope="module")
def workings(tmp_path_factory: pytest.TempPathFactory) -> Workings:
    return inspection.work(simulated(tmp_path_factory.mktemp("hangs"), "stream", "tune-0")[0])


def test_with_every_row_gone_that_no_piece_has_the_verdict_stands(workings: Workings) -> None:
    evidence = workings.evidence
    pieces = hangs_on(arguing.rejudging(workings)).pieces
    claimed = {place(one) for piece in pieces for one in rows_of(evidence, piece.name, piece.members)}
    others = {place(one) for table in TABLES for one in getattr(evidence, table)} - claimed
    assert others
    assert arguing.judged_without(workings, others) == workings.inspection.verdict.verdict == "emerging"


def test_measures_that_stand_still_are_claimed_where_the_verdict_is_lower_without_them(workings: Workings) -> None:
    pieces = {piece.name: piece for piece in hangs_on(arguing.rejudging(workings)).pieces}
    assert set(pieces) == {FIGURES, THERE}
    there, better = set(pieces[THERE].members), set(pieces[FIGURES].members)
    assert {"indicator/assessments-in-time", "indicator/plans-reviewed"} <= there
    assert not there & better
    every = {f"indicator/{one.indicator.indicator}" for one in all_series(workings.evidence)}
    assert there | better == every
    gone = {place(one) for one in rows_of(workings.evidence, THERE, pieces[THERE].members)}
    assert arguing.judged_without(workings, gone) == "not-evidenced"
