"""`inspector visit sheets` as it is called."""

from pathlib import Path

import pytest

from inspector.cli import _run
from inspector.proof.folder import create
from tests.proof import making

Capture = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def visit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("visit") / "VISIT"
    making.visit(folder)
    return folder


def test_sheets_and_questions_are_written_and_told(visit: Path, tmp_path: Path, capsys: Capture) -> None:
    out = tmp_path / "take along"
    assert _run(["visit", "sheets", str(visit), "--format", "csv, html", "-o", str(out)]) == 0
    told = capsys.readouterr().out
    assert f"Sheets of round 1 are in {out}." in told
    assert f"Questions are in {out}." in told
    assert "They hold identifiers." in told
    names = {path.name for path in out.iterdir()}
    assert {"duty-desk.csv", "duty-desk.html", "questions-day-1.csv"} <= names
    assert not [name for name in names if name.endswith(".xlsx")]
    assert out.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--format", "pdf"], "'pdf' is none of html, xlsx, csv"),
        (["--format", ","], "is none of html, xlsx, csv"),
        (["--round", "2"], "round 2 is not drawn; round 1 is."),
        (["--round", "0"], "0 is not in the range"),
    ],
)
def test_what_cannot_be_done_is_told(visit: Path, options: list[str], said: str, capsys: Capture) -> None:
    assert _run(["visit", "sheets", str(visit), *options]) == 2
    assert said in capsys.readouterr().err


def test_a_file_is_no_folder(visit: Path, tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    assert _run(["visit", "sheets", str(visit), "-o", str(tmp_path / "file")]) == 2
    assert "is a file, and sheets need a folder" in capsys.readouterr().err
    assert _run(["visit", "sheets", str(tmp_path / "nothing")]) == 2
    assert "no-such-visit" in capsys.readouterr().err


def test_nothing_is_drawn_yet(tmp_path: Path, capsys: Capture) -> None:
    rows = making.frame()
    create(tmp_path / "VISIT", making.plan(rows), rows)
    assert _run(["visit", "sheets", str(tmp_path / "VISIT"), "--format", "csv"]) == 0
    assert "No row is drawn yet" in capsys.readouterr().out
    assert _run(["visit", "sheets", str(tmp_path / "VISIT"), "--round", "1"]) == 2
    assert "round 1 is not drawn; none is." in capsys.readouterr().err


def test_a_folder_where_a_sheet_should_be_is_told(visit: Path, tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "duty-desk.csv").mkdir()
    assert _run(["visit", "sheets", str(visit), "--format", "csv", "-o", str(tmp_path)]) == 2
    assert "something else than a sheet lies there" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["duty-desk.csv"]
