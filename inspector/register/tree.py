"""A Merkle tree over entries, as RFC 9162 (section 2.1) has it: its root, and proofs that others can check.

A leaf is sha256 of a zero byte and the entry, a node sha256 of a one byte and its two children; n leaves are split at the
largest power of two below n. Hashes are 32 bytes. Whole subtrees are kept, so that nothing is hashed twice as the tree grows:
`Node` gives the hash of the one over the leaves from `place * 2**level` to below `(place + 1) * 2**level`.
"""

from collections.abc import Callable, Sequence
from hashlib import sha256

Node = Callable[[int, int], bytes]
EMPTY = sha256(b"").digest()
"""The root over no entries."""


def leaf(data: bytes) -> bytes:
    """The hash of one entry."""
    return sha256(b"\x00" + data).digest()


def parent(left: bytes, right: bytes) -> bytes:
    """The hash over two children."""
    return sha256(b"\x01" + left + right).digest()


def root(size: int, node: Node) -> bytes:
    """The root over the first `size` leaves."""
    return _over(0, size, node) if size else EMPTY


def grown(size: int, new: bytes, node: Node) -> list[tuple[int, int, bytes]]:
    """The whole subtrees (level, place, hash) that the leaf `new` completes in a tree of `size` leaves, itself first."""
    level, place, hash_ = 0, size, new
    found = [(level, place, hash_)]
    while place % 2:
        hash_ = parent(node(level, place - 1), hash_)
        level, place = level + 1, place // 2
        found.append((level, place, hash_))
    return found


def of_leaves(leaves: Sequence[bytes]) -> Node:
    """`Node` over hashes of leaves that are at hand. It raises KeyError for a subtree that is not whole."""
    nodes: dict[tuple[int, int], bytes] = {}

    def node(level: int, place: int) -> bytes:
        return nodes[level, place]

    for size, one in enumerate(leaves):
        for level, place, hash_ in grown(size, one, node):
            nodes[level, place] = hash_
    return node


def inclusion(index: int, size: int, node: Node) -> tuple[bytes, ...]:
    """The hashes that lead from a leaf to the root over `size` leaves, from the leaf upwards. Raises ValueError beyond them."""
    if not 0 <= index < size:
        raise ValueError(f"entry {index} is not among {size}")
    path: list[bytes] = []
    start, end = 0, size
    while end - start > 1:
        middle = start + _split(end - start)
        if index < middle:
            path.append(_over(middle, end, node))
            end = middle
        else:
            path.append(_over(start, middle, node))
            start = middle
    return tuple(reversed(path))


def consistency(old: int, new: int, node: Node) -> tuple[bytes, ...]:
    """The proof that the tree over `old` leaves is the beginning of that over `new`. Raises ValueError where it cannot be."""
    if not 0 <= old <= new:
        raise ValueError(f"{old} entries are no beginning of {new}")
    if old in (0, new):
        return ()
    path: list[bytes] = []
    start, end = 0, new
    while old != end:
        middle = start + _split(end - start)
        if old <= middle:
            path.append(_over(middle, end, node))
            end = middle
        else:
            path.append(_over(start, middle, node))
            start = middle
    if start:
        path.append(_over(start, end, node))
    return tuple(reversed(path))


def leads_to(one: bytes, index: int, size: int, proof: Sequence[bytes]) -> bytes | None:
    """The root that a leaf and its proof lead to (RFC 9162, 2.1.3.2); None for a proof of another length than it must have."""
    if not 0 <= index < size:
        return None
    place, last, found = index, size - 1, one
    for beside in proof:
        if not last:
            return None
        if place % 2 or place == last:
            found = parent(beside, found)
            while place and not place % 2:
                place, last = place // 2, last // 2
        else:
            found = parent(found, beside)
        place, last = place // 2, last // 2
    return None if last else found


def extends(old: int, old_root: bytes, new: int, new_root: bytes, proof: Sequence[bytes]) -> bool:
    """Whether the proof shows that the new tree begins with the old one (RFC 9162, 2.1.4.2)."""
    if old == new:
        return not proof and old_root == new_root
    if not old:
        return not proof and old_root == EMPTY
    if not 0 < old < new or not proof:
        return False
    path = list(proof) if old & (old - 1) else [old_root, *proof]
    place, last = old - 1, new - 1
    while place % 2:
        place, last = place // 2, last // 2
    first = second = path[0]
    for beside in path[1:]:
        if not last:
            return False
        if place % 2 or place == last:
            first, second = parent(beside, first), parent(beside, second)
            while place and not place % 2:
                place, last = place // 2, last // 2
        else:
            second = parent(second, beside)
        place, last = place // 2, last // 2
    return not last and first == old_root and second == new_root


def _split(many: int) -> int:
    """The largest power of two below `many`."""
    return 1 << (many - 1).bit_length() - 1


def _over(start: int, end: int, node: Node) -> bytes:
    """The hash over the leaves from `start` to below `end`, where a subtree of that size may begin."""
    many = end - start
    if not many & (many - 1):
        level = many.bit_length() - 1
        return node(level, start >> level)
    middle = start + _split(many)
    return parent(_over(start, middle, node), _over(middle, end, node))
