"""The bytes of one file: its hash and size in one pass, and what in them tells that it is no table."""

import hashlib
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from inspector.model.limits import most

PART = 1 << 20


@dataclass(frozen=True)
class Content:
    """A file of the bundle, in memory or where it lies. Never changed, and read in parts."""

    path: str
    data: bytes | None = None
    location: Path | None = None

    def parts(self) -> Iterator[bytes]:
        """The bytes in parts of a megabyte."""
        if self.data is not None:
            yield from (self.data[at : at + PART] for at in range(0, len(self.data), PART))
            return
        assert self.location is not None
        with self.location.open("rb") as stream:
            while part := stream.read(PART):
                yield part

    def all(self) -> bytes:
        """All bytes at once."""
        return self.data if self.data is not None else b"".join(self.parts())

    def tail(self, size: int) -> bytes:
        """At most so many of the last bytes."""
        if self.data is not None:
            return self.data[-size:]
        assert self.location is not None
        with self.location.open("rb") as stream:
            stream.seek(0, 2)
            stream.seek(max(0, stream.tell() - size))
            return stream.read(size)

    def source(self) -> Path | io.BytesIO:
        """What a table library opens: the file where it lies, else its bytes."""
        return self.location if self.location is not None else io.BytesIO(self.data or b"")


@dataclass(frozen=True)
class FileFacts:
    """What one pass over the bytes shows. Where there is a NUL byte, one that is not UTF-8, or too long a line: the place."""

    sha256: str
    size: int
    quotes: int
    breaks: int
    """Line feeds."""
    lone_returns: int
    """Carriage returns that no line feed follows."""
    last: bytes
    """The last byte."""
    nul: int | None
    not_utf8: int | None
    long_line: int | None

    @property
    def ends_open(self) -> bool:
        """Whether something stands behind the last line feed."""
        return self.last not in (b"", b"\n")

    @property
    def only_returns(self) -> bool:
        """Whether the lines end with a carriage return alone."""
        return self.lone_returns > 0 and self.breaks == 0


@dataclass
class _Lines:
    """The ends of lines, counted part by part."""

    longest: int
    breaks: int = 0
    returns: int = 0
    length: int = 0
    long_line: int | None = None
    last: bytes = b""

    def take(self, part: bytes, at: int) -> None:
        first = part.find(b"\n")
        if self.long_line is None and self.length + (first if first >= 0 else len(part)) > self.longest:
            self.long_line = at
        if self.long_line is None and len(part) > self.longest and first >= 0:
            self.long_line = _first_long(part, self.longest, at)
        self.length = len(part) - part.rfind(b"\n") - 1 if first >= 0 else self.length + len(part)
        self.breaks += part.count(b"\n") if first >= 0 else 0
        if b"\r" in part:
            self.returns += part.count(b"\r") - part.count(b"\r\n")
        self.returns -= self.last == b"\r" and part.startswith(b"\n")
        self.last = part[-1:]


def _first_long(part: bytes, longest: int, at: int) -> int | None:
    """The place of the first line that begins and ends in the part and is too long."""
    for line in part.split(b"\n")[:-1]:
        if len(line) > longest:
            return at
        at += len(line) + 1
    return None


def file_facts(content: Content) -> FileFacts:
    """Read the file once, a megabyte at a time."""
    seal = hashlib.sha256()
    size = quotes = 0
    nul = bad = None
    lines = _Lines(most("line-bytes"))
    rest = b""
    for part in content.parts():
        seal.update(part)
        if nul is None and (at := part.find(b"\x00")) >= 0:
            nul = size + at
        if bad is None and (rest or not part.isascii()):
            held = len(rest)
            wrong, rest = _not_utf8(rest + part)
            bad = size - held + wrong if wrong is not None else None
        lines.take(part, size)
        quotes += part.count(b'"')
        size += len(part)
    if bad is None and rest:
        bad = size - len(rest)
    return FileFacts(seal.hexdigest(), size, quotes, lines.breaks, lines.returns, lines.last, nul, bad, lines.long_line)


def _not_utf8(data: bytes) -> tuple[int | None, bytes]:
    """The place of the first byte that is not UTF-8, and the bytes of a character that the part cuts off."""
    try:
        data.decode()
    except UnicodeDecodeError as failure:
        if failure.reason == "unexpected end of data" and len(data) - failure.start < 4:
            return None, data[failure.start :]
        return failure.start, b""
    return None, b""


def line_of(content: Content, place: int) -> int:
    """The line, from 1, that the byte at `place` is in."""
    line, left = 1, place
    for part in content.parts():
        line += part.count(b"\n", 0, max(0, left))
        left -= len(part)
        if left <= 0:
            break
    return line
