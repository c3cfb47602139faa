"""`inspector report`: the report of a stored result."""

from pathlib import Path

import click

from inspector.cli import _paper
from inspector.cli._output import ready


@click.command()
@click.argument("result", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["html", "docx", "pdf", "markdown", "oscal", "gsn", "json"]),
    default="html",
    show_default=True,
)
@click.option(
    "--output", "-o", type=click.Path(path_type=Path, dir_okay=False), help="Write here instead of standard output."
)
@click.option(
    "--language",
    default="en-GB",
    show_default=True,
    envvar="INSPECTOR_LANGUAGE",
    help="Of everything that is said; what the language's files lack is said in English.",
)
@click.option(
    "--register",
    metavar="FILE|URL",
    envvar="INSPECTOR_REGISTER",
    help="A register: what the authority said of findings, and what was decided, stands beside them.",
)
def report(result: Path, form: str, output: Path | None, language: str, register: str | None) -> int:
    """Write the report of RESULT, a file that `inspector assess --format json` wrote."""
    ready(output, result, None if register is None or "://" in register else register)
    _paper.ready(form, output)
    from inspector.replying import with_replies_from
    from inspector.report import in_language, render
    from inspector.report.stored import read

    found = with_replies_from(register or None, read(result))
    _paper.put(render(in_language(found, language), _paper.laid_out(form), language), output, form, language)
    return 0
