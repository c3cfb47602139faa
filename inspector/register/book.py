"""A register, open: entries are read, and appended with the checkpoint that is signed over them."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Protocol

from inspector.model.register import Checkpoint, Entry, Signature
from inspector.register import heads, notes, tree
from inspector.register.entries import Draft, canonical, entered_now, hash_of, seconds_between
from inspector.register.heads import FileSeen
from inspector.register.store import rows, tables
from inspector.register.store.database import opened as base_at
from inspector.register.store.failures import NOTHING
from inspector.register.store.proving import CHECK
from inspector.register.store.reading import Reading
from inspector.register.wrong import refused

APART = 2
"""Seconds by which the clocks of two machines that write in one register may differ."""


class Signer(Protocol):
    """Who signs checkpoints: the name of the register (`origin`), the key's id and public part."""

    @property
    def origin(self) -> str:
        """The name of the key, which a register that it begins has as its origin."""

    @property
    def key(self) -> str:
        """The id in hex."""

    @property
    def public(self) -> str:
        """The public part on a line."""

    def sign(self, body: str) -> Signature:
        """The signature of that text."""

    def held_to(self, size: int, node: tree.Node, register: str) -> None:
        """Raise CannotComplete unless the largest checkpoint that was signed is the beginning of what is there."""

    def remember(self, checkpoint: Checkpoint, file: FileSeen | None = None) -> None:
        """Keep it beside the key, as the largest that was signed, and how the file of the register was then."""


@contextmanager
def opened(place: str, *, make: bool = False) -> "Iterator[Register]":
    """The register at a path or URL. With `make` it is made where there is none. Raises CannotComplete, in words."""
    with base_at(place, make=make) as base:
        yield Register(base)


