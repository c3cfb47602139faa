"""Watching: a framework is checked again when a file is saved, broken or not, and Ctrl-C is no failure."""

import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from queue import Queue
from threading import Thread

import pytest

from inspector.cli import _run
from inspector.workbench.watching.stamps import stamps
from inspector.workbench.watching.watch import each_time, folders_of

ALL = Path(__file__).parents[1] / "frameworks"


@pytest.fixture
def copies(tmp_path: Path) -> Path:
    for name in ("pier", "harbour"):
        shutil.copytree(ALL / name, tmp_path / name)
    return tmp_path


def test_it_runs_at_once_and_again_when_something_was_written_and_nothing_more_is(copies: Path) -> None:
    rules = copies / "pier" / "rules" / "rules.yaml"
    writes: Iterator[bytes | None] = iter([None, None, b"- id: 7", b"- id: 78", None])
    waits = 0

    def wait() -> None:
        nonlocal waits
        waits += 1
        if (data := next(writes)) is not None:
            rules.write_bytes(data)

    rounds = each_time([copies / "pier"], lambda: rules.read_bytes(), wait)
    first = next(rounds)
    assert waits == 0
    assert next(rounds) == b"- id: 78" != first
    assert waits == 5


def test_files_that_come_and_go_are_changes(copies: Path) -> None:
    before = stamps([copies / "pier"])
    (copies / "pier" / "rules" / "more.yaml").write_text("[]", encoding="utf-8")
    with_more = stamps([copies / "pier"])
    (copies / "pier" / "rules" / "more.yaml").unlink()
    assert with_more != before == stamps([copies / "pier"])


def test_what_a_variant_is_built_on_is_watched_too(copies: Path) -> None:
    assert folders_of([copies / "harbour" / "rules" / "crews.yaml"]) == (copies / "harbour", copies / "pier")


def test_a_folder_that_cannot_be_read_and_none_at_all_are_watched(copies: Path) -> None:
    (copies / "pier" / "framework.yaml").write_text("id: [", encoding="utf-8")
    assert folders_of([copies / "pier", copies / "nowhere"]) == (copies / "pier", copies / "nowhere")
    assert stamps([copies / "nowhere"]) == {}


def test_other_formats_are_refused(copies: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(["framework", "check", str(copies / "pier"), "--watch", "--format", "json"]) == 2
    assert "--watch is for people" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="an interrupt is sent as a signal")
def test_the_process_tells_of_a_broken_file_goes_on_and_ends_with_0(copies: Path) -> None:
    pier = copies / "pier"
    command = [sys.executable, "-m", "inspector", "framework", "check", str(pier), "--watch"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        lines = lines_of(process)
        good = (pier / "framework.yaml").read_bytes()
        assert counted(lines) == 0
        for broken in (b"id: [", b"\xff\xfe", None):
            if broken is None:
                (pier / "framework.yaml").unlink()
            else:
                (pier / "framework.yaml").write_bytes(broken)
            assert counted(lines) > 0
        (pier / "framework.yaml").write_bytes(good)
        assert counted(lines) == 0
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=60) == 0
    finally:
        process.kill()
        process.wait()


def lines_of(process: "subprocess.Popen[str]") -> "Queue[str]":
    found: Queue[str] = Queue()

    def read() -> None:
        for line in process.stdout or ():
            found.put(line.rstrip())

    Thread(target=read, daemon=True).start()
    return found


def counted(lines: "Queue[str]") -> int:
    """The errors of the next round, by the line with which it ends."""
    while True:
        line = lines.get(timeout=60)
        if line == "Nothing wrong was found.":
            return 0
        if found := re.match(r"(\d+) errors?, \d+ remarks? to consider", line):
            return int(found[1])
