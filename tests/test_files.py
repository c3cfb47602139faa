"""Files from outside: regular ones alone, at once, no more of them than is read."""

import json
import os
import socket
from pathlib import Path

import pytest

from inspector import files
from inspector.cli import _run
from inspector.model import limits


@pytest.fixture
def odd(tmp_path: Path) -> dict[str, Path]:
    """Paths that are no regular files, by what they are."""
    os.mkfifo(tmp_path / "pipe.csv")
    (tmp_path / "to-pipe.csv").symlink_to("pipe.csv")
    sock = socket.socket(socket.AF_UNIX)
    here = Path.cwd()
    os.chdir(tmp_path)
    sock.bind("sock.csv")
    os.chdir(here)
    sock.close()
    return {
        "a pipe": tmp_path / "pipe.csv",
        "pipe": tmp_path / "to-pipe.csv",
        "a device": Path("/dev/zero"),
        "device": Path("/dev/null"),
        "a socket": tmp_path / "sock.csv",
        "a folder": tmp_path,
    }


def test_what_is_no_file_is_refused_at_once(odd: dict[str, Path]) -> None:
    for what, path in odd.items():
        for ask in (files.data, files.size):
            with pytest.raises(OSError, match=what) as refused:
                ask(path)
            assert what in refused.value.strerror


def test_a_file_is_read_up_to_its_limit(tmp_path: Path) -> None:
    (tmp_path / "at").write_bytes(b"x" * 4096)
    (tmp_path / "beyond").write_bytes(b"x" * 4097)
    (tmp_path / "link").symlink_to("at")
    assert files.data(tmp_path / "at", "key-bytes") == files.data(tmp_path / "link", "key-bytes") == b"x" * 4096
    with pytest.raises(files.TooLarge, match=r"4,097 bytes, and the limit is 4,096 .*--limit key-bytes="):
        files.data(tmp_path / "beyond", "key-bytes")
    limits.use(["key-bytes=4097"])
    try:
        assert len(files.data(tmp_path / "beyond", "key-bytes")) == 4097
    finally:
        limits.use([])


MANIFEST = {"name": "b", "title": "B", "authority": "A", "period": {"start": "2025-01-01", "end": "2025-12-31"}}
COMMANDS = [
    ["trend", "{}"],
    ["check", "{}"],
    ["assess", "{}"],
    ["assess", "{b}", "--framework", "{}"],
    ["report", "{}"],
    ["check", "{b}", "--pseudonymise", "--key-file", "{}"],
    ["bundle", "add", "{}", "--bundle", "{b}"],
    ["bundle", "seal", "{}"],
    ["bundle", "verify", "{}"],
    ["bundle", "diff", "{}", "{b}"],
    ["framework", "check", "{}"],
]


@pytest.mark.parametrize("command", COMMANDS, ids=[" ".join(command) for command in COMMANDS])
def test_no_command_waits_for_a_pipe_or_reads_a_device(
    command: list[str], odd: dict[str, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bundle = tmp_path / "bundle"
    assert _run(["bundle", "new", str(bundle), "--authority", "A", "--from", "2023-04-01", "--to", "2026-03-31"]) == 0
    for path in odd.values():
        if path != tmp_path:
            capsys.readouterr()
            assert _run([part.replace("{}", str(path)).replace("{b}", str(bundle)) for part in command]) == 2
            assert "".join(capsys.readouterr()).strip()


@pytest.mark.parametrize("name", ["datapackage.json", "figures.csv", "t.schema.json"])
def test_a_bundle_with_a_pipe_in_it(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    seal = "sha256:" + "0" * 64
    resource = {
        "name": "t",
        "path": "figures.csv",
        "kind": "table",
        "row_schema": "t.schema.json",
        "hash": seal,
        "bytes": 1,
    }
    texts = {
        "datapackage.json": json.dumps({**MANIFEST, "resources": [resource]}),
        "figures.csv": "A\n1\n",
        "t.schema.json": '{"properties": {"A": {"type": "string"}}}',
    }
    for file, text in texts.items():
        (tmp_path / file).write_text(text)
    (tmp_path / name).unlink()
    os.mkfifo(tmp_path / name)
    assert _run(["check", str(tmp_path)]) in (1, 2)
    said = " ".join("".join(capsys.readouterr()).split())
    assert "it is a pipe, and not a file that has an end" in said
