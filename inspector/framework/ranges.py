"""Ranges of versions, as `0.3`, `>=0.2,<1` or `0.3.1`: which versions lie in them.

A bare version means all that begin with it: `0.3` is 0.3.0, 0.3.1, … and not 0.30. Compared are numbers, never texts.
"""

import re
from typing import NamedTuple

Version = tuple[int, ...]
MOST_PARTS = 3
_BOUND = re.compile(r"\s*(>=|<=|==|!=|>|<|)\s*([0-9]{1,9}(?:\.[0-9]{1,9}){0,2})\s*")


class Bound(NamedTuple):
    """One part of a range; `sign` is empty for a bare version."""

    sign: str
    version: Version


Range = tuple[Bound, ...]


def read(text: str) -> Range | None:
    """The range that a text says; None where it says none."""
    found = [_BOUND.fullmatch(part) for part in text.split(",")]
    bounds = [Bound(one[1], numbers(one[2])) for one in found if one]
    return tuple(bounds) if len(bounds) == len(found) else None


def numbers(version: str) -> Version:
    """The numbers of a version, at most three: `0.3.0rc1` is (0, 3, 0). Empty where it begins with none."""
    leading = re.match(r"[0-9]{1,9}(\.[0-9]{1,9})*", version)
    return tuple(map(int, leading[0].split(".")[:MOST_PARTS])) if leading else ()


def holds(version: str, within: Range) -> bool:
    """Whether the version lies in the range: every bound of it holds."""
    return all(_holds(numbers(version), bound) for bound in within)


def _holds(version: Version, bound: Bound) -> bool:
    if bound.sign == "":
        return version[: len(bound.version)] == bound.version
    one, other = _filled(version), _filled(bound.version)
    return {
        ">=": one >= other,
        "<=": one <= other,
        "==": one == other,
        "!=": one != other,
        ">": one > other,
        "<": one < other,
    }[bound.sign]


def _filled(version: Version) -> Version:
    return (*version, *(0 for _ in range(MOST_PARTS - len(version))))