class Register(Reading):
    """What `Reading` reads, and what is appended. Nothing that was entered is ever changed."""

    def append(
        self,
        drafts: Sequence[Draft],
        signer: Signer,
        *,
        guard: "Callable[[Register], None] | None" = None,
        now: str | None = None,
    ) -> list[Entry]:
        """Enter drafts in one transaction, with one checkpoint over them; they are there for good when this returns.

        `guard` is called once nobody else can write, and may raise. Raises CannotComplete, and then nothing has changed.
        """
        with self.base.writing() as connection:
            # The clock is looked at once nobody else can write: whoever waited has waited.
            at, size = self._not_before(now or entered_now()), self.size
            self._vouched(signer, at)
            signer.held_to(size, self.node, self.place)
            if guard is not None:
                guard(self)
            entries = [one.entry(size + place, at) for place, one in enumerate(drafts)]
            self._refuse_loose(entries)
            written = [(one, text, tree.leaf(text.encode())) for one in entries for text in (canonical(one),)]
            rows.write(connection, written, [data for one in drafts for _, data in one.contents])
            made = grown(size, [leaf for _, _, leaf in written], self.node)
            rows.write_nodes(connection, made)
            checkpoint = self._signed(size + len(entries), made, at, signer)
            rows.write_checkpoint(connection, checkpoint)
        self._remembered(signer, checkpoint)
        return entries

    def add_signature(self, size: int, signature: Signature, public: str = "", key: Path | None = None) -> None:
        """Put another signature under the checkpoint of that size; `public` is the line of the key that made it.

        The caller has verified it. `key` is where the register's own key lies, where that is known. Raises CannotComplete.
        """
        with self.base.writing() as connection:
            checkpoint = self.checkpoint(size)
            if checkpoint is None or checkpoint.size != size:
                raise refused("register-checkpoint", f"there is no checkpoint of {size} entries", self.place)
            if any(one.key == signature.key for one in checkpoint.signatures):
                raise refused("register-checkpoint", f"{signature.name} has signed it already", self.place)
            connection.execute(tables.signatures.insert(), [rows.signed(size, signature)])
            if public and all(one.id != signature.key for one in self.cosigners):
                row = {"id": signature.key, "name": signature.name, "public": public}
                connection.execute(tables.cosigners.insert(), [row])
        self._seen(key)

    def add_stamp(self, size: int, stamp: str, key: Path | None = None) -> None:
        """Put a time stamp (base64) beside the checkpoint of that size. The caller has verified it. Raises CannotComplete."""
        with self.base.writing() as connection:
            checkpoint = self.checkpoint(size)
            if checkpoint is None or checkpoint.size != size:
                raise refused("register-checkpoint", f"there is no checkpoint of {size} entries", self.place)
            held = self.stamps(size)
            if stamp not in held:
                row = {"size": size, "place": len(held), "sha256": hash_of(stamp.encode()), "stamp": stamp}
                connection.execute(tables.stamps.insert(), [row])
        self._seen(key)

    def _seen(self, key: Path | None) -> None:
        """Keep how the file is now beside the key, where that can be written."""
        with suppress(OSError):
            if key is not None and self.base.sqlite:
                heads.seen(key, self.file_seen())

    def _remembered(self, signer: Signer, checkpoint: Checkpoint) -> None:
        try:
            signer.remember(checkpoint, self.file_seen())
        except OSError as failure:
            message = (
                f"it was entered, and the register has {checkpoint.size} entries now; but that could not be kept beside the key: "
                f"{failure.strerror or failure}"
            )
            raise refused("register-key", message, self.place, fix="let the folder of the key be written to") from None

    def _signed(self, size: int, made: dict[tuple[int, int], bytes], at: str, signer: Signer) -> Checkpoint:
        def node(level: int, place: int) -> bytes:
            return made[level, place] if (level, place) in made else self.node(level, place)

        body = notes.body(signer.origin, size, tree.root(size, node), at)
        return notes.checkpoint(notes.note(body, (signer.sign(body),)))

    def _vouched(self, signer: Signer, at: str) -> None:
        """Raise CannotComplete for a key that is none of the register's; the first one that signs becomes its key."""
        known = self.keys
        if not known:
            row = {"id": signer.key, "name": signer.origin, "public": signer.public, "added_at": at}
            self.base.at.execute(tables.keys.insert(), [row])
        elif not any((one.id, one.public, one.name) == (signer.key, signer.public, signer.origin) for one in known):
            message = (
                f"the key ({signer.origin} {signer.key}) is not the one that signs here ({known[0].name} {known[0].id}); "
                "nothing was changed"
            )
            raise refused("wrong-register-key", message, self.place, fix="--key FILE, the key of this register")

    def _not_before(self, at: str) -> str:
        """The time, or that of the last entry where the clock is a moment behind it. Raises CannotComplete for an earlier one."""
        last = self.last_at
        if last is None or at >= last:
            return at
        try:
            behind = seconds_between(at, last)
        except ValueError:
            message = f"the time of its last entry is none; {NOTHING}"
            raise refused("register-damaged", message, self.place, CHECK) from None
        if behind <= APART:
            return last
        message = f"the clock says {at}, and the last entry was made at {last}: a register's time never goes back"
        raise refused("clock-back", f"{message}; nothing was changed", self.place, fix="set the clock right")

    def _refuse_loose(self, entries: list[Entry]) -> None:
        for one in entries:
            if not all(0 <= of < one.index for of in one.about):
                raise refused(
                    "no-such-entry", f"there is no entry {max(one.about)} yet; nothing was changed", self.place
                )


def grown(size: int, leaves: Sequence[bytes], node: tree.Node) -> dict[tuple[int, int], bytes]:
    """The hashes of all whole subtrees that come about as leaves are added to a tree of `size`, by level and place."""
    made: dict[tuple[int, int], bytes] = {}

    def both(level: int, place: int) -> bytes:
        return made[level, place] if (level, place) in made else node(level, place)

    for index, leaf in enumerate(leaves, size):
        for level, place, found in tree.grown(index, leaf, both):
            made[level, place] = found
    return made
