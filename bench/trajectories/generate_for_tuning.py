"""Simulated series by which the priors were set. Prints class,series,period,numerator,denominator.

Nine classes, equally many; monthly proportions out of 60 to 140 (6 to 20 in `small-number`); changes of 1.5 to 3.5 sd
of the month-to-month noise. `generate.py` draws other shapes and noise, and is what the figures are reported on.
"""

import sys
from argparse import ArgumentParser
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Random = np.random.Generator
LENGTHS = (12, 24, 36, 60)


def gradual(t: Array, size: float, random: Random) -> Array:
    n = len(t)
    curve = np.clip((t - random.uniform(0, 0.35) * n) / (random.uniform(0.4, 1.0) * n), 0, 1)
    return size * curve / curve[-1] if curve[-1] < 0.8 else size * curve


def small_steps(t: Array, size: float, random: Random) -> Array:
    places = random.uniform(0.1, 0.9, random.integers(3, 7)) * len(t)
    return size * (t[:, None] >= places).mean(axis=1)


def jump(t: Array, size: float, random: Random) -> Array:
    return size * (t >= int(random.uniform(0.25, 0.75) * len(t)))


def fade(t: Array, size: float, random: Random) -> Array:
    n = len(t)
    since = t - int(random.uniform(0.2, 0.5) * n)
    hold, kind = random.uniform(0.1, 0.25) * n, random.integers(3)
    lasts = [np.clip(1 - (since - hold) / (0.25 * n), 0, 1), 0.5 ** (since / (0.12 * n)), since < hold + 0.1 * n]
    return size * np.where(since >= 0, lasts[kind], 0.0)


def decline(t: Array, size: float, random: Random) -> Array:
    return -(gradual if random.random() < 0.5 else jump)(t, size, random)


def seasonal(t: Array, size: float, random: Random) -> Array:
    return 0.7 * size * np.sin(2 * np.pi * (t + random.uniform(0, 12)) / 12)


def wandering(n: int, start: float, random: Random) -> Array:
    """Noise of sd 1 that carries over from month to month, from a given start."""
    carry = random.uniform(0.3, 0.7)
    path = np.full(n, start)
    for i in range(1, n):
        path[i] = carry * path[i - 1] + np.sqrt(1 - carry**2) * random.standard_normal()
    return path


def bad_spell(t: Array, size: float, random: Random) -> Array:
    kind, length = random.integers(3), random.integers(2, max(4, len(t) // 6 + 1))
    if kind == 2:
        spread = random.uniform(0.5, 1.0)
        return spread * wandering(len(t), -size / spread, random)
    return -size * (t < length) if kind else -size * np.exp(-t / (length / 1.5))


def nothing(t: Array, size: float, random: Random) -> Array:  # noqa: ARG001
    return 0.0 * t


CLASSES: dict[str, Callable[[Array, float, Random], Array]] = {
    "no-change": nothing,
    "gradual": gradual,
    "small-steps": small_steps,
    "jump": jump,
    "fade": fade,
    "decline": decline,
    "seasonal": seasonal,
    "regression-to-the-mean": bad_spell,
    "small-number": nothing,
}


def draw(name: str, n: int, random: Random) -> tuple[Array, Array]:
    """Numerators and denominators of one series."""
    few = name == "small-number"
    of = random.integers(6, 21, n) if few else random.integers(60, 141, n)
    share = random.uniform(0.3, 0.8)
    kind, spread = random.integers(4), 0.5
    more = [np.zeros(n), np.zeros(n), random.standard_normal(n), wandering(n, random.standard_normal(), random)][kind]
    noise = np.sqrt(share * (1 - share) / 100)
    curve = CLASSES[name](np.arange(float(n)), random.uniform(1.5, 3.5), random)
    level = share + noise * ((np.sqrt(1 + spread**2) if kind > 1 else 1.0) * curve + spread * more)
    return random.binomial(of, np.clip(level, 0.01, 0.99)).astype(float), of.astype(float)


def months(n: int) -> list[str]:
    return [f"{2022 + (3 + i) // 12}-{(3 + i) % 12 + 1:02d}" for i in range(n)]


def run(make: Callable[[str, int, Random], tuple[Array, Array]], about: str) -> None:
    """Prints series of every class and length."""
    parser = ArgumentParser(description=about)
    parser.add_argument("--each", type=int, default=200, help="series of each class and length")
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    random = np.random.default_rng(chosen.seed)
    lines = ["class,series,period,numerator,denominator"]
    for n in LENGTHS:
        for name in CLASSES:
            for i in range(chosen.each):
                x, of = make(name, n, random)
                for month, top, bottom in zip(months(n), x, of, strict=True):
                    lines.append(f"{name},{name}-{n}-{i},{month},{top:.0f},{bottom:.0f}")
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    run(draw, __doc__ or "")
