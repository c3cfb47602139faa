"""`inspector register correct`: what is wrong in an entry, said beside it."""

from pathlib import Path

import click

from inspector.cli.register._options import key_option, register_option


@click.command()
@click.argument("entry")
@click.option("--says", required=True, metavar="TEXT", help="What is wrong, and what is right.")
@click.option("--by", required=True, metavar="WHO", help="Who says so.")
@register_option
@key_option
def command(entry: str, says: str, by: str, register: str | None, key: Path | None) -> int:
    """Say what is wrong in ENTRY. It stays as it is; whoever reads it is told."""
    from inspector.cli.register._options import told
    from inspector.model.register import CorrectionBody
    from inspector.register import keys, telling
    from inspector.register.book import opened
    from inspector.register.entries import Draft, sayable
    from inspector.register.named import where

    place = where(register)
    body = CorrectionBody(says=sayable(says, "--says"), by=sayable(by, "--by"))
    with opened(place) as book:
        found = book.find(entry)
        signer = keys.load(key, place)
        [made] = book.append([Draft("correction", found.authority, body, about=(found.index,))], signer)
    told(
        [
            f"Entered as entry {made.index} on {made.entered_at}. Entry {found.index} stays, with this beside it.",
            telling.line(made),
        ]
    )
    return 0
