"""Which two moves are played together: of hundreds of pairs those whose moves do the most by themselves."""

from collections.abc import Iterable, Sequence
from itertools import combinations

from inspector.model.characteristics import Bought

AND = "+"
"""What stands between two moves of one cheat, the one that is played first before it."""


def promising(moves: Sequence[str], moved: Iterable[Bought], most: int) -> tuple[tuple[str, ...], int]:
    """At most so many pairs of moves, and how many pairs there are besides. `moved` is what each does by itself.

    First come pairs of which each move does something, those that together do the most different things before others. What
    two do together that neither does alone nobody knows beforehand: where many things are done, rules that build on them are
    near.
    """
    does: dict[str, set[tuple[str, str]]] = {move: set() for move in moves}
    for one in moved:
        does.setdefault(one.move, set()).add((one.sort, one.what))

    def rank(pair: tuple[str, str]) -> tuple[int, int, tuple[str, str]]:
        first, second = (does[move] for move in pair)
        return -(bool(first) + bool(second)), -len(first | second), pair

    pairs = sorted(combinations(sorted(moves), 2), key=rank)
    return tuple(AND.join(pair) for pair in pairs[:most]), max(0, len(pairs) - most)


def beyond(both: Iterable[Bought], alone: Iterable[Bought]) -> tuple[Bought, ...]:
    """Of what pairs of moves do, that which neither of the two does alone."""
    known = {(one.move, one.sort, one.what) for one in alone}
    return tuple(one for one in both if not any((move, one.sort, one.what) in known for move in one.move.split(AND)))
