"""`inspector schema`: row schemas for tables of one's own."""

from pathlib import Path

import click

from inspector.cli._watching import timed


@click.group()
def schema() -> None:
    """Row schemas for tables of your own: what their columns hold, by which `check FILE --schema` holds them."""


@schema.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--output", "-o", type=click.Path(path_type=Path, dir_okay=False), help="Write here instead of standard output."
)
@timed
def propose(file: Path, output: Path | None) -> int:
    """Propose a first row schema for the table in FILE: a CSV, a workbook or Parquet.

    Types, the form of days, codes with few values and a key are taken from what stands there; columns that are likely
    private are marked. By the schema the file itself has no error. What should be looked at is said beside it.
    """
    import json

    from inspector.cli._output import ready, write
    from inspector.packing.first_schema.propose import propose as proposed
    from inspector.report.harmless import json_safe, plain

    ready(output, file)
    found = proposed(file)
    write(json_safe(json.dumps(found.schema, indent=2, ensure_ascii=False)) + "\n", output, "json")
    for note in found.notes:
        click.echo(plain(note), err=True)
    if output is not None:
        click.echo(plain(f"Next: inspector check {file} --schema {output}"), err=True)
    return 0
