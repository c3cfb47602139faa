"""A whole register read to be copied, and one written as it was elsewhere: the same texts, trees and signatures."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, select

from inspector.model.register import CheckpointLine, KeyLine
from inspector.register import notes, tree
from inspector.register.ed25519 import COSIGNED, key_id, named
from inspector.register.entries import entry_of, hash_of
from inspector.register.store import packing, rows, tables
from inspector.register.store.database import Database
from inspector.register.store.reading import Reading
from inspector.register.wrong import refused

PART = 500
"""So many rows are read or written at once."""


class Whole:
    """A register up to the entry that was the last one when this was made: as nothing in it changes, no lock is needed."""

    def __init__(self, register: Reading) -> None:
        self._register = register
        last = register.checkpoint()
        self.size = last.size if last else 0

    def texts(self) -> Iterator[str]:
        """The texts of the entries, in order."""
        at = tables.entries.c
        for start in range(0, self.size, PART):
            wanted = select(at.text).where(at.number >= start, at.number < min(start + PART, self.size))
            yield from (str(row.text) for row in self._register.base.rows(wanted.order_by(at.number)))

    def checkpoints(self) -> Iterator[CheckpointLine]:
        """The checkpoints, smallest first, with all their signatures and stamps."""
        stamps: dict[int, list[str]] = defaultdict(list)
        for size, _, _, stamp in self._register.raw_stamps():
            stamps[size].append(stamp)
        for one in self._register.checkpoints():
            if one.size <= self.size:
                yield CheckpointLine(checkpoint=notes.written(one), stamps=tuple(stamps[one.size]))

    def keys(self) -> Sequence[KeyLine]:
        """The keys that sign here, the first one first; then those that co-signed."""
        signing = [KeyLine(public=one.public, added_at=one.added_at) for one in self._register.keys]
        return [*signing, *(KeyLine(public=one.public) for one in self._register.cosigners)]

    def content(self, sha256: str) -> bytes:
        """What was kept by that hash. Raises CannotComplete where it is missing or altered."""
        return self._register.content(sha256)


def restore(
    base: Database,
    texts: Sequence[str],
    checkpoints: Sequence[CheckpointLine],
    keys: Sequence[KeyLine],
    names: Iterable[str],
    content: Callable[[str], bytes],
) -> None:
    """Write a whole register into one that has no entry, in one transaction. All of it has been checked but for the contents.

    `names` are the hashes of the contents, and `content` gives each, or raises. Raises CannotComplete; then nothing has changed.
    """
    with base.writing() as at:
        if Reading(base).size or Reading(base).keys:
            raise refused(
                "register-not-empty",
                "there are entries already; nothing was changed",
                base.place,
                "name a place without a register",
            )
        _insert(at, tables.keys, (_key(one) for one in keys if one.added_at))
        _insert(at, tables.cosigners, (_cosigner(one) for one in keys if not one.added_at))
        nodes: dict[tuple[int, int], bytes] = {}
        for start in range(0, len(texts), PART):
            _entries(at, start, texts[start : start + PART], nodes)
        for name in names:
            at.execute(tables.contents.insert(), [packing.packed(name, content(name))])
        read = [(notes.checkpoint(one.checkpoint), one.stamps) for one in checkpoints]
        _insert(at, tables.checkpoints, ({"size": one.size, "at": one.at, "text": one.text} for one, _ in read))
        _insert(at, tables.signatures, (rows.signed(one.size, each) for one, _ in read for each in one.signatures))
        _insert(at, tables.stamps, (row for one, stamps in read for row in _stamps(one.size, stamps)))


def _entries(at: Connection, start: int, texts: Sequence[str], nodes: dict[tuple[int, int], bytes]) -> None:
    leaves = [tree.leaf(text.encode()) for text in texts]
    rows.write(at, [(entry_of(text), text, leaf) for text, leaf in zip(texts, leaves, strict=True)], ())
    made: dict[tuple[int, int], bytes] = {}
    for number, leaf in enumerate(leaves, start):
        for level, place, found in tree.grown(number, leaf, lambda level, place: nodes[level, place]):
            made[level, place] = nodes[level, place] = found
    rows.write_nodes(at, made)


def _key(one: KeyLine) -> Mapping[str, Any]:
    public = named(one.public)
    return {"id": public.key, "name": public.name, "public": one.public, "added_at": one.added_at}


def _cosigner(one: KeyLine) -> Mapping[str, Any]:
    public = named(one.public)
    return {"id": key_id(public.name, COSIGNED, public.raw), "name": public.name, "public": one.public}


def _stamps(size: int, stamps: Sequence[str]) -> Iterator[Mapping[str, Any]]:
    for place, stamp in enumerate(stamps):
        yield {"size": size, "place": place, "sha256": hash_of(stamp.encode()), "stamp": stamp}


def _insert(at: Connection, table: Table, found: Iterable[Mapping[str, Any]]) -> None:
    given = list(found)
    for start in range(0, len(given), PART):
        at.execute(table.insert(), given[start : start + PART])
