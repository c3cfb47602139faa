"""Other inspectors' records are taken in: in any order, as often as one likes, and not at all where anything is wrong."""

import shutil
from itertools import permutations
from pathlib import Path

import pytest

from inspector.model.problems import CannotComplete
from inspector.model.visit_standing import VisitStands
from inspector.proof.appending import appending, file_of
from inspector.proof.folder import Visit, add_round, load
from inspector.proof.merging import merge
from inspector.proof.standing import of_folder
from tests.proof import making
from tests.proof.recorded import draft, write


@pytest.fixture
def first(tmp_path: Path) -> Visit:
    return making.visit(tmp_path / "first")


def copy(where: Visit, name: str) -> Visit:
    shutil.copytree(where.folder, where.folder.parent / name)
    return load(where.folder.parent / name)


def found(where: Visit, by: str, rows: slice, seen: str = "seen", correct: bool = False) -> None:
    keys = list(where.drawn)[rows]
    with appending(where.folder, by, where.plan.seal) as file:
        done = write(file, where, [draft(key, seen) for key in keys], keys if correct else ())  # type: ignore[arg-type]
    assert not done.refused


def files(where: Visit) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in where.records.iterdir()}


def test_any_order_and_any_number_of_times_says_the_same(first: Visit) -> None:
    """Ben has two copies that part; Cai's second copy goes on from his first; Ann has corrected herself."""
    found(first, "Ann", slice(0, 4))
    found(first, "Ben", slice(2, 3))
    others = [copy(first, name) for name in ("b", "c", "d")]
    found(others[0], "Ben", slice(4, 7))
    found(others[0], "Cai", slice(0, 2), "partly")
    shutil.copy(file_of(others[0].records, "Cai"), others[2].records)
    found(others[2], "Cai", slice(1, 2), "seen", correct=True)
    found(others[1], "Ben", slice(5, 9), "not-seen")
    found(others[1], "Ann", slice(3, 4), "not-seen", correct=True)
    told: list[VisitStands] = []
    for place, order in enumerate(permutations(others)):
        mine = copy(first, f"mine-{place}")
        for one in [*order, *order[:1], mine]:
            merge(mine, [one.folder])
        told.append(of_folder(mine))
        before = files(mine)
        assert all(one.new == 0 for one in merge(mine, [one.folder for one in order]))
        assert files(mine) == before
    assert all(one == told[0] for one in told)
    assert [row.key for row in told[0].rows if row.conflict] == [list(first.drawn)[place] for place in (0, 5, 6)]


def test_what_is_new_is_told(first: Visit) -> None:
    other = copy(first, "other")
    found(first, "Ann", slice(0, 2))
    found(other, "Ben", slice(0, 3))
    (one,) = merge(first, [other.folder])
    assert (one.by, one.new, one.parted) == ("Ben", 3, False)
    found(other, "Ben", slice(3, 4))
    found(other, "Ann", slice(5, 6))
    told = {one.by: (one.new, one.parted) for one in merge(first, [other.folder])}
    assert told == {"Ben": (1, False), "Ann": (1, True)}


def test_a_file_of_records_can_be_given_alone(first: Visit, tmp_path: Path) -> None:
    other = copy(first, "other")
    found(other, "Ben", slice(0, 3))
    sent = shutil.copy(file_of(other.records, "Ben"), tmp_path / "from-ben.jsonl")
    assert [one.new for one in merge(first, [Path(sent)])] == [3]
    assert len(of_folder(first).rows) == 3


def test_a_line_that_was_cut_off_is_left_where_it_is(first: Visit) -> None:
    other = copy(first, "other")
    found(other, "Ben", slice(0, 3))
    path = file_of(other.records, "Ben")
    path.write_bytes(path.read_bytes()[:-20])
    before = path.read_bytes()
    (one,) = merge(first, [other.folder])
    assert (one.new, one.torn) == (2, True)
    assert path.read_bytes() == before


def test_nothing_is_taken_in_where_one_file_is_refused(first: Visit, tmp_path: Path) -> None:
    good, bad, foreign = copy(first, "good"), copy(first, "bad"), making.visit(tmp_path / "foreign", authority="Else")
    found(good, "Ben", slice(0, 3))
    found(bad, "Cai", slice(0, 3))
    found(foreign, "Dee", slice(0, 3))
    path = file_of(bad.records, "Cai")
    path.write_bytes(path.read_bytes().replace(b"tested_on", b"tested_in", 1).replace(b"numerator", b"numerators", 1))
    before = files(first)
    with pytest.raises(CannotComplete) as told:
        merge(first, [good.folder, bad.folder, foreign.folder])
    assert [problem.rule for problem in told.value.problems] == ["record-altered", "record-of-another-visit"]
    assert files(first) == before


def test_rows_of_a_round_that_is_not_here_are_refused(first: Visit) -> None:
    other = copy(first, "other")
    more = making.drawn(other.plan, other.frame, {"improvement-log": 3}, *other.rounds, seed="5 5 1")
    other = add_round(other, more)
    found(other, "Ben", slice(23, 24))
    with pytest.raises(CannotComplete) as told:
        merge(first, [other.folder])
    assert [problem.rule for problem in told.value.problems] == ["visit-row"]


def test_a_folder_without_records_is_said_to_be_none(first: Visit, tmp_path: Path) -> None:
    with pytest.raises(CannotComplete) as told:
        merge(first, [tmp_path])
    assert [problem.rule for problem in told.value.problems] == ["record-unreadable"]
