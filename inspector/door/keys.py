"""The key with which identifiers are replaced."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.door.refusal import refused

if TYPE_CHECKING:
    from inspector.bundle.pseudonyms import Pseudonyms


def pseudonyms(pseudonymise: bool, key_file: "str | os.PathLike[str] | None") -> "Pseudonyms | None":
    """How identifiers of children and workers are replaced, if they are. Raises CannotComplete for a key that cannot be used."""
    if not pseudonymise:
        return None
    from inspector.bundle.pseudonyms import Pseudonyms

    if key_file is None:
        return Pseudonyms()
    try:
        key = Path(key_file).read_bytes().strip()
    except OSError as failure:
        reason = failure.strerror or "it cannot be read"
        raise refused("key-file", str(key_file), reason, "a file with a key of 16 bytes or more") from None
    if len(key) < 16:
        raise refused("key-file", str(key_file), "the key is too short", "16 bytes or more")
    return Pseudonyms(key)
