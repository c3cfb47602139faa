"""Whether the interval of an onset holds it, and how often a gain is said to have come before a test that came before it.

python onset.py generate_kept_back --each 200 --seed 1
Jumps and slow gains of a generator, of which the curve without noise is kept: the onset is the first month above a fiftieth
of its height. Of those called a gain: the share whose 90 % interval holds the onset, whose onset is before or after it, the
width of the interval in months, and the share where a test begun a month before the onset would be told that the gain came first.
"""

import sys
from argparse import ArgumentParser
from collections.abc import Callable
from importlib import import_module

import numpy as np
from generate_for_tuning import LENGTHS
from numpy.typing import NDArray

from inspector.stats.judgement import Judgement, Observation
from inspector.stats.shapes import judge_all

Curve = Callable[[NDArray[np.float64], float, np.random.Generator], NDArray[np.float64]]
SMALL = 0.02
CALLED = ("gradual-gain", "sudden-gain")


def drawn(module: str, name: str, n: int, each: int, random: np.random.Generator) -> list[tuple[Judgement, int]]:
    """Judgements with true onsets, both counted from the first month."""
    made = import_module(module)
    curves: dict[str, Curve] = getattr(made, "CURVES", None) or made.CLASSES
    plain, kept = curves[name], []
    curves[name] = lambda t, size, random: kept.append(plain(t, size, random)) or kept[-1]
    asked, onsets = [], []
    for _ in range(each):
        x, of = made.draw(name, n, random)
        months = enumerate(zip(x, of, strict=True))
        asked.append((tuple(Observation(i, None, float(a), float(b), i % 12 + 1) for i, (a, b) in months), "up"))
        onsets.append(int(np.argmax(kept[-1] > SMALL * kept[-1].max())))
    curves[name] = plain
    return list(zip(judge_all(asked), onsets, strict=True))


def row(found: list[tuple[Judgement, int]]) -> list[float]:
    low, high, latest, true = (
        np.array(column)
        for column in zip(*((j.onset_low, j.onset_high, j.onset_latest, onset) for j, onset in found), strict=True)
    )
    before, after = true < low, true > high
    first = true - 1 > latest
    return [
        1 - float((before | after).mean()),
        float(before.mean()),
        float(after.mean()),
        float((high - low).mean()),
        float(first.mean()),
    ]


def main() -> None:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("module")
    parser.add_argument("--each", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    random = np.random.default_rng(chosen.seed)
    write = sys.stdout.write
    write("| points | class | called | series | held | before it | after it | months wide | came first |\n")
    write("|---|---|---|---|---|---|---|---|---|\n")
    for n in LENGTHS:
        for name in ("jump", "gradual"):
            found = drawn(chosen.module, name, n, chosen.each, random)
            for called in (*((one,) for one in CALLED), CALLED):
                some = [(judged, onset) for judged, onset in found if judged.call in called]
                if some:
                    cells = " | ".join(
                        f"{cell:.{places}f}" for cell, places in zip(row(some), (3, 3, 3, 1, 3), strict=True)
                    )
                    words = called[0] if len(called) == 1 else "either"
                    write(f"| {n} | {name} | {words} | {len(some)} | {cells} |\n")


if __name__ == "__main__":
    main()
