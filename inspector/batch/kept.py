"""A folder of results: each written whole, then noted in a list, so that a run that was killed is taken up where it was.

`done.jsonl` has a line for each result: by which key it is known again, where it is, its sha256 and what a summary says of it. A
result that is not there, or was changed, is done again. A line that was cut off counts for nothing.
"""

import hashlib
import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from inspector.batch.task import Judged, Told
from inspector.writing import whole

LIST = "done.jsonl"
SUMMARY = "summary.csv"


class Note(NamedTuple):
    """A result that is there: where, its sha256 and what a summary says of it."""

    file: str
    sha256: str
    told: Told


class Kept:
    """The results in a folder. Only one run at a time may have it (`writing.turns`)."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._notes: dict[str, Note] = {}
        self._list = folder / LIST
        with suppress(FileNotFoundError):
            for line in self._list.read_bytes().split(b"\n"):
                self._read(line)

    def _read(self, line: bytes) -> None:
        with suppress(ValueError, KeyError, TypeError):
            found: dict[str, Any] = json.loads(line)
            told = found["told"]
            told["standings"] = tuple(tuple(pair) for pair in told["standings"])
            self._notes[str(found["key"])] = Note(str(found["file"]), str(found["sha256"]), Told(**told))

    def find(self, key: str, name: str) -> Judged | None:
        """What is kept under the key, if it is there and unchanged; of that name from now on. Raises OSError."""
        note = self._notes.get(key)
        if note is None:
            return None
        try:
            result = (self._folder / note.file).read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None
        if hashlib.sha256(result).hexdigest() != note.sha256:
            return None
        found = Judged(name, result, note.told)
        if note.file != _file(name):
            self.keep(key, found)
        return found

    def keep(self, key: str, one: Judged) -> None:
        """Write a result and note it. Raises OSError; then it is as if it had not been judged."""
        file = _file(one.name)
        path = self._folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        whole.write(path, one.result)
        note = Note(file, hashlib.sha256(one.result).hexdigest(), one.told)
        self._append({"key": key, "file": file, "sha256": note.sha256, "told": one.told._asdict()})
        self._notes[key] = note

    def _append(self, line: dict[str, Any]) -> None:
        text = json.dumps(line, ensure_ascii=True, separators=(",", ":")) + "\n"
        number = os.open(self._list, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o666)
        with os.fdopen(number, "rb+") as stream:
            # What was cut off must not run into what follows.
            stream.write(b"\n" * _torn(stream) + text.encode())
            stream.flush()
            os.fsync(number)

    def write_summary(self, text: bytes) -> Path:
        """Write the summary beside the results. Raises OSError."""
        whole.write(self._folder / SUMMARY, text)
        return self._folder / SUMMARY


def _torn(stream: BinaryIO) -> bool:
    size = stream.seek(0, os.SEEK_END)
    stream.seek(max(size - 1, 0))
    return stream.read(1) not in (b"", b"\n")


def _file(name: str) -> str:
    return f"{name}.json"
