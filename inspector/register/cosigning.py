"""A second inspector signs what the first one signed, and remembers it, so that no other history can be shown later."""

from pathlib import Path

from inspector.model.register import Checkpoint
from inspector.register import growth, notes, receipts
from inspector.register.checking.text import text_of
from inspector.register.ed25519 import Public, Signer
from inspector.register.wrong import refused
from inspector.writing import whole


def seen_at(signer: Signer, register: Public) -> Path:
    """Where a co-signer keeps the last checkpoint of a register that he signed."""
    return signer.path.with_name(f"{signer.path.stem}.{register.key}.seen")


def cosign(path: Path, register: Public, signer: Signer, at: int) -> Checkpoint:
    """The checkpoint in a file with the co-signature under it. Raises CannotComplete, OSError; then nothing was signed.

    It has to be signed by the register, and to continue what this key co-signed before. `at` is the co-signer's time (seconds).
    """
    place, text, kept = str(path), text_of(path), seen_at(signer, register)
    if kept.exists():
        before = notes.checkpoint(text_of(kept), str(kept))
        receipts.signed(before, register, str(kept))
        found = growth.continues(before, text, place)
    else:
        found = growth.read(text, place)[2]
    receipts.signed(found, register, place)
    if signer.of.raw == register.raw:
        raise refused("register-key", "a co-signature is another's: this is the register's own key", str(signer.path))
    others = tuple(one for one in found.signatures if one.name != signer.origin)
    signed = found.model_copy(update={"signatures": (*others, signer.cosign(found.text, at))})
    whole.write(kept, notes.written(signed).encode())
    return signed
