"""How the file of an SQLite register is: its size and sha256, as long as it is not too large to be read at every entry."""

import hashlib
from pathlib import Path

MOST = 64 * 1024 * 1024
"""Bytes of a file that is read whole whenever something is entered: some hundredths of a second."""


def digest(path: Path, most: int | None = MOST) -> tuple[int, str] | None:
    """Bytes and sha256 (hex) of the file; None for one of more than `most` bytes. Raises OSError."""
    if most is not None and path.stat().st_size > most:
        return None
    found, size = hashlib.sha256(), 0
    with path.open("rb") as stream:
        while block := stream.read(1 << 20):
            found.update(block)
            size += len(block)
    return size, found.hexdigest()
