"""A checkpoint with the proof that it continues an older one, in the form in which logs hand it to a witness (C2SP tlog-witness).

First `old` and the number of entries of the older checkpoint, then the hashes of the proof in base64, a blank line, and the
checkpoint. A file without the first lines is a checkpoint alone.
"""

import base64
import re

from inspector.model.register import Checkpoint
from inspector.register import notes, tree
from inspector.register.wrong import refused


def written(old: int, proof: tuple[str, ...], checkpoint: Checkpoint) -> str:
    """The file; `proof` in hex."""
    hashes = "".join(f"{base64.b64encode(bytes.fromhex(one)).decode()}\n" for one in proof)
    return f"old {old}\n{hashes}\n{notes.written(checkpoint)}"


def read(text: str, place: str = "checkpoint") -> tuple[int | None, tuple[bytes, ...], Checkpoint]:
    """How many entries the older one had (None for a checkpoint alone), the proof, the checkpoint. Raises CannotComplete."""
    if not text.startswith("old "):
        return None, (), notes.checkpoint(text, place)
    head, _, note = text.partition("\n\n")
    lines = head.split("\n")
    try:
        if not re.fullmatch(r"old (0|[1-9]\d{0,15})", lines[0], re.ASCII) or len(lines) > 65:
            raise ValueError("its first line is no number of entries")
        proof = tuple(map(notes.strict, lines[1:]))
        if any(len(one) != 32 for one in proof):
            raise ValueError("a hash of the proof is none")
    except ValueError as wrong:
        raise refused("not-a-checkpoint", f"its proof cannot be read: {wrong}", place, notes.KEPT) from None
    return int(lines[0][4:]), proof, notes.checkpoint(note, place)


def continues(older: Checkpoint, text: str, place: str) -> Checkpoint:
    """The checkpoint of a file, which continues the older one. Raises CannotComplete where it does not, or does not prove it."""
    old, proof, found = read(text, place)
    if found.size == older.size and found.root == older.root and found.origin == older.origin:
        return found
    if found.size < older.size or found.origin != older.origin or (found.size == older.size):
        message = (
            f"{found.origin} with {found.size} entries at {found.at} does not continue {older.origin} with {older.size} "
            f"entries at {older.at}: the same register was shown in two forms, or this is another one"
        )
        raise refused("register-forked", message, place, "ask who keeps the register")
    if old != older.size:
        message = f"it has {found.size} entries, and no proof that it continues the {older.size} that were seen before"
        fix = "inspector register checkpoint --since FILE, with the older receipt or checkpoint"
        raise refused("no-proof", message, place, fix)
    if not tree.extends(older.size, bytes.fromhex(older.root), found.size, bytes.fromhex(found.root), proof):
        message = (
            f"the {found.size} entries do not begin with the {older.size} that were seen before: something was changed"
        )
        raise refused("register-forked", message, place, "ask who keeps the register")
    return found
