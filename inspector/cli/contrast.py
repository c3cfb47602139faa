"""`inspector contrast`: both questions' answers side by side."""

from pathlib import Path

import click

from inspector.cli._output import ready, write
from inspector.cli._pseudonyms import pseudonym_options, pseudonyms
from inspector.cli.assess import refuse


@click.command()
@click.argument("bundle", type=click.Path(path_type=Path))
@click.option(
    "--framework", metavar="ID|PATH", envvar="INSPECTOR_FRAMEWORK", help="Default: what the bundle names, else munro."
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option(
    "--output", "-o", type=click.Path(path_type=Path, dir_okay=False), help="Write here instead of standard output."
)
@click.option("--despite-problems", is_flag=True, help="Go on although rows have errors: they are left out.")
@pseudonym_options
def contrast(
    bundle: Path,
    framework: str | None,
    form: str,
    output: Path | None,
    despite_problems: bool,
    pseudonymise: bool | None,
    key_file: Path | None,
) -> int:
    """Put two answers on BUNDLE (a folder or a .zip) side by side: "are you up to standard?" and the framework's question.

    The first is what an inspection by standards would have said. It is shown to be compared and feeds no verdict.

    Exit codes: 0 done; 1 rows have errors; 2 the bundle or framework cannot be read.
    """
    ready(output, bundle, framework, key_file)
    from inspector import contrast as both
    from inspector import inspection
    from inspector.report.document.make import document

    try:
        workings = inspection.work(
            bundle, framework, despite_problems=despite_problems, pseudonyms=pseudonyms(pseudonymise, key_file)
        )
    except inspection.ProblemsInEvidence as error:
        return refuse(error)
    if workings.note:
        click.echo(workings.note, err=True)
    found = document(workings.inspection)
    left, right = both.standards(workings.evidence), both.improvement(found)
    if form == "json":
        from inspector.contrast.document import contrasted
        from inspector.report.document.written import written

        write(written(contrasted(found, left, right)), output, form)
    else:
        from inspector.contrast.text import render

        write(render(found, left, right), output)
    return 0
