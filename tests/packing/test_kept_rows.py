"""`bundle new --from FOLDER --yes`: a code that is not understood costs its rows, and not the file, unless it is most of it."""

import csv
import shlex
from pathlib import Path
from typing import Any

import pytest

from inspector.cli import _run

HEADS = ("id", "period_start", "period_end", "group", "theme", "said")


def run(*words: Any) -> int:
    return _run([*map(str, words)])


def folder_of(place: Path, groups: list[str]) -> Path:
    """A folder with one file of what people said, a row for each group."""
    place.mkdir()
    with (place / "voice.csv").open("w", encoding="utf-8", newline="") as file:
        rows = [
            (f"v{n}", "2026-01-01", "2026-01-31", group, "water", f"The hydrant is hidden by hedge {n}.")
            for n, group in enumerate(groups)
        ]
        csv.writer(file).writerows([HEADS, *rows])
    return place


def made(tmp_path: Path, groups: list[str]) -> tuple[int, Path]:
    raw, bundle = folder_of(tmp_path / "raw", groups), tmp_path / "b"
    return run("bundle", "new", bundle, "--from", raw, "--authority", "A", "--yes"), bundle


def test_one_misspelt_cell_keeps_the_file_and_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, bundle = made(tmp_path, ["children", "families", "zzqx", "carers", "families"])
    told = capsys.readouterr().out
    assert code == 1
    assert (bundle / "voice.csv").is_file()
    assert "voice.csv: 4 of 5 rows can be read" in told
    assert "Not understood: 'zzqx' in group, 1 row" in told
    assert "Left out" not in told
    assert run("check", bundle) == 1
    told = capsys.readouterr().out
    assert "error [unknown-code], 1 time" in told
    assert "zzqx" in told


def test_half_of_the_rows_is_enough_and_one_row_less_is_not(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, bundle = made(tmp_path, ["children", "families", "zzqx", "wwkj"])
    assert (code, (bundle / "voice.csv").is_file()) == (1, True)
    (tmp_path / "less").mkdir()
    capsys.readouterr()
    code, bundle = made(tmp_path / "less", ["children", "families", "zzqx", "wwkj", "vvhg"])
    assert (code, bundle.exists()) == (2, False)


def test_a_file_that_is_left_out_says_why_and_how_to_add_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    raw, bundle = folder_of(tmp_path / "raw", ["children", "zzqx", "wwkj"]), tmp_path / "b"
    (folder_of(tmp_path / "other", ["children", "families"]) / "voice.csv").rename(raw / "voice-2.csv")
    assert run("bundle", "new", bundle, "--from", raw, "--authority", "A", "--yes") == 1
    told = capsys.readouterr().out
    assert "Left out: voice.csv (1 of 3 rows can be read; not understood: 'zzqx' as group, 'wwkj' as group)" in told
    (line,) = [line for line in told.splitlines() if "to add it: " in line]
    words = shlex.split(line.partition("to add it: inspector ")[2].partition(", which says")[0])
    assert run(*words) == 0


def test_all_rows_read_ends_with_0(tmp_path: Path) -> None:
    assert made(tmp_path, ["children", "families", "carers"])[0] == 0
