"""Twins: the same authority, honest and gamed, over moves, deletions and doses. Does the gamed one ever end better?

    python bench/twins/run.py [PAIRS] [SEED] [MOVE ...] [--depth 1|2|3] [--draws N] [--minutes M]

Depth 1 plays every move at three doses on PAIRS authorities, the conducts in turn. Depth 2 and 3 play PAIRS pairs or triples
of moves and deletions, each on an authority of its own; the liar sees the result and draws again up to `--draws` times.
`--minutes` stops in time: what was done by then is reported. What is counted, and how verdicts are ranked, is in README.md.
"""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from deletions import DELETIONS
from judging import compared, judged
from together import chosen, everything, twin

from inspector.simulate import moves
from inspector.simulate.authority import Authority
from inspector.simulate.conduct import CONDUCTS, authority
from inspector.simulate.writing import rows_of

DOSES = (0.2, 0.5, 1.0)
HEAD = (
    "move", "pairs", "named probe asks (dose .2, .5, 1)", "any asks", "better verdict", "higher standing",
    "either", "either, asked", "hidden", "only to stated",
)  # fmt: skip


def played(one: Authority, name: str, dose: float) -> Authority:
    """The authority after a move or a deletion."""
    if name in DELETIONS:
        return DELETIONS[name](one, dose, Random(f"{one.seed}/{name}"))
    return replace(moves.play(one, name, dose), truth=one.truth)


def pair(key: str, conduct: str, names: tuple[str, ...]) -> list[tuple[str, float, Counter[str], str]]:
    """One authority and all its twins: what is counted of each, and in words how it gained if it did."""
    one = authority(key, conduct)
    before, found = judged(one), []
    assert before is not None
    for name in names:
        for dose in DOSES:
            gamed = played(one, name, dose)
            if rows_of(gamed) != rows_of(one) and (after := judged(gamed)) is not None:
                named = () if name in DELETIONS else moves.seen_by(name)
                found.append((name, dose, *compared(before, after, named, f"{name}:{dose} {conduct} {key}")))
    return found


def alone(pairs: int, seed: str, names: tuple[str, ...], minutes: float) -> None:
    """Print a line for each move, the sums, and on the error stream each gain in words."""
    sums: dict[tuple[str, float], Counter[str]] = {(name, dose): Counter() for name in names for dose in DOSES}
    work = [(f"{seed}-{k}", conduct, names) for k, conduct in zip(range(pairs), _conducts(), strict=False)]
    for rows in _in_time(pair, work, minutes):
        for name, dose, found, how in rows:
            sums[name, dose].update(found)
            if how:
                print(how, file=sys.stderr, flush=True)
    print("| " + " | ".join(HEAD) + " |\n|" + "---|" * len(HEAD))
    for name in names:
        by_dose = [sums[name, dose] for dose in DOSES]
        _line(name, by_dose, name not in DELETIONS and bool(moves.seen_by(name)))
    _line("all", [sum((sums[name, dose] for name in names), Counter()) for dose in DOSES], True)
    total: Counter[str] = sum(sums.values(), Counter())
    _shares("all", total, "pairs", "either")
    _shares("asked", total, "any", "either, asked")


def together(depth: int, count: int, seed: str, names: tuple[str, ...], draws: int, minutes: float) -> None:
    """Print the shares of combinations that end better, at the first draw and at the best, and each of them in words."""
    work = [
        (f"{seed}-{k}", conduct, some, draws)
        for k, (some, conduct) in enumerate(zip(chosen(depth, count, seed, names), _conducts(), strict=False))
    ]
    first, best, with_these = Counter[str](), Counter[str](), Counter[str]()
    for name, one, two, how in _in_time(twin, work, minutes):
        first.update(one)
        best.update(two)
        with_these.update(name.split("+") if two["either"] else ())
        if how:
            print(how, file=sys.stderr, flush=True)
    for words, total in (("first draw", first), (f"best of {draws + 1} draws", best)):
        _shares(f"{words}, better verdict", total, "pairs", "better verdict")
        _shares(f"{words}, better verdict where a probe asks", total, "any", "better, asked")
        _shares(f"{words}, verdict or standing", total, "pairs", "either")
        _shares(f"{words}, verdict or standing where a probe asks", total, "any", "either, asked")
    print("\nmost often among them: " + ", ".join(f"{name} {n}" for name, n in with_these.most_common(12)))


def _conducts() -> Iterator[str]:
    names = sorted(CONDUCTS)
    while True:
        yield from names


def _in_time(make: Any, work: list[tuple[Any, ...]], minutes: float) -> Iterable[Any]:
    """The results in order, until the time is over."""
    end = time.monotonic() + 60 * minutes if minutes else None
    with ProcessPoolExecutor(2) as pool:
        waiting = [pool.submit(make, *one) for one in work]
        for done, one in enumerate(waiting):
            if end and time.monotonic() > end:
                print(f"stopped in time: {done} of {len(work)}", file=sys.stderr)
                pool.shutdown(cancel_futures=True)
                return
            yield one.result()


def _line(name: str, by_dose: list[Counter[str]], named: bool) -> None:
    total: Counter[str] = sum(by_dose, Counter())
    shares = [f"{one['named'] / one['pairs']:.2f}" if one["pairs"] else "-" for one in by_dose]
    cells = [total["pairs"], " ".join(shares) if named else "none can", total["any"], *(total[key] for key in HEAD[4:])]
    print(f"| {name} | " + " | ".join(str(cell) for cell in cells) + " |")


def _shares(words: str, total: Counter[str], of: str, gained: str) -> None:
    print(f"\n{words}: of {total[of]} {total[gained]} ({total[gained] / max(1, total[of]):.1%}) above the honest twin")


def main() -> None:
    """Read what is asked and print it."""
    asked = argparse.ArgumentParser()
    asked.add_argument("pairs", type=int, nargs="?", default=20)
    asked.add_argument("seed", nargs="?", default="report")
    asked.add_argument("moves", nargs="*", default=[])
    asked.add_argument("--depth", type=int, default=1)
    asked.add_argument("--draws", type=int, default=0)
    asked.add_argument("--minutes", type=float, default=0.0)
    said = asked.parse_args()
    names = tuple(said.moves) or everything()
    if said.depth == 1:
        alone(said.pairs, said.seed, names, said.minutes)
    else:
        together(said.depth, said.pairs, said.seed, names, said.draws, said.minutes)


if __name__ == "__main__":
    main()
