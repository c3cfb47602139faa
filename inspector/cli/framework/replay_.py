"""`inspector framework replay`: stored results judged anew by another framework, without their bundles."""

import gc
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from inspector.cli._watching import timed

if TYPE_CHECKING:
    from inspector.workbench.replaying.replay import Result


@click.command("replay")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option(
    "--results",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar="DIR",
    help="A folder of results that `inspector assess --format json` or `inspector batch` wrote.",
)
@click.option("--register", metavar="FILE|URL", help="The last result by OLD of every submission in this register.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option(
    "--output", "-o", type=click.Path(path_type=Path, dir_okay=False), help="Write here instead of standard output."
)
@timed
def command(old: str, new: str, results: Path | None, register: str | None, form: str, output: Path | None) -> int:
    """Judge stored results anew by NEW, and say who is judged otherwise than by OLD, and which single edit does it.

    OLD and NEW are ids or paths. What is judged are the facts that stand in each result: no bundle is opened, and
    what they do not hold is said. A result that OLD did not judge, or that was altered, is named and left out.

    Exit codes: 0 judged anew; 1 no result could be; 2 it could not be completed.
    """
    from inspector import clock
    from inspector.cli._output import ready, write
    from inspector.judging import rulebooks
    from inspector.report.workbench.replay import render
    from inspector.workbench.replaying.replay import Replayer

    if (results is None) == (register is None):
        raise click.UsageError("Say where the results are: --results DIR or --register FILE, one of the two.")
    ready(output, old, new, results, None if register is None or "://" in register else register)
    # Results are read one by one and forgotten: to look for circles among their parts takes as long as to read them.
    gc.set_threshold(500_000, 50, 50)
    books = [rulebooks.load(one).framework for one in (old, new)]
    replayer = Replayer(*books)
    with clock.phase("judging stored results anew"):
        given = _in_folder(results) if results is not None else _in_register(str(register), books[0].digest)
        found = replayer.replay(given)
    write(render(found, form), output, form)
    return int(not found.judged)


def _in_folder(folder: Path) -> "Iterator[Result]":
    """Every JSON file of a folder and of those in it, in the order of their names. Raises CannotComplete where there is none."""
    from inspector import clock, files
    from inspector.model.problems import CannotComplete, Problem, Where

    paths = sorted(path for path in folder.rglob("*.json") if path.is_file())
    if not paths:
        message = "no file whose name ends in .json is in this folder"
        fix = "give a folder of results that `inspector batch` or `inspector assess --format json -o` wrote"
        where = Where(file=str(folder))
        raise CannotComplete([Problem(rule="result-unreadable", level="error", where=where, message=message, fix=fix)])
    for path in clock.each(paths, len(paths)):
        name = path.relative_to(folder).as_posix()
        try:
            yield name, files.data(path, "result-bytes")
        except OSError as failure:
            yield name, f"it cannot be read: {failure.strerror or failure}"


def _in_register(place: str, digest: str) -> "Iterator[Result]":
    """Of every submission of a register the last result by a framework of this digest, else its last result."""
    from inspector import clock
    from inspector.register.book import opened
    from inspector.register.named import where
    from inspector.register.results import RESULT

    with opened(where(place)) as book:
        submissions = book.entries(kind="submission")
        for submission in clock.each(submissions, len(submissions)):
            entries = book.entries(kind="result", about=submission.index)
            by = [one for one in entries if one.body.framework_digest == digest]  # type: ignore[union-attr]
            name = f"submission {submission.index} of {submission.authority}"
            if not entries:
                yield name, "no result of it is in the register"
                continue
            last = (by or entries)[-1]
            data = book.content_of(last, RESULT)
            yield f"entry {last.index}", data if data is not None else "what the register keeps of it is not there"
