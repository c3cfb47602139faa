"""The hooks of `.pre-commit-hooks.yaml`, by pre-commit itself, in somebody's repository: a wrong commit is refused."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
FRAMEWORK = "frameworks/pier"
pytest.importorskip("pre_commit")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with a framework, in which each commit is held to the hooks; they run the Inspector of these tests."""
    program = f"{sys.executable} -m inspector"
    hooks = [{**hook, "language": "system", "entry": hook["entry"].replace("inspector", program, 1)} for hook in HOOKS]
    folder = tmp_path / "theirs"
    shutil.copytree(ROOT / "tests" / "frameworks" / "pier", folder / FRAMEWORK)
    config = {"repos": [{"repo": "local", "hooks": hooks}]}
    (folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    git(folder, "init", "--quiet")
    # Whatever the layout is at first, the commits that follow are in it.
    git(folder, "add", ".")
    run(folder, sys.executable, "-m", "pre_commit", "run", "inspector-framework-fmt")
    git(folder, "add", ".")
    run(folder, sys.executable, "-m", "pre_commit", "install")
    return folder


def run(folder: Path, *command: str) -> "subprocess.CompletedProcess[str]":
    env = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "PRE_COMMIT_HOME": str(folder.parent / "cache"),
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
        "NO_COLOR": "1",
    }
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr + done.stdout, done.stdout
    return done


def git(folder: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    who = ["-c", "user.name=A. Author", "-c", "user.email=author@example.org", "-c", "commit.gpgsign=false"]
    return run(folder, "git", *who, *words)


def commits(folder: Path) -> int:
    return len(git(folder, "log", "--oneline").stdout.splitlines())


def test_a_commit_that_is_right_is_made_and_one_that_is_wrong_is_not(repository: Path) -> None:
    first = git(repository, "commit", "-m", "A framework")
    assert first.returncode == 0, first.stdout + first.stderr
    assert (first.stdout + first.stderr).count("Passed") == len(HOOKS)
    rules = repository / FRAMEWORK / "rules" / "rules.yaml"
    rules.write_text(
        rules.read_text(encoding="utf-8").replace("signal: trajectory", "signal: trajektory", 1), encoding="utf-8"
    )
    git(repository, "add", ".")
    wrong = git(repository, "commit", "-m", "A misspelt signal")
    said = wrong.stdout + wrong.stderr
    assert wrong.returncode == 1
    assert "did you mean" in said
    assert f"{FRAMEWORK}/rules/rules.yaml" in said
    assert commits(repository) == 1


def test_a_commit_of_other_files_asks_nothing(repository: Path) -> None:
    git(repository, "commit", "--no-verify", "-m", "A framework")
    (repository / "README.md").write_text("Ours\n", encoding="utf-8")
    git(repository, "add", ".")
    done = git(repository, "commit", "-m", "Read me")
    assert done.returncode == 0
    assert (done.stdout + done.stderr).count("no files to check") == len(HOOKS)


def test_what_is_not_laid_out_is_laid_out_and_the_commit_waits(repository: Path) -> None:
    git(repository, "commit", "--no-verify", "-m", "A framework")
    rules = repository / FRAMEWORK / "rules" / "rules.yaml"
    neat = rules.read_text(encoding="utf-8")
    rules.write_text(neat + "\n\n\n", encoding="utf-8")
    git(repository, "add", ".")
    done = git(repository, "commit", "-m", "More empty lines")
    assert done.returncode == 1
    assert "files were modified by this hook" in done.stdout + done.stderr
    assert rules.read_text(encoding="utf-8") == neat
