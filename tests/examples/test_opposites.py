"""`good-on-paper` and `quiet-improver`: made again byte for byte, clean, and with the story that their README tells."""

from datetime import timedelta
from pathlib import Path

import pytest

from inspector.bundle import read_bundle
from inspector.model.evidence import Evidence
from tests.examples.test_scripts import same_again

BOTH = ["good-on-paper", "quiet-improver"]


def read(folder: Path) -> Evidence:
    reading = read_bundle(folder)
    assert reading.problems == ()
    assert reading.evidence is not None
    return reading.evidence


@pytest.mark.parametrize("name", BOTH)
def test_an_opposite_comes_out_the_same(examples: Path, tmp_path: Path, name: str) -> None:
    same_again(f"make_{name.replace('-', '_')}.py", examples / name, tmp_path / "made")


@pytest.mark.parametrize("name", BOTH)
def test_an_opposite_is_clean_and_says_that_it_is_invented(examples: Path, name: str) -> None:
    evidence = read(examples / name)
    assert evidence.invented
    assert {sum(f.indicator == i.indicator for f in evidence.figures) for i in evidence.indicators} == {36}
    readme = (examples / name / "README.md").read_text(encoding="utf-8")
    assert f"{len(evidence.log)} entries" in readme
    assert f"{len(evidence.indicators)} indicators" in readme
    assert "does not exist" in readme


def test_good_on_paper_was_written_down_after_the_announcement(examples: Path) -> None:
    evidence = read(examples / "good-on-paper")
    told = evidence.notified_on
    assert told is not None
    written = [entry.recorded_at.date() for entry in evidence.log if entry.recorded_at]
    assert len(written) == len(evidence.log)
    assert told < min(written) <= max(written) <= min(written) + timedelta(days=2)
    assert sum(entry.origin == "front-line" for entry in evidence.log) < 0.1 * len(evidence.log)
    assert len({entry.learned for entry in evidence.log}) < 5
    assert sum(p.contributors for p in evidence.participation) < 0.1 * sum(p.headcount for p in evidence.participation)


def test_quiet_improver_gives_up_what_did_not_work(examples: Path) -> None:
    evidence = read(examples / "quiet-improver")
    decided = [entry.decision for entry in evidence.log if entry.decision]
    assert decided.count("abandon") >= 0.25 * len(decided)
    assert sum(entry.origin == "front-line" for entry in evidence.log) > 0.5 * len(evidence.log)
    assert all(entry.told_in_time for entry in evidence.log)
