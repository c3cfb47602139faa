"""A file that comes through a pipe, for as long as it is needed, under a name of its own."""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

BEGIN = (
    (b"PK\x03\x04", ".xlsx"), (b"\xd0\xcf\x11\xe0", ".xls"), (b"PAR1", ".parquet"), (b"[", ".json"), (b"{", ".json"),
)  # fmt: skip
ODS = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"


@contextmanager
def standing(file: Path, name: str | None) -> Iterator[tuple[Path, str | None]]:
    """Where the file lies, and its name in the bundle where that is another: standard input is kept beside for the while.

    Raises a usage error where standard input has no name, and `click.FileError` where it is larger than is read.
    """
    if str(file) != "-":
        yield file, None
        return
    if name is None:
        raise click.UsageError("What comes through standard input has no name: give it one with --name.")
    with tempfile.TemporaryDirectory(prefix="inspector-") as folder:
        path = Path(folder, "input")
        path.write_bytes(_read())
        end = ending(path.read_bytes()[:100])
        named = name if name.lower().endswith(end) else f"{name}{end}"
        yield path.rename(Path(folder, f"input{Path(named).suffix}")), named


def ending(data: bytes) -> str:
    """The ending of a file's name, by how the file begins."""
    if ODS in data:
        return ".ods"
    begun = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    return next((end for start, end in BEGIN if data.startswith(start) or begun.startswith(start)), ".csv")


def _read() -> bytes:
    from inspector.model.limits import most, raise_it, words

    if sys.stdin is None:
        raise click.UsageError("Standard input is closed.")
    data = sys.stdin.buffer.read(most("file-bytes") + 1)
    if len(data) > most("file-bytes"):
        raise click.FileError("standard input", hint=f"more than {words('file-bytes')}: {raise_it('file-bytes')}")
    return data
