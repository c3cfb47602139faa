"""A register's database as it is asked: where it is, how much is in it, whose keys sign."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, func, select

from inspector.register.store import tables
from inspector.register.wrong import refused

if TYPE_CHECKING:
    from inspector.register.store.database import Database


class Asked:
    """A register, open. Every answer is as of the moment it is asked, but for those within `snapshot()`."""

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

    def snapshot(self) -> AbstractContextManager[None]:
        """Whatever is read within is of one moment, whoever writes meanwhile."""
        return self.base.snapshot()

    def _all(self, statement: Select[Any]) -> Iterator[Any]:
        yield from self.base.stream(statement)
