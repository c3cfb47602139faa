"""Whether the figures of one series have two scales: parts of 1 among percentages."""

from collections.abc import Iterable

from inspector.model.shares import HAIR


def mixed(values: Iterable[float | None], *, percent: bool) -> bool:
    """Whether some values are parts of 1 and the rest the same a hundredfold: `0.68` among `71`.

    Unless they are known to be percentages, a whole number is no part of 1.
    """
    every = [value for value in values if value is not None and value != 0]
    parts = sorted(value for value in every if 0 < value <= 1 and (percent or value != int(value)))
    rest = sorted(value for value in every if value > 1)
    if not parts or not rest or len(parts) + len(rest) < len(every) or rest[-1] > 100 * (1 + HAIR):
        return False
    middle = 100 * parts[len(parts) // 2]
    return rest[0] > 8 * parts[-1] and rest[0] / 3 <= middle <= rest[-1] * 3 and parts[-1] < 8 * parts[0]
