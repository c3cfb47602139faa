"""The form of what a stored result holds, by hand: the published schema says the same, and takes a tenth of a second to ask."""

from typing import Any

from inspector.model.problems import shown


class NotAResult(Exception):
    """Something that is no stored result, or a damaged one; its text says why."""


class Odd(ValueError):
    """A value that no result has, in words."""


def text(value: Any) -> str:
    """A text. Raises Odd for anything else."""
    if not isinstance(value, str):
        raise Odd(f"{shown(value)} stands where a text does")
    return value


def one_of(value: Any, words: frozenset[str]) -> Any:
    """One of some words. Raises Odd for anything else."""
    if value not in words:
        raise Odd(f"{shown(value)} is none of {', '.join(sorted(words))}")
    return value


def yes_or_no(value: Any) -> bool:
    """Yes or no. Raises Odd for anything else."""
    if not isinstance(value, bool):
        raise Odd(f"{shown(value)} stands where yes or no does")
    return value


def whole(value: Any) -> int:
    """A whole number. Raises Odd for anything else."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise Odd(f"{shown(value)} stands where a whole number does")
    return value
