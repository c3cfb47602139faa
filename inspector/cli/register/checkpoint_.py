"""`inspector register checkpoint`: write what was signed, co-sign another's, attach co-signatures and time stamps."""

import base64
from pathlib import Path
from typing import TYPE_CHECKING

import click

from inspector.cli._watching import timed
from inspector.cli.register._options import entries, key_option, register_option, told

if TYPE_CHECKING:
    from inspector.model.register import Checkpoint
    from inspector.register.book import Register

FILE = click.Path(path_type=Path, dir_okay=False)


@click.command()
@register_option
@key_option
@click.option("--since", type=FILE, help="Add the proof that it continues this receipt or older checkpoint.")
@click.option(
    "--co-sign", type=FILE, help="Sign the checkpoint in this file with your own --key; no register is asked."
)
@click.option("--public", "public_file", type=FILE, help="With --co-sign: the public key of the register.")
@click.option("--add", type=FILE, help="Take the co-signature of this file into the register.")
@click.option("--co-signer", type=FILE, help="With --add: the public key of who co-signed.")
@click.option("--query", is_flag=True, help="Write the request for a time stamp (RFC 3161), to be sent by you.")
@click.option("--stamp", type=FILE, help="Attach the time stamp that an authority sent back (.tsr).")
@click.option("--output", "-o", type=FILE, help="Write to this file.")
@timed
def command(
    register: str | None,
    key: Path | None,
    since: Path | None,
    co_sign: Path | None,
    public_file: Path | None,
    add: Path | None,
    co_signer: Path | None,
    query: bool,
    stamp: Path | None,
    output: Path | None,
) -> None:
    """Write the latest signed checkpoint of a register: how many entries it has, and their root.

    \b
    Co-signed by a second inspector:
      inspector register checkpoint -r R.db -o R.checkpoint
      inspector register checkpoint --co-sign R.checkpoint --public R.pub --key own.key -o R.co-signed
      inspector register checkpoint -r R.db --add R.co-signed --co-signer own.pub
    Stamped by an authority (nothing is sent by Inspector):
      inspector register checkpoint -r R.db --query -o R.tsq
      inspector register checkpoint -r R.db --stamp R.tsr

    A co-signer signs nothing that does not continue what he signed before, which he keeps beside his key. Where that was smaller,
    the file has to be made with --since and his last one.

    Exit codes: 0 done; 2 refused, and nothing was changed.
    """
    from inspector.cli._output import ready
    from inspector.register.book import opened
    from inspector.register.named import where

    if sum(map(bool, (since, co_sign, add, query, stamp))) > 1:
        raise click.UsageError("--since, --co-sign, --add, --query and --stamp are asked for one at a time.")
    if bool(add) != bool(co_signer) or bool(co_sign) != bool(public_file):
        raise click.UsageError("--add goes with --co-signer, and --co-sign with --public.")
    ready(output, since, co_sign, public_file, add, co_signer, stamp, key)
    if co_sign is not None and public_file is not None:
        _cosign(co_sign, public_file, key, output)
        return
    place = where(register)
    ready(output, place if "://" not in place else None)
    with opened(place) as book:
        latest = _latest(book)
        if add is not None and co_signer is not None:
            _add(book, add, co_signer, place, key)
        elif stamp is not None:
            _stamp(book, stamp, place, key)
        else:
            _write(book, latest, since, query, output)


def _latest(book: "Register") -> "Checkpoint":
    from inspector.register.wrong import refused

    found = book.checkpoint()
    if found is None:
        raise refused("no-such-register", "nothing was entered there yet, so nothing was signed", book.place)
    return found


