"""A Merkle root over rows: one hash for all of them, from which a single row can be proved later.

The tree is that of RFC 6962: a leaf is sha256 of a zero byte and the row, a node sha256 of a one byte and its two
children, and a level of n leaves is split at the largest power of two below n. A row is its cells that are not empty,
as `[field, text]` pairs in the order of the fields, in JSON without spaces: the same for CSV, JSON and a workbook.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import count

from inspector.bundle.tables.table import BETWEEN, ROW, SHORT, Table

EMPTY = sha256(b"").digest()


def leaf(row: bytes) -> bytes:
    """The hash of one row."""
    return sha256(b"\x00" + row).digest()


def root(leaves: Iterable[bytes]) -> bytes:
    """The root over hashes of rows; of none, the hash of nothing.

    The hashes are taken one by one, and only one for each level of the tree is kept.
    """
    stack: list[tuple[int, bytes]] = []
    for one in leaves:
        size, hash_ = 1, one
        while stack and stack[-1][0] == size:
            left = stack.pop()[1]
            size, hash_ = 2 * size, sha256(b"\x01" + left + hash_).digest()
        stack.append((size, hash_))
    if not stack:
        return EMPTY
    found = stack.pop()[1]
    while stack:
        found = sha256(b"\x01" + stack.pop()[1] + found).digest()
    return found


def rows_of(table: Table) -> Iterator[bytes]:
    """The rows of a table in the form that is hashed."""
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    names = sorted(table.fields)
    for batch in table.batches():
        for cells in batch.drop(ROW, SHORT, strict=False).select(names).iter_rows():
            pairs = [
                (name, _parts(cell, table.separator))
                for name, cell in zip(names, cells, strict=True)
                if cell not in (None, "")
            ]
            if pairs:
                yield encode(pairs).encode("utf-8", "surrogatepass")


def _parts(cell: str, separator: str) -> str:
    """Lists from JSON have a separator of their own; a row is the same in either form."""
    return ";".join(part.strip() for part in cell.split(separator)) if separator == BETWEEN else cell


def of_tables(tables: Sequence[Table]) -> tuple[str, int]:
    """Root and number of rows of a resource: of its one table, or over the roots of its tables in the order of their kinds."""
    roots, number = [], count()
    for table in sorted(tables, key=lambda one: (one.kind, one.sheet or "")):
        # Counted as they pass: a table of the authority's own may be larger than memory.
        roots.append(root(leaf(row) for row, _ in zip(rows_of(table), number, strict=False)))
    top = roots[0] if len(roots) == 1 else root(leaf(one) for one in roots)
    return f"sha256:{top.hex()}", next(number)
