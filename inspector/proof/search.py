"""The least number of rows that brings something about: by every set where they are few, else along orders, the worst first.

It knows nothing of evidence: `falls` says of a set of rows whether it does. What it finds along orders bounds the least
from above.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import combinations
from math import comb
from typing import Generic, NamedTuple, TypeVar

Item = TypeVar("Item")
Falls = Callable[[Collection[Item]], bool]
MOST_SETS = 64
"""Every set is tried where there are no more of them than this."""
MOST_PRUNED = 24
"""So often it is tried whether a set does it without some of its rows."""
LARGE = 40
"""Of a larger set no row is left out again: that takes longer than it is worth."""


class Found(NamedTuple, Generic[Item]):
    """A set that does it, along which order it was found, and whether no smaller set does."""

    rows: tuple[Item, ...]
    order: str
    exact: bool = False


def along(order: Sequence[Item], falls: "Falls[Item]", most: int | None = None) -> tuple[Item, ...] | None:
    """The first rows of an order that do it, found by doubling and halving; no more than `most`. None where these do not.

    Where more rows can undo what fewer did, it is a set that does it all the same, though not the first.
    """
    whole = len(order) if most is None else min(most, len(order))
    if whole <= 0 or (most is not None and not falls(order[:whole])):
        return None
    low, high = 0, 1
    while high < whole and not falls(order[:high]):
        low, high = high, 2 * high
    if high >= whole:
        high = whole
        if most is None and not falls(order[:whole]):
            return None
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if falls(order[:middle]) else (middle, high)
    return tuple(order[:high])


def pruned(rows: Sequence[Item], falls: "Falls[Item]", most: int = MOST_PRUNED) -> tuple[Item, ...]:
    """A set that does it, without rows that it does not take: halves are left out, then quarters and so on, the last first."""
    kept, size, tries = list(rows), len(rows) // 2, 0
    while size and tries < most:
        for start in range((len(kept) - 1) // size * size, -1, -size):
            less = kept[:start] + kept[start + size :]
            tries += 1
            if less and falls(less):
                kept = less
            if tries >= most:
                break
        size //= 2
    return tuple(kept)


def sets_below(rows: int, size: int) -> int:
    """How many sets of 1 to `size` - 1 of so many rows there are."""
    return sum(comb(rows, one) for one in range(1, size))


def every_set(rows: Sequence[Item], falls: "Falls[Item]", below: int) -> tuple[Item, ...] | None:
    """The first smallest set of fewer than `below` rows that does it; None where none does."""
    return next((one for size in range(1, below) for one in combinations(rows, size) if falls(one)), None)


def least(
    rows: Sequence[Item],
    orders: Iterable[tuple[str, Sequence[Item]]],
    falls: "Falls[Item]",
    most: int | None = None,
    sets: int = MOST_SETS,
) -> "Found[Item] | None":
    """The smallest set found, of no more than `most` rows; None where there is none. The first of the orders wins where others
    find as many.

    Where there are no more than `sets` smaller sets, every one of them is tried.
    """
    found: Found[Item] | None = None
    for name, order in orders:
        if reached := along(order, falls, len(found.rows) - 1 if found else most):
            found = Found(pruned(reached, falls) if len(reached) <= LARGE else reached, name)
    below = len(found.rows) if found else (len(rows) if most is None else most) + 1
    if sets and sets_below(len(rows), below) <= sets:
        smaller = every_set(rows, falls, below)
        found = Found(smaller, "", exact=True) if smaller else found._replace(exact=True) if found else None
    return found
