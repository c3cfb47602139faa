"""What moves that change how long cases took share: durations by period, and figures in time that follow from them."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

from inspector.simulate.authority import Authority, Row

Moved = Callable[[int, int], int]
"""The days that a case is given, from those that it took and its deadline."""


def retimed(authority: Authority, moved: Moved, draw: Random) -> Authority:
    """The authority with each case given other days, and its figures in time raised as more of the late ones are in time."""
    timed = {str(row["indicator"]): int(row["deadline"]) for row in authority.register if row.get("deadline")}
    counts: dict[tuple[object, ...], dict[int, int]] = {}
    late = saved = 0
    for row in authority.durations:
        deadline = timed[row["indicator"]]
        days = counts.setdefault((row["indicator"], row["period_start"], row["period_end"]), {})
        for _ in range(row["count"]):
            given = moved(row["days"], deadline)
            days[given] = days.get(given, 0) + 1
            late += row["days"] > deadline
            saved += given <= deadline < row["days"]
    rows = tuple(
        {"indicator": key[0], "period_start": key[1], "period_end": key[2], "days": day, "count": count}
        for key, days in counts.items()
        for day, count in sorted(days.items())
    )
    share = saved / late if late else 0.0
    figures = tuple(_raised(row, timed, share, draw) for row in authority.figures)
    return replace(authority, durations=rows, figures=figures)


def _raised(row: Row, timed: dict[str, int], share: float, draw: Random) -> Row:
    if row["indicator"] not in timed or not share:
        return row
    late = row["denominator"] - row["numerator"]
    return {**row, "numerator": row["numerator"] + sum(draw.random() < share for _ in range(late))}
