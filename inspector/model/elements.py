"""Elements of JSON as places: `recommendations[3].actions[1]`, counted from 0, and runs of them: `recommendations[0-5]`."""

import re
from collections.abc import Iterable, Mapping
from itertools import groupby

PARTS: Mapping[str, tuple[str, str]] = {
    "recommendation-actions": ("recommendations", "actions"),
    "recommendation-statuses": ("recommendations", "statuses"),
    "case-review-factors": ("case-reviews", "factors"),
    "case-review-actions": ("case-reviews", "actions"),
    "leadership-questions": ("leadership", "questions"),
    "self-evaluation-claims": ("self-evaluation", "claims"),
}
"""The array and the key in which the parts of a kind stand where they came as JSON."""
_NUMBER = re.compile(r"\[([0-9]+)\]")
_LAST = re.compile(r"(.*)\[([0-9]+)(?:-([0-9]+))?\]", re.DOTALL)


def place(kind: str, row: int) -> str:
    """The element of a row of a kind, or the key of its owner that a part stands in: `recommendations[3].actions`."""
    array, *part = PARTS.get(kind, (kind,))
    return ".".join([f"{array}[{row - 2}]", *part])


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
    given = set(paths)
    told = sorted((one for one in given if not one.endswith("]")), key=order)
    split = [found for one in given if (found := _LAST.fullmatch(one))]
    single = {(one[1], number) for one in split for number in range(int(one[2]), int(one[3] or one[2]) + 1)}
    numbers = sorted(single, key=lambda both: (order(both[0]), both[1]))
    for (array, _), some in groupby(enumerate(numbers), key=lambda both: (both[1][0], both[1][1] - both[0])):
        every = [number for _, (_, number) in some]
        told.append(f"{array}[{every[0]}]" if len(every) == 1 else f"{array}[{every[0]}-{every[-1]}]")
    return told


def count(run: str) -> int:
    """How many elements a run of them names; a key of one stands for one."""
    if not run.endswith("]"):
        return 1
    first, _, last = run[run.rindex("[") + 1 : -1].partition("-")
    return int(last or first) - int(first) + 1
