"""A register as it lies there, unchecked, row by row: what `inspector register check` looks at."""

from collections.abc import Iterator
from contextlib import nullcontext

from sqlalchemy import func, select, text

from inspector.register.entries import hash_of
from inspector.register.heads import FileSeen
from inspector.register.store import packing, tables
from inspector.register.store import place as places
from inspector.register.store.asked import Asked
from inspector.register.store.rows import Row

MOST_SEEN = 32 * 1024 * 1024
"""Bytes of a file that is read whole whenever something is entered, so that a byte that no entry uses is found too."""


class Raw(Asked):
    """What stands in each table, in the order of its keys."""

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
