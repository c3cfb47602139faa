"""Who changes a folder has it for himself: one after the other, and nobody holds it longer than he lives."""

import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

PAUSE = 0.02
"""Seconds between two tries."""


class Busy(Exception):
    """Others held it all the time."""


@contextmanager
def held(folder: Path, seconds: float) -> Iterator[None]:
    """Hold the folder while the block runs. Raises Busy where others held it all the time, OSError where it cannot be.

    The operating system lets go of what a killed process held. It is the folder itself that is held, without a file in it;
    where folders cannot be (Windows, some network drives), a file among the temporary ones stands for it.
    """
    number = _taken(folder, seconds)
    try:
        yield
    finally:
        with suppress(OSError):
            os.close(number)


def _taken(folder: Path, seconds: float) -> int:
    until = time.monotonic() + seconds
    try:
        return _waited(_own(folder), until)
    except OSError:
        if not folder.is_dir():
            raise
    return _waited(_stand_in(folder), until)


def _waited(number: int, until: float) -> int:
    try:
        while not _try(number):
            if time.monotonic() >= until:
                raise Busy
            time.sleep(PAUSE)
    except BaseException:
        os.close(number)
        raise
    return number


if sys.platform == "win32":
    import msvcrt

    def _own(folder: Path) -> int:
        return _stand_in(folder)

    def _try(number: int) -> bool:
        try:
            msvcrt.locking(number, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _own(folder: Path) -> int:
        return os.open(folder, os.O_RDONLY | os.O_DIRECTORY)

    def _try(number: int) -> bool:
        """Whether the lock was had. Raises OSError where there are no locks."""
        try:
            fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


def _stand_in(folder: Path) -> int:
    name = sha256(os.fsencode(os.path.realpath(folder))).hexdigest()[:32]
    path = Path(tempfile.gettempdir(), f"inspector-{name}.lock")
    return os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666)
