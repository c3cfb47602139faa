"""`inspector register key`: make the key of a register, or show its public part."""

from pathlib import Path

import click

from inspector.cli.register._options import register_option


@click.group("key")
def command() -> None:
    """Make the key that a register's checkpoints are signed with, or show its public part."""


@command.command("new", short_help="Make a key, for its owner alone, and its public part beside it.")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), required=False)
@register_option
@click.option("--name", help="The name of the key, which its register has as its origin. No spaces, no +.")
def new(file: Path | None, register: str | None, name: str | None) -> None:
    """Make a key in FILE, for its owner alone; the public part is written beside it (.pub).

    Without FILE it lies beside the register, where `register add` looks for it. A key is never written over. Keep a copy of it
    where the register is not, and give the public part to whoever gets receipts.

    \b
    inspector register key new --register submissions.db
    inspector register key new ~/keys/second-inspector.key --name second-inspector

    Exit codes: 0 made; 2 not.
    """
    from inspector.cli.register._options import told
    from inspector.register import keys
    from inspector.register.named import where

    if file is None:
        place = where(register)
        file = keys.where(None, place)
        if file is None:
            raise click.UsageError("A register on a server has no folder to keep a key in: name a FILE.")
    try:
        made = keys.new(file, name)
    except OSError as failure:
        raise click.FileError(str(file), hint=failure.strerror or "it cannot be written") from None
    told([
        f"The key, to be kept secret: {made.path}",
        f"The public part, to be given away: {made.path.with_suffix(keys.PUBLIC)}",
        made.public,
    ])  # fmt: skip


@command.command("show", short_help="Show the public part of a key, or of the key that signs the register.")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), required=False)
@register_option
@click.option(
    "--output", "-o", type=click.Path(path_type=Path, dir_okay=False), help="Write the public part to this file (.pub)."
)
def show(file: Path | None, register: str | None, output: Path | None) -> None:
    """Show the public part of the key in FILE (.key or .pub), else of the key that signs the register.

    Exit codes: 0 shown; 2 there is none.
    """
    from inspector.cli._output import ready, write_bytes
    from inspector.cli.register._options import told
    from inspector.register import keys

    ready(output, file)
    found = keys.public(file) if file is not None else _of_register(register)
    if output is not None:
        write_bytes(keys.public_file(found), output)
    else:
        told([found.line])


def _of_register(register: str | None):  # type: ignore[no-untyped-def]
    from inspector.register import keys
    from inspector.register.book import opened
    from inspector.register.named import where
    from inspector.register.wrong import refused

    with opened(where(register)) as book:
        known = book.keys
        if not known:
            raise refused("register-key-missing", "nothing was signed here yet", book.place)
        try:
            return keys.named(known[0].public)
        except ValueError as failure:
            raise refused("register-damaged", f"its key cannot be read: {failure}", book.place) from None
