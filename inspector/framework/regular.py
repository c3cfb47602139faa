"""The bytes of one file of a framework: a regular file within its folder, never more of it than is read."""

import os
import stat
from pathlib import Path

from inspector.model.limits import most, raise_it, words
from inspector.model.problems import CannotComplete, Where
from inspector.model.remarks import error

LIMIT = "framework-bytes"


def content(path: Path, file: str) -> bytes:
    """What is in the file; `file` is its name in messages. Raises CannotComplete with one problem.

    A pipe, a device, a folder and a link that leads out of the framework's folder are refused unread.
    """
    try:
        if path.is_symlink() and not _within(path):
            raise _refuse(file, "it is a link that leads out of the framework's folder", "put the file itself there")
        # A pipe that nobody writes to would be waited for.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(handle, "rb") as opened:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise _refuse(file, "it is not a regular file", "put the file itself there")
            data = opened.read(most(LIMIT) + 1)
    except OSError as failure:
        raise _refuse(file, f"it cannot be read: {failure.strerror}", "") from None
    except (ValueError, RuntimeError):
        raise _refuse(file, "its path is none that a file can have, or leads in a circle", "") from None
    if len(data) > most(LIMIT):
        raise _refuse(file, f"it has more than {words(LIMIT)}", raise_it(LIMIT))
    return data


def _within(path: Path) -> bool:
    # Rules and cases lie one folder below `framework.yaml`.
    folder = path.parent.parent if path.parent.name in ("rules", "tests") else path.parent
    return path.resolve().is_relative_to(folder.resolve())


def _refuse(file: str, message: str, fix: str) -> CannotComplete:
    return CannotComplete([error("unreadable-file", Where(file=file), f"the file is not read: {message}", fix=fix)])
