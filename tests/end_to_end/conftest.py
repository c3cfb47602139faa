"""Inspector as a user has it: the wheel, installed beside nothing else of ours, run from an empty folder."""

import os
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from filelock import FileLock

ROOT = Path(__file__).parents[2]
Done = subprocess.CompletedProcess[str]
Run = Callable[..., Done]


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder into which a wheel, built from this tree, was unpacked by pip: once a run, however many processes run it."""
    base = tmp_path_factory.getbasetemp()
    base = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    with FileLock(base / "installed.lock"):
        if not (base / "installed").is_dir():
            made = tmp_path_factory.mktemp("made")
            _install(made)
            (made / "site").rename(base / "installed")
    return base / "installed"


def _install(folder: Path) -> None:
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder / "dist"), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True, text=True)
    (wheel,) = (folder / "dist").glob("*.whl")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(folder / "site"), str(wheel)]
    subprocess.run(pip, check=True, capture_output=True, text=True)


@pytest.fixture
def run(installed: Path, tmp_path: Path) -> Run:
    """Run the command line of the installed wheel in an empty folder; gives exit code, output and messages."""
    return _runner(installed, tmp_path / "empty")


@pytest.fixture(scope="session")
def answer(installed: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """As `run`, for commands that read examples and write nothing: the same words are run once and for all."""
    return cache(_runner(installed, tmp_path_factory.mktemp("answers") / "empty"))


def _runner(installed: Path, empty: Path) -> Run:
    empty.mkdir()

    def call(*words: str | Path, cwd: Path = empty, **variables: str) -> Done:
        environment = {**os.environ, "PYTHONPATH": str(installed), **variables}
        command = [sys.executable, "-m", "inspector", *(str(word) for word in words)]
        # The folder is put in front by -P's absence; the empty folder holds nothing that could be imported.
        return subprocess.run(
            command,
            cwd=cwd,
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    return call
