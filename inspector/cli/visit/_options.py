"""Options that the commands of a visit share."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])
MOST_HOURS, MOST_ROWS = 10_000.0, 1_000_000


class Minutes(click.ParamType):  # type: ignore[type-arg]
    """`row=8,month=20`: what one of each unit takes on site, in minutes."""

    name = "minutes"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dict[str, int]:
        """The minutes by unit; those that are not named are left out."""
        from inspector.proof.minutes import MINUTES, MOST

        found: dict[str, int] = {}
        for part in filter(None, str(value).replace(" ", "").split(",")):
            unit, _, number = part.partition("=")
            if unit not in MINUTES:
                self.fail(f"{unit[:40]!r} is none of {', '.join(MINUTES)}", param, ctx)
            if not (number.isascii() and number.isdigit() and len(number) < 6 and 0 < int(number) <= MOST):
                self.fail(f"{part[:40]!r}: minutes are a whole number from 1 to {MOST:,}", param, ctx)
            found[unit] = int(number)
        return found


class Real(click.FloatRange):
    """A number within bounds; what is no number is none of them."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The number. Fails, in words, for one outside and for NaN."""
        found = super().convert(value, param, ctx)
        if found != found:
            self.fail(f"{str(value)[:40]!r} is no number", param, ctx)
        return found


def hours_option(text: str) -> Callable[[Command], Command]:
    """Add `--hours`."""
    return click.option("--hours", type=Real(0, MOST_HOURS, min_open=True), help=text)


def rows_option(command: Command) -> Command:
    """Add `--rows`, given as `most_rows`."""
    return click.option("--rows", "most_rows", type=click.IntRange(1, MOST_ROWS), help="Rows to look at, at most.")(
        command
    )


def guarantee_option(command: Command) -> Command:
    """Add `--without-guarantee`."""
    return click.option(
        "--without-guarantee",
        is_flag=True,
        help="Take any seed. What is found then proves no claim, and that is said everywhere.",
    )(command)


def seed_options(command: Command) -> Command:
    """Add `--seed`, and `--other-visit` for visits whose seeds are not taken again."""
    command = click.option(
        "--other-visit", "other_visits", multiple=True, type=click.Path(path_type=Path, file_okay=False),
        help="Another visit, none of whose seeds may be used here.",
    )(command)  # fmt: skip
    return click.option(
        "--seed",
        metavar="TEXT",
        help='"dice: 4 1 6 2 …", thrown in front of both; "public: WHO DAY: NUMBERS", drawn in public; or a text.',
    )(command)


def seeds_of(others: Iterable[Path]) -> list[str]:
    """The seeds of other visits. Raises CannotComplete for a folder that is none."""
    from inspector.proof.folder import load

    return [one.seed for other in others for one in load(other).rounds]


def today() -> date:
    """The day of this run: that of `SOURCE_DATE_EPOCH` where it is set."""
    from inspector.report.made_at import made_at

    return (made_at() or _now()).date()


def _now() -> Any:
    from datetime import datetime

    return datetime.now().astimezone()


def folded(lines: Iterable[str]) -> str:
    """Lines of a plan as a terminal has them: long ones folded under their own beginning, commands as they are."""
    from inspector.model.words import plain
    from inspector.proof.told_plan import COMMAND
    from inspector.report.lines import wrapped

    found: list[str] = []
    for line in lines:
        said = line.lstrip(" ")
        indent = line[: len(line) - len(said)]
        if line.startswith(f"{COMMAND}inspector "):
            found.append(plain(line))
        else:
            found += wrapped(said, indent, " " * 5 if said[:1].isdigit() and indent else indent)
    return "\n".join(found) + "\n"


def refuse_place(folder: Path, *inputs: Path | str | None) -> None:
    """Refuse a folder that is there, or that lies in what is read. Raises `click.BadParameter`."""
    from inspector.writing.over import lies_over

    shown = click.format_filename(folder)
    for read in inputs:
        how = lies_over(folder, Path(read)) if read is not None else ""
        if how:
            raise click.BadParameter(
                f"{shown} {how}; nothing was written. Name another place.", param_hint="'--output' / '-o'"
            )
    try:
        there = folder.exists() or folder.is_symlink()
    except (OSError, ValueError) as failure:
        raise click.BadParameter(f"{shown}: {failure}. Nothing was done.", param_hint="'--output' / '-o'") from None
    if there:
        raise click.BadParameter(
            f"{shown} is there already, and a plan is never written over. Name a new folder.",
            param_hint="'--output' / '-o'",
        )
