"""`inspector framework new`: the files of a framework, to be written over."""

import re
from pathlib import Path

import click

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@click.command("new")
@click.argument("id", metavar="ID")
@click.option(
    "--from", "base", metavar="ID|PATH", help="Build it on this framework: only what is otherwise stands in it."
)
@click.option("--title", help="What it is called; by its id where nothing is said.")
@click.option(
    "--into", type=click.Path(path_type=Path), help="The folder to write it in; one called ID where nothing is said."
)
def command(id: str, base: str | None, title: str | None, into: Path | None) -> None:
    """Begin a framework called ID: a question, themes, rules, their cases, and schemas for editors.

    What it writes passes `check`, `test` and `mutate`. Nothing that is there already is written over.

    Exit codes: 0 done; 2 it could not be written.
    """
    from inspector.workbench.authoring.begin import new, variant

    if not ID.fullmatch(id):
        raise click.BadParameter(
            f"{id!r} is no id: words in lower case with hyphens, as fire-and-rescue.", param_hint="ID"
        )
    folder = into or Path(id)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise click.BadParameter(
            f"{click.format_filename(folder)} is there already and not empty. Name another place with --into."
        )
    called = title or id.replace("-", " ").capitalize()
    files = variant(id, called, base, folder) if base else new(id, called)
    try:
        for name, text in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
    except OSError as failure:
        raise click.FileError(str(folder), hint=failure.strerror or "it cannot be written") from None
    shown = [name for name in files if not name.startswith(".")]
    click.echo(f"{click.format_filename(folder)}: {', '.join(shown)}, and schemas for editors.")
    click.echo(f"Next: write over them, and run `inspector framework check {click.format_filename(folder)}`.")
