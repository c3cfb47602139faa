"""`inspector check`: what is wrong in a bundle, where, and how to mend it."""

from pathlib import Path

import click

from inspector.cli._disguise import disguise

FORMATS = ("text", "json", "csv", "xlsx", "sarif", "junit", "html")


@click.command()
@click.argument("bundle", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option(
    "--output", "-o", type=click.Path(path_type=Path, dir_okay=False), help="Write here instead of standard output."
)
@click.option("--fail-on", type=click.Choice(["error", "query"]), default="error", show_default=True)
@click.option(
    "--all", "everything", is_flag=True, help="Show every problem, not the first five of each sort in a file."
)
@click.option(
    "--pseudonymise",
    is_flag=True,
    help="Replace the ids of children and workers by keyed hashes in everything that is printed.",
)
@click.option(
    "--key-file",
    type=click.Path(path_type=Path, dir_okay=False),
    envvar="INSPECTOR_KEY_FILE",
    help="The key of --pseudonymise; without it a new one is drawn each time, and nothing leads back.",
)
def check(
    bundle: Path,
    form: str,
    output: Path | None,
    fail_on: str,
    everything: bool,
    pseudonymise: bool,
    key_file: Path | None,
) -> int:
    """Say what is wrong in BUNDLE, where, and how to mend it.

    BUNDLE is a folder or a .zip with a manifest, or Annex A lists alone: a workbook, or a folder of CSVs.

    Exit codes: 0 nothing at or above --fail-on; 1 problems in the evidence; 2 the bundle itself cannot be read.
    """
    from inspector.bundle import read_bundle
    from inspector.cli._output import write_bytes
    from inspector.model.problems import CannotComplete, Faults, Problem
    from inspector.report import problems as report

    if form in report.BINARY and output is None:
        raise click.UsageError(f"--format {form} needs --output: a workbook is nothing for a terminal.")
    found: tuple[Problem | Faults, ...]
    try:
        reading = read_bundle(bundle, disguise(pseudonymise, key_file))
        found, digest, unreadable = reading.problems, reading.digest, reading.unreadable
    except CannotComplete as failure:
        found, digest, unreadable = failure.problems, None, True
    write_bytes(report.render(form, found, digest, everything=everything), output)
    if unreadable:
        return 2
    return int(any(fail_on == "query" or problem.level == "error" for problem in found))
