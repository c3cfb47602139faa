"""`inspector register import`: a register made again of its export, checked as it is read."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from inspector.cli._watching import timed
from inspector.cli.register._options import key_option, register_option

if TYPE_CHECKING:
    from inspector.bundle.open.source import Source

COMPARE = (
    "Whoever makes an export can sign it with a key of theirs: hold that key against one that you had from elsewhere, "
    "or name it with --public."
)


@click.command()
@click.argument("export", type=click.Path(path_type=Path))
@register_option
@key_option
@click.option(
    "--public",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The public key that has to have signed it (.pub).",
)
@timed
def command(export: Path, register: str | None, key: Path | None, public: Path | None) -> int:
    """Make a register of EXPORT, a file that `inspector register export` wrote or the folder it was unpacked to.

    Every hash, root and signature is checked as it is read. There may be no register at its place yet.

    Exit codes: 0 made; 2 it could not be, and nothing was changed.
    """
    from inspector import clock
    from inspector.cli.register._options import told
    from inspector.model.words import in_a_row
    from inspector.register import keys
    from inspector.register.archive.arrive import read
    from inspector.register.archive.moving import imported
    from inspector.register.named import where

    place = where(register)
    wanted = keys.public(public) if public else None
    with clock.phase("reading the export"):
        arrived = read(_source(export), str(export), wanted)
    with clock.phase("making the register"):
        imported(arrived, place, keys.where(key, place))
    state = arrived.state
    words = "1 entry" if state.size == 1 else f"{state.size:,} entries"
    signers = in_a_row([f"{one.name} ({one.key})" for one in arrived.signers])
    told(
        [
            f"Made the register {state.origin} with {words}, up to {state.at}. All of it fits.",
            f"Root: {state.root}",
            f"Signed by {signers}.",
        ]
    )
    if wanted is None:
        told([COMPARE])
    told(["To enter more, its private key is needed."])
    return 0


def _source(export: Path) -> "Source":
    """The export opened. Raises CannotComplete."""
    from inspector.bundle.open.source import open_source
    from inspector.model.problems import CannotComplete
    from inspector.model.remarks import Unreadable
    from inspector.register.archive.arrive import of_export

    try:
        return open_source(export)
    except Unreadable as failure:
        raise CannotComplete([of_export(failure.problem)]) from None
