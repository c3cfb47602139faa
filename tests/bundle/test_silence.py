"""A native reader that gives up prints nothing of its own: a damaged Parquet file is told of in our words alone."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest

from inspector.bundle.tables.silence import quiet
from tests.bundle.builder import MANIFEST, seal

EACH = """
import sys
from inspector.cli import _run
for folder in sys.argv[1:]:
    assert _run(["check", folder]) in (0, 1, 2)
"""


def damaged(place: int) -> bytes:
    """Parquet whose footer has one byte changed."""
    stream = io.BytesIO()
    pl.DataFrame({"A": ["x", "y", None, "é", "z"], "B": [1, 2, None, 4, 5]}).write_parquet(stream)
    data = bytearray(stream.getvalue())
    size = int.from_bytes(data[-8:-4], "little")
    at = len(data) - 8 - size + place % size
    data[at] ^= 0x15
    return bytes(data)


@pytest.mark.parametrize("part", range(4))
def test_whatever_byte_is_wrong_the_reader_itself_says_nothing(part: int, tmp_path: Path) -> None:
    folders = []
    for place in range(part * 9, 500, 36):
        folder = tmp_path / str(place)
        folder.mkdir()
        data = damaged(place)
        schema = json.dumps({"properties": {"A": {"type": "string"}, "B": {"type": "integer"}}}).encode()
        resource = {"name": "t", "path": "t.parquet", "kind": "table", "row_schema": "t.schema.json", **seal(data)}
        period = {"start": "2024-04-01", "end": "2025-03-31"}
        manifest = {"name": "x", "title": "x", "authority": "x", "period": period, "resources": [resource]}
        for name, content in (
            ("t.parquet", data),
            ("t.schema.json", schema),
            (MANIFEST, json.dumps(manifest).encode()),
        ):
            (folder / name).write_bytes(content)
        folders.append(str(folder))
    done = subprocess.run([sys.executable, "-c", EACH, *folders], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stderr == b""
    assert b"panic" not in done.stdout
    assert b"RUST" not in done.stdout


def failing() -> None:
    with quiet():
        os.write(2, b"a library's own words")
        raise ValueError("told by who catches it")


def test_standard_error_is_as_it_was_afterwards(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ValueError, match="told by who catches it"):
        failing()
    os.write(2, b"ours")
    assert capfd.readouterr().err == "ours"
