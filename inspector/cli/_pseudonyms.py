"""The options that replace identifiers."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from inspector.bundle.pseudonyms import Pseudonyms


def pseudonyms(pseudonymise: bool, key_file: Path | None) -> "Pseudonyms | None":
    """How identifiers are replaced, if they are. Raises `click.FileError` where the key cannot be read."""
    if not pseudonymise:
        return None
    from inspector.bundle.pseudonyms import Pseudonyms

    if key_file is None:
        return Pseudonyms()
    try:
        key = key_file.read_bytes().strip()
    except OSError as failure:
        raise click.FileError(str(key_file), hint=failure.strerror or "it cannot be read") from None
    if len(key) < 16:
        raise click.FileError(str(key_file), hint="a key has at least 16 bytes")
    return Pseudonyms(key)
