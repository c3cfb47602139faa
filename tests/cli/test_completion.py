"""What a shell completes after `inspector bundle`: kinds, parts and the names of what a bundle holds."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bundle.builder import build

ROOT = Path(__file__).parents[2]
OURS = [sys.executable, "-m", "inspector"]
SHELLS = ("bash", "zsh", "fish")


def completed(shell: str, words: str, here: Path) -> str:
    """What the shell's own script is answered for a line of words, of which the last is begun."""
    begun = words.split(" ")
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "_INSPECTOR_COMPLETE": f"{shell}_complete",
        "COMP_WORDS": words,
        "COMP_CWORD": begun[-1] if shell == "fish" else str(len(begun) - 1),
    }
    done = subprocess.run(
        [sys.executable, "-m", "inspector"], cwd=here, env=environment, capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    return done.stdout


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bundle")
    return build(folder)


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize(("words", "there", "not_there"), [
    ("inspector bundle add x.csv --kind imp", "improvement-log", "voice"),
    ("inspector bundle add x.csv --kind recommendations --part st", "statuses", "actions"),
    ("inspector bundle re", "remove", "seal"),
])  # fmt: skip
def test_words_of_ours(shell: str, words: str, there: str, not_there: str, tmp_path: Path) -> None:
    found = completed(shell, words, tmp_path)
    assert there in found
    assert not_there not in found


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize("command", ["remove", "map"])
def test_names_of_what_a_bundle_holds(shell: str, command: str, ours: Path, tmp_path: Path) -> None:
    assert "improvement-log" in completed(shell, f"inspector bundle {command} imp", ours)
    elsewhere = completed(shell, f"inspector bundle {command} --bundle {ours} imp", tmp_path)
    assert "improvement-log" in elsewhere
    assert "voice" not in elsewhere


@pytest.mark.parametrize("shell", SHELLS)
def test_where_there_is_no_bundle_nothing_is_completed(shell: str, tmp_path: Path) -> None:
    (tmp_path / "datapackage.json").write_text("[1]")
    assert completed(shell, "inspector bundle remove imp", tmp_path).strip() == ""


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_for_a_shell_is_one_that_it_can_read(shell: str, tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "_INSPECTOR_COMPLETE": f"{shell}_source"}
    done = subprocess.run(
        [sys.executable, "-m", "inspector"], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert "_INSPECTOR_COMPLETE" in done.stdout
    if at := shutil.which(shell):
        assert subprocess.run([at, "-n"], input=done.stdout, text=True, check=False).returncode == 0
