"""`inspector compare`: two inspections of one authority held against each other."""

from pathlib import Path

import click

from inspector.cli import _paper
from inspector.cli._output import ready
from inspector.cli._pseudonyms import pseudonym_options, pseudonyms
from inspector.cli._watching import timed
from inspector.cli.assess import refuse


@click.command()
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option(
    "--framework",
    metavar="ID|PATH",
    envvar="INSPECTOR_FRAMEWORK",
    help="By which bundles are judged. Default: as the other side was, else what OLD names, else munro.",
)
@click.option(
    "--register",
    "-r",
    metavar="FILE|URL",
    envvar="INSPECTOR_REGISTER",
    help="The register of an entry (`register:17`): a file (SQLite), or postgresql://… on a server.",
)
@click.option(
    "--format", "form", type=click.Choice(["text", "html", "docx", "pdf", "json"]), default="text", show_default=True
)
@click.option(
    "--output", "-o", type=click.Path(path_type=Path, dir_okay=False), help="Write here instead of standard output."
)
@click.option(
    "--language",
    default="en-GB",
    show_default=True,
    envvar="INSPECTOR_LANGUAGE",
    help="Of the page's own phrases (html, docx, pdf).",
)
@click.option("--all", "everything", is_flag=True, help="In text show all of each group, not the first five.")
@click.option(
    "--despite-problems", is_flag=True, help="Go on although rows of a bundle have errors: they are left out."
)
@pseudonym_options
@timed
def compare(
    old: str,
    new: str,
    framework: str | None,
    register: str | None,
    form: str,
    output: Path | None,
    language: str,
    everything: bool,
    despite_problems: bool,
    pseudonymise: bool | None,
    key_file: Path | None,
) -> int:
    """Say what became of OLD in NEW: verdict and ladder, findings, what was promised, what was asked.

    Each is a bundle (a folder or a .zip), a result that `assess --format json` wrote, or an entry of a register
    (`register:17`). Bundles are assessed first, NEW with OLD as its earlier submission. Nothing is ranked.

    Exit codes: 0 done; 1 rows of a bundle have errors; 2 something cannot be read, or the two cannot be compared.
    """
    from inspector import inspection
    from inspector.cli._sides import Judge, sides

    ready(output, old, new, framework, key_file)
    _paper.ready(form, output)
    judge = Judge(framework, despite_problems, pseudonyms(pseudonymise, key_file), register)
    try:
        found = sides(old, new, judge)
    except inspection.ProblemsInEvidence as error:
        return refuse(error)
    from inspector.report.comparison import render

    made = render(found, _paper.laid_out(form), everything=everything, language=language)
    _paper.put(made, output, form, language)
    return 0
