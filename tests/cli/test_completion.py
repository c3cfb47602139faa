"""What a shell completes after `inspector bundle`: kinds, parts and the names of what a bundle holds."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from inspector.cli import _run
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


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "ZDOTDIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("SHELL", "/usr/bin/bash")
    return tmp_path


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(("shell", "start"), [("bash", ".bashrc"), ("zsh", ".zshrc"), ("fish", None)])
@pytest.mark.parametrize("before", [b"", b"alias x=y\n", b"no newline at the end", b"\xff not UTF-8\n"])
def test_it_is_installed_and_taken_away(
    shell: str, start: str | None, before: bytes, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if start:
        (home / start).write_bytes(before)
    clean = files(home)
    assert _run(["completion", "install", "--shell", shell]) == 0
    told, there = capsys.readouterr().out, files(home)
    assert len(there) == len(clean) + 1
    changed = [name for name, data in there.items() if clean.get(name) != data]
    assert changed
    assert all(f"Wrote {home / name}." in told for name in changed)
    if start:
        assert there[start].startswith(before)
    assert _run(["completion", "install", "--shell", shell]) == 0
    assert "nothing was changed" in capsys.readouterr().out
    assert files(home) == there
    assert _run(["completion", "uninstall", "--shell", shell]) == 0
    capsys.readouterr()
    left = files(home)
    assert {name: data.rstrip(b"\n") for name, data in left.items()} == {n: d.rstrip(b"\n") for n, d in clean.items()}
    assert _run(["completion", "uninstall", "--shell", shell]) == 0
    assert "nothing was changed" in capsys.readouterr().out


def test_what_stands_after_our_lines_stays(home: Path) -> None:
    assert _run(["completion", "install"]) == 0
    with (home / ".bashrc").open("ab") as more:
        more.write(b"alias later=z\n")
    written = (home / ".bashrc").read_bytes().replace(b"completion.bash", b"of-old.bash")
    (home / ".bashrc").write_bytes(written)
    assert _run(["completion", "install"]) == 0
    now = (home / ".bashrc").read_bytes()
    assert b"of-old" not in now
    assert now.endswith(b"alias later=z\n")
    assert now.count(b">>> inspector") == 1


def test_a_shell_that_cannot_be_told(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SHELL", "/bin/tcsh")
    assert _run(["completion", "install"]) == 2
    assert "--shell" in capsys.readouterr().err
    assert files(home) == {}


def test_where_it_cannot_be_written(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / ".local").write_text("a file and no folder")
    assert _run(["completion", "install"]) == 2
    assert "inspector" in capsys.readouterr().err
    assert not (home / ".bashrc").exists()


def test_a_home_whose_name_the_locale_cannot_say(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    odd = home / os.fsdecode(b"of-\xff")
    try:
        odd.mkdir()
    except OSError:
        pytest.skip("the file system takes no such name")
    monkeypatch.setenv("HOME", str(odd))
    assert _run(["completion", "install"]) == 0
    assert os.fsencode(odd / ".local" / "share" / "inspector" / "completion.bash") in (odd / ".bashrc").read_bytes()


def test_a_home_that_is_named_from_here(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(home)
    monkeypatch.setenv("HOME", ".")
    assert _run(["completion", "install"]) == 0
    assert os.fsencode(home / ".local") in (home / ".bashrc").read_bytes()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with a name here")
def test_a_start_file_that_is_a_pipe_is_not_waited_for(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo(home / ".bashrc")
    assert _run(["completion", "install"]) == 2
    assert "no ordinary file" in capsys.readouterr().err


@pytest.mark.usefixtures("home")
def test_bash_with_it_installed_completes() -> None:
    if (bash := shutil.which("bash")) is None:
        pytest.skip("bash is not here")
    assert _run(["completion", "install"]) == 0
    asked = 'source "$HOME/.bashrc"; complete -p inspector'
    done = subprocess.run([bash, "--norc", "-c", asked], capture_output=True, text=True, check=False)
    assert "_inspector_completion inspector" in done.stdout, done.stderr
