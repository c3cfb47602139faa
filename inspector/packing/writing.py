"""Files written into a bundle: whole or not at all, and never through a link that lies there."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


def write(target: Path, data: bytes) -> None:
    """Write `data` at `target`, in the place of what was there. A link there is replaced, not followed. Raises OSError."""
    with _beside(target) as stream:
        stream.write(data)


def copy(file: Path, target: Path) -> None:
    """Copy `file` to `target`, in the place of what was there. A link there is replaced, not followed. Raises OSError."""
    with file.open("rb") as given, _beside(target) as stream:
        shutil.copyfileobj(given, stream)


@contextmanager
def _beside(target: Path) -> Iterator[BinaryIO]:
    """A new file beside `target`, which takes its place once it is whole."""
    beside = target.with_name(f".{target.name}.new")
    # What an earlier run left, or a link that somebody put there; "x" then opens nothing that exists.
    beside.unlink(missing_ok=True)
    try:
        with beside.open("xb") as stream:
            yield stream
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
