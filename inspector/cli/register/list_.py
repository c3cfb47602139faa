"""`inspector register list`: the entries, one a line."""

import json

import click

from inspector.cli.register._options import register_option
from inspector.model.register import BODIES


@click.command()
@register_option
@click.option("--authority", metavar="NAME", help="Of this authority alone; case and spaces do not matter.")
@click.option("--kind", type=click.Choice(list(BODIES)), help="Of this kind alone.")
@click.option("--last", type=click.IntRange(1), metavar="N", help="The last N alone.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(register: str | None, authority: str | None, kind: str | None, last: int | None, form: str) -> int:
    """List the entries: number, day, kind, of whom, and what in short."""
    from inspector.cli._output import write
    from inspector.cli.register._options import told
    from inspector.register import telling
    from inspector.register.book import opened
    from inspector.register.entries import canonical
    from inspector.register.named import where

    with opened(where(register)) as book:
        found = book.entries(kind=kind, authority=authority)  # type: ignore[arg-type]
    found = found[-last:] if last else found
    if form == "json":
        write(
            json.dumps([json.loads(canonical(one)) for one in found], indent=1, ensure_ascii=False) + "\n", None, "json"
        )
    else:
        told([telling.line(one) for one in found] or ["Nothing was entered that fits."])
    return 0
