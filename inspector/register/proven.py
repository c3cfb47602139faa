"""A register held to what its key signed before anything in it is believed: every entry, in its place, and none too few.

Proof that one entry is in the tree says nothing of one that was taken out or hidden by a column beside it, so all are read. Where
many bundles are held against one register, what was read before may be kept (`Known`), and only what came since is read.
"""

import json
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from inspector.model.problems import CannotComplete
from inspector.model.register import Checkpoint
from inspector.register import heads, keys, receipts, tree
from inspector.register.ed25519 import Public, named
from inspector.register.entries import kind_of, known_as
from inspector.register.store.reading import Reading
from inspector.register.wrong import refused

CHECK = "`inspector register check` says what does not fit"
AUTHORITY = re.compile(r'\{(?:"about":\[[\d,]*\],)?"authority":("(?:[^"\\]|\\.)*")')
"""How the text of an entry begins: its keys are sorted."""
Peak = tuple[int, int, bytes]
"""Level, place and hash of a whole subtree."""


@dataclass(frozen=True)
class Seen:
    """The first `size` entries, by the hashes of the largest whole subtrees over them."""

    size: int = 0
    peaks: tuple[Peak, ...] = ()

    def root(self) -> bytes:
        """The root over them."""
        if not self.peaks:
            return tree.EMPTY
        found = self.peaks[-1][2]
        for _, _, left in reversed(self.peaks[:-1]):
            found = tree.parent(left, found)
        return found


Known = dict[str, Seen]
"""What was read of registers before, by their places."""


def head_beside(place: str) -> heads.Head | None:
    """The head beside the key of a register, where one is at hand. To be read before the snapshot that is held to it: whoever
    enters meanwhile writes a larger one. Raises CannotComplete."""
    private = keys.where(None, place)
    return heads.read(private) if private is not None else None


def proven(register: Reading, known: Known | None = None, head: heads.Head | None = None) -> Public:
    """The key by which everything in a register holds, asked within a snapshot of it. `known` is read, and added to.

    Raises CannotComplete where an entry was changed, moved, hidden, added or taken away since it was signed, where the signature
    is none, and where the key or its head that lies beside the register says otherwise.
    """
    key = _key(register)
    checkpoint = register.checkpoint()
    if checkpoint is None:
        raise _altered(register, "no checkpoint covers its entries")
    receipts.signed(checkpoint, key, register.place)
    seen = _read(register, _before(register, known.get(register.place) if known else None))
    if seen.size != checkpoint.size or seen.root().hex() != checkpoint.root:
        raise _altered(register, f"its entries are not the {checkpoint.size} that were signed at {checkpoint.at}")
    _beside(register, key, checkpoint, head)
    if known is not None:
        known[register.place] = seen
    return key


def _key(register: Reading) -> Public:
    """The first key. Raises CannotComplete where it cannot be read."""
    try:
        first = register.keys[0]
        found = named(first.public)
        if (found.key, found.name) != (first.id, first.name):
            raise ValueError
    except (LookupError, ValueError, AttributeError, TypeError):
        raise _altered(register, "the key that it was signed by is missing, or is none") from None
    return found


def _before(register: Reading, seen: Seen | None) -> Seen:
    """What was read of it before, if that is still its beginning."""
    if (
        seen
        and register.size >= seen.size
        and all(register.node(level, at) == hash_ for level, at, hash_ in seen.peaks)
    ):
        return seen
    return Seen()


def _read(register: Reading, seen: Seen) -> Seen:
    size, peaks = seen.size, list(seen.peaks)
    for number, text, kind, authority in register.raw_texts(size):
        if number != size:
            raise _altered(register, f"entry {size} is missing")
        if not _says(text, kind, authority):
            raise _altered(register, f"the columns of entry {number} are not what its text says")
        _grow(peaks, size, tree.leaf(text.encode()))
        size += 1
    return Seen(size, tuple(peaks))


def _grow(peaks: list[Peak], place: int, hash_: bytes) -> None:
    """Put the leaf at that place to the largest whole subtrees before it."""
    level = 0
    while place % 2:
        hash_ = tree.parent(peaks.pop()[2], hash_)
        level, place = level + 1, place // 2
    peaks.append((level, place, hash_))


def _says(text: str, kind: str, authority: str) -> bool:
    start = AUTHORITY.match(text)
    try:
        return start is not None and _looked_up(start[1]) == authority and kind_of(text) == kind
    except ValueError:
        return False


@lru_cache(4096)
def _looked_up(spelt: str) -> str:
    return known_as(json.loads(spelt))


def _beside(register: Reading, key: Public, checkpoint: Checkpoint, head: heads.Head | None) -> None:
    """Hold it to its own key and head, where they lie at hand. Raises CannotComplete."""
    own = None if "://" in register.place else Path(register.place).with_suffix(keys.PUBLIC)
    if own is not None and own.exists() and keys.public(own) != key:
        message = f"it was signed by {key.name} ({key.key}), and the key beside it is another ({own.name})"
        raise refused("wrong-register-key", message, register.place, CHECK)
    private = keys.where(None, register.place)
    if (
        private is not None
        and head is not None
        and any(key.signed(head.checkpoint.text, one) for one in head.checkpoint.signatures)
    ):
        heads.hold(private, checkpoint.size, register.node, register.place, head)


def _altered(register: Reading, what: str) -> CannotComplete:
    return refused("register-entry", f"{what}: it was changed by something other than Inspector", register.place, CHECK)
