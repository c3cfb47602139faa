"""`inspector framework check --watch`: the remarks anew whenever a file is saved."""

import sys
from pathlib import Path
from time import sleep

import click


def watching(paths: tuple[Path, ...], form: str) -> int:
    """Check, show, wait, and again, until Ctrl-C. What goes wrong in one round is told and is over with the next."""
    from inspector.workbench.watching.watch import SECONDS, each_time

    if form != "text":
        raise click.UsageError("--watch is for people: leave --format out, or run once without --watch.")
    shown = ""
    try:
        for text in each_time(paths, lambda: _round(paths), lambda: sleep(SECONDS)):
            # A file saved as it was is no news.
            if text != shown:
                _show(text)
            shown = text
    except KeyboardInterrupt:
        click.echo("\nNo longer watching.", err=True)
    return 0


def _round(paths: tuple[Path, ...]) -> str:
    from inspector.model.problems import CannotComplete
    from inspector.report import framework as report
    from inspector.workbench.check import check, heard

    try:
        return report.remarks(check(paths), "text", heard())
    except CannotComplete as failure:
        return report.remarks(failure.problems, "text")
    except Exception as fault:
        # Whoever writes goes on writing: one round that is our fault does not end the others.
        return f"This is a fault of Inspector's own: {type(fault).__name__}: {fault}\nRun again without --watch for more.\n"


def _show(text: str) -> None:
    if sys.stdout.isatty():
        click.clear()
    click.echo(text, nl=False)
    click.echo("Watching. It is checked again when a file is saved; Ctrl-C ends it.", err=True)
    sys.stdout.flush()
