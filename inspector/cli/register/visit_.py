"""`inspector register visit`: what visits found, entered with the seals that held when they were read."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from inspector.cli.register._options import key_option, register_option

if TYPE_CHECKING:
    from inspector.proof.chain import Chain
    from inspector.proof.folder import Visit
    from inspector.register.book import Register
    from inspector.register.entries import Draft
    from inspector.register.visits import Files


@click.group()
def command() -> None:
    """Enter what a visit found."""


@command.command("add", short_help="Enter the visit in a folder: plan, rounds, and what stands of every row.")
@click.argument("visit", type=click.Path(path_type=Path))
@click.option(
    "--keep",
    is_flag=True,
    help="Keep the frame and the records too. They hold identifiers, and what inspectors wrote in their own words.",
)
@register_option
@key_option
def add(visit: Path, keep: bool, register: str | None, key: Path | None) -> int:
    """Enter the VISIT in a folder: its plan, its rounds, and what stands of every row that was looked at.

    Its seals, the chain of what was recorded and the root of the bundle have to hold. Without --keep no identifier and no note
    is kept, but the last hash of every inspector's records: whoever has the folder can show that it is the one.
    """
    from inspector.cli.register._entering import enter, say
    from inspector.model.words import plain, plural
    from inspector.proof import chain, folder

    found = folder.load(visit)
    folder.hold_guarantee(found)
    chains = chain.of_folder(found.folder, found.plan.seal)
    for one in chains:
        if one.torn:
            click.echo(f"The last line of {plain(str(one.path))} is cut off; what it said is not entered.", err=True)
    entry, place = enter(register, key, _draft(found, chains, keep=keep))
    records = sum(len(one.entries) for one in chains)
    say(
        entry,
        place,
        f"a visit to {entry.authority} for submission {entry.about[0]}, {plural(len(found.rounds), 'round')} and "
        f"{plural(records, 'record')} of {plural(len(chains), 'inspector')}.",
    )
    return 0


def _draft(visit: "Visit", chains: "tuple[Chain, ...]", *, keep: bool) -> "Callable[[Register], Draft]":
    files = _files(visit, chains, keep=keep)
    days = sorted(entry.at[:10] for one in chains for entry in one.entries)

    def made(book: "Register") -> "Draft":
        from inspector.register.visits import draft_of

        plan = visit.plan
        submissions = book.entries(kind="submission", root=plan.bundle_root) if plan.bundle_root else []
        visits = book.entries(kind="visit", about=submissions[0].index) if submissions else []
        submissions = submissions or book.entries(kind="submission", authority=plan.authority)
        return draft_of(plan, files, days, submissions, visits)

    return made


def _files(visit: "Visit", chains: "tuple[Chain, ...]", *, keep: bool) -> "Files":
    """What is kept of a visit. `found.json` has what stands of every row, without notes, and the last hash of every chain."""
    from inspector.proof import chain, folder
    from inspector.proof.sealing import frame_bytes
    from inspector.proof.standing import stands
    from inspector.report.document.written import written
    from inspector.report.visit_document import document

    kept = [(folder.PLAN, folder.laid_out(visit.plan))]
    kept += [(folder.round_name(one.number), folder.laid_out(one)) for one in visit.rounds]
    found = stands(visit, chain.entries(chains))
    kept.append(("found.json", written(document(visit, found, chains)).encode()))
    if keep:
        kept.append((folder.FRAME, frame_bytes(visit.frame)))
        kept += [(f"{folder.RECORDS}/{one.path.name}", b"".join(map(chain.line, one.entries))) for one in chains]
    return kept
