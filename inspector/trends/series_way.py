"""Which direction is better, as people write it."""

import re
from functools import lru_cache
from typing import Literal

Better = Literal["up", "down"]
_UP = frozenset(
    (
        "up",
        "increase",
        "increasing",
        "higher",
        "high",
        "bigger",
        "larger",
        "more",
        "maximise",
        "rise",
        "rising",
        "↑",
        "+",
    )
)
_DOWN = frozenset(("down", "decrease", "decreasing", "lower", "low", "smaller", "less", "fewer", "minimise", "fall", "falling",
                   "reduce", "↓", "-"))  # fmt: skip


@lru_cache(maxsize=256)
def way(text: str) -> Better | None:
    """`up`, `High is good`, `lower is better`, `Decrease`, `↓` as a direction; None where it says neither, or both."""
    found = set(re.findall(r"[a-z]+|[↑↓]|^[+-]$", text.lower()))
    up, down = bool(found & _UP), bool(found & _DOWN)
    if up == down or {"bad", "worse", "poor", "not"} & found:
        return None
    return "up" if up else "down"
