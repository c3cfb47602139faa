"""`inspector simulate`: synthetic authorities, honest or gamed, with the truth beside them."""

from collections.abc import Callable
from pathlib import Path

import click

from inspector.cli._watching import shown


@click.command()
@click.argument("out", required=False, type=click.Path(path_type=Path, file_okay=False))
@click.option("--authorities", "count", type=click.IntRange(1, 100_000), default=1, show_default=True)
@click.option("--seed", default="1", show_default=True, help="The same seed gives the same bytes.")
@click.option("--months", type=click.IntRange(6, 240), default=36, show_default=True)
@click.option("--conduct", default="mixed", show_default=True, help="How they go about it; mixed takes each in turn.")
@click.option(
    "--game", "games", multiple=True, metavar="MOVE:DOSE", help="A gaming move and its dose, 0 to 1; repeatable."
)
@click.option(
    "--submissions",
    type=click.IntRange(1, 240),
    help="Write what each would have handed in at the end of each of the last so many months, sealed.",
)
@click.option(
    "--habit", "habits", multiple=True, metavar="HABIT:DOSE", help="With --submissions: ordinary life; repeatable."
)
@click.option(
    "--lie", "lies", multiple=True, metavar="LIE:DOSE", help="With --submissions: what a patient liar does; repeatable."
)
@click.option(
    "--all-kinds",
    is_flag=True,
    help="Write reviews, recommendations, leaders' time, promises, voices and a self-evaluation too.",
)
@click.option("--case-lists", is_flag=True, help="Write the eleven lists of children of Annex A instead.")
@click.option(
    "--rows", type=click.IntRange(1_000, 200_000), default=10_000, show_default=True, help="About so many on all lists."
)
@click.option("--list", "listing", is_flag=True, help="List conducts and moves.")
@shown
def simulate(
    out: Path | None,
    count: int,
    seed: str,
    months: int,
    conduct: str,
    games: tuple[str, ...],
    submissions: int | None,
    habits: tuple[str, ...],
    lies: tuple[str, ...],
    all_kinds: bool,
    case_lists: bool,
    rows: int,
    listing: bool,
) -> None:
    """Write synthetic authorities as bundles into OUT, each with its truth beside it (NAME.truth.json)."""
    from inspector.cli import _submissions
    from inspector.simulate import moves
    from inspector.simulate.case_lists.moves import MOVES
    from inspector.simulate.conduct import CONDUCTS, EVERY, authority
    from inspector.simulate.monthly.habits import HABITS
    from inspector.simulate.monthly.lies import LIES
    from inspector.simulate.records.all_kinds import all_kinds as with_records
    from inspector.simulate.writing import write

    if listing:
        _list()
        return
    if out is None:
        raise click.UsageError("Say where to write: inspector simulate OUT.")
    if conduct != "mixed" and conduct not in EVERY:
        raise click.UsageError(f"{conduct!r} is no conduct. {_near(conduct, EVERY)}(--list shows all)")
    known = tuple(MOVES) if case_lists else (*moves.ids(), *moves.of_records())
    played = [_play(text, "move", known) for text in games]
    _refuse(played, submissions, all_kinds=all_kinds, case_lists=case_lists)
    monthly = [_play(text, "habit", tuple(HABITS)) for text in habits]
    monthly += [_play(text, "lie", tuple(LIES)) for text in lies]
    _submissions.refuse(submissions, months, monthly, case_lists=case_lists)
    _room(out)
    if case_lists:
        _books(out, count, seed, rows, played)
        return
    names = sorted(EVERY if all_kinds else CONDUCTS) if conduct == "mixed" else [conduct]

    def made(number: int, place: Path) -> None:
        one = authority(f"{seed}-{number}", names[(number - 1) % len(names)], months)
        one = with_records(one) if all_kinds else one
        for id, dose in played:
            one = moves.play(one, id, dose)
        if submissions is None:
            write(one, place)
        else:
            _submissions.write(one, submissions, monthly, place)

    _each("writing authorities", out, "authority", count, made)
    click.echo(f"Wrote {count} {'authority' if count == 1 else 'authorities'} to {out}.")


