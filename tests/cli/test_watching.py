"""What a run says of itself: `--timings`, which sum to the whole, and one line on a terminal, which goes again."""

import io
import os
import re
import subprocess
import sys
import threading
from itertools import count
from pathlib import Path

import pytest

from inspector import clock
from inspector.cli import _progress, _timings

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "evidence" / "examples" / "published-figures"
SERIES = "series,period,value\n" + "".join(f"Visits,{2022 + i // 12}-{i % 12 + 1:02},{i}\n" for i in range(24))


def test_every_moment_belongs_to_the_innermost_phase_and_none_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    ticks = count()
    monkeypatch.setattr(_timings, "perf_counter", lambda: float(next(ticks)))
    monkeypatch.setattr(_timings, "process_time", lambda: 0.0)
    timings = _timings.Timings()
    with clock.watched_by([timings]):
        with clock.phase("outer"):
            with clock.phase("inner"):
                pass
            with pytest.raises(KeyError), clock.phase("inner"):
                raise KeyError
        list(clock.each("abc", 3))
    table = timings.table()
    assert timings.seconds == {_timings.START: 0, _timings.IMPORTS: 0, _timings.REST: 2, "outer": 3, "inner": 2}
    assert table.splitlines()[-1].split() == ["in", "all", "7.000", "s"]


def test_nobody_is_told_once_it_is_over() -> None:
    timings = _timings.Timings()
    with clock.watched_by([timings]):
        pass
    with clock.phase("later"):
        assert list(clock.each("abc", 3)) == ["a", "b", "c"]
    assert "later" not in timings.seconds


def run(*words: str, **more: object) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "inspector", *words]
    return subprocess.run(command, capture_output=True, cwd=ROOT, check=False, **more)  # type: ignore[call-overload, no-any-return]


@pytest.mark.parametrize("command", ["assess", "check", "trend"])
def test_timings_stand_on_stderr_and_change_no_answer(command: str, tmp_path: Path) -> None:
    path = tmp_path / "series.csv"
    path.write_text(SERIES, encoding="utf-8")
    words = [command, str(path if command == "trend" else EXAMPLE)]
    bare, timed = run(*words), run(*words, "--timings")
    assert (bare.returncode, bare.stdout, bare.stderr) == (timed.returncode, timed.stdout, b"")
    rows = re.findall(r"^(.+?) +([\d.]+) s", timed.stderr.decode(), flags=re.MULTILINE)
    assert rows[0][0] == "starting Python"
    assert rows[-1][0] == "in all"
    assert any(name.startswith("reading the") for name, _ in rows)
    # Each row is rounded by itself.
    assert sum(float(spent) for _, spent in rows[:-1]) == pytest.approx(float(rows[-1][1]), abs=0.0006 * len(rows))


def test_timings_are_told_of_a_run_that_fails(tmp_path: Path) -> None:
    done = run("assess", str(tmp_path / "nothing"), "--timings")
    assert done.returncode == 2
    assert b"in all" in done.stderr
    assert b"no-such-bundle" in done.stderr


def test_a_line_is_shown_kept_up_and_taken_away() -> None:
    stream = io.StringIO()
    progress = _progress.Progress(stream, 0.0)
    with clock.watched_by([progress]), clock.phase("judging series"):
        for _ in clock.each(range(3), 3):
            wait_for(lambda: ", " in stream.getvalue())
        assert "Judging series, 0 of 3 ..." in stream.getvalue()
    assert stream.getvalue().endswith("\r")
    assert not stream.getvalue().split("\r")[-2].strip()
    assert "progress" not in [thread.name for thread in threading.enumerate()]


def wait_for(holds: "object", most: int = 500) -> None:
    assert callable(holds)
    for _ in range(most):
        if holds():
            return
        threading.Event().wait(0.01)


def test_short_work_and_a_pipe_show_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    with clock.watched_by([_progress.Progress(stream, 600.0)]), clock.phase("reading"):
        pass
    assert stream.getvalue() == ""
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    assert _progress.on_terminal() == []


@pytest.mark.parametrize("command", ["assess", "check", "trend", "simulate"])
def test_on_a_terminal_work_is_named_and_the_answer_stands_alone(command: str, tmp_path: Path) -> None:
    pty = pytest.importorskip("pty")
    path = tmp_path / "series.csv"
    path.write_text(SERIES, encoding="utf-8")
    given = {"trend": str(path), "simulate": str(tmp_path / "out")}.get(command, str(EXAMPLE))
    bare = run(command, given) if command != "simulate" else None
    ours, theirs = pty.openpty()
    script = "from inspector.cli import _progress, main; _progress.SILENT = 0.0; main()"
    with subprocess.Popen(
        [sys.executable, "-c", script, command, given], stdout=subprocess.PIPE, stderr=theirs, cwd=ROOT
    ) as process:
        os.close(theirs)
        out = process.stdout.read() if process.stdout else b""
    shown = read_all(ours)
    assert process.returncode == 0
    assert bare is None or out == bare.stdout
    assert b" ...\r" in shown or b" ... " in shown
    assert shown.endswith(b"\r")
    assert b"\x1b" not in shown
    assert not shown.split(b"\r")[-2].strip()


def read_all(descriptor: int) -> bytes:
    """What was written to a terminal, whose other end is closed."""
    parts = []
    try:
        while part := os.read(descriptor, 65536):
            parts.append(part)
    except OSError:
        pass
    finally:
        os.close(descriptor)
    return b"".join(parts)
