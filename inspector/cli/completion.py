"""`inspector completion`: let the shell complete commands, options and names."""

import os
from pathlib import Path

import click

from inspector.cli import _completing

_shell = click.option("--shell", type=click.Choice(_completing.SHELLS), help="Default: that of the variable SHELL.")


@click.group()
def completion() -> None:
    """Let the shell complete commands, options and names: installed, or taken away, by one command."""


@completion.command()
@_shell
def install(shell: str | None) -> None:
    """Write the completion of your shell where the shell finds it, and say what was written. Once more changes nothing."""
    shell = _asked(shell)
    place = _completing.kept(shell, os.environ)
    wrote = _write(place.script, _completing.script(shell).encode())
    if place.start is not None:
        start = _read(place.start)
        wrote |= _write(place.start, _completing.with_block(start, place.lines), start)
    click.echo(
        f"Open a new {shell} and it completes `inspector`." if wrote else "It is installed; nothing was changed."
    )


@completion.command()
@_shell
def uninstall(shell: str | None) -> None:
    """Take away what `install` wrote, and nothing else."""
    shell = _asked(shell)
    place = _completing.kept(shell, os.environ)
    gone = place.script.is_file()
    if gone:
        try:
            place.script.unlink()
        except OSError as failure:
            raise click.FileError(str(place.script), hint=failure.strerror or "it cannot be removed") from None
        click.echo(f"Removed {click.format_filename(place.script)}.")
    if place.start is not None and place.start.is_file():
        start = _read(place.start)
        gone |= _write(place.start, _completing.without_block(start), start)
    if not gone:
        click.echo(f"No completion for {shell} is installed; nothing was changed.")


@completion.command()
@_shell
def show(shell: str | None) -> None:
    """Print the script, for whoever keeps such things elsewhere."""
    click.echo(_completing.script(_asked(shell)), nl=False)


def _asked(shell: str | None) -> str:
    found = shell or _completing.shell_of(os.environ)
    if found is None:
        raise click.UsageError(
            f"the variable SHELL names no shell that can be told; say --shell with one of {', '.join(_completing.SHELLS)}."
        )
    return found


def _read(path: Path) -> bytes:
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            raise click.FileError(str(path), hint="it is no ordinary file")
        return path.read_bytes() if path.exists() else b""
    except OSError as failure:
        raise click.FileError(str(path), hint=failure.strerror or "it cannot be read") from None


def _write(path: Path, data: bytes, before: bytes | None = None) -> bool:
    """Write what is not there yet, and say so; whether anything was written."""
    from inspector.writing import whole

    if (_read(path) if before is None else before) == data:
        return False
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        whole.write(path, data, through_links=True)
    except OSError as failure:
        raise click.FileError(str(path), hint=failure.strerror or "it cannot be written") from None
    click.echo(f"Wrote {click.format_filename(path)}.")
    return True
