"""Which files make a framework, and the digest over them."""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

from inspector.framework.regular import content

MAIN = "framework.yaml"
DERIVED = "indicators.yaml"
FIELDS = "fields.yaml"


def files(folder: Path) -> list[str]:
    """The files that make a framework, relative to its folder; its own tests are not among them."""
    extra = [name for name in (DERIVED, FIELDS) if os.path.lexists(folder / name)]
    return sorted([MAIN, *extra, *named_yaml(folder, "rules")])


def named_yaml(folder: Path, within: str) -> list[str]:
    """What is called `*.yaml` in a folder of a framework, whatever it is; nothing where there is no such folder."""
    try:
        found = [entry.name for entry in os.scandir(folder / within)]
    except OSError:
        return []
    return sorted(f"{within}/{name}" for name in found if name.endswith(".yaml") and not name.startswith("."))


def is_one(folder: Path) -> bool:
    """Whether there is a `framework.yaml` in the folder; not where the path is none that can be."""
    return _asked(Path.is_file, folder / MAIN)


def is_folder(path: Path) -> bool:
    """Whether the path is that of a folder."""
    return _asked(Path.is_dir, path)


def is_there(path: Path) -> bool:
    """Whether there is anything at the path."""
    return _asked(Path.exists, path)


def _asked(question: Callable[[Path], bool], path: Path) -> bool:
    try:
        return question(path)
    except (OSError, ValueError):
        # A name that is too long, one with a NUL, a folder that may not be looked into.
        return False


def shown(folder: Path, name: str) -> str:
    """A file of a framework as messages name it: below the folder's own path."""
    return (folder / name).as_posix()


def digest(folder: Path) -> str:
    """sha256 over the names and bytes of the files, so that a renamed file is another framework.

    Raises CannotComplete where one of them cannot be read.
    """
    total = hashlib.sha256()
    for name in files(folder):
        data = content(folder / name, shown(folder, name))
        total.update(f"{name}\0{len(data)}\0".encode(errors="surrogateescape") + data)
    return total.hexdigest()


def combined(own: str, below: str) -> str:
    """The digest of a framework with files of `own` that is built on one with the digest `below`; its own where it is on none."""
    return hashlib.sha256(f"{own}\0{below}".encode()).hexdigest() if below else own
