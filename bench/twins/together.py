"""Pairs and triples of moves and deletions on one authority, by a liar who sees the result and draws again."""

from collections import Counter
from dataclasses import replace
from itertools import combinations
from random import Random

from deletions import DELETIONS
from judging import compared, judged, worth

from inspector.simulate import moves
from inspector.simulate.authority import Authority
from inspector.simulate.conduct import authority
from inspector.simulate.writing import rows_of

Combination = tuple[str, ...]


def everything() -> tuple[str, ...]:
    """The names of all moves and deletions."""
    return (*moves.ids(), *DELETIONS)


def chosen(depth: int, count: int, seed: str, of: Combination) -> list[Combination]:
    """So many combinations of so many of them, drawn by a seed; all, where there are no more."""
    every = list(combinations(of, depth))
    return every if len(every) <= count else Random(f"{seed}/{depth}").sample(every, count)


def play(one: Authority, played: Combination, draw: Random) -> Authority:
    """The authority after all of them, each at a dose of its own. The moves draw anew with each `draw`."""
    for name in played:
        dose = draw.choice((0.2, 0.5, 1.0))
        again = replace(one, seed=f"{one.seed}/{draw.random()}")
        gamed = DELETIONS[name](again, dose, draw) if name in DELETIONS else moves.play(again, name, dose)
        one = replace(gamed, seed=one.seed)
    return one


def twin(key: str, conduct: str, played: Combination, draws: int) -> tuple[str, Counter[str], Counter[str], str]:
    """The combination, what its first draw has over the honest twin, what the best of all draws has, and that in words."""
    one, named = (
        authority(key, conduct),
        tuple(p for name in played if name not in DELETIONS for p in moves.seen_by(name)),
    )
    before, best, first = judged(one), None, Counter[str]()
    assert before is not None
    for k in range(draws + 1):
        gamed = play(one, played, Random(f"{key}/{'+'.join(played)}/{k}"))
        after = judged(gamed) if rows_of(gamed) != rows_of(one) else None
        if after is None:
            continue
        said = compared(before, after, named, f"{'+'.join(played)} {conduct} {key}")
        first = first or said[0]
        if best is None or worth(before, after) > best[0]:
            best = (worth(before, after), *said)
        if said[0]["better verdict"] and not said[0]["any"]:
            break
    if best is None:
        return "+".join(played), Counter(), Counter(), ""
    return "+".join(played), first, best[1], best[2]
