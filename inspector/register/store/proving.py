"""What a register proves: its checkpoints, and that an entry is in it, or an older state its beginning."""

from collections.abc import Iterator

from sqlalchemy import func, select, union_all

from inspector.model.register import Checkpoint, Receipt, Signature
from inspector.register import notes, tree
from inspector.register.store import tables
from inspector.register.store.raw import Raw
from inspector.register.wrong import refused

CHECK = "`inspector register check`"


class Proving(Raw):
    """Checkpoints with all their signatures and time stamps, hashes of the tree, receipts."""

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
