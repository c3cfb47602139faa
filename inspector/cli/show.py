"""`inspector show`: one piece of the evidence, what was judged from it, and which findings use it."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from inspector.cli._output import ready, write
from inspector.cli._pseudonyms import pseudonym_options, pseudonyms

if TYPE_CHECKING:
    from inspector.bundle.told_rows import Unread


@click.command()
@click.argument("bundle", type=click.Path(path_type=Path))
@click.argument("what", metavar="WHAT")
@click.option(
    "--framework", metavar="ID|PATH", envvar="INSPECTOR_FRAMEWORK", help="Default: what the bundle names, else munro."
)
@click.option(
    "--format", "form", type=click.Choice(["text", "html", "markdown", "json"]), default="text", show_default=True
)
@click.option(
    "--output", "-o", type=click.Path(path_type=Path, dir_okay=False), help="Write here instead of standard output."
)
@pseudonym_options
def show(
    bundle: Path,
    what: str,
    framework: str | None,
    form: str,
    output: Path | None,
    pseudonymise: bool | None,
    key_file: Path | None,
) -> int:
    """Show WHAT of BUNDLE (a folder or a .zip): its rows as they were written, what stands near them, what was judged from
    them, and which findings use them.

    \b
    WHAT is
      the id of a record        t131, r20, r20/a1, improvement-log/t131
      an indicator              re-referrals, or its title or what frameworks call it
      rows as reports cite them improvement-log.csv:182-217, "log.xlsx > Tests rows 7-9",
                                recommendations.json:recommendations[3].actions[1]
      a finding                 gain-followed-tests/changes-of-worker
      a fact                    signal/trajectory/re-referrals

    \b
    inspector show evidence/examples/brackenshire t131
    inspector show bundle.zip "improvement-log.csv rows 182-217" --format json

    Rows with errors are shown with what is wrong; what is judged is judged without them, as by `assess --despite-problems`.

    Exit codes: 0 shown; 2 nothing or several things are called WHAT, or the bundle or framework cannot be read.
    """
    ready(output, bundle, framework, key_file)
    from inspector import inspection
    from inspector.bundle.reading import read_bundle
    from inspector.bundle.told_rows import shown, unread
    from inspector.framework.read_by import read_by
    from inspector.showing.target import NotOne, target
    from inspector.showing.values import values

    reading = read_bundle(bundle, pseudonyms(pseudonymise, key_file), as_written=True, by=read_by(framework))
    workings = inspection.work_on(reading, framework)
    tables = shown(reading)
    try:
        found = values(target(what, tables, workings), tables, workings, unread(reading))
    except NotOne as failure:
        raise click.UsageError(". ".join([str(failure), *_unread(unread(reading))])) from None
    if form == "json":
        from inspector.report.document.written import written

        write(written(found), output, form)
    elif form in ("html", "markdown"):
        from inspector.showing import as_html, as_markdown

        write(as_html.page(found) if form == "html" else as_markdown.render(found), output, form)
    else:
        from inspector.showing.as_text import render

        write(render(found), output)
    return 0


def _unread(files: "Sequence[Unread]") -> list[str]:
    """What could not be read, for who looks for something in it."""
    return [f"Nothing is read of {one.file}: {one.says}" for one in files]
