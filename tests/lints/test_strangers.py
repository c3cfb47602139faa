"""Sentences by somebody who had not read the lints: innocent ones are not refused, and what is told of yardsticks stays told.

`strangers.yaml` has them. Those of the half for mending were looked at when lints were mended; those for measuring were not, so
that here only their number is held: who makes it better by looking at them has measured nothing any more.
"""

import pytest

from tests.lints.stranger import LISTS, Half, of, said

TOLD: dict[Half, tuple[int, int]] = {"mend": (39, 56), "measure": (34, 45)}
"""How many of the bad ones are refused, and how many are told at all, at least."""
REFUSED_WRONGLY = 3
"""How many of the innocent ones for measuring are refused, at most."""
QUERIED_WRONGLY = 1
"""How many of these are queried and not refused, at most."""


def refused(place: str, words: str) -> bool:
    return any(level == "error" for level, _ in said(place, words))


def test_the_lists_are_whole() -> None:
    assert [len(LISTS[sort]) for sort in ("good", "bad")] == [120, 120]
    assert all(len(one) == 1 for sort in LISTS.values() for one in sort)


@pytest.mark.parametrize(("place", "words"), of("good", "mend"))
def test_an_innocent_one_is_not_refused(place: str, words: str) -> None:
    assert [one for one in said(place, words) if one[0] == "error"] == []


def test_few_innocent_ones_that_nobody_looked_at_are_refused_or_queried() -> None:
    found = [said(*one) for one in of("good", "measure")]
    wrongly = sum(any(level == "error" for level, _ in one) for one in found)
    assert wrongly <= REFUSED_WRONGLY
    assert sum(map(bool, found)) - wrongly <= QUERIED_WRONGLY


@pytest.mark.parametrize("half", ["mend", "measure"])
def test_what_is_told_of_yardsticks_stays_told(half: Half) -> None:
    found = [said(*one) for one in of("bad", half)]
    assert sum(any(level == "error" for level, _ in one) for one in found) >= TOLD[half][0]
    assert sum(map(bool, found)) >= TOLD[half][1]
