"""Frameworks checked again whenever a file of theirs, or of what they are built on, is saved, until somebody ends it."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from inspector import framework as frameworks
from inspector.model.problems import CannotComplete
from inspector.workbench.watching.stamps import Stamps, stamps

Answer = TypeVar("Answer")
SECONDS = 0.5
"""Between two looks at the files."""


def each_time(paths: Iterable[Path], work: Callable[[], Answer], wait: Callable[[], None]) -> Iterator[Answer]:
    """What `work` gives, at once and after every change of a file; `wait` is called between two looks. Never ends by itself."""
    given = tuple(paths)
    while True:
        folders = folders_of(given)
        before = stamps(folders)
        yield work()
        _changed(folders, before, wait)


def folders_of(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The folders in which the files of frameworks lie, and of what they are built on, as far as they can be read now."""
    found: dict[Path, None] = {}
    for path in paths:
        folder = _folder(path)
        found[folder] = None
        try:
            found |= {Path(base.path): None for base in frameworks.read(folder).extends}
        except CannotComplete:
            # One that cannot be read now is mended in its own folder.
            continue
    return tuple(found)


def _folder(path: Path) -> Path:
    if frameworks.is_there(path):
        above = (folder for folder in (path, *path.parents) if frameworks.is_one(folder))
        return next(above, path if path.is_dir() else path.parent)
    try:
        return frameworks.find(str(path))
    except CannotComplete:
        return path


def _changed(folders: tuple[Path, ...], before: Stamps, wait: Callable[[], None]) -> None:
    """Come back when something was written and nothing more is: editors write a file in several steps."""
    last = before
    while True:
        wait()
        now = stamps(folders)
        if now == last and now != before:
            return
        last = now
