"""What commands that may take a while share: progress on a terminal, and `--timings`."""

import functools
import sys
from collections.abc import Callable
from typing import Any

import click

from inspector import clock

Command = Callable[..., Any]


def shown(command: Command) -> Command:
    """The command, with a line on a terminal once it takes more than two seconds."""

    @functools.wraps(command)
    def run(*args: Any, **given: Any) -> Any:
        from inspector.cli._progress import on_terminal

        with clock.watched_by(on_terminal()):
            return command(*args, **given)

    return run


def timed(command: Command) -> Command:
    """As `shown`, with an option `--timings`."""

    @functools.wraps(command)
    def run(*args: Any, timings: bool, **given: Any) -> Any:
        from inspector.cli._progress import on_terminal

        if not timings:
            with clock.watched_by(on_terminal()):
                return command(*args, **given)
        return _told(command, args, given)

    return click.option(
        "--timings", is_flag=True, help="Say on standard error where the time of this run went, when it is done."
    )(run)


def _told(command: Command, args: tuple[Any, ...], given: dict[str, Any]) -> Any:
    from inspector.cli._progress import on_terminal
    from inspector.cli._timings import ImportsTimed, Timings

    timings = Timings()
    imports = ImportsTimed(timings)
    sys.meta_path.insert(0, imports)
    try:
        with clock.watched_by([timings, *on_terminal()]):
            return command(*args, **given)
    finally:
        sys.meta_path.remove(imports)
        click.echo(timings.table(), err=True)
