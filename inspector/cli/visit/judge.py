"""`inspector visit judge`: an inspector's own judgement of a theme, which stands beside the engine's."""

from pathlib import Path

import click

from inspector.cli.visit import _records
from inspector.model.ladder import STANDINGS, Standing
from inspector.model.words import plain


@click.command("judge")
@_records.VISIT
@click.argument("theme")
@click.argument("standing", type=click.Choice(STANDINGS))
@click.option("--because", required=True, metavar="TEXT", help="What you saw or heard that makes you judge so.")
@_records.by_and_at
@click.option("--correct", is_flag=True, help="It takes the place of your earlier judgement of the theme.")
def command(
    folder: Path, theme: str, standing: Standing, because: str, by: str | None, at: str | None, correct: bool
) -> int:
    """Write down your own judgement of a THEME of the framework: where it stands, and why.

    It stands beside the engine's; neither takes the other's place, and the verdict does not change by it.

    \b
    inspector visit judge VISIT stream doing --by "A. Inspector" --because "Two of four teams showed us last week's test."

    Exit codes: 0 recorded; 1 refused; 2 the visit cannot be read.
    """
    from inspector.proof.recording import Draft, record

    if not because.strip():
        raise click.BadParameter("a judgement has a reason", param_hint="--because")
    visit, name = _records.loaded(folder), _records.named(by)
    draft = Draft("judged", theme, at or _records.now(), standing=standing, says=because)
    with _records.writing(visit, name) as file:
        done = record(file, visit, [draft], [theme] if correct else [])
    refused = _records.tell(done, name, "judgement")
    if done.written:
        engine = dict(visit.plan.standings).get(theme)
        beside = f"; the engine had it at {engine} on paper" if engine else ""
        click.echo(f"{plain(theme)}: {standing} by your judgement{beside}. Reports show both.")
    return int(refused)
