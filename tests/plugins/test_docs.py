"""`docs/plugins.md` from its first file to its last command: the files it shows are written, its commands print what it says."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "plugins.md").read_text(encoding="utf-8")
FILES = re.findall(r"^```\w+ title=\"([^\"]+)\"\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
SESSIONS = re.findall(r"^```console\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def test_the_page_can_be_followed_word_for_word(tmp_path: Path) -> None:
    for name in ("evidence", "frameworks"):
        shutil.copytree(ROOT / name, tmp_path / name)
    for name, body in FILES:
        (tmp_path / name).write_text(body, encoding="utf-8")
    printed = [_printed(command, tmp_path) for command in _commands()]
    told = [line for session in SESSIONS for line in session.splitlines()]
    assert [line for lines in printed for line in lines] == told


def _commands() -> list[str]:
    return [line for session in SESSIONS for line in session.splitlines() if line.startswith("$ ")]


def _printed(command: str, folder: Path) -> list[str]:
    """The command and what it prints. `inspector` and `pip` are those of this Python, which finds the tree's own package."""
    words = command.removeprefix("$ ").replace("PYTHONPATH=plugins", f"PYTHONPATH=plugins{os.pathsep}{ROOT}")
    words = re.sub(r"\binspector (?=[a-z])", f"{sys.executable} -P -m inspector ", words, count=1)
    words = re.sub(r"^pip ", f"{sys.executable} -m pip --no-input ", words)
    done = subprocess.run(
        ["bash", "-c", words],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PIP_NO_INDEX": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return [command, *done.stdout.splitlines()]
