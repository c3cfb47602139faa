"""What `inspector simulate --submissions` does: bundles month by month, each sealed."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from inspector.simulate.authority import Authority
    from inspector.simulate.monthly.playing import Play

Named = tuple[str, float]


def write(authority: "Authority", count: int, played: list[Named], place: Path) -> None:
    """Write what was handed in at the end of each of the last `count` months into `place`, each bundle sealed. Raises OSError."""
    from shutil import rmtree

    from inspector.packing.history import KEPT
    from inspector.packing.sealing import seal
    from inspector.simulate.monthly import handed_in, playing, writing

    series = handed_in.submissions(authority, count)
    for id, dose in played:
        series = playing.play(series, id, known()[id], dose)
    for folder in writing.write(series, place):
        seal(folder, despite_problems=True)
        # Nobody will take the seal back.
        rmtree(folder / KEPT, ignore_errors=True)


def known() -> "dict[str, Play]":
    """Habits and lies by id."""
    from inspector.simulate.monthly.habits import HABITS
    from inspector.simulate.monthly.lies import LIES

    return {**HABITS, **LIES}


def refuse(count: int | None, months: int, played: list[Named], *, case_lists: bool) -> None:
    """Raise UsageError where what was asked for does not go together."""
    if count is None:
        if played:
            raise click.UsageError("A habit or a lie is played over months: say how many with --submissions.")
        return
    if case_lists:
        raise click.UsageError("--submissions is not for --case-lists.")
    if count > months:
        raise click.UsageError(f"{count} submissions of {months} months: there is one a month at most.")
