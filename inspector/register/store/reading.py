"""What a register says, asked of its database: entries, contents, checkpoints, proofs."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, func, select, text, union_all

from inspector.model.held import Held
from inspector.model.register import Checkpoint, Entry, EntryKind, Receipt, Signature
from inspector.register import notes, tree
from inspector.register.entries import entry_of, hash_of, known_as
from inspector.register.heads import FileSeen
from inspector.register.store import packing, tables
from inspector.register.store import place as places
from inspector.register.store.rows import Row
from inspector.register.wrong import refused

if TYPE_CHECKING:
    from inspector.register.store.database import Database

MOST_SEEN = 32 * 1024 * 1024
"""Bytes of a file that is read whole whenever something is entered, so that a byte that no entry uses is found too."""
CHECK = "`inspector register check`"
HELD = "held.json"
LEAST_DIGITS = 8
"""So many digits of a root at least find a submission."""


class Reading:
    """A register, open to be read. Every answer is as of the moment it is asked, but for those within `snapshot()`."""

    def __init__(self, base: "Database") -> None:
        self.base = base

    @property
    def place(self) -> str:
        """Where it is, as it may be printed."""
        return self.base.place

    @property
    def size(self) -> int:
        """How many entries there are."""
        last = self.base.one(select(func.max(tables.entries.c.number)))[0]
        return 0 if last is None else int(last) + 1

    @property
    def last_at(self) -> str | None:
        """When the last entry was made."""
        wanted = select(tables.entries.c.entered_at).order_by(tables.entries.c.number.desc()).limit(1)
        found = self.base.one(wanted)
        return found[0] if found else None

    @property
    def keys(self) -> list[Any]:
        """The keys that sign here: `id`, `name` (the origin), `public`, `added_at`; the first one first."""
        return self.base.rows(select(tables.keys).order_by(tables.keys.c.added_at, tables.keys.c.id))

    @property
    def origin(self) -> str:
        """The name that its checkpoints carry; empty as long as nothing was entered."""
        known = self.keys
        return known[0].name if known else ""

    @property
    def cosigners(self) -> list[Any]:
        """Who signed checkpoints besides: `id`, `name`, `public`."""
        return self.base.rows(select(tables.cosigners).order_by(tables.cosigners.c.id))

    @property
    def state(self) -> str:
        """How many entries, signatures and time stamps there are, and the version of the schema: `3.4.1.0002`."""
        many = (self.base.one(select(func.count()).select_from(one))[0] for one in (tables.signatures, tables.stamps))
        return ".".join(map(str, [self.size, *many, *self.raw_versions()]))

    def file_seen(self) -> FileSeen | None:
        """How the file of an SQLite register is at this moment; None for a server, and for a file that is too large for it."""
        if not self.base.sqlite or places.path_of(self.base.place).stat().st_size > MOST_SEEN:
            return None
        # A reader keeps writers away, so that state and bytes are of one moment.
        with nullcontext() if self.base.within else self.snapshot():
            state, image = self.state, self.base.image()
        return FileSeen(state, len(image), hash_of(image))

    def snapshot(self) -> AbstractContextManager[None]:
        """Whatever is read within is of one moment, whoever writes meanwhile."""
        return self.base.snapshot()

    def entries(
        self,
        *,
        kind: EntryKind | None = None,
        authority: str | None = None,
        root: str | None = None,
        about: int | None = None,
        first: int = 0,
        last: int | None = None,
    ) -> list[Entry]:
        """The entries that fit, in their order. The authority is looked up blind to case and spaces."""
        at = tables.entries.c
        wanted = select(at.text).where(at.number >= first).order_by(at.number)
        for column, value in ((at.kind, kind), (at.root, root)):
            wanted = wanted if value is None else wanted.where(column == value)
        wanted = wanted if authority is None else wanted.where(at.authority == known_as(authority))
        wanted = wanted if last is None else wanted.where(at.number <= last)
        if about is not None:
            wanted = wanted.where(at.number.in_(select(tables.about.c.number).where(tables.about.c.of == about)))
        return [entry_of(row.text) for row in self.base.rows(wanted)]

    def text(self, index: int) -> str:
        """The text of an entry that was hashed. Raises CannotComplete where there is none."""
        # Beyond what a column holds there is nothing, and asking would be an error of the database's own.
        found = (
            self.base.one(select(tables.entries.c.text).where(tables.entries.c.number == index))
            if 0 <= index < 2**31
            else None
        )
        if found is None:
            size = self.size
            have = f"they are numbered 0 to {size - 1}" if size else "nothing was entered yet"
            raise refused("no-such-entry", f"there is no entry {index}: {have}", self.place)
        return str(found.text)

    def entry(self, index: int) -> Entry:
        """An entry. Raises CannotComplete where there is none."""
        return entry_of(self.text(index))

    def find(self, text: str) -> Entry:
        """The entry of that number, or the submission of that root (its first 8 digits at least). Raises CannotComplete."""
        wanted = text.strip().lower()
        if wanted.isascii() and wanted.isdigit() and len(wanted) < LEAST_DIGITS:
            return self.entry(int(wanted))
        digits = wanted.removeprefix("sha256:")
        if len(digits) < LEAST_DIGITS or not all(c in "0123456789abcdef" for c in digits):
            message = f"{text[:80]!r} is neither the number of an entry nor the root of a submission"
            raise refused("no-such-entry", message, self.place, fix="`inspector register list` has both")
        at = tables.entries.c
        like = select(at.text).where(at.kind == "submission", at.root.like(f"sha256:{digits}%")).order_by(at.number)
        found = [entry_of(row.text) for row in self.base.rows(like.limit(2))]
        if len(found) != 1:
            message = (
                f"{'no submission has' if not found else 'several submissions have'} a root that begins {digits[:64]}"
            )
            raise refused("no-such-entry", message, self.place, fix="`inspector register list` has the roots")
        return found[0]

    def authorities(self) -> list[tuple[str, int]]:
        """Every authority as its last entry spells it, with how many entries it has; sorted by name."""
        at = tables.entries.c
        groups = select(func.max(at.number).label("last"), func.count().label("many")).group_by(at.authority).subquery()
        both = select(at.text, groups.c.many).join_from(tables.entries, groups, at.number == groups.c.last)
        return sorted((entry_of(row.text).authority, row.many) for row in self.base.rows(both))

    def names(self) -> list[tuple[str, int, int]]:
        """Every authority as it is looked up by, how many entries it has, and the number of the last; sorted by name."""
        at = tables.entries.c
        wanted = select(at.authority, func.count().label("many"), func.max(at.number).label("last"))
        found = self.base.rows(wanted.group_by(at.authority).order_by(at.authority))
        return [(row.authority, row.many, row.last) for row in found]

    def content(self, sha256: str) -> bytes:
        """A content by its hash. Raises CannotComplete where it is missing or no longer what its hash says."""
        found = self.base.one(select(tables.contents).where(tables.contents.c.sha256 == sha256))
        if found is None:
            raise refused("register-content", f"a content is missing ({sha256[:19]}…)", self.place)
        return packing.unpacked(found, self.place)

    def content_of(self, entry: Entry, name: str) -> bytes | None:
        """The content of that name; None where the entry has none."""
        found = next((one for one in entry.contents if one.name == name), None)
        return self.content(found.sha256) if found else None

    def held(self, entry: Entry) -> Held | None:
        """What a submission held, received when it was entered; None where that was not kept."""
        found = self.content_of(entry, HELD)
        if found is None:
            return None
        try:
            kept = Held.model_validate_json(found)
        except ValueError:
            message = f"what submission {entry.index} held was written by a newer version"
            raise refused("register-content", message, self.place) from None
        known = self.keys
        who = {"received_by": "register", "register_key": known[0].id if known else "", "entry": entry.index}
        return kept.model_copy(update={"received_on": day_of(entry), "root": entry.body.root, **who})  # type: ignore[union-attr]

    def earlier(self, authority: str, root: str | None = None, before: int | None = None) -> tuple[Held, ...]:
        """What an authority's submissions held, oldest first: never the one of that root, and none entered after it.

        `before` is the number of an entry; only what was entered before it counts.
        """
        found = self.entries(kind="submission", authority=authority)
        own = next((one.index for one in found if root is not None and one.body.root == root), None)  # type: ignore[union-attr]
        end = min(one for one in (own, before, 2**31) if one is not None)
        kept = (self.held(one) for one in found if one.index < end)
        return tuple(one for one in kept if one is not None)

    def node(self, level: int, place: int) -> bytes:
        """The hash over a whole subtree: of the leaves from `place * 2**level` to before `(place + 1) * 2**level`."""
        at = tables.nodes.c
        found = self.base.one(select(at.hash).where(at.level == level, at.place == place))
        if found is None:
            raise refused("register-damaged", "a hash of its tree is missing", self.place, fix=CHECK)
        return bytes(found.hash)

    def checkpoint(self, size: int | None = None) -> Checkpoint | None:
        """The latest checkpoint with all its signatures, or the first of at least `size` entries; None where there is none."""
        at = tables.checkpoints.c
        wanted = select(at.size, at.text)
        wanted = wanted.order_by(at.size.desc()) if size is None else wanted.where(at.size >= size).order_by(at.size)
        found = self.base.one(wanted.limit(1))
        return None if found is None else self._checkpoint(found.size, found.text)

    def checkpoints(self) -> Iterator[Checkpoint]:
        """All checkpoints, the smallest first."""
        for row in self.base.rows(select(tables.checkpoints).order_by(tables.checkpoints.c.size)):
            yield self._checkpoint(row.size, row.text)

    def _checkpoint(self, size: int, text: str) -> Checkpoint:
        try:
            return notes.checkpoint(notes.note(text, self.signatures(size)), self.place)
        except (ValueError, TypeError):
            raise refused(
                "register-damaged", f"the checkpoint of {size} entries is damaged", self.place, fix=CHECK
            ) from None

    def signatures(self, size: int) -> tuple[Signature, ...]:
        """The signatures under the checkpoint of that size: the register's own first, then by name."""
        at = tables.signatures.c
        found = self.base.rows(select(at.name, at.key, at.signature).where(at.size == size))
        own = {one.id for one in self.keys}
        found.sort(key=lambda row: (row.key not in own, row.name, row.key))
        return tuple(Signature(name=row.name, key=row.key, signature=row.signature) for row in found)

    def stamps(self, size: int) -> tuple[str, ...]:
        """The time stamps beside the checkpoint of that size, in base64."""
        at = tables.stamps.c
        return tuple(row.stamp for row in self.base.rows(select(at.stamp).where(at.size == size).order_by(at.place)))

    def inclusion(self, index: int, size: int | None = None) -> tuple[str, ...]:
        """The hashes (hex) that lead from an entry to the root over `size` entries; without it, over all."""
        return tuple(one.hex() for one in tree.inclusion(index, self.size if size is None else size, self.node))

    def consistency(self, old: int, new: int | None = None) -> tuple[str, ...]:
        """The hashes (hex) that show that a register of `old` entries is the beginning of that of `new`."""
        return tuple(one.hex() for one in tree.consistency(old, self.size if new is None else new, self.node))

    def _best(self, index: int) -> Checkpoint | None:
        """Of the checkpoints that cover an entry the one with most co-signatures and stamps; the latest of those."""
        marks = union_all(*(select(one.c.size.label("size")) for one in (tables.signatures, tables.stamps))).subquery()
        most = select(marks.c.size).where(marks.c.size > index).group_by(marks.c.size)
        found = self.base.one(most.order_by(func.count().desc(), marks.c.size.desc()).limit(1))
        return None if found is None else self.checkpoint(found.size)

    def receipt(self, index: int) -> Receipt:
        """The receipt of an entry, by the checkpoint that most have signed or stamped, the latest of those.

        Raises CannotComplete where there is no such entry.
        """
        said, checkpoint = self.text(index), self._best(index)
        if checkpoint is None:
            raise refused("register-damaged", "no checkpoint covers the entry", self.place, fix=CHECK)
        return Receipt(
            entry=said,
            index=index,
            proof=self.inclusion(index, checkpoint.size),
            checkpoint=notes.note(checkpoint.text, checkpoint.signatures),
            stamps=self.stamps(checkpoint.size),
        )

    def raw_rows(self) -> Iterator[Row]:
        """Every entry as it lies there, unchecked, by its number."""
        for row in self.base.stream(select(tables.entries).order_by(tables.entries.c.number)):
            at = {"kind": row.kind, "entered_at": row.entered_at, "authority": row.authority, "root": row.root}
            yield Row(row.number, row.text, bytes(row.leaf), at)

    def raw_about(self) -> Iterator[tuple[int, int]]:
        """Every pair of an entry and what it is about, as it lies there."""
        yield from (
            tuple(row) for row in self._all(select(tables.about).order_by(tables.about.c.number, tables.about.c.of))
        )

    def raw_files(self) -> Iterator[tuple[int, int, str, str]]:
        """Every content of an entry, as it lies there: number, place, name, sha256."""
        yield from (
            tuple(row) for row in self._all(select(tables.files).order_by(tables.files.c.number, tables.files.c.place))
        )

    def raw_nodes(self) -> Iterator[tuple[int, int, bytes]]:
        """Every hash of the tree as it lies there: level, place, hash."""
        for row in self._all(select(tables.nodes).order_by(tables.nodes.c.level, tables.nodes.c.place)):
            yield row.level, row.place, bytes(row.hash)

    def raw_contents(self) -> Iterator[tuple[str, bytes | None]]:
        """Every content by its hash, None for one that is no longer what that says."""
        for row in self._all(select(tables.contents.c.sha256).order_by(tables.contents.c.sha256)):
            found = self.base.one(select(tables.contents).where(tables.contents.c.sha256 == row.sha256))
            try:
                yield row.sha256, packing.unpacked(found)
            except Exception:
                yield row.sha256, None

    def raw_checkpoints(self) -> Iterator[tuple[int, str, str]]:
        """Every checkpoint as it lies there: size, time, the text that was signed."""
        yield from (tuple(row) for row in self._all(select(tables.checkpoints).order_by(tables.checkpoints.c.size)))

    def raw_stamps(self) -> Iterator[tuple[int, int, str, str]]:
        """Every time stamp as it lies there: size of its checkpoint, place, sha256 of its text, the text (base64)."""
        yield from (
            tuple(row) for row in self._all(select(tables.stamps).order_by(tables.stamps.c.size, tables.stamps.c.place))
        )

    def raw_signatures(self) -> Iterator[tuple[int, str, str, str]]:
        """Every signature as it lies there: size of its checkpoint, key, name, signature."""
        at = tables.signatures
        yield from (tuple(row) for row in self._all(select(at).order_by(at.c.size, at.c.key)))

    def raw_versions(self) -> list[str]:
        """What the table of the schema's version holds."""
        return [row[0] for row in self.base.rows(select(tables.version))]

    def integrity(self) -> list[str]:
        """What SQLite itself says is wrong with the file; nothing of a server."""
        if not self.base.sqlite:
            return []
        return [row[0] for row in self.base.rows(text("PRAGMA integrity_check(20)")) if row[0] != "ok"]

    def _all(self, statement: Select[Any]) -> Iterator[Any]:
        yield from self.base.stream(statement)


def day_of(entry: Entry) -> date:
    """The day on which an entry was made, in UTC."""
    return date.fromisoformat(entry.entered_at[:10])
