"""A log held to itself, entry by entry: whatever leaves a register or comes back to one passes here."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from inspector.model.problems import CannotComplete
from inspector.model.register import Checkpoint, CheckpointLine, Entry
from inspector.model.words import agree, short
from inspector.register import notes, tree
from inspector.register.archive.layout import State
from inspector.register.ed25519 import COSIGNED, Public, key_id
from inspector.register.entries import canonical, entry_of


class DoesNotFit(ValueError):
    """What does not fit, in words."""


@dataclass
class Kept:
    """A content that entries name: as what, how large it has to be, and of whom it is."""

    name: str
    bytes: int
    authorities: list[str] = field(default_factory=list)
    entries: list[int] = field(default_factory=list)


@dataclass
class Log:
    """The entries so far: the hashes of their leaves, the contents that they name, the first time and the last."""

    leaves: list[bytes] = field(default_factory=list)
    kept: dict[str, Kept] = field(default_factory=dict)
    authorities: set[str] = field(default_factory=set)
    since: str = ""
    at: str = ""

    def take(self, text: str) -> Entry:
        """The next entry. Raises DoesNotFit where it is none, in another form or place, or earlier than the one before."""
        number = len(self.leaves)
        try:
            entry = entry_of(text)
        except CannotComplete:
            raise DoesNotFit(f"entry {number} is none that this version knows") from None
        if canonical(entry) != text:
            raise DoesNotFit(f"entry {number} is not in the form in which entries are hashed")
        if entry.index != number:
            raise DoesNotFit(f"in the place of entry {number} stands entry {entry.index}")
        if entry.entered_at < self.at:
            raise DoesNotFit(f"entry {number} was entered before the one above it")
        self.leaves.append(tree.leaf(text.encode()))
        self.since, self.at = self.since or entry.entered_at, entry.entered_at
        self.authorities.add(entry.authority)
        self._names(entry)
        return entry

    def _names(self, entry: Entry) -> None:
        for one in entry.contents:
            kept = self.kept.setdefault(one.sha256, Kept(one.name, one.bytes))
            if kept.bytes != one.bytes:
                raise DoesNotFit(f"entry {entry.index} says another size of {one.name} than an entry before")
            if entry.authority not in kept.authorities:
                kept.authorities.append(entry.authority)
            kept.entries.append(entry.index)

    def closed(self, lines: Iterable[CheckpointLine], keys: Sequence[Public], cosigners: Sequence[Public]) -> State:
        """What the last checkpoint says. Raises DoesNotFit unless each was signed by one of the keys and has the right root.

        They have to come smallest first, be of one register, and the last of all entries. Co-signatures have to hold too, but for
        those whose key nobody has.
        """
        last: Checkpoint | None = None
        node = tree.of_leaves(self.leaves)
        # By their ids, as there may be many of both.
        signing = {key.key: key for key in keys}
        beside = {key_id(key.name, COSIGNED, key.raw): key for key in cosigners}
        for line in lines:
            last = self._next(line, last, node, signing)
            _cosigned(last, beside)
        if last is None or last.size != len(self.leaves):
            signed = last.size if last else 0
            raise DoesNotFit(
                f"of {len(self.leaves)} {agree(len(self.leaves), 'entry', 'entries')} only {signed} were signed for"
            )
        return State(last.origin, last.size, last.root, self.since, last.at)

    def _next(
        self, line: CheckpointLine, before: Checkpoint | None, node: tree.Node, keys: Mapping[str, Public]
    ) -> Checkpoint:
        try:
            found = notes.checkpoint(line.checkpoint)
        except CannotComplete as wrong:
            raise DoesNotFit(wrong.problems[0].message) from None
        called = f"the checkpoint of {found.size}"
        if notes.written(found) != line.checkpoint:
            raise DoesNotFit(f"{called} is not in the form in which checkpoints are written")
        if before and not (found.size > before.size and found.at >= before.at and found.origin == before.origin):
            raise DoesNotFit(f"{called} does not follow the one before it, of {before.size}")
        if not any(one.key in keys and keys[one.key].signed(found.text, one) for one in found.signatures):
            raise DoesNotFit(f"{called} was signed by none of the keys of the register, or was altered")
        if not 0 < found.size <= len(self.leaves) or tree.root(found.size, node).hex() != found.root:
            raise DoesNotFit(f"{called} is of other entries than those that are here")
        return found


def _cosigned(checkpoint: Checkpoint, cosigners: Mapping[str, Public]) -> None:
    """Raise DoesNotFit for a co-signature that does not hold."""
    for one in checkpoint.signatures:
        if one.key in cosigners and cosigners[one.key].cosigned(checkpoint.text, one) is None:
            raise DoesNotFit(
                f"the signature of {short(one.name)} under the checkpoint of {checkpoint.size} does not hold"
            )
