"""The file of an SQLite register: what the database says of it, its bytes, and whether they are as they were left."""

import mmap
import os

from inspector.model.words import agree
from inspector.register import heads, sqlite_bytes
from inspector.register.checking.work import Work
from inspector.register.store import tables
from inspector.register.store.described import as_made
from inspector.register.store.place import path_of

MOST_COPIED = 256 * 1024 * 1024
"""Bytes of a file that is copied to be looked at."""
_MAPPED: list[mmap.mmap] = []
CHANGED = (
    "the file is not, byte for byte, what it was after the last entry. If nothing else is told, every entry is as it was: "
    "something other than Inspector wrote to it, as VACUUM does, or bytes changed that hold no entry"
)


def version(work: Work) -> None:
    """The version of the schema is there once."""
    if work.register.raw_versions() != [tables.VERSIONS[-1]]:
        work.wrong("register-damaged", "the table of its version is not as it was made")


def file(work: Work) -> None:
    """The pages of the file, every byte of them, and its digest beside the key."""
    if not work.register.base.sqlite:
        return
    if not as_made(work.register.base.at):
        work.wrong("register-file", "its tables are not described as they were made")
    for said in work.register.integrity():
        work.wrong("register-file", f"SQLite says: {said}")
    data = _data(work)
    if path_of(work.register.place).stat().st_size != len(data):
        work.wrong("register-file", "there is something in the file behind its last page")
    found = sqlite_bytes.odd(data)
    for said in found.odd:
        work.wrong("register-file", said)
    if not _as_left(work) and found.gaps:
        work.notes.append(
            f"{found.gaps} of its pages {agree(found.gaps, 'has', 'have')} bytes that no entry uses and that SQLite left there. "
            "Whether they are as it left them is known only where the key is at hand, and for files of up to 32 MB"
        )


def _data(work: Work) -> bytes | mmap.mmap:
    """The bytes of the file; those of a large one are mapped, and the map kept: to close it would lose the locks of SQLite."""
    path = path_of(work.register.place)
    if path.stat().st_size <= MOST_COPIED:
        return work.register.base.image()
    _MAPPED.append(mmap.mmap(os.open(path, os.O_RDONLY | os.O_CLOEXEC), 0, access=mmap.ACCESS_READ))
    return _MAPPED[-1]


def _as_left(work: Work) -> bool:
    """Whether the file is known to be as it was left after the last entry; told where it is not."""
    kept = heads.read(work.key) if work.key is not None else None
    if kept is None or kept.file is None:
        return False
    now = work.register.file_seen()
    if now is None or now.state != kept.file.state:
        return False
    if now != kept.file:
        work.wrong("register-file", CHANGED)
    return True
