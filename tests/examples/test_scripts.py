"""The scripts that make the examples give the committed bytes again, and the examples are clean."""

import filecmp
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

from inspector.bundle import read_bundle
from inspector.model.evidence import Kind
from tests.conftest import ROOT


def same_again(script: str, committed: Path, folder: Path) -> None:
    subprocess.run([sys.executable, str(ROOT / "evidence" / script), str(folder)], check=True)
    names = files_of(committed)
    assert files_of(folder) == names
    match, differing, missing = filecmp.cmpfiles(committed, folder, names, shallow=False)
    assert (sorted(match), differing, missing) == (names, [], [])


def files_of(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_brackenshire_comes_out_the_same(examples: Path, tmp_path: Path) -> None:
    same_again("make_brackenshire.py", examples / "brackenshire", tmp_path / "made")


def test_published_figures_come_out_the_same(examples: Path, tmp_path: Path) -> None:
    same_again("make_published_figures.py", examples / "published-figures", tmp_path / "made")


@pytest.mark.parametrize("name", ["brackenshire", "published-figures"])
def test_an_example_has_no_problems(examples: Path, name: str) -> None:
    assert read_bundle(examples / name).problems == ()


def test_brackenshire_has_what_it_promises(examples: Path) -> None:
    evidence = read_bundle(examples / "brackenshire").evidence
    assert evidence is not None
    assert evidence.invented
    assert len(evidence.log) == 500
    assert {r.kind for r in evidence.resources} == set(get_args(Kind)) - {
        "case-records",
        "declared-events",
        "return",
        "table",
    }
    assert {sum(f.indicator == i.indicator for f in evidence.figures) for i in evidence.indicators} == {36}


def test_published_figures_have_what_they_promise(examples: Path) -> None:
    evidence = read_bundle(examples / "published-figures").evidence
    assert evidence is not None
    assert not evidence.invented
    assert len(evidence.indicators) >= 12
    assert evidence.log == ()
    readme = (examples / "published-figures" / "README.md").read_text(encoding="utf-8")
    assert "Open Government Licence" in readme
