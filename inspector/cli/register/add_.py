"""`inspector register add`: a sealed bundle entered, and the receipt for whoever submitted it."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from inspector.cli._by import by, words_of
from inspector.cli._pseudonyms import pseudonym_options, pseudonyms
from inspector.cli._watching import timed
from inspector.cli.register._options import key_option, register_option

if TYPE_CHECKING:
    from inspector.bundle.pseudonyms import Pseudonyms
    from inspector.model.register import Entry
    from inspector.packing.entering import Submission
    from inspector.register.book import Register
    from inspector.register.entries import Draft


LOOKED_AT = 5
"""With so many of the last submissions of a name a bundle has nothing in common that is refused as another authority's."""


@click.command()
@click.argument("bundle", type=click.Path(path_type=Path))
@register_option
@key_option
@click.option("--keep", is_flag=True, help="Keep the files themselves; without it only what their seal and rows say.")
@click.option(
    "--output", "-o", type=click.Path(path_type=Path, dir_okay=False),
    help="Write the receipt here. Default: NAME.ROOT.receipt.json beside the bundle.",
)  # fmt: skip
@click.option("--same-authority", is_flag=True, help="Enter it although nothing of the earlier submissions is in it.")
@words_of
@pseudonym_options
@timed
def command(
    bundle: Path,
    register: str | None,
    key: Path | None,
    keep: bool,
    output: Path | None,
    same_authority: bool,
    framework: str | None,
    pseudonymise: bool | None,
    key_file: Path | None,
) -> int:
    """Enter BUNDLE, which has to be sealed, and write its receipt.

    The register is made on first use. Nothing is entered where the seal does not hold, and nothing twice.

    Exit codes: 0 entered; 1 the seal does not hold; 2 it could not be entered. But for 0 nothing was changed.
    """
    from inspector import clock
    from inspector.cli._output import ready
    from inspector.cli.register._options import apart, signer
    from inspector.packing.entering import SealBroken
    from inspector.register.book import opened
    from inspector.register.named import where

    place = where(register)
    read = (place if "://" not in place else None, key, key_file, bundle)
    _refuse_within(place, bundle)
    ready(output, *read)
    apart(place, output)
    try:
        given, draft = _given(bundle, keep, pseudonymise, key_file, framework)
    except SealBroken as broken:
        return _refuse(broken)
    target = output or _beside(bundle, given.body.root)
    ready(target, *read)
    with clock.phase("entering it"):
        signing = signer(place, key)
        with opened(place, make=True) as book:
            [entry] = book.append([draft], signing, guard=lambda held: _guard(held, given, same_authority))
            _tell(book, entry)
            _receipt(book, entry, target)
    return 0


def _refuse_within(place: str, bundle: Path) -> None:
    """Raise CannotComplete for a register within the bundle: its key would be handed on with it."""
    from inspector.register.wrong import refused
    from inspector.writing.over import lies_over

    if "://" not in place and bundle.is_dir() and lies_over(Path(place), bundle):
        message = "it lies in the bundle, and its key would be handed on with it"
        raise refused("register-place", f"{message}; nothing was changed", place, fix="name a place elsewhere")


def _given(
    bundle: Path, keep: bool, pseudonymise: bool | None, key_file: Path | None, framework: str | None
) -> "tuple[Submission, Draft]":
    from inspector import clock
    from inspector.packing import entering
    from inspector.register.entries import Draft

    hidden = pseudonyms(pseudonymise, key_file) if keep else None
    with clock.phase("reading the bundle"):
        given = entering.submission(bundle, pseudonymised=hidden is not None, by=by(framework))
    contents = [
        ("held.json", given.held.model_dump_json(exclude_defaults=True).encode()),
        ("datapackage.json", given.manifest),
    ]
    if keep:
        contents += [(f"file:{name}", data) for name, data in _files(bundle, given, hidden)]
    return given, Draft("submission", given.authority, given.body, contents=tuple(contents))


