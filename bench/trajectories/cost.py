"""What judging costs: milliseconds a series (median, one core) and memory over 5,000 different series."""

import resource
import sys
import time

import numpy as np
from generate_for_tuning import CLASSES, draw

from inspector.stats.judgement import Observation
from inspector.stats.shapes import judge

MANY = 5000
WARM = 1500


def series(n: int, random: np.random.Generator) -> tuple[Observation, ...]:
    x, of = draw(tuple(CLASSES)[int(random.integers(len(CLASSES)))], n, random)
    both = enumerate(zip(x, of, strict=True))
    return tuple(Observation(i, None, float(a), float(b), i % 12 + 1) for i, (a, b) in both)


def main() -> None:
    random = np.random.default_rng(1)
    write = sys.stdout.write
    for n in (12, 24, 36, 120):
        spent = []
        for drawn in [series(n, random) for _ in range(60)]:
            began = time.perf_counter()
            judge(drawn, "up")
            spent.append(time.perf_counter() - began)
        write(f"{n} points: {1000 * float(np.median(spent)):.1f} ms\n")
    peaks = []
    for i in range(MANY):
        judge(series(36, random), "up")
        if i in (WARM, MANY - 1):
            peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    write(f"peak memory after {WARM} series {peaks[0]:.1f} MB, after {MANY} {peaks[1]:.1f} MB\n")


if __name__ == "__main__":
    main()
