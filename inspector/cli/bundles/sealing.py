"""`inspector bundle seal`, and what of a bundle a seal does not cover."""

from pathlib import Path

import click

from inspector.cli._by import by, words_of
from inspector.cli.bundles.options import FOLDER, files, loudness, quiet, quoted, say
from inspector.model.problems import CannotComplete

KEPT = ".inspector-undo"

MOST_NAMED = 5
"""At most so many files and folders that no seal covers are named."""


@click.command()
@click.argument("folder", type=FOLDER, default=Path())
@click.option(
    "--despite-problems", is_flag=True, help="Seal although there are errors: what has them is sealed as it is."
)
@words_of
@loudness
def seal(folder: Path, despite_problems: bool, framework: str | None) -> int:
    """Write hash, size and the root over the rows of every file into the manifest of FOLDER, and one root over all of it.

    Keep that root elsewhere: whoever has it can prove that nothing was changed since.

    Exit codes: 0 it is sealed; 1 it has errors, and nothing was written; 2 it cannot be read at all.
    """
    from inspector.packing.sealing import NotSealed
    from inspector.packing.sealing import seal as close
    from inspector.report.harmless import plain

    try:
        with files():
            made = close(folder, despite_problems=despite_problems, by=by(framework))
    except NotSealed as refused:
        return _refuse(refused, folder)
    for one in made.resources:
        rows = f", {counted(one['rows_count'], 'row')}, root {one['rows_root'][7:19]}…" if "rows_root" in one else ""
        say(f"{plain(one['path'])}: {one['bytes']} bytes, {one['hash'][:19]}…{rows}")
    told_uncovered(made.uncovered)
    if any(name.startswith(f"{KEPT}/") for name in made.uncovered):
        say(
            f"{KEPT} holds what the last changes replaced: `inspector bundle undo --forget` takes it away before you hand it on."
        )
    click.echo(
        made.root
        if quiet()
        else f"Sealed {counted(len({one['path'] for one in made.resources}), 'file')}. Root: {made.root}"
    )
    say("Keep the root elsewhere, with who relies on the bundle: only it shows that nothing was sealed anew.")
    return 0


def _refuse(refused: CannotComplete, folder: Path) -> int:
    from inspector.report.lines import problem_lines

    for line in problem_lines(refused.problems):
        click.echo(line, err=True)
    at = [] if folder == Path() else [str(folder)]
    check, anyway = ["inspector", "check", *(at or ["."])], ["inspector", "bundle", "seal", *at, "--despite-problems"]
    click.echo(f"Not sealed; nothing was written. {quoted(check)} says all that is wrong.", err=True)
    click.echo(f"Mend it, or seal it as it is: {quoted(anyway)}", err=True)
    return 1


def told_uncovered(names: "list[str]") -> None:
    """Say which files no seal covers."""
    from inspector.report.harmless import plain

    folders: dict[str, int] = {}
    for name in names:
        top, within, _ = name.partition("/")
        folders[top + within] = folders.get(top + within, 0) + 1
    told = [
        f"{plain(at)} ({counted(count, 'file')})" if at.endswith("/") else plain(at) for at, count in folders.items()
    ]
    if told:
        more = f" and {len(told) - MOST_NAMED} more" if len(told) > MOST_NAMED else ""
        say(f"Not sealed, as the manifest does not lead there: {', '.join(told[:MOST_NAMED])}{more}.")


def counted(count: int, what: str) -> str:
    """`1 file`, `2 files`."""
    return f"{count} {what}{'s' * (count != 1)}"
