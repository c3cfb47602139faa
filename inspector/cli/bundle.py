"""`inspector bundle`: make a bundle from what there is, add files, list, change and take back, seal it, verify and compare."""

import click

from inspector.cli.bundles.adding import add
from inspector.cli.bundles.comparing import diff, verify
from inspector.cli.bundles.keeping import listing, remove, undo
from inspector.cli.bundles.making import new
from inspector.cli.bundles.mapping import remap
from inspector.cli.bundles.sealing import seal


@click.group()
def bundle() -> None:
    """Make, seal and compare evidence bundles."""


for _command in (new, add, listing, remap, remove, undo, seal, verify, diff):
    bundle.add_command(_command)
