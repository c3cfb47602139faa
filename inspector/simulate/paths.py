"""How the thing measured moves, month by month, as a share of the whole change: 0 where nothing has happened yet.

Each shape draws its own times. What is gained may plateau, come in steps, or go again, at once or slowly.
"""

from collections.abc import Callable
from math import exp, sin, tau
from random import Random

Path = list[float]


def none(draw: Random, months: int) -> tuple[Path, int | None]:  # noqa: ARG001
    """Nothing moves."""
    return [0.0] * months, None


def plateau(draw: Random, months: int) -> tuple[Path, int | None]:
    """A gain that is quick at first and settles."""
    start, slow = _start(draw, months), draw.uniform(0.08, 0.2) * months
    return [0.0 if m < start else 1 - exp(-(m - start + 1) / slow) for m in range(months)], start


def small_steps(draw: Random, months: int) -> tuple[Path, int | None]:
    """Four to seven steps of uneven height, some of them close together."""
    count, start = draw.randint(4, 7), _start(draw, months)
    at = [start, *sorted(draw.randint(start, max(start, months - 4)) for _ in range(count - 1))]
    heights = [draw.uniform(0.5, 1.5) for _ in at]
    return [
        sum(h for when, h in zip(at, heights, strict=True) if m >= when) / sum(heights) for m in range(months)
    ], start


def jump(draw: Random, months: int) -> tuple[Path, int | None]:
    """A gain from one month to the next that stays."""
    start = _start(draw, months)
    return [float(m >= start) for m in range(months)], start


def fade_slowly(draw: Random, months: int) -> tuple[Path, int | None]:
    """A jump that goes in a straight line until nothing is left."""
    start = _start(draw, months, latest=0.45)
    hold, gone = draw.randint(2, 4), draw.uniform(0.25, 0.4) * months
    return [_hold(m, start, hold, lambda t: max(0.0, 1 - t / gone)) for m in range(months)], start


def fade_exponentially(draw: Random, months: int) -> tuple[Path, int | None]:
    """A jump that loses the same share of what is left each month."""
    start, slow = _start(draw, months, latest=0.45), draw.uniform(0.08, 0.14) * months
    return [_hold(m, start, 2, lambda t: exp(-t / slow)) for m in range(months)], start


def fade_suddenly(draw: Random, months: int) -> tuple[Path, int | None]:
    """A jump that is gone from one month to the next."""
    start = _start(draw, months, latest=0.45)
    hold = draw.randint(max(3, months // 6), max(4, months // 3))
    return [_hold(m, start, hold, lambda _: 0.0) for m in range(months)], start


def slide(draw: Random, months: int) -> tuple[Path, int | None]:
    """A slow loss to the end."""
    start = _start(draw, months)
    return [-max(0.0, (m - start + 1) / (months - start)) for m in range(months)], start


def drop(draw: Random, months: int) -> tuple[Path, int | None]:
    """A loss from one month to the next that stays."""
    start = _start(draw, months)
    return [-float(m >= start) for m in range(months)], start


def crumble(draw: Random, months: int) -> tuple[Path, int | None]:
    """A loss in several steps."""
    path, start = small_steps(draw, months)
    return [-value for value in path], start


def season(draw: Random, months: int) -> tuple[Path, int | None]:
    """The months of the year differ, and nothing else."""
    shift = draw.randrange(12)
    return [0.45 * sin(tau * (m + shift) / 12) for m in range(months)], None


def bad_spell(draw: Random, months: int) -> tuple[Path, int | None]:
    """A few bad months at the beginning, and then as before."""
    length = draw.randint(2, max(2, months // 9))
    return [-draw.uniform(0.7, 1.1) if m < length else 0.0 for m in range(months)], None


def _start(draw: Random, months: int, latest: float = 0.6) -> int:
    return draw.randint(max(2, round(0.2 * months)), max(2, round(latest * months)))


def _hold(month: int, start: int, hold: int, after: Callable[[int], float]) -> float:
    if month < start:
        return 0.0
    return 1.0 if month < start + hold else after(month - start - hold + 1)


GAINS = {"plateau": plateau, "small-steps": small_steps, "jump": jump}
FADES = {"fade-slowly": fade_slowly, "fade-exponentially": fade_exponentially, "fade-suddenly": fade_suddenly}
LOSSES = {"slide": slide, "drop": drop, "crumble": crumble}
STILL = {"none": none, "season": season, "bad-spell": bad_spell}
PATHS: dict[str, Callable[[Random, int], tuple[Path, int | None]]] = {**GAINS, **FADES, **LOSSES, **STILL}
"""Every shape by name; each gives the path and the month, from 0, in which the change begins."""
