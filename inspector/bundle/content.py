"""The bytes of one file: its hash and size in one pass, and what in them tells that it is no table."""

import hashlib
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from inspector.bundle.remarks import Unreadable, error
from inspector.model.problems import Where

PART = 1 << 20
LONGEST_LINE = 1_000_000


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

    def source(self) -> Path | io.BytesIO:
        """What a table library opens: the file where it lies, else its bytes."""
        return self.location if self.location is not None else io.BytesIO(self.data or b"")


@dataclass(frozen=True)
class Marks:
    """What one pass over the bytes shows. `nul` and `not_utf8` are the line of the first such byte, counted from 1.

    `lines` counts a last one that no line break ends.
    """

    sha256: str
    size: int
    lines: int
    quotes: int
    commas: int
    nul: int | None
    not_utf8: int | None
    long_line: int | None
    only_returns: bool


def marks(content: Content) -> Marks:
    """Read the file once. Two parts of a line are never held longer than `PART` and a few bytes."""
    seal = hashlib.sha256()
    size = lines = quotes = commas = open_line = returns = 0
    nul = bad = long_line = None
    rest = b""
    for part in content.parts():
        seal.update(part)
        if nul is None and b"\x00" in part:
            nul = lines + part.count(b"\n", 0, part.index(b"\x00")) + 1
        if bad is None and (rest or not part.isascii()):
            bad, rest = _not_utf8(rest + part, lines)
        first, last = part.find(b"\n"), part.rfind(b"\n")
        if long_line is None and open_line + (first if first >= 0 else len(part)) > LONGEST_LINE:
            long_line = lines + 1
        open_line = len(part) - last - 1 if last >= 0 else open_line + len(part)
        returns += part.count(b"\r") if first < 0 else 0
        lines += part.count(b"\n")
        quotes += part.count(b'"')
        commas += part.count(b",")
        size += len(part)
    if bad is None and rest:
        bad = lines + 1
    alone = bool(returns) and not lines
    return Marks(seal.hexdigest(), size, lines + (open_line > 0), quotes, commas, nul, bad, long_line, alone)


def _not_utf8(data: bytes, lines: int) -> tuple[int | None, bytes]:
    """The line of the first byte that is not UTF-8, and the bytes of a character that the part cuts off."""
    try:
        data.decode()
    except UnicodeDecodeError as failure:
        if failure.end == len(data) and failure.reason == "unexpected end of data" and len(data) - failure.start < 4:
            return None, data[failure.start :]
        return lines + data.count(b"\n", 0, failure.start) + 1, b""
    return None, b""


def refuse_no_text(content: Content, found: Marks) -> None:
    """Raise Unreadable where the file cannot be a CSV: UTF-16, NUL bytes, endless lines, not UTF-8."""
    start = next(content.parts(), b"")
    where = Where(file=content.path)
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Unreadable(error("not-utf8", where, "the file is UTF-16", "UTF-8", "save it as CSV UTF-8"))
    if start.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"PAR1", b"%PDF")):
        kind = {b"PK": "a workbook or a zip", b"\xd0": "an old workbook", b"PA": "Parquet", b"%P": "a PDF"}
        message = f"the file says it is a CSV by its name, but is {kind[start[:1] if start[:1] == bytes([208]) else start[:2]]}"
        raise Unreadable(error("wrong-extension", where, message, fix="give it the ending of what it is"))
    if found.nul is not None:
        line = Where(file=content.path, line=found.nul)
        raise Unreadable(error("nul-byte", line, "the file holds a NUL byte; it is not a CSV"))
    if found.long_line is not None:
        line = Where(file=content.path, line=found.long_line)
        raise Unreadable(error("line-too-long", line, f"a line has more than {LONGEST_LINE} bytes"))
    if found.not_utf8 is not None:
        line = Where(file=content.path, line=found.not_utf8)
        message = "the line holds a byte that is not UTF-8"
        raise Unreadable(error("not-utf8", line, message, "UTF-8", "save as CSV UTF-8"))
    if found.only_returns:
        message = "the lines end with a carriage return alone, as old programs wrote them"
        raise Unreadable(error("line-ends", where, message, fix="save it again as CSV UTF-8"))
