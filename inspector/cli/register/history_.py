"""`inspector register history`: the submissions and inspections of one authority over time."""

import sys
from pathlib import Path

import click

from inspector.cli.register._options import apart, register_option


@click.command("history")
@click.argument("authority")
@click.option(
    "--format", "form", type=click.Choice(["text", "html", "docx", "pdf", "json"]), default="text", show_default=True,
    help="html is one file to print or mail; docx and pdf are for case files.",
)  # fmt: skip
@click.option(
    "--output", "-o", type=click.Path(path_type=Path, dir_okay=False), help="Write here instead of standard output."
)
@click.option("--ascii", "ascii_only", is_flag=True, help="Draw with plain ASCII characters.")
@click.option(
    "--language",
    default="en-GB",
    show_default=True,
    envvar="INSPECTOR_LANGUAGE",
    help="Of the page's own phrases (html, docx, pdf).",
)
@register_option
def command(
    authority: str, form: str, output: Path | None, ascii_only: bool, language: str, register: str | None
) -> int:
    """Show what a register has of AUTHORITY: submissions, inspections, visits, replies, and where every theme stood over time.

    The name is looked up blind to case and spaces. Nothing here ranks anybody.
    """
    from inspector.cli import _paper
    from inspector.cli._output import ready
    from inspector.register.looked_up import history_of
    from inspector.register.named import where
    from inspector.report.history import render

    place = where(register)
    ready(output, None if "://" in place else place)
    apart(place, output)
    _paper.ready(form, output)
    found = history_of(place, authority)
    plain = ascii_only or (output is None and not _unicode())
    _paper.put(render(found, _paper.laid_out(form), ascii_only=plain, language=language), output, form, language)
    return 0


def _unicode() -> bool:
    return (getattr(sys.stdout, "encoding", None) or "ascii").lower().replace("-", "") in ("utf8", "utf8sig", "cp65001")
