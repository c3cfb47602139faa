"""The little of SVG that the charts need: elements, scales, the frame with its text alternative."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from inspector.model.words import number as plainly
from inspector.report.harmless import markup, plain
from inspector.report.wording import month_of


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight line from values to places: `low` lies at `start`, `high` at `stop`."""

    low: float
    high: float
    start: float
    stop: float

    def __call__(self, value: float) -> float:
        """The place of a value, to a tenth."""
        span = self.high - self.low
        return round(self.start + (value - self.low) / (span or 1.0) * (self.stop - self.start), 1)


def shortened(text: str, most: int) -> str:
    """At most so many characters, with an ellipsis for the rest; controls made visible first."""
    shown = plain(text)
    return shown if len(shown) <= most else shown[: most - 1].rstrip() + "…"


def text(x: float, y: float, words: str, kind: str = "", anchor: str = "start") -> str:
    """A text element."""
    style = f' class="{kind}"' if kind else ""
    place = "" if anchor == "start" else f' text-anchor="{anchor}"'
    return f'<text x="{x:g}" y="{y:g}"{style}{place}>{markup(words)}</text>'


def line(x1: float, y1: float, x2: float, y2: float, kind: str) -> str:
    """A straight line."""
    return f'<line x1="{x1:g}" y1="{y1:g}" x2="{x2:g}" y2="{y2:g}" class="{kind}"/>'


def box(x: float, y: float, width: float, height: float, kind: str) -> str:
    """A rectangle."""
    return f'<rect x="{x:g}" y="{y:g}" width="{max(0.0, width):g}" height="{max(0.0, height):g}" class="{kind}"/>'


def path(points: Sequence[tuple[float, float]], kind: str) -> str:
    """A line through points; nothing for fewer than two."""
    if len(points) < 2:
        return ""
    return f'<path d="M{" ".join(f"{x:g},{y:g}" for x, y in points)}" class="{kind}"/>'


def frame(
    id: str, width: float, height: float, title: str, says: str, parts: Sequence[str], kind: str = "", top: float = 0
) -> str:
    """The whole picture, with the title and description that stand for it where it cannot be seen.

    It ends at `height`, and begins at `top` where there is nothing above.
    """
    style = f' class="{kind}"' if kind else ""
    described = f'<desc id="{id}-d">{markup(says)}</desc>' if says else ""
    names = f"{id}-t {id}-d" if says else f"{id}-t"
    return (
        f'<svg{style} viewBox="0 {top:g} {width:g} {height - top:g}" role="img" aria-labelledby="{names}" '
        f'focusable="false"><title id="{id}-t">{markup(title)}</title>{described}{"".join(parts)}</svg>'
    )


def month(day: str) -> str:
    """`Apr 2023` from an ISO date."""
    return month_of(day, short=True)


@lru_cache(maxsize=4096)
def days(day: str) -> int:
    """A date as a number of days."""
    return date.fromisoformat(day).toordinal()


def ticks(low: float, high: float, most: int = 4) -> list[float]:
    """Round numbers between two values, at most about `most`."""
    span = high - low
    if span <= 0:
        return [low]
    power = 10.0 ** math.floor(math.log10(span / most))
    step = next(power * times for times in (1, 2, 5, 10) if span <= power * times * most * (1 + 1e-9))
    first = int(low / step) - 1
    found = [float(f"{(first + k) * step:.12g}") for k in range(most + 4)]
    return [value for value in found if low <= value <= high]


def number(value: float, share: bool) -> str:
    """A figure as people write it: shares as percentages."""
    return f"{plainly(value * 100, 3)}%" if share else plainly(value, 4)