def _files(bundle: Path, given: "Submission", hidden: "Pseudonyms | None") -> list[tuple[str, bytes]]:
    from inspector.packing import entering

    found = entering.files(bundle, given)
    if hidden is None:
        return found
    from inspector.packing.pseudonymised import pseudonymised

    return pseudonymised(bundle, found, hidden)


def _guard(book: "Register", given: "Submission", same_authority: bool) -> None:
    """Refuse a bundle that is there already, and one of another authority under the same name."""
    from inspector.register.wrong import refused

    there = book.entries(kind="submission", root=given.body.root)
    if there:
        one = there[0]
        message = f"this very bundle is entry {one.index}, entered on {one.entered_at[:10]}; nothing was changed"
        fix = f"`inspector register receipt {one.index}` writes its receipt again"
        raise refused("submitted-before", message, book.place, fix)
    found = None if same_authority else _strange(book, given)
    if found:
        message = (
            f"of {found[1]} rows that submission {found[2]} held and this one could hold, {found[0]} say the same: "
            f"it looks like another authority under the same name; nothing was changed"
        )
        raise refused("another-authority", message, book.place, "give it a name of its own, or say --same-authority")


def _strange(book: "Register", given: "Submission") -> tuple[int, int, int] | None:
    """How many rows say the same, of how many, as in which entry, where it has next to nothing of any of the last submissions."""
    from inspector.packing.entering import strange

    found = None
    for one in reversed(book.entries(kind="submission", authority=given.authority)[-LOOKED_AT:]):
        then = book.held(one)
        same = strange(given.evidence, then) if then is not None else None
        if same is None:
            return None
        found = found or (*same, one.index)
    return found


def _tell(book: "Register", entry: "Entry") -> None:
    from inspector.cli.register._options import told

    known = book.entries(kind="submission", authority=entry.authority)
    times = f"its submission {len(known)}" if len(known) > 1 else "its first submission"
    lines = [
        f"Entered as entry {entry.index} on {entry.entered_at}: {entry.authority}, {times} here.",
        f"Root: {entry.body.root}",  # type: ignore[union-attr]
    ]
    told([*lines, *(_near(book, entry) if len(known) == 1 else ())])


def _near(book: "Register", entry: "Entry") -> list[str]:
    """What is said where a first submission has a name spelt nearly as another's: what came under that one is not seen here."""
    from inspector.model.words import in_a_row, short
    from inspector.register.entries import known_as
    from inspector.register.near import near

    last = {name: number for name, _, number in book.names()}
    found = [short(book.entry(last[name]).authority) for name in near(known_as(entry.authority), last)]
    if not found:
        return []
    return [f"Spelt nearly so: {in_a_row(found)}. Submissions under another spelling are not counted as earlier ones."]


def _receipt(book: "Register", entry: "Entry", target: Path) -> None:
    from inspector.cli._output import write
    from inspector.register import receipts

    try:
        write(receipts.written(book.receipt(entry.index)), target, "receipt")
    except click.FileError as failure:
        click.echo(
            f"It was entered, but its receipt could not be written: {failure.format_message()}. "
            f"`inspector register receipt {entry.index} -o FILE` writes it elsewhere.", err=True,
        )  # fmt: skip
        return
    click.echo(
        f"Receipt: {click.format_filename(target)}. Give it to whoever submitted the bundle, who needs the public key (.pub) too."
    )


def _beside(bundle: Path, root: str) -> Path:
    """Where the receipt goes when nobody says: beside the bundle, named after it and its root, as the next month has its own."""
    at = bundle if bundle.name else bundle.absolute()
    name = at.stem if at.suffix.lower() == ".zip" else at.name
    return at.parent / f"{name or 'bundle'}.{root.removeprefix('sha256:')[:8]}.receipt.json"


def _refuse(broken: Exception) -> int:
    from inspector.model.problems import CannotComplete
    from inspector.report.lines import problem_lines

    assert isinstance(broken, CannotComplete)
    for line in problem_lines(broken.problems):
        click.echo(line, err=True)
    click.echo("Not entered, and nothing was changed: the bundle is not as it was sealed.", err=True)
    return 1
