"""`inspector receipt`: what a receipt of a register proves."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from inspector.cli._watching import timed

if TYPE_CHECKING:
    from inspector.model.problems import CannotComplete
    from inspector.model.register import Checkpoint
    from inspector.register.receipts import Verified

DOES_NOT_HOLD = frozenset({
    "receipt-altered", "receipt-for-another", "wrong-register-key", "register-forked", "no-proof", "bundle-changed",
})  # fmt: skip
FILE = click.Path(path_type=Path, dir_okay=False)


@click.group()
def receipt() -> None:
    """What a receipt of a register proves. Nothing is asked of any register, and no network is used."""


@receipt.command(short_help="Verify a receipt by the public key of its register, and that it is for a bundle.")
@click.argument("file", type=FILE)
@click.argument("bundle", type=click.Path(path_type=Path), required=False)
@click.option(
    "--public", "public_file", type=FILE, help="The public key of the register (.pub), from whoever keeps it."
)
@click.option("--co-signer", "cosigners", type=FILE, multiple=True, help="The public key of one who co-signed.")
@click.option("--later", type=FILE, help="A later checkpoint, as `register checkpoint --since FILE` writes it.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How it is told.")
@timed
def verify(
    file: Path,
    bundle: Path | None,
    public_file: Path | None,
    cosigners: tuple[Path, ...],
    later: Path | None,
    form: str,
) -> int:
    """Verify the receipt in FILE by the public key of its register, and that it is for BUNDLE.

    With --later it is also proved that the register, as that checkpoint has it, still begins with what was signed
    for the receipt.

    \b
    inspector receipt verify county.receipt.json county --public register.pub

    Exit codes: 0 it holds; 1 it does not: altered, of another register, for another bundle; 2 it could not be verified.
    """
    from inspector.cli._output import write
    from inspector.model.problems import CannotComplete
    from inspector.report.lines import problem_lines

    try:
        found, newer, root = _verified(file, bundle, public_file, cosigners, later)
    except CannotComplete as failure:
        if not _does_not_hold(failure):
            raise
        for line in problem_lines(failure.problems):
            click.echo(line, err=True)
        click.echo("The receipt does not hold.", err=True)
        return 1
    from inspector.report.receipt_told import document, lines

    if form == "json":
        import json

        write(json.dumps(document(found, newer, root), indent=2, ensure_ascii=False) + "\n", None, "json")
    else:
        write("".join(f"{line}\n" for line in lines(document(found, newer, root), str(bundle or ""))), None)
    return 0


def _verified(
    file: Path, bundle: Path | None, public_file: Path | None, cosigners: tuple[Path, ...], later: Path | None
) -> "tuple[Verified, Checkpoint | None, str | None]":
    from inspector.register import growth, keys, receipts
    from inspector.register.checking.text import text_of
    from inspector.register.wrong import refused

    place = click.format_filename(file)
    given = receipts.read(text_of(file), place)
    if public_file is None:
        message = "without the public key of the register nothing can be verified"
        fix = "--public FILE: ask whoever keeps the register for it, and see that you have it from them"
        raise refused("register-key-missing", message, place, fix)
    key = keys.public(public_file)
    others = [keys.public(one) for one in cosigners]
    found = receipts.verify(given, key, others, place)
    receipts.all_signed(found.checkpoint, others, place)
    newer = None
    if later is not None:
        newer = growth.continues(found.checkpoint, text_of(later), click.format_filename(later))
        receipts.signed(newer, key, click.format_filename(later))
    root = _root(bundle) if bundle is not None else None
    if bundle is not None:
        receipts.of_bundle(found, root, place)
    return found, newer, root


def _root(bundle: Path) -> str | None:
    """The root of a bundle as it is now. Raises CannotComplete where the seal does not hold."""
    from inspector.model.problems import CannotComplete
    from inspector.packing.verifying import verify as sealed
    from inspector.register.wrong import refused

    found = sealed(bundle)
    if found.problems:
        message = "the bundle is not as it was sealed, so it is not what the receipt is for"
        told = refused(
            "bundle-changed", message, click.format_filename(bundle), "inspector bundle verify says what changed"
        )
        raise CannotComplete([*told.problems, *found.problems[:5]])
    return found.root


def _does_not_hold(failure: "CannotComplete") -> bool:
    problems: Any = failure.problems
    return bool(problems) and problems[0].rule in DOES_NOT_HOLD
