"""One entry after another put at the end of an inspector's file, by one run at a time, each on the disk before the next."""

import os
import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from inspector.model.limits import most
from inspector.model.problems import CannotComplete, Where
from inspector.model.remarks import error
from inspector.model.visits import Entry
from inspector.proof.chain import END, RECORDS, Chain, line, linked, read, refuse_link
from inspector.writing.turns import Busy, held

LONGEST_NAME = 100
_PLAIN = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?", re.ASCII)
_OPEN = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)


@dataclass
class Appending:
    """The file of one inspector while it is added to.

    `entries` are those of the file, `known` those of all files with the name of the same inspector. `set_aside` is where a torn
    last line was put, if there was one.
    """

    by: str
    visit: str
    entries: list[Entry]
    known: list[Entry]
    set_aside: Path | None = None
    _file: int = field(default=-1, repr=False)
    path: Path = Path()

    def add(self, **fields: Any) -> Entry:
        """Put an entry at the end; it is on the disk when this returns. Raises OSError; then the file ends as before."""
        before = self.entries[-1].hash if self.entries else self.visit
        entry = linked({**fields, "by": self.by, "visit": self.visit}, before)
        self.take(entry)
        return entry

    def take(self, entry: Entry) -> None:
        """Put an entry at the end that follows the last one. Raises OSError; then the file ends as before."""
        end = os.lseek(self._file, 0, os.SEEK_END)
        try:
            _write(self._file, line(entry))
        except OSError as failure:
            with suppress(OSError):
                os.ftruncate(self._file, end)
            raise OSError(failure.errno, failure.strerror, str(self.path)) from None
        self.entries.append(entry)
        self.known.append(entry)


@contextmanager
def appending(folder: Path, by: str, visit: str) -> Iterator[Appending]:
    """The file of the inspector `by` in the visit in `folder`, which no other run adds to meanwhile.

    Raises CannotComplete where another run holds it, or the file is altered; OSError where it cannot be written.
    """
    records = folder / RECORDS
    refuse_link(records)
    records.mkdir(mode=0o700, exist_ok=True)
    with records_held(records), opened(file_of(records, by), by, visit) as file:
        for other in copies(records, by)[1:]:
            file.known.extend(read(other, visit).entries)
        yield file


@contextmanager
def opened(path: Path, by: str, visit: str) -> Iterator[Appending]:
    """A file of records, made where there is none; whoever opens it holds the records. Raises as `appending` does."""
    new = not path.exists()
    found = Chain(path, by, ()) if new else read(path, visit)
    if found.entries and found.by != by:
        message = "the file holds what another inspector wrote, and has the name of this one's"
        raise CannotComplete([error("record-altered", Where(file=str(path)), message)])
    number = os.open(path, _OPEN, 0o600)
    try:
        if new:
            _settle(path.parent)
        aside = _mend(number, found)
        yield Appending(by, visit, list(found.entries), list(found.entries), aside, number, path)
    finally:
        os.close(number)


@contextmanager
def records_held(records: Path) -> Iterator[None]:
    """Hold the records of a visit while the block runs. Raises CannotComplete where another run holds them all the time."""
    try:
        with held(records, most("waiting-seconds")):
            yield
    except Busy:
        message = f"another run is writing down what was found, and {most('waiting-seconds')} seconds were waited"
        raise CannotComplete([error("in-use", Where(file=str(records)), message, fix="run it again")]) from None


def name_of(text: str) -> str:
    """An inspector's name as entries have it: one blank between words, no other spelling of it. Raises ValueError for none."""
    name = " ".join(unicodedata.normalize("NFC", text).split())
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise ValueError(f"a name has 1 to {LONGEST_NAME} characters that can be printed")
    return name


def file_of(records: Path, by: str, copy: int = 1) -> Path:
    """Where the entries of that inspector stand. `copy` above 1: another chain of the same name, taken in from elsewhere."""
    name = by
    if not _PLAIN.fullmatch(by):
        words = re.sub(r"[^a-z0-9]+", "-", unicodedata.normalize("NFKD", by).casefold()).strip("-")[:30].strip("-")
        name = f"{words or 'inspector'}-{sha256(by.encode()).hexdigest()[:8]}"
    return records / (f"{name}{END}" if copy == 1 else f"{name}.{copy}{END}")


def copies(records: Path, by: str) -> list[Path]:
    """The files with entries of that inspector: his own first, then those that were taken in and part from it."""
    found = [file_of(records, by)]
    while (path := file_of(records, by, len(found) + 1)).exists():
        found.append(path)
    return found


def _mend(number: int, found: Chain) -> Path | None:
    """Leave the file ending after its last whole line; a torn one is copied beside it first. Gives where to."""
    if not found.torn:
        if os.lseek(number, 0, os.SEEK_END) and _last_byte(number) != b"\n":
            _write(number, b"\n")
        return None
    os.lseek(number, found.whole, os.SEEK_SET)
    torn = b""
    while part := os.read(number, 1 << 20):
        torn += part
    aside = _aside(found.path, torn)
    os.ftruncate(number, found.whole)
    os.fsync(number)
    return aside


def _last_byte(number: int) -> bytes:
    os.lseek(number, -1, os.SEEK_END)
    return os.read(number, 1)


def _aside(path: Path, torn: bytes) -> Path:
    copy = 1
    while True:
        target = path.with_name(f"{path.name.removesuffix(END)}.torn-{copy}")
        try:
            number = os.open(target, _OPEN | os.O_EXCL, 0o600)
        except FileExistsError:
            copy += 1
            continue
        try:
            _write(number, torn)
        finally:
            os.close(number)
        return target


def _write(number: int, data: bytes) -> None:
    os.lseek(number, 0, os.SEEK_END)
    while data:
        data = data[os.write(number, data) :]
    os.fsync(number)


def _settle(folder: Path) -> None:
    """Force the folder's own list of files to the disk, where folders can be."""
    with suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)
