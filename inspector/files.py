"""Files from outside are opened here: regular ones alone, at once, and no more of them than is read.

A pipe that nobody writes to would be waited for without end, and a device such as `/dev/zero` read without end.
"""

import os
import stat
from pathlib import Path

from inspector.model.limits import most, raise_it, words

_SORTS = (
    (stat.S_ISDIR, "it is a folder"),
    (stat.S_ISFIFO, "it is a pipe, and not a file that has an end: write what comes to a file, and give that"),
    (stat.S_ISSOCK, "it is a socket, and not a file"),
    (stat.S_ISCHR, "it is a device, and not a file"),
    (stat.S_ISBLK, "it is a device, and not a file"),
)


class NotRead(OSError):
    """A file that is not read for what it is; `strerror` says why, as for any other file that cannot be."""

    def __init__(self, reason: str) -> None:
        super().__init__(0, reason)


class TooLarge(NotRead):
    """A file that has more bytes than are read."""

    @property
    def reason(self) -> str:
        """How many there are, the limit, and how it is raised."""
        return str(self.strerror)


def data(path: Path, limit: str = "file-bytes") -> bytes:
    """All bytes of a regular file. Raises OSError whose `strerror` says why not: `TooLarge` for more than `limit` allows."""
    place = _opened(path)
    try:
        size = os.fstat(place).st_size
        if size > most(limit):
            raise TooLarge(too_large(size, limit))
        with os.fdopen(os.dup(place), "rb") as stream:
            return stream.read(most(limit) + 1)[: most(limit)]
    finally:
        os.close(place)


def size(path: Path) -> int:
    """How many bytes a regular file has. Raises OSError as `data` does, and for one that may not be read."""
    place = _opened(path)
    try:
        return os.fstat(place).st_size
    finally:
        os.close(place)


def too_large(size: int, limit: str) -> str:
    """That a file has more bytes than are read, and how more are."""
    return f"it has {size:,} bytes, and the limit is {words(limit)}; {raise_it(limit)}"


def _opened(path: Path) -> int:
    # Without waiting: to open a pipe for reading waits for somebody who writes.
    try:
        place = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | os.O_CLOEXEC)
    except ValueError as failure:
        raise NotRead(str(failure)) from None
    except OSError:
        # A socket cannot be opened at all, and what the system says of it helps nobody.
        _refuse(path.stat().st_mode)
        raise
    try:
        _refuse(os.fstat(place).st_mode)
    except NotRead:
        os.close(place)
        raise
    return place


def _refuse(mode: int) -> None:
    """Raise NotRead unless that is the mode of a regular file."""
    if not stat.S_ISREG(mode):
        raise NotRead(next((words for is_it, words in _SORTS if is_it(mode)), "it is no regular file"))
