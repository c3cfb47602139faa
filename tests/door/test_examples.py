"""The scripts under `examples/`: each runs as it stands, and says what it is there to show."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

SCRIPTS = sorted(path.stem for path in (ROOT / "examples").glob("*.py"))
TOLD: dict[str, list[str]] = {
    "assess_a_bundle": [
        "<Inspection of Brackenshire County Council, 2023-04-01 to 2026-03-31: improving, on paper (munro ",
        r"Knowing oneself: doing, could be stated to showing",
        r"│ effect +┆ \d+",
        "Posts filled by agency workers: got worse, which began most likely between January 2024 and February 2025",
    ],
    "compare_measures": [
        r"Children seen alone at visits +┆ gradual-gain ┆ 1.00",
        "14 of 30 measures changed for good or ill",
        "  loss: 2",
    ],
    "check_a_folder": ["quiet-improver: 0 errors, 0 queries", "5 of 5 bundles can be assessed."],
    "trend_of_own_data": [
        "children seen alone: 30 points, Jan 2023 to Jun 2025, higher is better",
        r"│ children seen alone +┆ sudden-gain ┆ [\d.]+ +┆ 2024-04-01",
        "mean before 64%, after 80%",
    ],
    "what_if_framework": [
        "munro: improving, score",
        r"│ effect +┆ lasting ┆ showing",
        "no longer found: .*gain-that-lasted",
    ],
    "write_reports": [
        r"broken: .*\[manifest\]",
        r"harrowmere\.html: emerging",
        r"published-figures\.html: not-evidenced",
    ],
}


def test_every_script_is_held_to_something() -> None:
    assert sorted(TOLD) == SCRIPTS


@pytest.mark.parametrize("name", SCRIPTS)
def test_it_runs_and_says_what_it_is_there_for(name: str, tmp_path: Path) -> None:
    script = ROOT / "examples" / f"{name}.py"
    words = [str(script), *_given(name, tmp_path)]
    done = subprocess.run(
        [sys.executable, *words],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "PATH": ""},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    for words_ in TOLD[name]:
        pattern = words_ if re.search(r"[\\*+]|\.\*", words_) else re.escape(words_)
        assert re.search(pattern, done.stdout), (words_, done.stdout)


def _given(name: str, folder: Path) -> list[str]:
    """What a script is called with: nothing but for the one that would write into the current folder, and do all of them."""
    if name != "write_reports":
        return []
    for bundle in ("harrowmere", "published-figures"):
        shutil.copytree(ROOT / "evidence" / "examples" / bundle, folder / "bundles" / bundle)
    (folder / "bundles" / "broken").mkdir()
    (folder / "bundles" / "broken" / "datapackage.json").write_text("[]", encoding="utf-8")
    return [str(folder / "bundles"), str(folder / "reports")]


@pytest.mark.parametrize("name", SCRIPTS)
def test_its_first_words_say_how_it_is_called(name: str) -> None:
    text = (ROOT / "examples" / f"{name}.py").read_text(encoding="utf-8")
    assert text.startswith('"""')
    assert f"\npython examples/{name}.py" in text.split('"""')[1]


def test_the_folder_check_ends_with_1_where_a_bundle_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "datapackage.json").write_text("{", encoding="utf-8")
    (tmp_path / "other.zip").write_bytes(b"no zip")
    done = subprocess.run(
        [sys.executable, str(ROOT / "examples" / "check_a_folder.py"), str(tmp_path)],
        env={"PYTHONPATH": str(ROOT), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "0 of 2 bundles can be assessed." in done.stdout
    assert "Traceback" not in done.stderr
