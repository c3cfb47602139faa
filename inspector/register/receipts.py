"""Receipts: a small file that proves, offline and with the public key alone, that an entry was in a register by some time."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from inspector.model.register import BODIES, Checkpoint, Entry, Receipt, Signature, SubmissionBody
from inspector.register import notes, stamps, tree
from inspector.register.ed25519 import Public
from inspector.register.stamps import Stamp
from inspector.register.wrong import refused


@dataclass(frozen=True)
class Verified:
    """What a receipt proves: the entry, the checkpoint that it is in, and who co-signed that when (seconds since 1970)."""

    entry: Entry
    checkpoint: Checkpoint
    cosigned: tuple[tuple[str, int], ...] = ()
    unknown: tuple[str, ...] = ()
    """Names under signatures for which no key was given."""
    stamps: tuple[Stamp, ...] = ()


def written(receipt: Receipt) -> str:
    """The receipt as a file."""
    return json.dumps(receipt.model_dump(mode="json"), indent=1, ensure_ascii=False) + "\n"


def read(text: str, place: str = "receipt") -> Receipt:
    """The receipt that a file holds, not yet verified. Raises CannotComplete for one that is none."""
    try:
        return Receipt.model_validate(json.loads(text))
    except (ValueError, RecursionError):
        message = "this is no receipt of a register"
        raise refused("not-a-receipt", message, place, "name the file that `inspector register add` wrote") from None


def verify(receipt: Receipt, key: Public, others: Sequence[Public] = (), place: str = "receipt") -> Verified:
    """What the receipt proves by the register's key and those of co-signers. Raises CannotComplete with what does not fit."""
    checkpoint = notes.checkpoint(receipt.checkpoint, place)
    signed(checkpoint, key, place)
    entry = entry_of(receipt, place)
    proof = [_hash(one, place) for one in receipt.proof]
    found = tree.leads_to(tree.leaf(receipt.entry.encode()), receipt.index, checkpoint.size, proof)
    if found is None or found.hex() != checkpoint.root:
        message = "the entry and its proof do not lead to the root that was signed: the entry, its place or the proof was altered"
        raise refused("receipt-altered", message, place, notes.KEPT)
    if entry.index != receipt.index or entry.entered_at > checkpoint.at:
        raise refused("receipt-altered", "the entry is of another place or a later time than the proof says", place)
    cosigned, unknown = cosigners(checkpoint, key, others)
    return Verified(
        entry, checkpoint, cosigned, unknown, tuple(_stamp(one, checkpoint, place) for one in receipt.stamps)
    )


def signed(checkpoint: Checkpoint, key: Public, place: str = "checkpoint") -> Signature:
    """The signature of the register's key. Raises CannotComplete: of another key, or under another text."""
    for one in checkpoint.signatures:
        if key.signed(checkpoint.text, one):
            return one
    if any(one.name == key.name and one.key == key.key for one in checkpoint.signatures):
        message = f"the signature of {key.name} does not hold: the text that was signed, or the signature, was altered"
        raise refused("receipt-altered", message, place, notes.KEPT)
    names = ", ".join(f"{one.name} ({one.key})" for one in checkpoint.signatures)
    message = f"it was signed by {names}, and the key given is {key.name} ({key.key})"
    raise refused("wrong-register-key", message, place, "name the public key of the register that it came from")


def cosigners(
    checkpoint: Checkpoint, key: Public, others: Sequence[Public]
) -> tuple[tuple[tuple[str, int], ...], tuple[str, ...]]:
    """Who else signed and when, by their keys; and the names for which none of the keys holds."""
    found: list[tuple[str, int]] = []
    unknown: list[str] = []
    for one in checkpoint.signatures:
        if key.signed(checkpoint.text, one):
            continue
        times = [(other.name, at) for other in others if (at := other.cosigned(checkpoint.text, one)) is not None]
        found += times[:1]
        unknown += [] if times else [one.name]
    return tuple(found), tuple(unknown)


def all_signed(checkpoint: Checkpoint, others: Sequence[Public], place: str = "receipt") -> None:
    """Raise CannotComplete where one whose key is given, so that somebody relies on him, did not co-sign."""
    for one in others:
        if all(one.cosigned(checkpoint.text, other) is None for other in checkpoint.signatures):
            message = f"{one.name} ({one.key}) did not co-sign the checkpoint that this receipt rests on"
            fix = "a receipt of before it was co-signed does not have that: ask for it again (`inspector register receipt`)"
            raise refused("wrong-register-key", message, place, fix)


def of_bundle(verified: Verified, root: str | None, place: str = "receipt") -> None:
    """Raise CannotComplete unless the receipt is for the bundle whose seal has that root."""
    body = verified.entry.body
    if not isinstance(body, SubmissionBody):
        kind = verified.entry.kind
        raise refused("receipt-for-another", f"the receipt is for a {kind} and not for a submission", place)
    if root is None:
        fix = "inspector bundle seal, in the state in which it was submitted"
        raise refused("receipt-for-another", "the bundle is not sealed, so it has no root to compare", place, fix)
    if root != body.root:
        message = f"the receipt is for a bundle with the root {body.root}, and this one has {root}"
        raise refused("receipt-for-another", message, place, "name the bundle as it was submitted")


def entry_of(receipt: Receipt, place: str = "receipt") -> Entry:
    """The entry whose text a receipt holds. Raises CannotComplete for a text that is none."""
    try:
        document: dict[str, Any] = json.loads(receipt.entry)
        body = BODIES[document["kind"]].model_validate(document.pop("body"))
        return Entry(**document, body=body)
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
        raise refused("receipt-altered", "the text of the entry is no entry of a register", place, notes.KEPT) from None


def _stamp(text: str, checkpoint: Checkpoint, place: str) -> Stamp:
    try:
        found = stamps.read(notes.strict(text))
    except ValueError as wrong:
        raise refused("receipt-altered", f"a time stamp cannot be read: {wrong}", place, notes.KEPT) from None
    if not found.over(checkpoint) or not found.intact:
        what = "is over something else than the checkpoint" if found.intact else "is not as its authority signed it"
        raise refused("receipt-altered", f"a time stamp {what}", place, notes.KEPT)
    return found


def _hash(text: str, place: str) -> bytes:
    if len(text) == 64 and not set(text) - set("0123456789abcdef"):
        return bytes.fromhex(text)
    raise refused("receipt-altered", "what should be a hash of the proof is none", place, notes.KEPT)
