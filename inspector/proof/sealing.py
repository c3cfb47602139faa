"""Seals of a visit: sha256 over JSON in one form, so that a stranger can make them again.

Canonical JSON is UTF-8 with the keys of every object sorted, without spaces, characters as they are. The seal of a plan, round or
entry is over its canonical JSON without the seal itself. A frame is kept in the bytes that are hashed: `sha256sum frame.json`.
"""

import json
from collections.abc import Iterable
from hashlib import sha256
from typing import Any, TypeVar

from inspector.model.base import Noun
from inspector.model.visits import Framed

Sealed = TypeVar("Sealed", bound=Noun)


def canonical(value: Any) -> bytes:
    """JSON in the one form. Raises ValueError for what JSON has no word for: infinite numbers, half characters."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))
    return text.encode("utf-8")


def digest(data: bytes) -> str:
    """`sha256:` and the hash in hex."""
    return f"sha256:{sha256(data).hexdigest()}"


def seal_of(noun: Noun, field: str = "seal") -> str:
    """The seal that a noun should have: over all its fields but that one."""
    return digest(canonical(noun.model_dump(mode="json", exclude={field})))


def sealed(noun: Sealed, field: str = "seal") -> Sealed:
    """The same noun with its seal in `field`, whatever stood there."""
    return noun.model_copy(update={field: seal_of(noun, field)})


def frame_bytes(rows: Iterable[Framed]) -> bytes:
    """The frame as its file holds it: a JSON array with a row a line, each in canonical form."""
    return b"[" + b",\n".join(canonical(row.model_dump(mode="json")) for row in rows) + b"]\n"


def frame_hash(rows: Iterable[Framed]) -> str:
    """The hash of the frame, which the plan holds: that of the file's bytes."""
    return digest(frame_bytes(rows))
