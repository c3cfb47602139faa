"""`inspector bundle list`, `remove` and `undo`: what a bundle holds, taken out of it, and the last change taken back."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from inspector.cli._by import by
from inspector.cli._pseudonyms import pseudonym_options, pseudonyms
from inspector.cli.bundles.options import FOLDER, PATH, files, in_bundle, loudness, names, quiet, say

if TYPE_CHECKING:
    from inspector.packing.keeping import Listed


@click.command("list")
@click.argument("path", metavar="BUNDLE", type=PATH, default=Path())
@pseudonym_options
@loudness
def listing(path: Path, pseudonymise: bool | None, key_file: Path | None) -> None:
    """List what BUNDLE holds: name, kind, file, sheet, rows and the days they are about, and whether it is sealed.

    With --quiet only the names are printed, one a line.
    """
    from tabulate import tabulate

    from inspector.packing.keeping import listing as look
    from inspector.report.harmless import plain

    with files():
        found = look(path, pseudonyms(pseudonymise, key_file), by())
    if quiet():
        for one in found.resources:
            click.echo(plain(str(one.resource["name"])))
        return
    heads = ("name", "kind", "file", "sheet", "rows", "from", "to")
    if found.resources:
        click.echo(
            tabulate([_row(one) for one in found.resources], headers=heads, tablefmt="simple", disable_numparse=True)
        )
    else:
        click.echo("The bundle holds nothing yet: inspector bundle add FILE")
    click.echo(f"Sealed. Root: {found.root}" if found.root else "Not sealed.")


def _row(one: "Listed") -> tuple[str, ...]:
    from inspector.report.harmless import plain

    resource = one.resource
    kind = f"{resource['kind']}, {resource['part']}" if "part" in resource else resource["kind"]
    rows = (
        "cannot be read"
        if one.rows is None and resource["kind"] != "table"
        else ""
        if one.rows is None
        else str(one.rows)
    )
    rows += f" ({one.errors} error{'s' * (one.errors != 1)})" if one.errors and one.rows is not None else ""
    said = (resource["name"], kind, resource["path"], resource.get("sheet", ""), rows, one.first or "", one.last or "")
    return tuple(plain(str(cell)) for cell in said)


@click.command()
@click.argument("name", shell_complete=names)
@in_bundle
@click.option("--file", "file_too", is_flag=True, help="Take the file out of the folder too. `undo` brings it back.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@loudness
def remove(name: str, folder: Path, file_too: bool, yes: bool) -> None:
    """Take the resource NAME out of a bundle. Its file stays where it is, unless --file is said."""
    from inspector.cli.bundles.asking import on_a_terminal
    from inspector.packing.keeping import remove as take_out
    from inspector.report.harmless import plain

    if not yes:
        if not on_a_terminal():
            raise click.UsageError(f"There is nobody to ask whether {name[:80]!r} is to be taken out: say --yes.")
        click.confirm(f"Take {plain(name)} out of the bundle{' and its file away' if file_too else ''}?", abort=True)
    with files():
        resource, sealed, gone = take_out(folder, name, file_too=file_too)
    path = plain(str(resource.get("path")))
    say(f"Took out {plain(name)}, a file of kind {plain(str(resource.get('kind')))}.")
    say(
        f"{path} was taken away too."
        if gone
        else f"{path} stays in the folder; if nothing else leads to it, nobody reads it."
    )
    if sealed:
        say("The bundle is no longer sealed: inspector bundle seal")
    say("`inspector bundle undo` takes that back.")


@click.command()
@click.argument("folder", metavar="BUNDLE", type=FOLDER, default=Path())
@click.option(
    "--forget", is_flag=True, help="Take nothing back, but what is kept away: no change can be taken back then."
)
@loudness
def undo(folder: Path, forget: bool) -> None:
    """Take the last change of a bundle back: its manifest and the files that were replaced are as they were.

    Said again, it takes back the change before. The last ten are kept, in a folder beside the manifest.
    """
    from inspector.packing.keeping import forget_changes
    from inspector.packing.keeping import undo as take_back
    from inspector.report.harmless import plain

    with files():
        if forget:
            many = forget_changes(folder)
            say(f"Forgot {many} change{'s' * (many != 1)} of the bundle.")
            return
        change = take_back(folder)
    say(f"Took back: {plain(change.what)}.")
    for path in change.old:
        say(f"{plain(path)} is the file that it was.")
    for path in change.new:
        say(f"{plain(path)} stays in the folder; nothing leads to it any more.")
