"""Case files: the page that a command makes, as Word or PDF."""

import sys
from pathlib import Path

import click

from inspector.cli._output import write, write_bytes

FORMATS = ("docx", "pdf")
"""What is made from the page of a command, as bytes."""


def laid_out(form: str) -> str:
    """The format that has to be made first."""
    return "html" if form in FORMATS else form


def ready(form: str, output: Path | None) -> None:
    """Refuse, before anything is done, bytes for a terminal, and a format whose package is not installed.

    Raises `click.UsageError` and CannotComplete.
    """
    if form not in FORMATS:
        return
    if output is None and sys.stdout.isatty():
        raise click.UsageError(f"--format {form} needs --output: it is nothing for a terminal.")
    if form == "docx":
        from inspector.report.word.package import installed
    else:
        from inspector.report.pdf.made import installed
    installed()


def put(text: str, output: Path | None, form: str, language: str) -> None:
    """Write what was made: as it is, or the case file of the page. Raises `click.FileError` where it cannot."""
    if form not in FORMATS:
        write(text, output, form)
        return
    from inspector import clock

    with clock.phase("laying out the pages"):
        if form == "docx":
            from inspector.report.word import render
        else:
            from inspector.report.pdf import render
        data = render(text, language)
    write_bytes(data, output)
