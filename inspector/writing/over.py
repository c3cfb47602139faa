"""Whether what is to be written lies over what is read: the same file by any name, or a place within a folder that is read."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

MOST_LOOKED_AT = 100_000
"""At most so many files of a folder are held against an output that has more than one name."""


def lies_over(output: Path, read: Path) -> str:
    """In words how the output lies over what is read, as in *OUT ...*; empty where it does not.

    Links, hard links, `x/../`, other spellings on a file system that does not mind case: they count as what they lead to.
    """
    there = _stat(read)
    if there is None:
        return ""
    found = _stat(output)
    if found is not None and os.path.samestat(found, there):
        return "is what is read"
    if not stat.S_ISDIR(there.st_mode):
        return ""
    for ends in {os.path.realpath(output), os.path.join(os.path.realpath(output.parent), output.name)}:  # noqa: PTH118
        if any(os.path.samestat(one, there) for one in _above(Path(ends))):
            return f"lies in {read}, which is read"
    if found is not None and stat.S_ISREG(found.st_mode) and found.st_nlink > 1 and _holds(read, found):
        return f"is another name of a file in {read}, which is read"
    return ""


def _above(path: Path) -> Iterator[os.stat_result]:
    return (found for one in path.parents if (found := _stat(one)) is not None)


def _holds(folder: Path, wanted: os.stat_result) -> bool:
    looked = 0
    for at, _, names in os.walk(folder):
        for name in names:
            looked += 1
            found = _stat(Path(at, name))
            if found is not None and os.path.samestat(found, wanted):
                return True
        if looked > MOST_LOOKED_AT:
            return False
    return False


def _stat(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except (OSError, ValueError):
        return None
