"""Prints the table of README.md: `run.py 300` draws 300 series of each kind; `run.py 300 7` with another seed."""

import sys
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from inspector.stats.judgement import Observation
from inspector.stats.shapes import judge_all
from inspector.stats.stretches import read
from inspector.stats.xmr import chart, point_type

Array = NDArray[np.float64]
Random = np.random.Generator
POINTS = (24, 36, 60)
write = sys.stdout.write


def noise(n: int, random: Random) -> Array:
    return random.normal(50, 4, n)


def carried_on(n: int, random: Random) -> Array:
    found = random.normal(0, 4, n)
    for place in range(1, n):
        found[place] += 0.5 * found[place - 1]
    return 50 + found


def seasons(n: int, random: Random) -> Array:
    return noise(n, random) + 5 * np.sin(2 * np.pi * (np.arange(n) + random.integers(12)) / 12)


def heavy(n: int, random: Random) -> Array:
    return 50 + 3 * random.standard_t(3, n)


def bad_spell(n: int, random: Random) -> Array:
    first = random.integers(0, n - 6)
    found = noise(n, random)
    found[first : first + 6] -= 10
    return found


def sloped(n: int, random: Random) -> Array:
    first = random.integers(n // 4, n // 2)
    return noise(n, random) + 16 * np.clip((np.arange(n) - first) / (n // 3), 0, 1)


KINDS: dict[str, Callable[[int, Random], Array]] = {
    "nothing but noise": noise,
    "noise that carries over (0.5)": carried_on,
    "seasons": seasons,
    "heavy tails": heavy,
    "a bad spell that ended": bad_spell,
    "a slope": sloped,
}
STEPS = (1, 2, 3, 5)


def main(each: int, seed: int) -> None:
    """A row a kind and length: how often limits begin anew, and how much of what was before a called gain looks worse."""
    heads = (
        "series",
        "points",
        "limits begin anew",
        "within 1 of it",
        "called a gain",
        "worse before it, by all",
        "as drawn",
    )
    write(f"| {' | '.join(heads)} |\n")
    write("|---|---|---|---|---|---|---|\n")
    for place, (name, draw) in enumerate(KINDS.items()):
        for n in POINTS:
            random = np.random.default_rng([seed, n, place])
            _row(name, n, [draw(n, random) for _ in range(each)], [])
    for size in STEPS:
        for n in POINTS:
            random = np.random.default_rng([seed, n, 100 + size])
            steps = random.integers(n // 3, n - n // 3, each).tolist()
            _row(f"a step of {size} sd", n, [noise(n, random) + 4 * size * (np.arange(n) >= at) for at in steps], steps)


def _row(name: str, n: int, series: list[Array], steps: list[int]) -> None:
    """`steps` are the places of the steps, where there are any."""
    asked = [(tuple(Observation(k, float(x), month=k % 12 + 1) for k, x in enumerate(one)), "up") for one in series]
    anew, near, gains, old, new = 0, 0, 0, [], []
    for number, (values, made) in enumerate(zip(series, judge_all(asked), strict=True)):  # type: ignore[arg-type]
        found = read(values.tolist(), made, range(n), "up", None)
        anew += found.anew is not None
        if found.anew is not None and steps:
            near += abs(found.anew - steps[number]) <= 1
        if made.call.endswith("-gain") and made.onset:
            gains += 1
            worse = [point_type(one, "increase") == "special_cause_concern" for one in chart(values.tolist())]
            old.append(float(np.mean(worse[: made.onset])))
            new.append(float(np.mean([one.cause != "common-cause" for one in found.points[: made.onset]])))
    at = f"{near / anew:.2f}" if anew and steps else ""
    before = (f"{np.mean(old):.2f}", f"{np.mean(new):.2f}") if gains else ("", "")
    write(
        f"| {name} | {n} | {anew / len(series):.3f} | {at} | {gains / len(series):.3f} | {before[0]} | {before[1]} |\n"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 300, int(sys.argv[2]) if len(sys.argv) > 2 else 20261)
