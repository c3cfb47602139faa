"""`inspector framework calibrate`: how often rules fire and verdicts are given on services of which the truth is known."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from inspector.cli._watching import timed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from inspector.model.characteristics import Characteristics
    from inspector.model.rules import Framework
    from inspector.workbench.calibrating.characteristics import Seen
    from inspector.workbench.calibrating.plan import Wanted


@click.command("calibrate")
@click.argument("framework", metavar="ID|PATH")
@click.option(
    "--authorities",
    type=click.IntRange(1, 10_000),
    default=40,
    show_default=True,
    help="Services of each group; each move is played on a fifth as many.",
)
@click.option("--seed", default="1", show_default=True, help="The same seed gives the same numbers.")
@click.option("--months", type=click.IntRange(12, 240), default=36, show_default=True)
@click.option(
    "--move",
    "only",
    multiple=True,
    metavar="MOVE",
    help="Play this move alone; repeatable. Default: every move there is.",
)
@click.option(
    "--together",
    type=click.IntRange(0, 100_000),
    default=12,
    show_default=True,
    metavar="N",
    help="Play so many pairs of moves besides, those first whose moves do the most; 0: none.",
)
@click.option("--jobs", type=click.IntRange(1, 1000), help="Processes. Default: one for each core.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option(
    "--output", "-o", type=click.Path(path_type=Path, dir_okay=False), help="Write here instead of standard output."
)
@timed
def command(
    framework: str,
    authorities: int,
    seed: str,
    months: int,
    only: tuple[str, ...],
    together: int,
    jobs: int | None,
    form: str,
    output: Path | None,
) -> int:
    """Simulate honest, still, declining and gamed services, judge them all by a framework, and say how often what comes about.

    For each rule and verdict: how often, with an interval; rules that never fire or fire for all; rules and verdicts that a cheat
    can buy by a move, or by two moves together, held against services that are the same but for that; and what cannot be told
    from it.

    Exit codes: 0 done; 2 it could not be completed.
    """
    from inspector.cli._output import ready, write
    from inspector.judging import rulebooks
    from inspector.report.workbench.calibration import render

    ready(output, framework)
    moves = _moves(only)
    book = rulebooks.load(framework).framework
    found = _characteristics(book, framework, (authorities, seed, months), moves, together, jobs)
    write(render(found, form), output, form)
    return 0


def _moves(only: tuple[str, ...]) -> tuple[str, ...]:
    """The moves that are played. Raises UsageError for one that there is not."""
    from difflib import get_close_matches

    from inspector.simulate import moves

    every = (*moves.ids(), *moves.of_records())
    for name in only:
        if name not in every:
            near = get_close_matches(name, every, n=1)
            fix = f"Did you mean {near[0]!r}? " if near else ""
            raise click.UsageError(f"{name!r} is no move. {fix}(inspector simulate --list shows all)")
    return tuple(dict.fromkeys(only)) or every


def _characteristics(
    book: "Framework",
    framework: str,
    how: tuple[int, str, int],
    moves: tuple[str, ...],
    together: int,
    jobs: int | None,
) -> "Characteristics":
    from inspector.workbench.calibrating import plan
    from inspector.workbench.calibrating.characteristics import characteristics
    from inspector.workbench.calibrating.together import promising

    gamed, more = plan.gamed(*how, moves)
    wanted = (*plan.honest(*how), *more, *gamed)
    seen, failed = _judged(wanted, framework, jobs)
    found = characteristics(book, wanted, seen, moves, sorted(failed))
    pairs, left = promising(moves, (*found.bought, *found.silenced, *found.better), together)
    if not pairs:
        return found.model_copy(update={"uncombined": left})
    # The twins that are left as they are were judged above.
    both, _ = plan.gamed(*how, pairs)
    judged, not_judged = _judged(both, framework, jobs, seen)
    every = sorted([*failed, *not_judged])
    return characteristics(book, (*wanted, *both), {**seen, **judged}, moves, every, pairs, left)


def _judged(
    wanted: "Sequence[Wanted]", framework: str, jobs: int | None, twins: "Mapping[str, Seen] | None" = None
) -> "tuple[dict[str, Seen], list[str]]":
    """What was seen of each by its name, and why some could not be judged; `twins` were judged before."""
    from inspector import clock
    from inspector.batch.pool import cores
    from inspector.batch.task import Failed
    from inspector.cli.framework._simulated import Service, outcomes

    seen: dict[str, Seen] = {}
    same: list[str] = []
    failed: list[str] = []
    with clock.phase("judging simulated services"):
        services = [Service(one.name, framework, one) for one in wanted]
        for one in clock.each(outcomes(services, jobs or cores()), len(services)):
            if isinstance(one, Failed):
                failed.append(f"{one.name}: {'; '.join(one.says)}")
            elif one.seen is None:
                same.append(one.name)
            else:
                seen[one.name] = one.seen
    of = {one.name: one.twin for one in wanted if one.move}
    there = {**(twins or {}), **seen}
    return seen | {name: there[of[name]]._replace(name=name) for name in same if of[name] in there}, failed
