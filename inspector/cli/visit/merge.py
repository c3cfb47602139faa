"""`inspector visit merge`: what other inspectors recorded on the same visit, taken in."""

from pathlib import Path

import click

from inspector.cli.visit import _records
from inspector.model.words import plain, plural


@click.command("merge")
@_records.VISIT
@click.argument("others", metavar="OTHER...", nargs=-1, required=True, type=click.Path(path_type=Path))
def command(folder: Path, others: tuple[Path, ...]) -> None:
    """Take in what others recorded on the same visit: OTHER is a copy of the VISIT folder, or a file of its records.

    Taken in twice, or in another order, it says the same. Nothing is taken in where anything of it is altered, belongs to another
    visit or speaks of rows that were not drawn. Where inspectors disagree the more cautious counts, until one of them corrects
    his own.

    \b
    inspector visit merge VISIT ~/sticks/B/VISIT
    inspector visit merge VISIT records-of-b.jsonl

    Exit codes: 0 taken in; 2 refused.
    """
    from inspector.cli.bundles.options import files
    from inspector.proof import chain
    from inspector.proof.merging import merge
    from inspector.proof.standing import stands

    visit = _records.loaded(folder)
    with files():
        taken = merge(visit, others)
    for one in taken:
        click.echo(
            f"{plain(one.by) or plain(one.path.name)}: {plural(one.new, 'new entry').replace('entrys', 'entries')}."
        )
        if one.parted:
            click.echo(
                "  They part from what is here under the same name, as when two machines are used; both are kept."
            )
        if one.torn:
            click.echo(
                "  The last line of the file is cut off, as when a run is killed; what it said is not taken in.",
                err=True,
            )
    chains = chain.of_folder(visit.folder, visit.plan.seal)
    found = stands(visit, chain.entries(chains))
    from inspector.report.visit_rows_told import conflicts

    torn = conflicts(visit, found, chain.entries(chains))
    for line in torn:
        click.echo(line)
    where = plain(str(folder))
    if torn:
        click.echo(f"To correct an answer of your own: inspector visit record {where} --by NAME --correct KEY")
    click.echo(f"What that proves: inspector visit status {where}")
