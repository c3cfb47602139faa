"""Submissions month by month: what stood then and no more, honest or not, and each a valid sealed bundle."""

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from inspector.bundle import read_bundle
from inspector.cli import _run
from inspector.simulate.authority import Authority, Row, month
from inspector.simulate.conduct import authority
from inspector.simulate.monthly import writing
from inspector.simulate.monthly.habits import HABITS
from inspector.simulate.monthly.handed_in import Series, by_then, submissions
from inspector.simulate.monthly.lies import LIES
from inspector.simulate.monthly.playing import play
from inspector.simulate.writing import rows_of
from tests.simulate.test_simulate import files

PLAYS = {**HABITS, **LIES}
Capture = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def whole() -> Authority:
    return authority("monthly", "stream", 24)


@pytest.fixture(scope="module")
def series(whole: Authority) -> Series:
    return submissions(whole, 8)


def test_each_holds_what_stood_then(whole: Authority, series: Series) -> None:
    assert [one.months for one in series] == list(range(17, 25))
    for one in series:
        end = month(one.start, one.months)
        assert one.submitted_at == end + timedelta(days=13)
        assert max(row["period_end"] for row in one.figures) == end - timedelta(days=1)
        assert all(row["recorded_on"] <= one.submitted_at for row in one.figures)
        days = [day for row in one.log for key, day in row.items() if key.endswith("_on")]
        assert max(days) < end
        assert all("decision" not in row for row in one.log if "decided_on" not in row)
    assert {row["id"] for row in series[-1].log} == {row["id"] for row in whole.log}
    assert series[-1].figures == whole.figures


def test_nothing_that_was_handed_in_is_ever_gone_or_another(series: Series) -> None:
    for then, now in pairwise(series):
        ids = {row["id"]: row for row in now.log}
        assert all(ids[row["id"]] | row == ids[row["id"]] for row in then.log)
        assert set(map(str, then.figures)) <= set(map(str, now.figures))
        assert then.register == now.register


def test_what_is_corrected_was_handed_in_wrong_before(series: Series) -> None:
    told = play(series, "corrected-entries", HABITS["corrected-entries"], 1.0)
    declared = {event["entries"][0]: event["on"] for event in told[-1].declared}
    assert declared
    for id, on in declared.items():
        rows = [(one.submitted_at, row["team"]) for one in told for row in one.log if row["id"] == id]
        assert {day < on for day, team in rows if team != rows[-1][1]} == {True}


def test_a_step_of_the_last_day_is_there_and_one_of_the_next_is_not() -> None:
    row: Row = {
        "raised_on": date(2025, 4, 1),
        "tested_on": date(2025, 4, 30),
        "decided_on": date(2025, 5, 1),
        "decision": "adopt",
    }
    assert by_then(row, date(2025, 5, 1)) == {"raised_on": date(2025, 4, 1), "tested_on": date(2025, 4, 30)}
    assert by_then(row, date(2025, 5, 2)) == row


@pytest.mark.parametrize("count", [0, 25])
def test_there_is_one_a_month_at_most(whole: Authority, count: int) -> None:
    with pytest.raises(ValueError, match="submissions of 24 months"):
        submissions(whole, count)


@pytest.mark.parametrize("id", PLAYS)
def test_every_play_changes_something_is_told_and_stays_valid(id: str, series: Series, tmp_path: Path) -> None:
    played = play(series, id, PLAYS[id], 1.0)
    assert [rows_of(one) | one.files for one in played] != [rows_of(one) | one.files for one in series]
    assert play(series, id, PLAYS[id], 0.0) is series
    assert played[-1].truth["games"] == [{"move": id, "dose": 1.0}]
    assert "Dose:" in PLAYS[id].says
    assert bool(PLAYS[id].seen_by) == (id in LIES)
    # The last holds whatever was played before; how all are written the command's own test shows.
    (last,) = writing.write(played[-1:], tmp_path / "one")
    assert read_bundle(last).problems == ()


def test_the_command_writes_a_sealed_bundle_a_month(tmp_path: Path, capsys: Capture) -> None:
    words = ["--months", "12", "--submissions", "2", "--lie", "turned-cells", "--habit", "late-figures:0.5"]
    for name in ("a", "b"):
        assert _run(["simulate", str(tmp_path / name), *words]) == 0
    assert files(tmp_path / "a") == files(tmp_path / "b")
    made = tmp_path / "a" / "authority-0001"
    assert sorted(one.name for one in made.iterdir()) == ["2024-02", "2024-03"]
    assert read_bundle(made / "2024-03").evidence.root  # type: ignore[union-attr]
    assert not list(made.rglob(".inspector-undo"))
    capsys.readouterr()


@pytest.mark.parametrize(("words", "told"), [
    (["--submissions", "13", "--months", "12"], "one a month at most"), (["--lie", "turned-cells"], "--submissions"),
    (["--submissions", "2", "--lie", "turned-cell"], "Did you mean 'turned-cells'"), (["--submissions", "0"], "submissions"),
    (["--submissions", "2", "--habit", "late-figures:2"], "from 0 to 1"), (["--submissions", "2", "--case-lists"], "case-lists"),
])  # fmt: skip
def test_what_cannot_be_simulated(words: list[str], told: str, tmp_path: Path, capsys: Capture) -> None:
    assert _run(["simulate", str(tmp_path / "out"), *words]) == 2
    assert told in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
