"""The last changes of a bundle, kept beside its manifest so that they can be taken back: the manifest before each, and old files.

A change is a folder `.inspector-undo/0001` that is there whole before the change is made. It names the manifest that the change
makes by its hash, so that a change that never came to be, or was followed by somebody else's, is known.
"""

import json
import os
import re
import shutil
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath

from inspector.bundle.open.source import MANIFEST
from inspector.model.limits import most
from inspector.writing import whole

KEPT = ".inspector-undo"
CHANGE, FILES = "change.json", "files"
_NUMBER = re.compile(r"\d{4,9}", re.ASCII)


@dataclass(frozen=True)
class Change:
    """A change that can be taken back: where it is kept, what it was in words, the manifest it made, old files by path."""

    at: Path
    what: str
    made: str
    old: tuple[str, ...]
    new: tuple[str, ...] = ()
    """Files that it put into the folder, where none of that name were."""

    @property
    def before(self) -> bytes:
        """The manifest as it was. Raises OSError."""
        return (self.at / MANIFEST).read_bytes()


def keep(
    folder: Path, what: str, before: bytes, after: bytes, replaced: Iterable[str] = (), new: Iterable[str] = ()
) -> Change:
    """Keep a change that is about to be made. `replaced` are files that it writes over or takes away. Raises OSError."""
    number = max((int(one.at.name) for one in changes(folder)), default=0) + 1
    at, old = folder / KEPT / f"{number:04}", tuple(replaced)
    if (folder / KEPT).is_symlink():
        raise FileExistsError(17, "it is a link", str(folder / KEPT))
    with whole.folder(at) as part:
        (part / MANIFEST).write_bytes(before)
        for path in old:
            _copy(folder / path, part / FILES / path)
        facts = {"what": what, "made": _hash(after), "old": old, "new": tuple(new)}
        (part / CHANGE).write_text(json.dumps(facts, indent=2) + "\n", encoding="utf-8")
    return Change(at, what, _hash(after), old, tuple(new))


def changes(folder: Path) -> list[Change]:
    """The changes that are kept, the last one first. What is not ours there is passed over."""
    kept = folder / KEPT
    if kept.is_symlink() or not kept.is_dir():
        return []
    found = (_read(one) for one in kept.iterdir() if _NUMBER.fullmatch(one.name) and not one.is_symlink())
    return sorted((one for one in found if one), key=lambda one: -int(one.at.name))


def last(folder: Path, now: bytes) -> Change | None:
    """The change that made the manifest as it is `now`; those that never came to be are forgotten. None where there is none."""
    for one in changes(folder):
        if one.made == _hash(now):
            return one
        with suppress(OSError):
            if one.before == now:
                forget(one)
                continue
        return None
    return None


def put_back(change: Change, folder: Path) -> None:
    """Move the old files of a change back where they were, as far as they have not been moved before. Raises OSError."""
    for path in change.old:
        if (change.at / FILES / path).exists():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (change.at / FILES / path).replace(folder / path)


def forget(change: Change) -> None:
    """Take away what is kept of a change, and the folder of all changes where it was the last."""
    shutil.rmtree(change.at, ignore_errors=True)
    with suppress(OSError):
        change.at.parent.rmdir()


def prune(folder: Path) -> None:
    """Forget the oldest changes until no more are kept than the limits allow. The last one is always kept."""
    size = 0
    for place, one in enumerate(changes(folder)):
        size += sum(path.stat().st_size for path in one.at.rglob("*") if path.is_file())
        if place and (place >= most("undo-changes") or size > most("undo-bytes")):
            forget(one)


def forget_all(folder: Path) -> int:
    """Forget every change; gives how many there were. What replaced files held is then gone."""
    found = changes(folder)
    for one in found:
        forget(one)
    return len(found)


def notes(path: str) -> bool:
    """Whether a file of a bundle is a note of ours on a change: a manifest as it was, and no file that was replaced."""
    parts = PurePosixPath(path).parts
    return len(parts) == 3 and parts[0] == KEPT and bool(_NUMBER.fullmatch(parts[1])) and parts[2] in (MANIFEST, CHANGE)


def _read(at: Path) -> Change | None:
    try:
        facts = json.loads((at / CHANGE).read_text(encoding="utf-8"))
        what, made = str(facts["what"]), str(facts["made"])
        old, new = ([str(one) for one in facts[key]] for key in ("old", "new"))
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return Change(at, what, made, tuple(old), tuple(new)) if all(map(_within, [*old, *new])) else None


def _within(path: str) -> bool:
    parts = PurePosixPath(path).parts
    return bool(parts) and not path.startswith("/") and ".." not in parts and "\\" not in path and ":" not in path[1:2]


def _copy(file: Path, target: Path) -> None:
    """A second name for the file where the system has such, else a copy: either stays when another file takes its place."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(file, target, follow_symlinks=False)
    except (OSError, NotImplementedError):
        shutil.copyfile(file, target)


def _hash(data: bytes) -> str:
    return f"sha256:{sha256(data).hexdigest()}"
