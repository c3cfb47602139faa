"""Where a result goes: standard output, or a file that is there whole or not at all."""

import errno
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from inspector import clock
from inspector.cli._streams import ReaderGone, coloured
from inspector.writing import straight, whole
from inspector.writing.over import lies_over

if TYPE_CHECKING:
    from inspector.report.screen.lines import Line
    from inspector.report.screen.look import Look

OPTION = "'--output' / '-o'"


def ready(output: Path | None, *inputs: Path | str | None) -> None:
    """Refuse an output, before anything is done, that lies over what is read or cannot be written at all.

    `inputs` are the files and folders that are read; an id that is no path is none of them. Raises `click.BadParameter`.
    """
    if output is None:
        return
    for read in inputs:
        how = lies_over(output, Path(read)) if read is not None else ""
        if how:
            raise click.BadParameter(
                f"{_shown(output)} {how}; nothing was written. Name another place.", param_hint=OPTION
            )
    if straight.descriptor(output) is not None or straight.special(output):
        return
    try:
        reason = _why_not(output)
    except (OSError, ValueError) as failure:
        reason = getattr(failure, "strerror", None) or str(failure)
    if reason:
        raise click.BadParameter(f"{_shown(output)}: {reason}. Nothing was done.", param_hint=OPTION)


def write(text: str, output: Path | None, form: str = "text") -> None:
    """Print the text, or write it to a file as UTF-8 with plain newlines. Raises `click.FileError` where it cannot.

    Only text for people is printed as the terminal has it; any other form is UTF-8 there too.
    """
    clock.finish()
    if output is None and form == "text":
        click.echo(text, nl=False)
    else:
        write_bytes(text.encode("utf-8", "backslashreplace"), output)


def write_lines(lines: "list[Line]", output: Path | None, seen: "Look") -> None:
    """Print lines, in colour where that is seen, or write them to a file."""
    from inspector.report.screen.lines import text_of

    text = "".join(f"{text_of(line)}\n" for line in lines)
    if output is None and seen.colour:
        clock.finish()
        coloured(lines)
    else:
        write(text, output)


def write_long(text: str, output: Path | None) -> None:
    """As `write`, and page by page, by PAGER, where somebody sits at a terminal that has fewer lines."""
    from inspector.cli._terminal import pager_usable, pages

    if output is not None or not pages(text.count("\n")) or not pager_usable():
        write(text, output)
        return
    from inspector.model.words import printed

    clock.finish()
    click.echo_via_pager(printed(text), color=False)


def write_bytes(data: bytes, output: Path | None) -> None:
    """Write bytes to standard output, or to a file. Raises `click.FileError` where it cannot."""
    clock.finish()
    sys.stdout.flush()
    if output is None:
        sys.stdout.buffer.write(data)
        return
    try:
        whole.write(output, data, through_links=True)
    except BrokenPipeError:
        raise ReaderGone from None
    except OSError as failure:
        raise click.FileError(str(output), hint=failure.strerror or "it cannot be written") from None


def _why_not(output: Path) -> str:
    """In words why nothing can be written there; empty where it can."""
    try:
        output.stat()
    except OSError as failure:
        if failure.errno == errno.ELOOP:
            return "links lead in a circle"
    if output.is_dir():
        return "it is a folder"
    return "" if _parent(output) else "there is no such folder to write in"


def _parent(output: Path) -> bool:
    """Whether there is a folder for what the output leads to."""
    return Path(os.path.realpath(output)).parent.is_dir() if output.is_symlink() else output.parent.is_dir()


def _shown(path: Path) -> str:
    return click.format_filename(path)
