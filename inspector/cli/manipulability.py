"""`inspector manipulability`: how open each indicator is to being shaped, and what would make it harder."""

from pathlib import Path

import click

from inspector.cli._pseudonyms import pseudonym_options, pseudonyms


@click.command()
@click.argument("bundle", type=click.Path(path_type=Path))
@pseudonym_options
def manipulability(bundle: Path, pseudonymise: bool | None, key_file: Path | None) -> int:
    """Say how open each indicator of BUNDLE is to being shaped, by its register and data, and what would make it harder.

    It says nothing about whether anything was shaped. BUNDLE is a folder or a .zip with a manifest.

    Exit codes: 0 done; 2 the bundle cannot be read.
    """
    from inspector.bundle import read_bundle
    from inspector.inspection import as_judged
    from inspector.model.problems import CannotComplete, listed
    from inspector.report.manipulability import manipulability_text
    from inspector.verdict import manipulability as verdict

    reading = read_bundle(bundle, pseudonyms(pseudonymise, key_file))
    if reading.evidence is None:
        raise CannotComplete(listed(reading.problems))
    click.echo(manipulability_text(verdict.manipulability(as_judged(reading.evidence))), nl=False)
    return 0
