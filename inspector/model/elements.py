"""Elements of JSON as places: `recommendations[3].actions[1]`, counted from 0, and runs of them: `recommendations[0-5]`."""

import re
from collections.abc import Iterable
from itertools import groupby

_NUMBER = re.compile(r"\[([0-9]+)\]")
_LAST = re.compile(r"(.*)\[([0-9]+)(?:-([0-9]+))?\]", re.DOTALL)


def order(path: str) -> tuple[str | int, ...]:
    """By what elements are sorted: names as they are, numbers by how large they are."""
    return tuple(int(part) if place % 2 else part for place, part in enumerate(_NUMBER.split(path)))


def within(paths: Iterable[str]) -> tuple[str, ...]:
    """The elements in their order, none twice, and none that stands in another of them."""
    given = set(paths)
    return tuple(one for one in sorted(given, key=order) if not any(above in given for above in _above(one)))


def _above(path: str) -> Iterable[str]:
    ends = [found.end() for found in _NUMBER.finditer(path)]
    return (path[:end] for end in ends if end < len(path))


def runs(paths: Iterable[str]) -> list[str]:
    """Elements, or runs of them, with those that follow one another in one array taken together: `figures[0-35]`."""
    told: list[str] = []
    split = [found for one in set(paths) if (found := _LAST.fullmatch(one))]
    single = {(one[1], number) for one in split for number in range(int(one[2]), int(one[3] or one[2]) + 1)}
    numbers = sorted(single, key=lambda both: (order(both[0]), both[1]))
    for (array, _), some in groupby(enumerate(numbers), key=lambda both: (both[1][0], both[1][1] - both[0])):
        every = [number for _, (_, number) in some]
        told.append(f"{array}[{every[0]}]" if len(every) == 1 else f"{array}[{every[0]}-{every[-1]}]")
    return told


def count(run: str) -> int:
    """How many elements a run of them names."""
    first, _, last = run[run.rindex("[") + 1 : -1].partition("-")
    return int(last or first) - int(first) + 1
