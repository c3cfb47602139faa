"""The fewest rows that do it: exact where all sets are tried, never fewer than there are along orders."""

from collections.abc import Collection
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from inspector.proof.search import MOST_SETS, along, every_set, least, pruned, sets_below

ROWS = tuple("abcdef")
Families = list[frozenset[str]]
families = st.lists(st.frozensets(st.sampled_from(ROWS), min_size=1), max_size=5)
"""Sets of rows each of which does it, with whatever else is gone."""


def does(sets: Families, rows: Collection[str]) -> bool:
    return any(one <= set(rows) for one in sets)


def by_hand(sets: Families) -> int | None:
    """The least number of rows that do it, every one of the 64 sets of six rows told by its bits."""
    sizes = [
        sum(bits)
        for bits in product((0, 1), repeat=len(ROWS))
        if does(sets, [r for r, b in zip(ROWS, bits, strict=True) if b])
    ]
    return min(sizes, default=None)


@given(families, st.permutations(ROWS))
def test_every_set_is_tried_of_few_rows(sets: Families, order: list[str]) -> None:
    found = least(ROWS, [("as drawn", order)], lambda rows: does(sets, rows), sets=64)
    assert (len(found.rows) if found else None) == by_hand(sets)
    assert found is None or found.exact


@given(families, st.permutations(ROWS))
def test_an_order_never_finds_fewer_than_there_are(sets: Families, order: list[str]) -> None:
    found = least(ROWS, [("as drawn", order)], lambda rows: does(sets, rows), sets=0)
    least_of_all = by_hand(sets)
    assert (found is None) == (least_of_all is None)
    if found and least_of_all is not None:
        assert does(sets, found.rows)
        assert len(found.rows) >= least_of_all
        assert not found.exact


@given(families, st.permutations(ROWS), st.integers(1, 6))
def test_no_more_rows_than_asked_for(sets: Families, order: list[str], most: int) -> None:
    found = along(order, lambda rows: does(sets, rows), most)
    assert (found is None) == (not does(sets, order[:most]))
    assert found is None or (does(sets, found) and not does(sets, found[:-1]))


@given(families)
def test_what_is_left_out_again_was_idle(sets: Families) -> None:
    if does(sets, ROWS):
        kept = pruned(ROWS, lambda rows: does(sets, rows))
        assert does(sets, kept)
        assert all(not does(sets, [one for one in kept if one != gone]) for gone in kept)


@given(st.functions(like=lambda _rows: ..., returns=st.booleans(), pure=True))
def test_whatever_rows_undo_what_is_found_does_it(falls: object) -> None:
    def asked(rows: Collection[str]) -> bool:
        return bool(falls(frozenset(rows)))  # type: ignore[operator]

    found = least(ROWS, [("as they stand", ROWS)], asked, sets=0)
    assert found is None or asked(found.rows)


def test_how_many_smaller_sets_there_are() -> None:
    assert sets_below(500, 1) == 0
    assert sets_below(64, 2) == MOST_SETS
    assert sets_below(6, 4) == 6 + 15 + 20


def test_one_row_is_exact_of_any_number_and_two_of_no_more_than_64() -> None:
    for rows, exact in ((64, True), (65, False)):
        two = least(range(rows), [("up", range(rows))], lambda some: {0, 1} <= set(some))
        assert two is not None
        assert (two.rows, two.exact) == ((0, 1), exact)
    one = least(range(500), [("up", range(500))], lambda some: 0 in some)
    assert one is not None
    assert one.exact


def test_a_smaller_set_that_no_order_finds_is_found() -> None:
    assert every_set("abc", lambda rows: "c" in rows, 3) == ("c",)
    assert every_set("abc", lambda rows: "c" in rows, 1) is None
