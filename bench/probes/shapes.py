"""What the probes are measured on: honest evidence of several shapes, and doses put into it.

Kept apart from the probes, which import nothing from here. Each generator has a `tuning` form, tried while the probes were
written, and a `held_out` form, used only to report.
"""

import numpy as np

Array = np.ndarray


def records(rng: np.random.Generator, n: int, held_out: bool, batches: float) -> tuple[Array, Array]:
    """Days of the events over three years, and days on which they were recorded.

    `batches`: the share recorded at the end of the month. A few are late by weeks, at any time.
    """
    event = rng.integers(0, 1096, n).astype(float)
    delay = np.floor(rng.weibull(0.8, n) * 4 if held_out else rng.lognormal(1.2, 0.9, n))
    slow = rng.random(n) < 0.03
    delay[slow] = np.floor(rng.gamma(3.0, 12.0, slow.sum()) if held_out else rng.lognormal(3.6, 0.6, slow.sum()))
    recorded = event + delay
    batched = rng.random(n) < batches
    recorded[batched] = np.ceil((event[batched] + 1) / 30.4375) * 30.4375 // 1
    return event, recorded


def back_entered(
    rng: np.random.Generator, event: Array, recorded: Array, share: float, ago: tuple[int, int] = (30, 365)
) -> tuple[Array, Array]:
    """So many happened some days `ago` (of the last fortnight) and were recorded in that fortnight."""
    event, recorded = event.copy(), recorded.copy()
    chosen = rng.choice(len(event), round(share * len(event)), replace=False)
    recorded[chosen] = 1081 + rng.integers(0, 14, len(chosen))
    event[chosen] = recorded[chosen] - rng.integers(*ago, len(chosen))
    return event, recorded


def numbers(rng: np.random.Generator, n: int, shape: str) -> Array:
    """Whole numbers that nobody rounded."""
    if shape == "poisson(9)":
        return rng.poisson(9, n)
    if shape == "gamma":
        return np.ceil(rng.gamma(4, 11, n)).astype(int)
    if shape == "lognormal":
        return np.ceil(rng.lognormal(3.4, 0.5, n)).astype(int)
    if shape == "negative binomial":
        return rng.negative_binomial(3, 0.1, n)
    if shape == "weibull":
        return np.ceil(rng.weibull(1.6, n) * 40).astype(int)
    return np.round(np.clip(rng.normal(120, 25, n), 0, None)).astype(int)


def rounded(rng: np.random.Generator, values: Array, share: float, step: int) -> Array:
    """A share of the numbers goes to the nearest multiple of `step`."""
    values = values.copy()
    chosen = rng.choice(len(values), round(share * len(values)), replace=False)
    values[chosen] = np.floor(values[chosen] / step + 0.5) * step
    return values


def shares(
    rng: np.random.Generator, periods: int, season: float, left: float, held_out: bool
) -> tuple[Array, Array, Array]:
    """Numerators, denominators and months; `left`: the part of the scatter's variance that is left."""
    months = np.arange(periods)
    size = rng.poisson(60 if held_out else 100, periods).astype(float)
    phase, drift = rng.uniform(0, 2 * np.pi), rng.uniform(-0.1, 0.1)
    level = 0.4 if held_out else 0.6
    share = level + season * np.sin(2 * np.pi * months / 12 + phase) + drift * months / periods
    counts = rng.binomial(size.astype(int), share).astype(float)
    if left < 1:
        counts = np.round(size * share + (counts - size * share) * left**0.5)
    return counts, size, months.astype(float)


def percentages(rng: np.random.Generator, figures: int, places: int, impossible: bool) -> list[tuple[float, int]]:
    """Percentages out of denominators under 60, all from counts, or each moved to the next value no count gives."""
    made = []
    while len(made) < figures:
        size = int(rng.integers(7, 60))
        value = round(100 * int(rng.integers(0, size + 1)) / size, places)
        if impossible:
            value = round(value + 10.0**-places * int(rng.integers(2, 5)), places)
            near = (round(100 * count / size, places) for count in range(size + 1))
            if value > 100 or any(abs(one - value) < 1.01 * 10.0**-places for one in near):
                continue
        made.append((value, size))
    return made
