"""An entry as rows: the columns that are derived from its text, and all that one transaction writes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from inspector.model.register import Checkpoint, Entry, Signature
from inspector.register.entries import hash_of, known_as
from inspector.register.store import packing, tables

MOST_ASKED = 500
"""So many values are asked for by one query."""


@dataclass(frozen=True)
class Row:
    """An entry as it lies in the register: its text, the hash of its leaf, and what was derived from it."""

    index: int
    text: str
    leaf: bytes
    columns: Mapping[str, Any]


def columns(entry: Entry) -> dict[str, Any]:
    """What the columns of an entry have to be."""
    return {
        "kind": entry.kind,
        "entered_at": entry.entered_at,
        "authority": known_as(entry.authority),
        "root": getattr(entry.body, "root", None),
    }


def beside(entry: Entry) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The rows of `register_about` and of `register_files` that an entry has to have."""
    about = [{"number": entry.index, "of": of} for of in sorted(set(entry.about))]
    files = [
        {"number": entry.index, "place": place, "name": one.name, "sha256": one.sha256}
        for place, one in enumerate(entry.contents)
    ]
    return about, files


def write(at: Connection, written: list[tuple[Entry, str, bytes]], data: Iterable[bytes]) -> None:
    """Write entries, each with its text and leaf, and the contents that are not there yet."""
    _insert(at, tables.entries, [
        {"number": entry.index, "text": text, "leaf": leaf, **columns(entry)} for entry, text, leaf in written
    ])  # fmt: skip
    both = [beside(entry) for entry, _, _ in written]
    _insert(at, tables.about, [row for about, _ in both for row in about])
    _insert(at, tables.files, [row for _, files in both for row in files])
    new = {hash_of(one): one for one in data}
    for sha256 in _kept(at, list(new)):
        del new[sha256]
    _insert(at, tables.contents, [packing.packed(name, one) for name, one in new.items()])


def write_nodes(at: Connection, made: Mapping[tuple[int, int], bytes]) -> None:
    """Write hashes of whole subtrees."""
    _insert(at, tables.nodes, [{"level": key[0], "place": key[1], "hash": one} for key, one in made.items()])


def write_checkpoint(at: Connection, checkpoint: Checkpoint) -> None:
    """Write a checkpoint with its signatures."""
    _insert(at, tables.checkpoints, [{"size": checkpoint.size, "at": checkpoint.at, "text": checkpoint.text}])
    _insert(at, tables.signatures, [signed(checkpoint.size, one) for one in checkpoint.signatures])


def signed(size: int, signature: Signature) -> dict[str, Any]:
    """The row of a signature under the checkpoint of that size."""
    return {"size": size, "key": signature.key, "name": signature.name, "signature": signature.signature}


def _insert(at: Connection, table: Any, rows: list[dict[str, Any]]) -> None:
    if rows:
        at.execute(table.insert(), rows)


def _kept(at: Connection, names: list[str]) -> Iterable[str]:
    for start in range(0, len(names), MOST_ASKED):
        wanted = select(tables.contents.c.sha256).where(tables.contents.c.sha256.in_(names[start : start + MOST_ASKED]))
        yield from list(at.execute(wanted).scalars())