def _refuse(played: list[tuple[str, float]], submissions: int | None, *, all_kinds: bool, case_lists: bool) -> None:
    """Raise UsageError where what was asked for does not go with, or without, the records of all kinds."""
    from inspector.simulate import moves

    if all_kinds and (case_lists or submissions is not None):
        raise click.UsageError(f"--all-kinds is not for {'--case-lists' if case_lists else '--submissions'}.")
    for id, _ in played:
        if id in moves.of_records() and not all_kinds and not case_lists:
            raise click.UsageError(f"{id!r} is played with records that are written with --all-kinds.")


def _each(phase: str, out: Path, name: str, count: int, made: Callable[[int, Path], None]) -> None:
    """Make so many, one after the other, each in its place. Raises UsageError where one cannot be written."""
    from inspector import clock

    with clock.phase(phase):
        for number in clock.each(range(1, count + 1), count):
            try:
                made(number, out / f"{name}-{number:04}")
            except OSError as failure:
                raise click.UsageError(
                    f"{out} cannot be written to: {failure.strerror}; {number - 1} of {count} were written."
                ) from None
    clock.finish()


def _books(out: Path, count: int, seed: str, rows: int, played: list[tuple[str, float]]) -> None:
    """Write books of case lists."""
    from inspector.simulate.case_lists import moves
    from inspector.simulate.case_lists.made import book
    from inspector.simulate.case_lists.writing import write

    def made(number: int, place: Path) -> None:
        one = book(f"{seed}-{number}", rows)
        for id, dose in played:
            moves.play(one, id, dose)
        write(one, place)

    _each("writing case lists", out, "case-lists", count, made)
    click.echo(f"Wrote {count} {'book' if count == 1 else 'books'} of case lists to {out}.")


def _room(out: Path) -> None:
    """Make the folder, or say why it cannot be used."""
    try:
        if out.exists() and any(out.iterdir()):
            raise click.UsageError(f"{out} is not empty; nothing was written.")
        out.mkdir(parents=True, exist_ok=True)
    except OSError as failure:
        raise click.UsageError(f"{out} cannot be made: {failure.strerror}. Name a folder you may write to.") from None


def _list() -> None:
    from inspector.simulate import moves
    from inspector.simulate.case_lists import moves as listed
    from inspector.simulate.conduct import EVERY
    from inspector.simulate.monthly.habits import HABITS
    from inspector.simulate.monthly.lies import LIES

    click.echo("Conducts:")
    for name, one in EVERY.items():
        click.echo(f"  {name}: {one.says} ({' or '.join(one.verdicts)})")
    click.echo("Moves:")
    for id in moves.ids():
        click.echo(f"  {id}: {moves.says(id).splitlines()[0]}")
    click.echo("Moves with records of other kinds (with --all-kinds):")
    for id in moves.of_records():
        click.echo(f"  {id}: {moves.says(id).splitlines()[0]}")
    click.echo("Moves of case lists (with --case-lists):")
    for id in listed.MOVES:
        click.echo(f"  {id}: {listed.says(id)}")
    for words, plays in (("Habits", HABITS), ("Lies", LIES)):
        click.echo(f"{words} (with --submissions):")
        for id, play in plays.items():
            click.echo(f"  {id}: {play.says}")


def _play(text: str, word: str, known: tuple[str, ...]) -> tuple[str, float]:
    id, _, dose = text.partition(":")
    if id not in known:
        raise click.UsageError(f"{id!r} is no {word}. {_near(id, known)}(--list shows all)")
    try:
        found = float(dose or "1")
    except ValueError:
        found = -1.0
    if not 0 <= found <= 1:
        raise click.UsageError(f"{text!r}: the dose is a number from 0 to 1, as in {id}:0.2")
    return id, found


def _near(word: str, known: "object") -> str:
    import difflib

    assert isinstance(known, dict | tuple)
    near = difflib.get_close_matches(word, list(known), n=1)
    return f"Did you mean {near[0]!r}? " if near else ""
