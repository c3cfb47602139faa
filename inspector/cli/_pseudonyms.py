"""The options that replace identifiers."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from inspector.bundle.pseudonyms import Pseudonyms


def pseudonyms(pseudonymise: bool, key_file: Path | None) -> "Pseudonyms | None":
    """How identifiers are replaced, if they are. Raises a `click.ClickException` for a key that cannot be used."""
    if not pseudonymise:
        if key_file is not None:
            # Whoever gives a key means ids to be replaced; to show them as they are would be the worst of answers.
            raise click.UsageError("--key-file needs --pseudonymise: nothing else is done with a key.")
        return None
    from inspector import files
    from inspector.bundle.pseudonyms import Pseudonyms

    if key_file is None:
        return Pseudonyms()
    try:
        key = files.data(key_file, "key-bytes").strip()
    except OSError as failure:
        raise click.FileError(str(key_file), hint=failure.strerror or "it cannot be read") from None
    if len(key) < 16:
        raise click.FileError(str(key_file), hint="a key has at least 16 bytes")
    return Pseudonyms(key)
