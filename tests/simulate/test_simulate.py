"""Simulated authorities: valid, reproducible, with the truth beside them, and honest unless a move is played."""

import json
from pathlib import Path

import pytest

from inspector.bundle import read_bundle
from inspector.cli import _run
from inspector.simulate import moves
from inspector.simulate.conduct import CONDUCTS, authority
from inspector.simulate.draws import binomial, poisson, stream
from inspector.simulate.paths import PATHS
from inspector.simulate.writing import rows_of, write

Capture = pytest.CaptureFixture[str]


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.mark.parametrize("conduct", CONDUCTS)
def test_every_conduct_makes_a_valid_bundle(conduct: str, tmp_path: Path) -> None:
    write(authority("s", conduct, 24), tmp_path / "one")
    assert read_bundle(tmp_path / "one").problems == ()
    truth = json.loads((tmp_path / "one.truth.json").read_text())
    assert truth["conduct"] == conduct
    assert truth["verdicts"]
    assert "truth" not in (tmp_path / "one" / "datapackage.json").read_text()


@pytest.mark.parametrize("id", moves.ids())
def test_every_move_keeps_the_bundle_valid_and_is_told_in_the_truth(id: str, tmp_path: Path) -> None:
    honest = authority("s", "one-programme", 24)
    gamed = moves.play(honest, id, 0.6)
    write(gamed, tmp_path / "one")
    assert read_bundle(tmp_path / "one").problems == ()
    assert gamed.truth["games"] == [{"move": id, "dose": 0.6}]
    assert gamed.truth["indicators"] == honest.truth["indicators"]


@pytest.mark.parametrize("id", moves.ids())
def test_a_move_changes_something_and_a_dose_of_nothing_does_not(id: str) -> None:
    honest = authority("s", "one-programme", 24)
    assert moves.play(honest, id, 0.0) is honest
    assert rows_of(moves.play(honest, id, 1.0)) != rows_of(honest)
    assert rows_of(moves.play(honest, id, 1.0)) == rows_of(moves.play(honest, id, 1.0))


@pytest.mark.parametrize("id", moves.ids())
def test_a_move_says_what_it_does_and_what_its_dose_is(id: str) -> None:
    assert "Dose:" in moves.says(id)


def test_the_command_is_reproducible_and_the_seed_matters(tmp_path: Path, capsys: Capture) -> None:
    words = ["--authorities", "3", "--months", "18", "--game", "late-gain:0.5", "--game", "copied-entries"]
    for name, seed in (("a", "7"), ("b", "7"), ("c", "8")):
        assert _run(["simulate", str(tmp_path / name), "--seed", seed, *words]) == 0
    assert files(tmp_path / "a") == files(tmp_path / "b") != files(tmp_path / "c")
    assert "Wrote 3 authorities" in capsys.readouterr().out
    assert sorted(p.name for p in (tmp_path / "a").iterdir())[:2] == ["authority-0001", "authority-0001.truth.json"]


@pytest.mark.parametrize(("words", "told"), [
    (["--conduct", "streem"], "Did you mean 'stream'"), (["--game", "late-gian:0.5"], "Did you mean 'late-gain'"),
    (["--game", "late-gain:2"], "from 0 to 1"), (["--game", "late-gain:x"], "from 0 to 1"), (["--months", "3"], "months"),
    (["--authorities", "0"], "authorities"),
])  # fmt: skip
def test_what_cannot_be_simulated(words: list[str], told: str, tmp_path: Path, capsys: Capture) -> None:
    assert _run(["simulate", str(tmp_path / "out"), *words]) == 2
    assert told in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_nothing_is_written_over(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    assert _run(["simulate", str(tmp_path)]) == 2
    assert "not empty" in capsys.readouterr().err
    assert files(tmp_path) == {"mine.txt": b"mine"}


def test_the_list_names_everything(capsys: Capture) -> None:
    assert _run(["simulate", "--list"]) == 0
    out = capsys.readouterr().out
    assert all(name in out for name in (*CONDUCTS, *moves.ids()))


@pytest.mark.parametrize("shape", PATHS)
def test_shapes_begin_where_they_say(shape: str) -> None:
    for n in range(20):
        path, onset = PATHS[shape](stream(shape, n), 36)
        assert len(path) == 36
        if onset is None:
            assert abs(sum(path[12:24])) < 1.0
        else:
            assert all(value == 0 for value in path[:onset])
            assert any(value != 0 for value in path[onset : onset + 4])


def test_draws_are_those_of_their_distributions() -> None:
    draw = stream("draws")
    counts = [binomial(draw, 100, 0.3) for _ in range(2000)]
    assert 29 < sum(counts) / 2000 < 31
    many = [poisson(draw, 4.0) for _ in range(2000)]
    mean = sum(many) / 2000
    assert 3.8 < mean < 4.2
    assert 3.4 < sum((k - mean) ** 2 for k in many) / 2000 < 4.6


@pytest.mark.parametrize("place", ["file", "file/out", "file/out/deeper", "x" * 300])
def test_a_place_that_cannot_be_made_is_said(place: str, tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "file").write_text("mine")
    assert _run(["simulate", str(tmp_path / place)]) == 2
    assert "is a file" in (told := capsys.readouterr().err) or "cannot be made" in told
    assert files(tmp_path) == {"file": b"mine"}


def test_a_place_that_cannot_be_looked_into_or_written_to_is_said(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("inspector.simulate.writing.write", refuse)
    assert _run(["simulate", str(tmp_path / "out"), "--authorities", "2"]) == 2
    assert "cannot be written to: Permission denied; 0 of 2 were written" in capsys.readouterr().err
    monkeypatch.setattr(Path, "iterdir", refuse)
    assert _run(["simulate", str(tmp_path)]) == 2
    assert "cannot be made: Permission denied" in capsys.readouterr().err
