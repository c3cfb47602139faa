"""What ordinary life costs an honest authority, and what the same declarations gain a forged one.

    python bench/fair/run.py [--authorities N] [--sort S] [--seed SEED] [--workers N] [--forged]

Each sort of ordinary life is done to N honest authorities. Each is judged without it, with it and nothing said, and with it
declared. A verdict is kept where it is no lower than without the event. `--forged` does the same to forged bundles: there
a gain is a verdict higher with the false declaration than without.
"""

import argparse
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from random import Random
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent))

from events import BEFORE, SORTS
from forged import forge
from honest import Made, honest
from writing import write

HEIGHT = ("not-trusted", "not-evidenced", "deteriorating", "slipping", "static", "emerging", "improving")


class Judged(NamedTuple):
    """A verdict, the probes that ask, and whether one asks strongly."""

    verdict: str
    asks: tuple[str, ...]
    strong: tuple[str, ...]


def judged(one: Made, folder: Path, declared: list[dict[str, object]], **log: str) -> Judged:
    """One bundle all the way."""
    from inspector import inspection

    made = one._replace(manifest={**one.manifest, **({"declared": declared} if declared else {})})
    found = inspection.work(write(made, folder, **log), despite_problems=True).inspection
    asks = tuple(f"{t.probe} of {t.subject}" for t in found.traces if t.outcome == "question")
    strong = tuple(f"{t.probe} of {t.subject}" for t in found.traces if t.outcome == "strong-question")
    return Judged(found.verdict.verdict, asks, strong)


def lived(job: tuple[str, tuple[str, ...]]) -> dict[str, tuple[Judged, Judged, Judged]]:
    """By sort, an honest authority without the event, with it undeclared, and declared."""
    seed, sorts = job
    one, found = honest(seed), {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        plain = judged(one, folder / "plain", [])
        for place, sort in enumerate(sorts):
            after, declared, keys = SORTS[sort](one, Random(f"{sort}/{seed}"))
            here = folder / str(place)
            without = plain
            if sort in BEFORE:
                without = judged(BEFORE[sort](one, Random(f"{sort}/{seed}")), here / "a", [])
            silent = plain if sort == "targets" else judged(after, here / "b", [])
            found[sort] = without, silent, judged(after, here / "c", declared, **keys)
    print(seed, file=sys.stderr, flush=True)
    return found


def falsely(job: tuple[str, str]) -> tuple[Judged, Judged]:
    """A forged authority undeclared, and with the false declaration."""
    sort, seed = job
    one, declared, keys = forge(sort, seed)
    silent = one
    if sort in ("targets", "definition-changed"):
        register = [
            {**r, "target": None, "stakes": None, "definition_changes": None} for r in one.tables["indicator-register"]
        ]
        silent = one._replace(tables={**one.tables, "indicator-register": register})
    with tempfile.TemporaryDirectory() as name:
        return judged(silent, Path(name) / "a", []), judged(one, Path(name) / "b", declared, **keys)


def _height(one: Judged) -> int:
    return HEIGHT.index(one.verdict)


def main() -> None:
    """Print a line a sort."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--authorities", type=int, default=100)
    parser.add_argument("--sort", choices=[*SORTS])
    parser.add_argument("--seed", default="report")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--forged", action="store_true")
    parser.add_argument("--each", action="store_true", help="tell of every authority that loses (or gains)")
    given = parser.parse_args()
    sorts = [given.sort] if given.sort else [*SORTS]
    with ProcessPoolExecutor(given.workers) as pool:
        if given.forged:
            print("| falsely declared | improving undeclared | improving declared | gained |\n|---|---|---|---|")
        else:
            heads = ("improving without it", "kept undeclared", "kept declared", "asked undeclared", "asked declared")
            print(f"| sort | {' | '.join(heads)} | strong declared |")
            print("|---|---|---|---|---|---|---|")
        seeds = [f"{given.seed}-{number}" for number in range(given.authorities)]
        if not given.forged:
            every = list(pool.map(lived, [(seed, tuple(sorts)) for seed in seeds]))
        for sort in sorts:
            if given.forged:
                _tell_forged(sort, list(pool.map(falsely, [(sort, seed) for seed in seeds])), given.each)
            else:
                _tell(sort, [one[sort] for one in every], given.each)


def _tell(sort: str, found: list[tuple[Judged, Judged, Judged]], each: bool) -> None:
    n = len(found)
    improving = sum(a.verdict == "improving" for a, _, _ in found)
    kept = [sum(_height(one[place]) >= _height(one[0]) for one in found) / n for place in (1, 2)]
    asked = [sum(bool(one[place].asks or one[place].strong) for one in found) / n for place in (1, 2)]
    strong = sum(bool(c.strong) for _, _, c in found) / n
    print(
        f"| {sort} | {improving}/{n} | {kept[0]:.0%} | {kept[1]:.0%} | {asked[0]:.0%} | {asked[1]:.0%} | {strong:.0%} |",
        flush=True,
    )
    for place, (a, b, c) in enumerate(found):
        if each and (_height(c) < _height(a) or c.strong):
            print("   ", place, a.verdict, b.verdict, b.asks, b.strong, "->", c.verdict, c.asks, c.strong)


def _tell_forged(sort: str, found: list[tuple[Judged, Judged]], each: bool) -> None:
    n = len(found)
    ends = [sum(one[place].verdict == "improving" for one in found) for place in (0, 1)]
    gained = sum(_height(b) > _height(a) for a, b in found)
    print(f"| {sort} | {ends[0]}/{n} | {ends[1]}/{n} | {gained}/{n} |", flush=True)
    for place, (a, b) in enumerate(found):
        if each and _height(b) > _height(a):
            print("   ", place, a.verdict, a.asks, a.strong, "->", b.verdict, b.asks, b.strong)


if __name__ == "__main__":
    main()
