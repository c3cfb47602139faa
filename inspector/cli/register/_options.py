"""Options that the commands of a register share."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from inspector.register.keys import Signer

Command = TypeVar("Command", bound=Callable[..., Any])


def register_option(command: Command) -> Command:
    """Add `--register`, given as `register`, a text; `inspector.register.named.where` says where that is."""
    return click.option(
        "--register",
        "-r",
        metavar="FILE|URL",
        envvar="INSPECTOR_REGISTER",
        help="The register: a file (SQLite), or postgresql://… on a server. INSPECTOR_REGISTER says it for all commands.",
    )(command)


def key_option(command: Command) -> Command:
    """Add `--key`, given as `key`."""
    return click.option(
        "--key",
        type=click.Path(path_type=Path, dir_okay=False),
        envvar="INSPECTOR_REGISTER_KEY",
        help="The key that signs. Default: INSPECTOR_REGISTER_KEY, else beside the register's file its name with .key.",
    )(command)


def signer(place: str, key: Path | None) -> "Signer":
    """The key of a register that is there, or of one that is about to be made: then a new one, said aloud."""
    from inspector.model.words import plain
    from inspector.register import keys
    from inspector.register.named import file_of
    from inspector.register.wrong import refused

    if not begins(place):
        return keys.load(key, place)
    # A link that leads nowhere is refused before a key is made for it.
    file_of(place)
    at = keys.where(key, place)
    if at is None or at.exists() or key is not None:
        return keys.load(key, place)
    if not Path(place).absolute().parent.is_dir():
        raise refused("register-place", "there is no such folder to make it in", place)
    made = keys.new(at)
    shown = plain(click.format_filename(at))
    click.echo(
        f"Made the key of the register: {shown}. Keep a copy where the register is not: it cannot be made again.",
        err=True,
    )
    return made


def apart(place: str, output: Path | None) -> None:
    """Refuse an output that would take the place of the register or of its key, there or not yet. Raises `click.BadParameter`."""
    from inspector.cli._output import OPTION

    if output is None or "://" in place:
        return
    register = Path(place)
    own = [
        register,
        register.with_name(f"{register.name}-journal"),
        *map(register.with_suffix, (".key", ".pub", ".head")),
    ]
    if os.path.realpath(output) in {os.path.realpath(one) for one in own}:
        shown = click.format_filename(output)
        raise click.BadParameter(
            f"{shown} is a file of the register; nothing was written. Name another place.", param_hint=OPTION
        )


def begins(place: str) -> bool:
    """Whether the register is a file that is not there yet, so that this run makes it."""
    return "://" not in place and not Path(place).exists()


def entries(many: int) -> str:
    """`1 entry`, `2 entries`."""
    return f"{many:,} {'entry' if many == 1 else 'entries'}"


def told(lines: list[str]) -> None:
    """Print lines, harmless ones."""
    from inspector.cli._output import write
    from inspector.model.words import plain

    write("".join(f"{plain(line)}\n" for line in lines), None)
