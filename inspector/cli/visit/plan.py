"""`inspector visit plan`: which rows settle the verdict on a bundle, sealed before anything is drawn."""

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from inspector.cli._earlier import Earlier, earlier_options
from inspector.cli._pseudonyms import pseudonym_options, pseudonyms
from inspector.cli._watching import timed
from inspector.cli.visit._options import Minutes, Real, guarantee_option, hours_option, rows_option, seed_options

if TYPE_CHECKING:
    from inspector.judging.settling import Workings
    from inspector.model.visits import Question
    from inspector.proof.folder import Visit
    from inspector.proof.planning import Asked, Planned


@click.command("plan")
@click.argument("bundle", type=click.Path(path_type=Path))
@click.option(
    "--output",
    "-o",
    "folder",
    required=True,
    type=click.Path(path_type=Path),
    help="The folder of the visit, made new.",
)
@click.option(
    "--framework", metavar="ID|PATH", envvar="INSPECTOR_FRAMEWORK", help="Default: what the bundle names, else munro."
)
@earlier_options
@click.option("--despite-problems", is_flag=True, help="Plan although rows have errors: they are left out.")
@hours_option("Hours on site, of all inspectors together. Without hours and rows, what all claims need.")
@rows_option
@click.option(
    "--confidence",
    type=Real(0.5, 0.999),
    default=0.95,
    show_default=True,
    help="At which each claim is settled.",
)
@click.option(
    "--minutes",
    type=Minutes(),
    default="",
    metavar="UNIT=N,…",
    help="What one takes on site. Default: row=8,month=10,case=10.",
)
@click.option(
    "--draw",
    type=click.Choice(["claims", "gain"]),
    default="claims",
    show_default=True,
    help="When time is short: settle as many claims as it reaches, or share it so that lying pays least.",
)
@seed_options
@guarantee_option
@pseudonym_options
@timed
def command(
    bundle: Path,
    folder: Path,
    framework: str | None,
    earlier: Earlier,
    despite_problems: bool,
    hours: float | None,
    most_rows: int | None,
    confidence: float,
    minutes: dict[str, int],
    draw: Literal["claims", "gain"],
    seed: str | None,
    other_visits: tuple[Path, ...],
    without_guarantee: bool,
    pseudonymise: bool | None,
    key_file: Path | None,
) -> int:
    """Plan a visit to check the verdict on BUNDLE: for each claim that carries it, how many rows settle it.

    The plan is sealed and written to a new folder. With --seed the first round is drawn at once; without it
    `inspector visit next` draws it, from dice thrown in front of both.

    Exit codes: 0 planned; 1 rows of the bundle have errors; 2 there is nothing to plan, or the seed could have been known.
    """
    from inspector import clock, inspection
    from inspector.cli.assess import refuse
    from inspector.cli.visit._options import refuse_place, today
    from inspector.proof.minutes import MINUTES
    from inspector.proof.planning import Asked

    refuse_place(folder, bundle, framework, *earlier.files, key_file)
    try:
        workings = inspection.work(
            bundle,
            framework,
            despite_problems=despite_problems,
            earlier=earlier.bundles,
            pseudonyms=pseudonyms(pseudonymise, key_file),
            remembered=earlier.recall(),
        )
    except inspection.ProblemsInEvidence as error:
        return refuse(error, "planned")
    asked = Asked(
        confidence=confidence,
        hours=hours,
        rows=most_rows,
        minutes={**MINUTES, **minutes},  # type: ignore[dict-item]
        policy=draw,
        guarantee=not without_guarantee,
        planned_on=today().isoformat(),
    )
    with clock.phase("planning the visit"):
        planned = _planned(workings, asked)
        visit = _written(folder, planned, seed, other_visits)
    _tell(visit, planned)
    _sheets(visit)
    return 0


def _planned(workings: "Workings", asked: "Asked") -> "Planned":
    from inspector import arguing
    from inspector.proof.planning import plan

    found = arguing.margins(workings)
    return plan(
        workings.inspection, workings.evidence, found.pieces, asked, _questions(workings, asked.hours),
        workings.rulebook.framework.derivations, settled=found.settled,
    )  # fmt: skip


def _questions(workings: "Workings", hours: float | None) -> "tuple[Question, ...]":
    from inspector import arguing
    from inspector.proof.put_questions import questions

    return questions(arguing.with_argument(workings), hours)


def _written(folder: Path, planned: "Planned", seed: str | None, others: tuple[Path, ...]) -> "Visit":
    """The visit in its folder, with its first round where a seed is there. Nothing is written where the seed is refused."""
    from inspector.cli.visit._options import seeds_of, today
    from inspector.proof import folder as visits
    from inspector.proof.planning import draw, first

    rounds = []
    if seed is not None:
        unwritten = visits.Visit(folder, planned.plan, planned.frame, ())
        sizes = first(planned.plan).sizes
        if sizes:
            rounds = [draw(unwritten, sizes, seed, today(), guarantee=planned.plan.guarantee, others=seeds_of(others))]
    return visits.create(folder, planned.plan, planned.frame, rounds)


def _sheets(visit: "Visit") -> None:
    """Write sheets of the questions, and of the first round where it was drawn; say that they are there."""
    from inspector.cli._output import write
    from inspector.cli.visit._options import folded
    from inspector.cli.visit._sheets import drawn_already, write_questions, write_sheets

    with drawn_already(visit.folder):
        written = [write_questions(visit), *(write_sheets(visit, one) for one in visit.rounds)]
    lines = [line for one in written if one is not None for line in one.lines()]
    if lines:
        write(folded(lines), None)


def _tell(visit: "Visit", planned: "Planned") -> None:
    from inspector.cli._output import write
    from inspector.cli.visit._options import folded
    from inspector.model.assurance import said
    from inspector.proof.planning import first
    from inspector.proof.told_plan import lines

    shown = click.format_filename(visit.folder)
    told = lines(visit.plan, first(visit.plan), planned.unclaimed, visit.rounds, said(planned.plan.verdict), shown)
    write(folded(told), None)
