"""What the commands share that write down what was found: who and when, and what is said of what was written."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from inspector.model.words import plain, plural

if TYPE_CHECKING:
    from inspector.proof.appending import Appending
    from inspector.proof.chain import Chain
    from inspector.proof.folder import Visit
    from inspector.proof.recording import Recorded

Command = TypeVar("Command", bound=Callable[..., Any])
VISIT = click.argument("folder", metavar="VISIT", type=click.Path(path_type=Path))


def by_and_at(command: Command) -> Command:
    """Add `--by` and `--at`; the command is given `by`, in its one spelling or None, and `at`, a day or moment of ISO 8601."""
    command = click.option(
        "--at",
        callback=_moment,
        metavar="WHEN",
        help="When it was found, as 2026-03-05 or 2026-03-05T10:30; default now.",
    )(command)
    return click.option(
        "--by",
        envvar="INSPECTOR_BY",
        callback=_name,
        metavar="NAME",
        help="Who found it; INSPECTOR_BY says it for a day.",
    )(command)


def _name(context: click.Context, option: click.Parameter, value: str | None) -> str | None:  # noqa: ARG001
    from inspector.proof.appending import name_of

    if value is None:
        return None
    try:
        return name_of(value)
    except ValueError as wrong:
        raise click.BadParameter(str(wrong)) from None


def _moment(context: click.Context, option: click.Parameter, value: str | None) -> str | None:  # noqa: ARG001
    from datetime import datetime

    if value is None:
        return None
    try:
        found = datetime.fromisoformat(value.strip())
    except ValueError:
        raise click.BadParameter("not a day or moment as 2026-03-05 or 2026-03-05T10:30") from None
    return value.strip() if len(value.strip()) == 10 else found.isoformat(timespec="seconds")


def now() -> str:
    """This moment, to the second, with its offset from UTC."""
    from datetime import datetime

    return datetime.now().astimezone().isoformat(timespec="seconds")


def named(by: str | None) -> str:
    """The name, which somebody has to have given."""
    if by is None:
        raise click.UsageError("Who found it has to be said: --by NAME, or INSPECTOR_BY for the whole day.")
    return by


def loaded(folder: Path) -> "Visit":
    """The visit, every seal held. Raises CannotComplete."""
    from inspector.proof.folder import load

    return load(folder)


@contextmanager
def writing(visit: "Visit", by: str) -> Iterator["Appending"]:
    """The records of an inspector to write to; a torn line that was set aside is told. Raises as `appending` does."""
    from inspector.cli.bundles.options import files
    from inspector.proof.appending import appending

    with files(), appending(visit.folder, by, visit.plan.seal) as file:
        if file.set_aside is not None:
            click.echo(
                f"The last line of {plain(by)}'s records was cut off, as when a run is killed; what it said is not recorded. "
                f"What is left of it lies in {plain(str(file.set_aside))}.",
                err=True,
            )
        yield file


def tell_torn(chains: "Iterable[Chain]") -> None:
    """Say which records end in a line that was cut off: what it said does not count."""
    for chain in chains:
        if chain.torn:
            click.echo(
                f"The last line of {plain(str(chain.path))} is cut off, as when a run is killed; what it said is not recorded. "
                "Whoever records next sets it aside.",
                err=True,
            )


def tell(recorded: "Recorded", by: str, what: str) -> bool:
    """Say what became of what was to be written; gives whether anything was refused."""
    if recorded.written or not recorded.refused:
        click.echo(f"{plain(by)}: {plural(len(recorded.written), what)} recorded.")
    if recorded.again:
        many = len(recorded.again)
        click.echo(f"{plural(many, what)} {'was' if many == 1 else 'were'} recorded before in the same words.")
    for problem in recorded.refused:
        click.echo(str(problem), err=True)
    return bool(recorded.refused)
