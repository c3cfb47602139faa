"""Checkpoints held to the entries, and signatures and time stamps to the checkpoints."""

import base64
from hashlib import sha256

from inspector.model.problems import CannotComplete
from inspector.model.register import Checkpoint, Signature
from inspector.register import notes
from inspector.register import stamps as reading
from inspector.register.checking.work import Work
from inspector.register.ed25519 import COSIGNED, Public, key_id, named

UNKNOWN = (
    "signatures were held to the key that the register itself names. Whoever made all of it anew, key and all, is found only "
    "by the public key that you keep: --public FILE"
)


def keys(work: Work) -> None:
    """The keys that the register names: each as it was entered, the first one that which is known outside."""
    first = work.times[0] if work.times else ""
    for place, row in enumerate(work.register.keys):
        found = _named(work, row.public)
        if found is not None and (found.name, found.key) != (row.name, row.id):
            work.wrong("register-signature", f"the key {row.id} is not the one that its line names")
        if row.added_at not in work.times or (not place and row.added_at != first):
            work.wrong("register-signature", f"the key {row.id} was added at {row.added_at}, when nothing was entered")
    for row in work.register.cosigners:
        found = _named(work, row.public)
        if found is not None and (found.name, key_id(found.name, COSIGNED, found.raw)) != (row.name, row.id):
            work.wrong("register-signature", f"the co-signer's key {row.id} is not the one that its line names")
    known = [row.public for row in work.register.keys]
    if work.outside is None:
        work.notes.append(UNKNOWN)
    elif known and work.outside.line not in known:
        message = f"the key given is {work.outside.name} ({work.outside.key}), and the register was signed by another"
        work.wrong("wrong-register-key", message, fix="name the public key of this register")


def _named(work: Work, line: str) -> Public | None:
    try:
        return named(line)
    except ValueError as failure:
        work.wrong("register-signature", f"a key in the register cannot be read: {failure}")
        return None


def checkpoints(work: Work) -> None:
    """Each checkpoint: its size, time and root as the entries are, signed by the register, and by nobody unknown."""
    own = [one for row in work.register.keys if (one := quiet(row.public))]
    own = [one for one in own if work.outside is None or one == work.outside] or (
        [work.outside] if work.outside else []
    )
    others = [one for row in work.register.cosigners if (one := quiet(row.public))]
    signatures: dict[int, list[Signature]] = {}
    for size, key, name, held in work.register.raw_signatures():
        signatures.setdefault(size, []).append(Signature(name=name, key=key, signature=held))
    last, origin = "", work.register.origin
    for size, at, text in work.register.raw_checkpoints():
        found = _checkpoint(work, size, text, signatures.pop(size, []))
        if found is None:
            continue
        work.checkpoints.append(found)
        if (found.size, found.at) != (size, at) or found.at < last or found.origin != origin:
            work.wrong(
                "register-checkpoint", f"the checkpoint of {size} entries does not say what the columns beside it say"
            )
        last = max(last, found.at)
        _rooted(work, found)
        _signed(work, found, own, others)
    for size in signatures:
        work.wrong("register-signature", f"a signature is under a checkpoint of {size} entries, and there is none")
    covered = max((one.size for one in work.checkpoints), default=0)
    if covered != len(work.leaves):
        message = f"the last checkpoint is over {covered} entries, and there are {len(work.leaves)}"
        work.wrong("register-checkpoint", message)


def _checkpoint(work: Work, size: int, text: str, signatures: list[Signature]) -> Checkpoint | None:
    try:
        found = notes.checkpoint(notes.note(text, tuple(signatures)), work.register.place)
    except (CannotComplete, ValueError):
        work.wrong("register-checkpoint", f"the checkpoint of {size} entries, or a signature under it, cannot be read")
        return None
    if found.text != text or found.signatures != tuple(signatures):
        work.wrong("register-checkpoint", f"the checkpoint of {size} entries is not in the form in which it was signed")
    return found


def _rooted(work: Work, found: Checkpoint) -> None:
    if work.root(found.size) != found.root:
        message = f"the first {found.size} entries are not those that were signed at {found.at}"
        work.wrong("register-checkpoint", message, fix="an entry was changed, moved, added or taken away")
    elif found.size and work.times[found.size - 1] > found.at:
        work.wrong("register-clock", f"an entry is later than the checkpoint of {found.size} entries that it is in")


def _signed(work: Work, found: Checkpoint, own: list[Public], others: list[Public]) -> None:
    if not any(key.signed(found.text, one) for key in own for one in found.signatures):
        work.wrong(
            "register-signature", f"the checkpoint of {found.size} entries is not signed by the key of the register"
        )
    for one in found.signatures:
        by_register = any(key.signed(found.text, one) for key in own)
        if not by_register and all(other.cosigned(found.text, one) is None for other in others):
            message = f"the signature of {one.name} under the checkpoint of {found.size} entries does not hold"
            work.wrong("register-signature", message)


def quiet(line: str) -> Public | None:
    """The key that a line names; None for a line that names none."""
    try:
        return named(line)
    except ValueError:
        return None


def stamps(work: Work) -> None:
    """Each time stamp: as it was put there, over its checkpoint, and as its authority signed it."""
    by_size = {one.size: one for one in work.checkpoints}
    places: dict[int, int] = {}
    for size, place, digest, text in work.register.raw_stamps():
        where = f"a time stamp beside the checkpoint of {size} entries"
        if sha256(text.encode()).hexdigest() != digest or place != places.get(size, 0):
            work.wrong("register-stamp", f"{where} is not as it was put there")
            continue
        places[size] = place + 1
        try:
            stamp = reading.read(base64.b64decode(text, validate=True))
        except ValueError as failure:
            work.wrong("register-stamp", f"{where} cannot be read: {failure}")
            continue
        if size not in by_size or not stamp.over(by_size[size]):
            work.wrong("register-stamp", f"{where} is over something else")
        if not stamp.intact:
            work.wrong("register-stamp", f"{where} is not as its authority signed it")
