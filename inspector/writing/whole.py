"""Files and folders that are there whole or not at all: made beside their place first, then put into it.

What was there stays as it is until then: where the disk is full, where it may not be written, where the process is
killed. A file that a killed process left beside is taken away by whoever writes in that folder next.
"""

import errno
import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from inspector.writing import straight
from inspector.writing.parts import START, new_file, new_folder, sweep


def write(target: Path, data: bytes, *, through_links: bool = False, private: bool = False) -> None:
    """Write `data` at `target`, in the place of what was there. Raises OSError; then nothing has changed."""
    with opened(target, through_links=through_links, private=private) as stream:
        stream.write(data)


def copy(file: Path, target: Path) -> None:
    """Copy the content of `file` to `target`, in the place of what was there. Raises OSError; then nothing has changed."""
    with file.open("rb") as given, opened(target) as stream:
        shutil.copyfileobj(given, stream, 1 << 20)


@contextmanager
def opened(target: Path, *, through_links: bool = False, private: bool = False) -> Iterator[BinaryIO]:
    """A stream; what is written to it takes the place of `target` once the block ends without an exception.

    A link at `target` is replaced and not followed, as it may have been planted in a bundle. With `through_links`, for
    places that a user names, the link stays and what it leads to is replaced, and a device, a FIFO or an open descriptor
    is written to straight. Mode and owner of an old file are kept; a new one that is `private` is for its owner alone. Raises
    OSError.
    """
    if through_links:
        at = straight.opened(target)
        if at is not None:
            with at as stream:
                yield stream
            return
        target = Path(os.path.realpath(target))
    old = _old(target)
    with _named(target):
        sweep(target.parent)
        part, number = new_file(target.parent, 0o600 if old or private else 0o666)
    try:
        with _named(target), os.fdopen(number, "wb") as stream:
            _as_before(number, old)
            yield stream
            stream.flush()
            os.fsync(number)
            if os.name == "nt":
                stream.close()
            # Put in its place while it is still open, and so still locked: nobody takes it for what a killed one left.
            part.replace(target)
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise


@contextmanager
def folder(target: Path, *, private: bool = False) -> Iterator[Path]:
    """A new folder, put at `target` with all that is in it once the block ends without an exception. Raises OSError.

    There may be nothing at `target`, which is asked at the end once more: of two at once, one fails. One that is `private` is
    for its owner alone.
    """
    with _named(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        sweep(target.parent)
        part, number = new_folder(target.parent)
    try:
        with _named(target):
            if private:
                part.chmod(0o700)
            yield part
            if target.exists() or target.is_symlink():
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
            part.rename(target)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    finally:
        if number is not None:
            os.close(number)


def _old(target: Path) -> os.stat_result | None:
    """What is known of the ordinary file at `target`. Raises OSError where it is a folder or may not be written to."""
    try:
        found = target.lstat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, "it is a folder", str(target))
    if not stat.S_ISREG(found.st_mode):
        return None
    # Renaming would not ask; whoever made a file read-only meant it.
    if not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))
    return found


def _as_before(number: int, old: os.stat_result | None) -> None:
    if old is None or os.name == "nt":
        return
    new = os.fstat(number)
    if (new.st_uid, new.st_gid) != (old.st_uid, old.st_gid):
        with suppress(OSError):
            os.fchown(number, old.st_uid, old.st_gid)
    # After the owner: changing that takes special bits away.
    os.fchmod(number, stat.S_IMODE(old.st_mode))


@contextmanager
def _named(target: Path) -> Iterator[None]:
    """An error about what lies beside, or one that names nothing, is told of the place that was meant."""
    try:
        yield
    except OSError as failure:
        name = failure.filename
        if name is None or any(one.startswith(START) for one in Path(os.fsdecode(name)).parts):
            raise OSError(failure.errno, failure.strerror, str(target)) from failure
        raise
