"""`inspector visit sheets`: the sheets of a round and of the questions, to print or to fill in."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from inspector.cli import _output
from inspector.cli.visit._sheets import FORMS, Form

if TYPE_CHECKING:
    from inspector.model.visits import Round
    from inspector.proof.folder import Visit


class _Forms(click.ParamType):  # type: ignore[type-arg]
    name = "formats"

    def convert(
        self, value: "str | tuple[Form, ...]", param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[Form, ...]:
        """The formats of a list with commas, each once, in our order."""
        if isinstance(value, tuple):
            return value
        asked = [part.strip().lower() for part in value.split(",") if part.strip()]
        strange = next((one for one in asked if one not in FORMS), None)
        if strange is not None or not asked:
            self.fail(f"{strange or value!r} is none of {', '.join(FORMS)}; several are joined by commas.", param, ctx)
        return tuple(form for form in FORMS if form in asked)


@click.command("sheets")
@click.argument("visit", type=click.Path(path_type=Path))
@click.option(
    "--round", "number", type=click.IntRange(min=1), help="Of which round; the last one unless said otherwise."
)
@click.option(
    "--format", "forms", type=_Forms(), default=FORMS, help="html, xlsx, csv, or several with commas; all unless said."
)
@click.option(
    "--output", "-o", type=click.Path(path_type=Path), help="The folder to write to, instead of VISIT/sheets."
)
def command(visit: Path, number: int | None, forms: tuple[Form, ...], output: Path | None) -> None:
    """Write the sheets of the visit in VISIT: one for each person or team, and the questions of each day.

    A sheet says what to look for, and never what the rows say. What was filled in is not written over.
    """
    from inspector.cli.visit._sheets import HOLD, write_questions, write_sheets
    from inspector.proof.folder import load

    found = load(visit)
    if output is not None and output.exists() and not output.is_dir():
        told = f"{click.format_filename(output)} is a file, and sheets need a folder."
        raise click.BadParameter(told, param_hint=_output.OPTION)
    drawn = _round(found, number)
    written = [write_sheets(found, drawn, forms, output)] if drawn is not None else []
    if (questions := write_questions(found, forms, output)) is not None:
        written.append(questions)
    for line in (line for one in written for line in one.lines()):
        click.echo(line)
    if drawn is None:
        click.echo("No row is drawn yet: `inspector visit next` draws them.")
    if written:
        click.echo(HOLD)


def _round(visit: "Visit", number: int | None) -> "Round | None":
    if number is None:
        return visit.rounds[-1] if visit.rounds else None
    if number > len(visit.rounds):
        many = len(visit.rounds)
        there = "none is" if not many else f"{'round 1 is' if many == 1 else f'rounds 1 to {many} are'}"
        raise click.BadParameter(f"round {number} is not drawn; {there}.", param_hint="'--round'")
    return visit.rounds[number - 1]
