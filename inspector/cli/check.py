"""`inspector check`: what is wrong in a bundle, where, and how to mend it."""

from pathlib import Path

import click


@click.command()
@click.argument("bundle", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--fail-on", type=click.Choice(["error", "query"]), default="error", show_default=True)
@click.option(
    "--all", "everything", is_flag=True, help="Show every problem, not the first five of each sort in a file."
)
def check(bundle: Path, form: str, fail_on: str, everything: bool) -> int:
    """Say what is wrong in BUNDLE (a folder or a .zip), where, and how to mend it.

    Exit codes: 0 nothing at or above --fail-on; 1 problems in the evidence; 2 the bundle itself cannot be read.
    """
    from inspector.bundle import read_bundle
    from inspector.model.problems import CannotComplete, each
    from inspector.report import problems as report

    try:
        reading = read_bundle(bundle)
        problems, digest, unreadable = tuple(each(reading.problems)), reading.digest, reading.unreadable
    except CannotComplete as failure:
        problems, digest, unreadable = failure.problems, None, True
    text = report.to_json(problems, digest) if form == "json" else report.text(problems, everything=everything)
    click.echo(text, nl=False)
    if unreadable:
        return 2
    return int(any(fail_on == "query" or problem.level == "error" for problem in problems))
