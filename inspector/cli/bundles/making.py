"""`inspector bundle new`: an empty bundle, or one made from a folder of files."""

from datetime import datetime
from pathlib import Path

import click

from inspector.cli.bundles.options import FOLDER, files, loudness, say


@click.command()
@click.argument("folder", type=FOLDER)
@click.option("--authority", required=True, help="The body that submits the evidence.")
@click.option("--from", "start", required=True, type=click.DateTime(["%Y-%m-%d"]), help="First day of the period.")
@click.option("--to", "end", required=True, type=click.DateTime(["%Y-%m-%d"]), help="Last day of the period.")
@click.option("--name", default="evidence", show_default=True, help="A short name for the bundle.")
@loudness
def new(folder: Path, authority: str, start: datetime, end: datetime, name: str) -> None:
    """Make an empty bundle in FOLDER: a manifest, a template for each kind, a data dictionary."""
    from inspector.packing.new import new as make

    with files():
        made = make(folder, authority, start.date(), end.date(), name)
    templates = sum("data-dictionary" not in path for path in made) - 1
    say(f"Made {folder} with {made[0]} and {templates} templates (templates/data-dictionary.md says what goes in).")
    say(f"Next: inspector bundle add FILE --bundle {folder}")
