"""`inspector visit next`: the rows of the next round, by a seed that nobody knew."""

from pathlib import Path

import click

from inspector.cli.visit._options import guarantee_option, hours_option, rows_option, seed_options


@click.command("next")
@click.argument("visit", type=click.Path(path_type=Path))
@seed_options
@hours_option("Hours for this round. Default: what is left of the plan's.")
@rows_option
@guarantee_option
def command(
    visit: Path,
    seed: str | None,
    other_visits: tuple[Path, ...],
    hours: float | None,
    most_rows: int | None,
    without_guarantee: bool,
) -> int:
    """Draw the rows of the next round of VISIT, for the claims that are still open, from a fresh seed.

    The bundle is not needed. No row is drawn twice.

    Exit codes: 0 drawn; 2 nothing is left to draw, the seed could have been known, or the visit was altered.
    """
    from inspector.cli._output import write
    from inspector.cli.visit._options import folded, seeds_of, today
    from inspector.cli.visit._sheets import drawn_already, write_sheets
    from inspector.proof import folder, rounds, standing
    from inspector.proof.planning import draw
    from inspector.proof.told_plan import of_round

    found = folder.load(visit)
    left = rounds.left(found, standing.of_folder(found).claims, guarantee=not without_guarantee)
    if not left.needed:
        raise rounds.nothing(left)
    allotted = rounds.allotted(found, left.needed, hours, most_rows)
    if seed is None:
        raise click.UsageError(
            'a round is drawn from a fresh seed: throw a die twenty times in front of both, and give --seed "dice: 4 1 6 2 …"'
        )
    made = draw(found, allotted.sizes, seed, today(), guarantee=not without_guarantee, others=seeds_of(other_visits))
    there = folder.add_round(found, made)
    write(folded(of_round(made, found.plan, allotted, click.format_filename(visit))), None)
    with drawn_already(visit):
        sheets = write_sheets(there, made)
    write(folded(sheets.lines()), None)
    return 0
