"""Rows by resource: nothing lost, nothing told twice, the same whatever the order."""

from itertools import pairwise
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from inspector.model.evidence import Rows
from inspector.model.rows import by_resource, merged, runs


class Item(NamedTuple):
    resource: str
    row: int


ITEMS = st.lists(st.builds(Item, st.sampled_from(["log.csv", "a.csv", "b.csv, sheet 2"]), st.integers(2, 30)))


def pairs(rows: tuple[Rows, ...]) -> list[tuple[str, int]]:
    return [(part.resource, row) for part in rows for row in part.rows]


def test_rows_by_resource() -> None:
    items = [Item("log.csv", 9), Item("a.csv", 7), Item("log.csv", 3), Item("log.csv", 9)]
    assert by_resource(items) == (Rows(resource="a.csv", rows=(7,)), Rows(resource="log.csv", rows=(3, 9)))
    assert by_resource([]) == merged([]) == ()


@given(ITEMS)
def test_every_row_is_there_once_and_sorted(items: list[Item]) -> None:
    assert pairs(by_resource(items)) == sorted(set(items))


@given(ITEMS, ITEMS)
def test_what_is_merged_is_what_would_have_been_put_together_at_once(some: list[Item], others: list[Item]) -> None:
    assert merged([*by_resource(some), *by_resource(others)]) == by_resource([*others, *some])


@given(st.lists(st.integers(1, 200)))
def test_runs_lose_and_invent_no_row(numbers: list[int]) -> None:
    spread = [n for a, b in runs(numbers) for n in range(a, b + 1)]
    assert spread == sorted(set(numbers))


@given(st.lists(st.integers(1, 200)))
def test_runs_are_as_long_as_they_can_be(numbers: list[int]) -> None:
    found = runs(numbers)
    assert all(a <= b for a, b in found)
    assert all(end + 1 < start for (_, end), (start, _) in pairwise(found))
