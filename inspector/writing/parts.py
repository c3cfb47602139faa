"""What lies beside its place while it is written: under a name of its own, locked, and taken away when nobody holds it."""

import os
import secrets
import shutil
import stat
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows: nothing is locked, and so nothing is swept.
    fcntl = None  # type: ignore[assignment]

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
_LOOK = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
START, END = ".inspector-", ".part"


def new_file(folder: Path, mode: int) -> tuple[Path, int]:
    """A new file in the folder and its descriptor, locked. Raises OSError."""
    while True:
        path = folder / f"{START}{secrets.token_hex(8)}{END}"
        number = os.open(path, _NEW, mode)
        if _ours(path, number):
            return path, number
        os.close(number)


def new_folder(folder: Path) -> tuple[Path, int | None]:
    """A new folder in the folder and, where folders can be held, its descriptor, locked. Raises OSError."""
    while True:
        path = folder / f"{START}{secrets.token_hex(8)}{END}"
        path.mkdir()
        if fcntl is None:
            return path, None
        with suppress(FileNotFoundError):
            number = os.open(path, _LOOK)
            if _ours(path, number):
                return path, number
            os.close(number)


@lru_cache(maxsize=256)
def sweep(folder: Path) -> None:
    """Take away the parts that killed processes left in the folder: those that nobody holds. Once a run is enough."""
    if fcntl is None:
        return
    with suppress(OSError), os.scandir(folder) as there:
        left = [Path(one.path) for one in there if one.name.startswith(START) and one.name.endswith(END)]
        for path in left:
            _take_away(path)


def _ours(path: Path, number: int) -> bool:
    """Lock what was just made. False where a sweep was quicker: it saw a part that nobody held yet."""
    if fcntl is None:
        return True
    with suppress(OSError):
        fcntl.flock(number, fcntl.LOCK_EX)
    try:
        return os.path.samestat(os.fstat(number), path.lstat())
    except FileNotFoundError:
        return False


def _take_away(path: Path) -> None:
    with suppress(OSError):
        number = os.open(path, _LOOK)
        try:
            fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if stat.S_ISDIR(os.fstat(number).st_mode):
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink()
        finally:
            os.close(number)
