"""`framework new`: what it writes has nothing wrong with it, notices every change of itself, and covers nobody's files."""

from pathlib import Path

import pytest

from inspector.cli import _run
from inspector.framework import read
from inspector.workbench.authoring.fmt import otherwise
from inspector.workbench.check import check_one


@pytest.fixture
def begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    assert _run(["framework", "new", "fire-and-rescue", "--title", 'Fire & rescue: # "what" \\ we learn']) == 0
    return tmp_path / "fire-and-rescue"


def test_nothing_is_wrong_with_it(begun: Path) -> None:
    assert check_one(begun) == []
    assert otherwise(begun) == ((), ())
    assert read(begun).title == 'Fire & rescue: # "what" \\ we learn'
    assert read(begun).id == "fire-and-rescue"


def test_its_cases_notice_every_change(begun: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(["framework", "test", str(begun)]) == 0
    capsys.readouterr()
    assert _run(["framework", "mutate", str(begun), "--least", "100"]) == 0
    assert "(100.0 %)" in capsys.readouterr().out


def test_an_editor_finds_the_schemas(begun: Path) -> None:
    for name, up in (("framework", ""), ("rules/rules", "../"), ("tests/cases", "../")):
        first = (begun / f"{name}.yaml").read_text(encoding="utf-8").partition("\n")[0]
        schema = first.partition("$schema=")[2]
        assert schema.startswith(f"{up}.schemas/")
        assert (begun / name).parent.joinpath(schema).is_file()


@pytest.mark.usefixtures("begun")
def test_a_framework_on_another_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(["framework", "new", "ours", "--from", "patient-safety-learning"]) == 0
    assert check_one(Path("ours")) == []
    assert read(Path("ours")).extends[0].id == "patient-safety-learning"
    assert _run(["framework", "new", "others", "--from", "monro"]) == 2
    assert "did you mean 'munro'?" in capsys.readouterr().err
    assert not Path("others").exists()


@pytest.mark.usefixtures("begun")
@pytest.mark.parametrize(
    ("base", "into", "extends"),
    [
        ("fire-and-rescue", "ours", "../fire-and-rescue@0.1"),
        ("./fire-and-rescue/", "more/ours", "../../fire-and-rescue@0.1"),
        ("a place: 2", "ours", '"../a place: 2@0.1"'),
    ],
)
def test_a_framework_on_one_in_a_folder_names_the_way_to_it(base: str, into: str, extends: str) -> None:
    if base == "a place: 2":
        Path("fire-and-rescue").rename(base)
    assert _run(["framework", "new", "ours", "--from", base, "--into", into]) == 0
    assert f"\nextends: {extends}\n" in Path(into, "framework.yaml").read_text(encoding="utf-8")
    assert check_one(Path(into)) == []
    assert read(Path(into)).extends[0].id == "fire-and-rescue"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["fire-and-rescue"], "is there already"),
        (["Fire"], "is no id"),
        (["fire", "--into", "fire-and-rescue/framework.yaml"], "is there already"),
        (["fire", "--into", "fire-and-rescue/framework.yaml/x"], "Not a directory"),
    ],
)
def test_nothing_is_written_over(begun: Path, words: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    before = {path: path.read_bytes() for path in begun.rglob("*") if path.is_file()}
    assert _run(["framework", "new", *words]) == 2
    assert told in " ".join(capsys.readouterr().err.split())
    assert {path: path.read_bytes() for path in begun.rglob("*") if path.is_file()} == before
