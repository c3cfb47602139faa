"""Contents as they lie in a register: packed where that makes them smaller, with a hash of what lies there."""

import zlib
from typing import Any

from inspector.register.entries import hash_of
from inspector.register.wrong import refused

LEVEL = 1
LEAST = 512
"""Fewer bytes than these are not packed."""


def packed(sha256: str, data: bytes) -> dict[str, Any]:
    """The row of a content."""
    small = zlib.compress(data, LEVEL) if len(data) >= LEAST else data
    lies = small if len(small) < len(data) else data
    stored = hash_of(lies) if lies is not data else sha256
    return {"sha256": sha256, "bytes": len(data), "stored": stored, "data": lies}


def unpacked(row: Any, place: str = "") -> bytes:
    """The content of a row, which is what its hash says. Raises CannotComplete for another."""
    try:
        lies = bytes(row.data)
        held = hash_of(lies) == row.stored
        data = lies if row.stored == row.sha256 else _inflated(lies, row.bytes)
    except (zlib.error, TypeError, ValueError, OverflowError):
        # SQLite keeps in a column whatever somebody else puts there.
        held, data = False, b""
    if not held or hash_of(data) != row.sha256 or len(data) != row.bytes:
        message = f"a content is no longer what was entered ({row.sha256[:19]}…)"
        raise refused("register-content", message, place, fix="`inspector register check` says what else is wrong")
    return data


def _inflated(lies: bytes, size: int) -> bytes:
    """What was packed, and never more than it may be."""
    return zlib.decompressobj().decompress(lies, max(size, 0) + 1)
