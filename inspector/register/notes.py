"""Checkpoints as signed text, in the form that transparency logs share (C2SP signed-note, tlog-checkpoint, tlog-cosignature).

The text that is signed: the origin, the number of entries, their root in base64, `at` and the time, each on a line. After a
blank line come the signatures, `— NAME BASE64`, where the base64 holds four bytes of the key's id and the signature.
"""

import base64
import binascii
import re

from inspector.model.register import Checkpoint, Signature
from inspector.register.wrong import refused

DASH = "— "
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
LONGEST = 64 * 1024
"""Characters of a checkpoint with its signatures."""
KEPT = "take the file from a copy that was kept, or ask for a new one"


def body(origin: str, size: int, root: bytes, at: str) -> str:
    """The text that is signed; it ends in a line break."""
    return f"{origin}\n{size}\n{base64.b64encode(root).decode()}\nat {at}\n"


def note(text: str, signatures: tuple[Signature, ...]) -> str:
    """The whole checkpoint as a file: the text that was signed, a blank line, the signatures."""
    return f"{text}\n" + "".join(f"{line(one)}\n" for one in signatures)


def written(checkpoint: Checkpoint) -> str:
    """The checkpoint as a file."""
    return note(checkpoint.text, checkpoint.signatures)


def line(signature: Signature) -> str:
    """A signature as the line below a checkpoint."""
    held = bytes.fromhex(signature.key) + base64.b64decode(signature.signature)
    return f"{DASH}{signature.name} {base64.b64encode(held).decode()}"


def signature(text: str) -> Signature:
    """The signature that a line holds. Raises ValueError for one that is none."""
    name, _, held = text.removeprefix(DASH).partition(" ")
    if not text.startswith(DASH) or not name or " " in held:
        raise ValueError("a line below a checkpoint is no signature")
    data = strict(held)
    if len(data) < 5:
        raise ValueError("a signature is too short")
    return Signature(name=name, key=data[:4].hex(), signature=base64.b64encode(data[4:]).decode())


def checkpoint(text: str, place: str = "checkpoint") -> Checkpoint:
    """The checkpoint that a file holds, its signatures not yet checked. Raises CannotComplete for one that cannot be read."""
    try:
        return _read(text)
    except ValueError as wrong:
        raise refused("not-a-checkpoint", f"this is no checkpoint of a register: {wrong}", place, KEPT) from None


def strict(text: str) -> bytes:
    """Base64 in its one form. Raises ValueError for any other text, those that decode to the same bytes among them."""
    try:
        found = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise ValueError("what should be base64 is none") from None
    if base64.b64encode(found).decode() != text:
        raise ValueError("what should be base64 is not in its one form")
    return found


def _read(text: str) -> Checkpoint:
    if len(text) > LONGEST:
        raise ValueError(f"it has more than {LONGEST:,} characters")
    signed, blank, below = text.partition("\n\n")
    if not blank or not below.endswith("\n"):
        raise ValueError("the text, a blank line and the signatures are not there")
    lines = signed.split("\n")
    if len(lines) != 4 or not lines[0].strip():
        raise ValueError("its text does not have four lines")
    origin, size, root, at = lines
    if not re.fullmatch(r"0|[1-9]\d{0,15}", size, re.ASCII):
        raise ValueError("its second line is no number of entries")
    if len(strict(root)) != 32:
        raise ValueError("its third line is no root")
    if not at.startswith("at ") or not TIME.fullmatch(at[3:], 0):
        raise ValueError("its fourth line says no time")
    found = tuple(map(signature, below[:-1].split("\n")))
    return Checkpoint(
        origin=origin, size=int(size), root=strict(root).hex(), at=at[3:], text=f"{signed}\n", signatures=found
    )
