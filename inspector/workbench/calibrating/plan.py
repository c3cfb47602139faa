"""Which services are simulated: honest ones of every conduct in groups, and twins of some of them on which moves are played."""

from collections.abc import Sequence
from typing import NamedTuple


class Sort(NamedTuple):
    """A group of conducts, and what is true of them."""

    name: str
    says: str
    conducts: tuple[str, ...]


GROUPS = (
    Sort("improving", "many small tests by everybody, and it shows", ("stream",)),
    Sort("begun", "much is tried, and nothing yet shows for families", ("young-stream", "processes-first")),
    Sort("gained", "figures got better without a stream of tests", ("luck", "programme-that-held")),
    Sort("still", "nothing much is tried and nothing moves", ("still", "plans", "burst")),
    Sort(
        "declining", "what families get became worse, or went back",
        ("decline", "busy-decline", "one-programme", "deadline-first"),
    ),
)  # fmt: skip
PLAYED = ("still", "plans", "decline", "young-stream", "one-programme", "burst")
"""Conducts that have something to gain by a move, in the order in which twins are taken from them."""
SHARE = 5
"""Each move is played on a fifth as many services as a group has, and on `LEAST` at least."""
LEAST = 4


class Wanted(NamedTuple):
    """A service to be simulated; without a move it is honest. `twin` is the name of the honest one that is otherwise the same."""

    name: str
    conduct: str
    seed: str
    months: int
    group: str = ""
    move: str = ""
    twin: str = ""


def honest(authorities: int, seed: str, months: int) -> tuple[Wanted, ...]:
    """So many services of each group, its conducts in turn; no two of a group have chance in common."""
    return tuple(
        _honest(one.conducts[number % len(one.conducts)], number, seed, months, one.name)
        for one in GROUPS
        for number in range(authorities)
    )


def gamed(
    authorities: int, seed: str, months: int, moves: Sequence[str]
) -> tuple[tuple[Wanted, ...], tuple[Wanted, ...]]:
    """Each move played on twins of honest services, and those of the twins that are in no group of so many."""
    there = {one.name for one in honest(authorities, seed, months)}
    group_of = {conduct: one.name for one in GROUPS for conduct in one.conducts}
    played, more = [], dict[str, Wanted]()
    for move in moves:
        for number in range(pairs(authorities)):
            conduct = PLAYED[number % len(PLAYED)]
            twin = _honest(conduct, number, seed, months, group_of[conduct])
            if twin.name not in there:
                more[twin.name] = twin._replace(group="")
            played.append(twin._replace(name=f"{twin.name}+{move}", move=move, twin=twin.name, group=""))
    return tuple(played), tuple(more.values())


def pairs(authorities: int) -> int:
    """On how many twins each move is played."""
    return max(LEAST, authorities // SHARE)


def _honest(conduct: str, number: int, seed: str, months: int, group: str) -> Wanted:
    return Wanted(f"{conduct}-{number + 1}", conduct, f"{seed}-{number + 1}", months, group)
