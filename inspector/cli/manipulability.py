"""`inspector manipulability`: how open each indicator is to being shaped, and what would make it harder."""

from pathlib import Path

import click

from inspector.cli._by import by
from inspector.cli._output import ready, write
from inspector.cli._pseudonyms import pseudonym_options, pseudonyms


@click.command()
@click.argument("bundle", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "html", "json"]),
    default="text",
    show_default=True,
    help="html is one file to print or mail, with what would help most on its first page.",
)
@click.option(
    "--output", "-o", type=click.Path(path_type=Path, dir_okay=False), help="Write here instead of standard output."
)
@click.option(
    "--language",
    default="en-GB",
    show_default=True,
    envvar="INSPECTOR_LANGUAGE",
    help="Of the page's own phrases (html).",
)
@pseudonym_options
def manipulability(
    bundle: Path, form: str, output: Path | None, language: str, pseudonymise: bool | None, key_file: Path | None
) -> int:
    """Say how open each indicator of BUNDLE is to being shaped, by its register and data, and what would make it harder.

    It says nothing about whether anything was shaped. BUNDLE is a folder or a .zip with a manifest.

    Exit codes: 0 done; 2 the bundle cannot be read.
    """
    from inspector.bundle import read_bundle
    from inspector.inspection import as_judged
    from inspector.model.problems import CannotComplete, listed
    from inspector.report import manipulability as report
    from inspector.verdict import manipulability as verdict

    ready(output, bundle, key_file)
    reading = read_bundle(bundle, pseudonyms(pseudonymise, key_file), by=by())
    if reading.evidence is None:
        raise CannotComplete(listed(reading.problems))
    profiles = verdict.manipulability(as_judged(reading.evidence))
    if form == "text":
        write(report.manipulability_text(profiles), output)
        return 0
    about = reading.evidence.authority, reading.digest or ""
    if form == "json":
        from inspector.report.document.written import written

        write(written(report.manipulability_document(profiles, *about)), output, form)
        return 0
    from inspector.report.exposure_page import render

    write(render(profiles, *about, language), output, form)
    return 0
