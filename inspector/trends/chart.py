"""A chart of a series in characters, small enough to stand beside its words in a terminal."""

from collections.abc import Sequence

from inspector.model.words import number
from inspector.trends.facts import Trend, is_share

HEIGHT = 7
WIDEST = 72
UNICODE = {"point": "•", "better": "▲", "worse": "▼", "mean": "─", "limit": "┄", "rebase": "│"}
ASCII = {"point": "o", "better": "^", "worse": "v", "mean": "-", "limit": ".", "rebase": "|"}


def chart_lines(found: Trend, ascii_only: bool) -> list[str]:
    """The lines of the chart: the latest 72 points at most, the mean and the limits that hold at the end."""
    marks = ASCII if ascii_only else UNICODE
    values, points = found.values[-WIDEST:], found.drawn[-WIDEST:]
    if len(values) < 2:
        return []
    lines = [(p.centre, p.lower, p.upper) for p in points]
    every = [*values, *(x for line in lines for x in line if x is not None)]
    low, high = min(every), max(every)
    grid = [[" "] * len(values) for _ in range(HEIGHT)]
    for column, (value, point) in enumerate(zip(values, points, strict=True)):
        for mark, amount in (("limit", point.lower), ("limit", point.upper), ("mean", point.centre)):
            if amount is not None:
                grid[_place(amount, low, high)][column] = marks[mark]
        if column and point.group != points[column - 1].group:
            for row in grid:
                row[column] = marks["rebase"]
        kind = found.kind(point).rsplit("_", 1)[1]
        mark = {"improvement": "better", "concern": "worse"}.get(kind, "point")
        grid[_place(value, low, high)][column] = marks[mark]
    share = is_share(found.series)
    return _labelled(grid, lines[-1], low, high, "%" if share else "")


def _labelled(
    grid: list[list[str]], last: tuple[float, float | None, float | None], low: float, high: float, unit: str
) -> list[str]:
    """The rows with what the lines at their right ends stand for."""
    centre, lower, upper = last
    labels: dict[int, list[str]] = {}
    for name, amount in (("upper limit", upper), ("mean", centre), ("lower limit", lower)):
        if amount is not None:
            labels.setdefault(_place(amount, low, high), []).append(f"{name} {short(amount)}{unit}")
    return [f"{''.join(row)}  {', '.join(labels.get(i, []))}".rstrip() for i, row in enumerate(grid)]


def _place(amount: float, low: float, high: float) -> int:
    """The row of an amount, counted from the top."""
    # Halves first: the difference of two large numbers can overflow, and half of the least number there is, is nothing.
    span = high / 2 - low / 2
    if span <= 0:
        return HEIGHT // 2
    share = (amount / 2 - low / 2) / span
    return HEIGHT - 1 - min(HEIGHT - 1, max(0, round(share * (HEIGHT - 1))))


def short(amount: float) -> str:
    """A number at four significant digits."""
    return number(amount, 4)


def axis(found: Trend, labels: Sequence[str]) -> str:
    """The first and last period under the ends of the chart."""
    width = min(len(found.values), WIDEST)
    first, last = labels[-width], labels[-1]
    return first + " " * max(2, width - len(first) - len(last)) + last
