"""The root over rows: known answers of RFC 6962, and the laws that make it a seal."""

from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st

from inspector.packing.merkle import EMPTY, leaf, root

ROWS = st.lists(st.binary(max_size=4), max_size=20)


def by_definition(rows: list[bytes]) -> bytes:
    """The tree as RFC 6962, section 2.1, defines it."""
    if not rows:
        return sha256(b"").digest()
    if len(rows) == 1:
        return sha256(b"\x00" + rows[0]).digest()
    split = 1
    while split * 2 < len(rows):
        split *= 2
    return sha256(b"\x01" + by_definition(rows[:split]) + by_definition(rows[split:])).digest()


def test_of_nothing() -> None:
    assert root([]) == EMPTY == sha256(b"").digest()


def test_known_answers() -> None:
    """The first three of the test vectors that implementations of RFC 6962 share."""
    rows = [b"", b"\x00", b"\x10"]
    wanted = [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    ]
    assert [root(leaf(row) for row in rows[: n + 1]).hex() for n in range(3)] == wanted


@given(ROWS)
def test_it_is_the_tree_of_the_definition(rows: list[bytes]) -> None:
    assert root(leaf(row) for row in rows) == by_definition(rows)


@given(ROWS, st.data())
def test_any_changed_row_changes_the_root(rows: list[bytes], data: st.DataObject) -> None:
    if rows:
        place = data.draw(st.integers(0, len(rows) - 1))
        other = [*rows[:place], rows[place] + b"x", *rows[place + 1 :]]
        assert root(map(leaf, rows)) != root(map(leaf, other))
