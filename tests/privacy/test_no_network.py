"""Nothing leaves the machine: every command runs with sockets that refuse to be made."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "evidence" / "examples" / "brackenshire"
SMALL = EXAMPLE.with_name("published-figures")
GUARD = """
import socket

def refuse(*words, **more):
    raise SystemExit("a socket was asked for")

socket.socket.connect = refuse
socket.socket.connect_ex = refuse
socket.socket.sendto = refuse
socket.create_connection = refuse
socket.getaddrinfo = refuse
socket.gethostbyname = refuse
"""
COMMANDS = [
    ["--version"], ["check", EXAMPLE], ["check", SMALL, "--format", "sarif"], ["assess", SMALL],
    ["assess", EXAMPLE, "--format", "html"], ["explain", "deadline-bunching"], ["framework", "list"],
    ["framework", "check", ROOT / "frameworks" / "patient-safety-learning"], ["bundle", "verify", EXAMPLE],
    ["bundle", "diff", SMALL, SMALL], ["trend", EXAMPLE / "indicators.csv"],
]  # fmt: skip


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: " ".join(Path(w).name for w in words))
def test_no_command_opens_a_connection(words: list[str | Path], tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(GUARD)
    path = os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")])
    done = subprocess.run(
        [sys.executable, "-m", "inspector", *map(str, words)],
        capture_output=True, text=True, encoding="utf-8", check=False, env={**os.environ, "PYTHONPATH": path},
    )  # fmt: skip
    assert "a socket was asked for" not in done.stderr + done.stdout
    # The examples were never sealed, which `verify` says with 2.
    assert done.returncode in ((2,) if "verify" in words else (0, 1)), done.stderr


def test_the_guard_itself_works(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(GUARD)
    code = "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9')"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
    )  # fmt: skip
    assert "a socket was asked for" in done.stderr
