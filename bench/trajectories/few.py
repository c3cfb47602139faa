"""What is said of 6 to 11 points, as yearly figures are, in series whose truth is known.

python few.py generate_rough --each 100 --seed 1
Steady, gradual, in steps, a jump, a fade, a decline, a bad spell; as numbers out of numbers and as plain numbers, without months.
Power: of true gains, how many are called, and how many are called or leant to; false: the same of all others.
"""

import sys
from argparse import ArgumentParser
from importlib import import_module
from itertools import pairwise

import numpy as np

from inspector.stats.judgement import Judgement, Observation
from inspector.stats.shapes import judge_all

TRUTHS = {
    "no-change": "none",
    "gradual": "gain",
    "small-steps": "gain",
    "jump": "gain",
    "fade": "faded-gain",
    "decline": "loss",
    "regression-to-the-mean": "none",
}
BINS = (0.5, 0.6, 0.7, 0.8, 0.9, 1.0001)
POINTS = ((6, 7), (8, 10), (11, 11))


def said(found: Judgement) -> tuple[str, float]:
    """What is claimed, called or leant to, with its probability."""
    if found.call == "too-few-points":
        return found.leaning or ("nothing", 0.0)
    return "gain" if found.kind_probability is not None else found.call, found.probability


def drawn(module: str, n: int, plain: bool, each: int, random: np.random.Generator) -> list[tuple[str, Judgement]]:
    made = import_module(module)
    truths, asked = [], []
    for name, truth in TRUTHS.items():
        for _ in range(each):
            pairs = enumerate(zip(*made.draw(name, n, random), strict=True))
            series = [
                Observation(i, float(a / b)) if plain else Observation(i, None, float(a), float(b))
                for i, (a, b) in pairs
            ]
            truths.append(truth)
            asked.append((tuple(series), "up"))
    return list(zip(truths, judge_all(asked), strict=True))


def share(holds: list[bool]) -> float:
    return sum(holds) / max(1, len(holds))


def main() -> None:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("module")
    parser.add_argument("--each", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    random = np.random.default_rng(chosen.seed)
    write = sys.stdout.write
    write("| points | figures | called: power | false | called or leant to: power | false | nothing |\n")
    write("|---|---|---|---|---|---|---|\n")
    claims: list[tuple[str, float, bool]] = []
    for low, high in POINTS:
        for plain in (False, True):
            found = [one for n in range(low, high + 1) for one in drawn(chosen.module, n, plain, chosen.each, random)]
            cells = []
            for called in (True, False):
                for gains in (True, False):
                    some = [judged for truth, judged in found if (truth == "gain") is gains]
                    cells.append(
                        share([said(j)[0] == "gain" and (not called or j.call != "too-few-points") for j in some])
                    )
            nothing = share([said(judged)[0] == "nothing" for _, judged in found])
            words = " | ".join(f"{cell:.3f}" for cell in (*cells, nothing))
            write(f"| {low} to {high} | {'plain' if plain else 'shares'} | {words} |\n")
            claims += [
                (*said(judged), said(judged)[0] == truth) for truth, judged in found if said(judged)[0] != "nothing"
            ]
    write("\n| claim | probability | claims | mean | right |\n|---|---|---|---|---|\n")
    for claim in ("gain", "faded-gain", "loss"):
        for low, high in pairwise(BINS):
            some = [(p, right) for what, p, right in claims if what == claim and low <= p < high]
            if some:
                mean, right = sum(p for p, _ in some) / len(some), share([right for _, right in some])
                write(f"| {claim} | {low:.1f} to {min(high, 1):.1f} | {len(some)} | {mean:.3f} | {right:.3f} |\n")


if __name__ == "__main__":
    main()
