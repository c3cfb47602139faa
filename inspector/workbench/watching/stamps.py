"""When the files of folders were last written, to see that one was. They are looked at again and again."""

import os
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path

MOST = 5_000
"""Files that are looked at; a framework has fewer than a hundred, and a home folder is none."""
DEEPEST = 3
Stamps = Mapping[str, tuple[int, int]]
"""Of each file, by its path, when it was written (in nanoseconds) and how many bytes it has."""


def stamps(folders: Iterable[Path]) -> Stamps:
    """The stamps of all files in the folders and those within, hidden ones left out. What cannot be looked at is left out too."""
    return dict(islice((one for folder in folders for one in _of(folder, DEEPEST)), MOST))


def _of(folder: Path, deep: int) -> Iterator[tuple[str, tuple[int, int]]]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.name == "__pycache__":
            continue
        try:
            if entry.is_dir(follow_symlinks=False):
                yield from _of(Path(entry.path), deep - 1) if deep > 1 else ()
            else:
                found = entry.stat()
                yield entry.path, (found.st_mtime_ns, found.st_size)
        except OSError:
            continue
