"""`inspector register export`: all of a register in one file that an archive can open."""

from pathlib import Path

import click

from inspector.cli._watching import timed
from inspector.cli.register._options import key_option, register_option


@click.command()
@register_option
@key_option
@click.option(
    "--output", "-o", type=click.Path(path_type=Path, dir_okay=False), required=True, help="The zip to write."
)
@timed
def command(register: str | None, key: Path | None, output: Path) -> int:
    """Write the whole register as one zip: entries, contents, checkpoints, public keys, and what says what they are.

    It is a data package with RO-Crate metadata; README.txt in it says how it is checked without Inspector. No private key
    is in it. All that was kept is: files too, where they were entered with --keep.

    Exit codes: 0 written; 2 it could not be, and nothing was written.
    """
    from inspector import clock
    from inspector.cli._output import ready
    from inspector.cli.register._options import apart, told
    from inspector.register import heads, keys
    from inspector.register.archive.moving import exported
    from inspector.register.book import opened
    from inspector.register.named import where
    from inspector.writing import whole

    place = where(register)
    at = keys.where(key, place)
    beside = [at.with_suffix(ending) for ending in (keys.PRIVATE, keys.PUBLIC, heads.HEAD)] if at else []
    ready(output, place if "://" not in place else None, at, *beside)
    apart(place, output)
    with clock.phase("writing the register"), opened(place) as book, whole.opened(output, through_links=True) as stream:
        state = exported(book, stream)
    words = "1 entry" if state.size == 1 else f"{state.size:,} entries"
    told([f"Wrote {words}, up to {state.at}, of the register {state.origin}: {click.format_filename(output)}",
          f"Root: {state.root}",
          "It holds no private key: keep a copy of that by itself."])  # fmt: skip
    return 0
