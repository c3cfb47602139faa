"""The key with which identifiers are replaced."""

import os
from typing import TYPE_CHECKING

from inspector.door.refusal import flag_of, path_of, refused

if TYPE_CHECKING:
    from inspector.bundle.pseudonyms import Pseudonyms


def pseudonyms(pseudonymise: bool, key_file: "str | os.PathLike[str] | None") -> "Pseudonyms | None":
    """How identifiers of children and workers are replaced, if they are. Raises CannotComplete for a key that cannot be used."""
    place = None if key_file is None else path_of("key_file", key_file)
    if not flag_of("pseudonymise", pseudonymise):
        if place is not None:
            # Whoever gives a key means ids to be replaced; to show them as they are would be the worst of answers.
            message = "a key is given, but nothing is to be replaced with it"
            raise refused("argument", "key_file", message, "pseudonymise=True beside it")
        return None
    from inspector import files
    from inspector.bundle.pseudonyms import Pseudonyms

    if place is None:
        return Pseudonyms()
    try:
        key = files.data(place, "key-bytes").strip()
    except OSError as failure:
        reason = failure.strerror or "it cannot be read"
        raise refused("key-file", str(place), reason, "a file with a key of 16 bytes or more") from None
    if len(key) < 16:
        raise refused("key-file", str(place), "the key is too short", "16 bytes or more")
    return Pseudonyms(key)
