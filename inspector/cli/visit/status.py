"""`inspector visit status`: what was found so far, and what it proves."""

from pathlib import Path

import click

from inspector.cli._output import ready, write
from inspector.cli.visit import _records


@click.command("status")
@_records.VISIT
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option(
    "--notes", is_flag=True, help="Say notes, reasons and answers too, as they were written: they may name people."
)
@click.option(
    "--output", "-o", type=click.Path(path_type=Path, dir_okay=False), help="Write here instead of standard output."
)
def command(folder: Path, form: str, notes: bool, output: Path | None) -> None:
    """Say of each claim of VISIT what is proved so far, and what is still to be looked at.

    Rows count in the order drawn, up to the first that is not answered: who looks at the handy ones first, and stops when they
    are right, has proved nothing of the others. You may look after every row and stop whenever you like.

    Exit codes: 0 said; 2 the visit or its records cannot be read.
    """
    ready(output, folder)
    from inspector.proof import chain
    from inspector.proof.standing import stands
    from inspector.report.visit_document import document
    from inspector.report.visit_status import status

    visit = _records.loaded(folder)
    chains = chain.of_folder(visit.folder, visit.plan.seal)
    _records.tell_torn(chains)
    found = stands(visit, chain.entries(chains))
    if form == "json":
        from inspector.report.document.written import written

        write(written(document(visit, found, chains, notes=notes)), output, form)
    else:
        write(status(visit, found, chains, notes=notes), output)
