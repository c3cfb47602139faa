"""`inspector bundle new`: an empty bundle, or one made from a folder of files."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from inspector.cli._by import words_of
from inspector.cli.bundles.options import FOLDER, files, loudness, say


class DayOrFolder(click.ParamType):  # type: ignore[type-arg]
    """A day as 2024-04-01, or a folder that is there. What looks like a day is one."""

    name = "DAY|FOLDER"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date | Path:
        """The day or the folder. Fails for what is neither."""
        if isinstance(value, date | Path):
            return value
        try:
            return datetime.strptime(str(value), "%Y-%m-%d").date()
        except ValueError:
            pass
        path = Path(str(value))
        if path.is_dir():
            return path
        what = "a file, and no folder" if path.is_file() else "neither a day as 2024-04-01 nor a folder that is there"
        self.fail(f"{str(value)[:200]!r} is {what}.", param, ctx)


@click.command()
@click.argument("folder", type=FOLDER)
@click.option("--authority", help="The body that submits the evidence.")
@click.option(
    "--from",
    "begins",
    type=DayOrFolder(),
    multiple=True,
    help="First day of the period; or a folder of files, which is looked through and made into the bundle. May be said twice.",
)
@click.option("--to", "end", type=click.DateTime(["%Y-%m-%d"]), help="Last day of the period.")
@click.option(
    "--folder",
    "source",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="The same as --from FOLDER.",
)
@click.option(
    "--answers",
    type=click.Path(path_type=Path, dir_okay=False),
    help="With a folder: a YAML file of the open questions. It is written for you, and read again when it is filled in.",
)
@click.option(
    "--yes",
    is_flag=True,
    help="With a folder: take what is proposed, and leave out rows, and files, that cannot be read so.",
)
@click.option("--name", default="evidence", show_default=True, help="A short name for the bundle.")
@words_of
@loudness
def new(
    folder: Path,
    authority: str | None,
    begins: tuple[date | Path, ...],
    end: datetime | None,
    source: Path | None,
    answers: Path | None,
    yes: bool,
    name: str,
    framework: str | None,
) -> int:
    """Make a bundle in FOLDER: empty, with a template for each kind and a data dictionary; or from a folder of files.

    With `--from FOLDER` every file in that folder is looked at, and it is shown how it is read. What is not sure is asked, on a
    terminal or by a file of --answers. A --from that is a day is the first day of the period.

    Exit codes: 0 it is made; 1 it is made, and a file that may be evidence was left out, or a code in one was not understood; 2
    nothing was made.
    """
    start, where = _parted(begins, source)
    last = end.date() if end else None
    if where is not None:
        from inspector.cli.bundles.gathering import gather

        return gather(folder, where, authority, start, last, answers, yes=yes, name=name, framework=framework)
    if answers or yes:
        raise click.UsageError(f"{'--answers' if answers else '--yes'} goes with a folder of files: --from FOLDER.")
    said = {"--authority": authority, "--from": start, "--to": last}
    missing = [option for option, value in said.items() if value is None]
    if missing:
        raise click.UsageError(f"Missing option {missing[0]!r}. An empty bundle needs {', '.join(said)}.")
    assert authority is not None
    assert start is not None
    assert last is not None
    _empty(folder, authority, start, last, name)
    return 0


def _parted(begins: tuple[date | Path, ...], source: Path | None) -> tuple[date | None, Path | None]:
    """The first day of the period and the folder of files, of which each is said at most once."""
    days = [one for one in begins if isinstance(one, date)]
    folders = [one for one in begins if isinstance(one, Path)] + ([source] if source else [])
    if len(days) > 1:
        raise click.UsageError("--from is given two days: a period begins once.")
    if len(folders) > 1:
        raise click.UsageError("Two folders are given: a bundle is made from one.")
    return (days[0] if days else None), (folders[0] if folders else None)


def _empty(folder: Path, authority: str, start: date, end: date, name: str) -> None:
    from inspector.packing.new import new as make

    with files():
        made = make(folder, authority, start, end, name)
    templates = sum("data-dictionary" not in path for path in made) - 1
    say(f"Made {folder} with {made[0]} and {templates} templates (templates/data-dictionary.md says what goes in).")
    say(f"Next: inspector bundle add FILE --bundle {folder}")