def _write(book: "Register", latest: "Checkpoint", since: Path | None, query: bool, output: Path | None) -> None:
    from inspector.cli._output import write, write_bytes
    from inspector.register import growth, notes, stamps
    from inspector.register.wrong import refused

    if query:
        write_bytes(stamps.query(latest), output)
    elif since is None:
        write(notes.written(latest), output, "checkpoint")
    else:
        older = _older(since)
        if older.size > latest.size or older.origin != latest.origin:
            message = (
                f"{older.origin} with {older.size} entries is no older state of {latest.origin} with {latest.size}"
            )
            raise refused(
                "register-forked", message, click.format_filename(since), "inspector register check --receipt FILE"
            )
        text = growth.written(older.size, book.consistency(older.size, latest.size), latest)
        # What is not true is not written: the proof of a register that was changed leads elsewhere.
        growth.continues(older, text, book.place)
        write(text, output, "checkpoint")


def _older(path: Path) -> "Checkpoint":
    """The checkpoint of a receipt, or of a file that holds one."""
    from inspector.register import growth, notes, receipts
    from inspector.register.checking.text import text_of

    text, place = text_of(path), click.format_filename(path)
    if text.lstrip().startswith("{"):
        return notes.checkpoint(receipts.read(text, place).checkpoint, place)
    return growth.read(text, place)[2]


def _cosign(path: Path, public_file: Path, key: Path | None, output: Path | None) -> None:
    from inspector.cli._output import write
    from inspector.register import keys, notes
    from inspector.register.cosigning import cosign, seen_at
    from inspector.register.entries import entered_now
    from inspector.register.wrong import refused

    if key is None:
        raise refused("register-key-missing", "a co-signature needs a key of your own", fix="--key FILE")
    of, signer = keys.public(public_file), keys.load(key, "")
    try:
        signed = cosign(path, of, signer, _seconds(entered_now()))
    except OSError as failure:
        raise click.FileError(str(seen_at(signer, of)), hint=failure.strerror or "it cannot be written") from None
    write(notes.written(signed), output, "checkpoint")
    click.echo(f"Co-signed as {signer.origin}: {signed.origin} with {entries(signed.size)} at {signed.at}.", err=True)


def _add(book: "Register", path: Path, co_signer: Path, place: str, key: Path | None) -> None:
    from inspector.register import growth, keys
    from inspector.register.checking.text import text_of
    from inspector.register.wrong import refused

    shown = click.format_filename(path)
    found, other = growth.read(text_of(path), shown)[2], keys.public(co_signer)
    own = book.checkpoint(found.size)
    if own is None or own.text != found.text:
        raise refused("receipt-for-another", "it is no checkpoint of this register", shown)
    signed = next((one for one in found.signatures if other.cosigned(found.text, one) is not None), None)
    if signed is None:
        message = f"no signature under it is a co-signature of {other.name}"
        raise refused("wrong-register-key", message, shown, "name the public key of who co-signed")
    book.add_signature(found.size, signed, other.line, keys.where(key, place))
    told([f"Co-signed by {other.name}: {entries(found.size)} at {found.at}. New receipts of these entries say so."])


def _stamp(book: "Register", path: Path, place: str, key: Path | None) -> None:
    from inspector.register import keys, stamps
    from inspector.register.checking.text import data_of
    from inspector.register.wrong import refused

    data, shown = data_of(path), click.format_filename(path)
    try:
        found = stamps.read(data)
    except ValueError as wrong:
        raise refused("not-a-stamp", f"this is no time stamp: {wrong}", shown) from None
    over = [one for one in book.checkpoints() if found.over(one)]
    if not over or not found.intact:
        message = (
            "it is over something else than a checkpoint of this register"
            if found.intact
            else "its signature does not hold"
        )
        raise refused("not-a-stamp", message, shown, "inspector register checkpoint --query writes what has to be sent")
    book.add_stamp(over[-1].size, base64.b64encode(data).decode(), keys.where(key, place))
    told(
        [
            f"Time stamp of {found.at} by {found.by}, over {entries(over[-1].size)}. New receipts of these entries have it."
        ]
    )


def _seconds(at: str) -> int:
    from datetime import UTC, datetime

    return int(datetime.strptime(at, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC).timestamp())
