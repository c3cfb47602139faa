"""`inspector margin`: what a verdict hangs on, and how many rows would have to be wrong before it were lower."""

from pathlib import Path

import click

from inspector.cli._output import ready, write
from inspector.cli._pseudonyms import pseudonym_options, pseudonyms


@click.command()
@click.argument("bundle", type=click.Path(path_type=Path))
@click.option(
    "--framework", metavar="ID|PATH", envvar="INSPECTOR_FRAMEWORK", help="Default: what the bundle names, else munro."
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--despite-problems", is_flag=True, help="As for assess.")
@click.option(
    "--output", "-o", type=click.Path(path_type=Path, dir_okay=False), help="Write here instead of standard output."
)
@pseudonym_options
def margin(
    bundle: Path,
    framework: str | None,
    form: str,
    despite_problems: bool,
    output: Path | None,
    pseudonymise: bool | None,
    key_file: Path | None,
) -> int:
    """Say what the verdict on BUNDLE hangs on, and how many rows would have to be wrong before it were lower.

    For each piece of evidence without which the verdict would be lower, alone or with others: the fewest of its rows that were
    found whose falling out lowers it, which rows these are, and how they were found. Rows of which a few would do are key
    rows, to
    be looked at one and all; of the others a sample tells.

    \b
    inspector margin evidence/examples/brackenshire
    inspector margin bundle.zip --format json

    Exit codes: 0 said; 2 the bundle or framework cannot be read, or rows have errors (unless --despite-problems).
    """
    ready(output, bundle, framework, key_file)
    from inspector import arguing, inspection

    names = pseudonyms(pseudonymise, key_file)
    workings = inspection.work(
        bundle, framework, matcher="reference", despite_problems=despite_problems, pseudonyms=names
    )
    found = arguing.margins(workings)
    if form == "json":
        from inspector.report.document.argument import margins_values
        from inspector.report.document.written import written

        document = {"format": "inspector-margin", "version": 1, **margins_values(found)}
        write(written(document), output, form)
    else:
        from inspector.report.margin import margin_text

        write(margin_text(workings.inspection, found), output, form)
    return 0
