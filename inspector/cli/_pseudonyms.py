"""The options that replace identifiers: the same pair for every command that can print what a submission holds."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
from click.core import ParameterSource

if TYPE_CHECKING:
    from inspector.bundle.pseudonyms import Pseudonyms

Command = TypeVar("Command", bound=Callable[..., Any])


def pseudonym_options(command: Command) -> Command:
    """Add `--pseudonymise` and `--key-file`; the command is given `pseudonymise` and `key_file`, for `pseudonyms`."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


_OPTIONS = (
    click.option(
        "--pseudonymise/--no-pseudonymise",
        default=None,
        help="Replace the ids of children and workers by keyed hashes in everything that is printed.",
    ),
    click.option(
        "--key-file",
        type=click.Path(path_type=Path, dir_okay=False),
        envvar="INSPECTOR_KEY_FILE",
        help="The key of --pseudonymise; without it a new one is drawn each time, and nothing leads back. "
        "In INSPECTOR_KEY_FILE it also asks for --pseudonymise.",
    ),
)


def pseudonyms(pseudonymise: bool | None, key_file: Path | None) -> "Pseudonyms | None":
    """How identifiers are replaced, if they are. Raises a `click.ClickException` for a key that cannot be used.

    A key in the environment is a standing order to replace them, which `--no-pseudonymise` lifts for once; one on the command
    line alone is refused.
    """
    standing = _from_environment()
    if not (standing and key_file is not None if pseudonymise is None else pseudonymise):
        if key_file is not None and not standing:
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


def _from_environment() -> bool:
    context = click.get_current_context(silent=True)
    return context is not None and context.get_parameter_source("key_file") is ParameterSource.ENVIRONMENT
