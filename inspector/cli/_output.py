"""Where a result goes: standard output, or a file."""

import sys
from pathlib import Path

import click

from inspector import clock


def write(text: str, output: Path | None) -> None:
    """Print the text, or write it to a file as UTF-8 with plain newlines. Raises `click.FileError` where it cannot."""
    clock.finish()
    if output is None:
        click.echo(text, nl=False)
        return
    try:
        output.write_text(text, encoding="utf-8", newline="\n")
    except OSError as failure:
        raise click.FileError(str(output), hint=failure.strerror or "it cannot be written") from None


def write_bytes(data: bytes, output: Path | None) -> None:
    """Write bytes to standard output, or to a file. Raises `click.FileError` where it cannot."""
    clock.finish()
    if output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        return
    try:
        output.write_bytes(data)
    except OSError as failure:
        raise click.FileError(str(output), hint=failure.strerror or "it cannot be written") from None
