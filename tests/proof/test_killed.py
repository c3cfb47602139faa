"""The command itself is killed while somebody types, and while everything comes at once: what was told as recorded is there."""

import subprocess
import sys
from pathlib import Path

import pytest

from inspector.proof import chain
from inspector.proof.folder import Visit
from tests.proof import making
from tests.proof.recorded import says

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="nothing is killed like that there")


def started(where: Visit) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "inspector", "visit", "record", str(where.folder), "--by", "Ann"]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)


def typed(key: str) -> bytes:
    """The answers that a month of a figure is asked for, as they come through a pipe."""
    answers = says(key)
    return "\n".join(["seen", "yes", answers["numerator"], answers["denominator"], "a note", ""]).encode()


def entries(where: Visit) -> list[str]:
    return [entry.about for entry in chain.entries(chain.of_folder(where.folder, where.plan.seal))]


def test_only_the_row_being_typed_is_lost(tmp_path: Path) -> None:
    where = making.visit(tmp_path / "visit")
    keys = list(where.drawn)
    with started(where) as process:
        assert process.stdin
        assert process.stdout
        for many in range(3):
            process.stdin.write(typed(keys[many]))
            process.stdin.flush()
            while b"Recorded." not in process.stdout.readline():
                pass
            assert entries(where) == keys[: many + 1]
        process.stdin.write(b"seen\nyes\n4")
        process.stdin.flush()
        process.kill()
    assert entries(where) == keys[:3]


def test_killed_in_the_midst_of_writing_it_has_all_that_it_told_of(tmp_path: Path) -> None:
    where = making.visit(tmp_path / "visit")
    keys = list(where.drawn)
    with started(where) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(b"".join(map(typed, keys[:9])))
        process.stdin.flush()
        while b"Recorded." not in process.stdout.readline():
            pass
        process.kill()
        told = 1 + process.stdout.read().count(b"Recorded.")
    there = entries(where)
    assert there == keys[: len(there)]
    assert told <= len(there) <= told + 1
