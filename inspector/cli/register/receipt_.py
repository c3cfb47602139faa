"""`inspector register receipt`: the receipt of an entry, written again."""

from pathlib import Path

import click

from inspector.cli._watching import timed
from inspector.cli.register._options import register_option


@click.command("receipt")
@click.argument("entry")
@register_option
@click.option("--output", "-o", type=click.Path(path_type=Path, dir_okay=False), help="Write the receipt to this file.")
@timed
def command(entry: str, register: str | None, output: Path | None) -> None:
    """Write the receipt of ENTRY again: its number, or the root of a submission.

    It is made from the checkpoint that most have co-signed or stamped, so that a receipt that was given before can be exchanged
    for one that says more.

    Exit codes: 0 written; 2 not.
    """
    from inspector.cli._output import ready, write
    from inspector.register import receipts
    from inspector.register.book import opened
    from inspector.register.named import where

    place = where(register)
    ready(output, place if "://" not in place else None)
    with opened(place) as book:
        text = receipts.written(book.receipt(book.find(entry).index))
    write(text, output, "json")
