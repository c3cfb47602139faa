"""Places that are no ordinary file and are written to straight: devices, FIFOs, and descriptors that are open already."""

import errno
import os
import re
import stat
import time
from pathlib import Path
from typing import BinaryIO

_DESCRIPTOR = re.compile(r"/(?:dev|proc/self|proc/thread-self|proc/(?P<pid>\d+))/fd/(?P<number>\d{1,9})")
_NAMED = {"/dev/stdin": 0, "/dev/stdout": 1, "/dev/stderr": 2}
_MOST_LINKS = 40
_TRIES, _BETWEEN = 20, 0.1
"""How often, and after how many seconds, a FIFO is tried: whoever reads from it may come a little later."""


def descriptor(path: Path) -> int | None:
    """The descriptor of ours that the path names, as `/dev/stdout` and `/dev/fd/3` do, also through links; else None."""
    text = os.path.abspath(path)  # noqa: PTH100
    for _ in range(_MOST_LINKS):
        if text in _NAMED:
            return _NAMED[text]
        found = _DESCRIPTOR.fullmatch(text)
        if found and found["pid"] in (None, str(os.getpid())):
            return int(found["number"])
        try:
            # No more than one link at a time: what a descriptor leads to is not what is asked.
            text = os.path.abspath(os.path.join(os.path.dirname(text), os.readlink(text)))  # noqa: PTH100, PTH115, PTH118, PTH120
        except OSError:
            return None
    return None


def special(path: Path) -> bool:
    """Whether there is something at the path, links followed, that is neither a file nor a folder."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def opened(path: Path) -> BinaryIO | None:
    """A stream to write to what is there, or None where it is an ordinary place. Raises OSError."""
    number = descriptor(path)
    if number is not None:
        return os.fdopen(os.dup(number), "wb")
    if not special(path):
        return None
    if stat.S_ISBLK(path.stat().st_mode):
        raise OSError(errno.EINVAL, "it is a disk", str(path))
    return os.fdopen(_open(path), "wb")


def _open(path: Path) -> int:
    """A descriptor to write to. A FIFO that nobody reads from would be waited for without end, and is refused instead."""
    flags = os.O_WRONLY | getattr(os, "O_NOCTTY", 0)
    if not stat.S_ISFIFO(path.stat().st_mode):
        return os.open(path, flags)
    for _ in range(_TRIES):
        try:
            number = os.open(path, flags | os.O_NONBLOCK)
        except OSError as failure:
            if failure.errno != errno.ENXIO:
                raise
            time.sleep(_BETWEEN)
            continue
        os.set_blocking(number, True)
        return number
    raise OSError(errno.ENXIO, "it is a pipe that nobody reads from", str(path))
