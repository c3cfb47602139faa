"""The options that say how much of a result is told on a terminal: one screen, all of it, a theme or a part."""

from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])
SECTIONS = (
    "verdict", "themes", "visit", "findings", "replies", "questions", "declared", "foretold", "trust", "missing", "unjudged",
    "stories", "voices", "claims", "recommendations", "against", "change", "not-performance", "fields", "fieldwork", "remarks",
)  # fmt: skip
"""As `inspector.report.text.SECTIONS`, which is not imported for the sake of `--help`."""


class Shown(NamedTuple):
    """What was asked for; nothing of it is one screen."""

    full: bool = False
    theme: str | None = None
    section: str | None = None

    def fits(self, form: str) -> None:
        """Refuse what cannot be had together. Raises `click.UsageError`."""
        named = [
            name
            for name, value in zip(("--full", "--theme", "--section"), self, strict=True)
            if value not in (False, None)
        ]
        if len(named) > 1:
            raise click.UsageError(f"{' and '.join(named)} cannot be had together: each says how much is shown.")
        if named and form != "text":
            raise click.UsageError(f"{named[0]} is for text alone: --format {form} has everything.")


def shown_options(command: Command) -> Command:
    """Add `--full`, `--theme` and `--section`; the command is given `shown`, a `Shown`."""

    def called(*args: Any, full: bool, theme: str | None, section: str | None, **others: Any) -> Any:
        return command(*args, shown=Shown(full, theme, section), **others)

    called.__doc__, called.__name__ = command.__doc__, command.__name__
    found: Any = called
    found.__click_params__ = getattr(command, "__click_params__", [])
    for option in reversed(_OPTIONS):
        found = option(found)
    return found  # type: ignore[no-any-return]


_OPTIONS = (
    click.option("--full", is_flag=True, help="Everything, down to the rows."),
    click.option(
        "--theme",
        metavar="NAME",
        help="One theme, by its id or a word of its title: its findings with their rows, and what to ask.",
    ),
    click.option("--section", type=click.Choice(SECTIONS), help="One part of --full."),
)
