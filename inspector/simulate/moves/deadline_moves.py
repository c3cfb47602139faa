"""Cases that were late are given a date in the last three days before the deadline.

Dose: the share of late cases that are moved. The share in time rises with them. `deadline-bunching` should ask.
"""

from dataclasses import replace
from random import Random

from inspector.simulate.authority import Authority, Row


def apply(authority: Authority, dose: float, draw: Random) -> Authority:
    """The authority with late cases moved, and its figures in time raised to match."""
    timed = {row["indicator"]: row["deadline"] for row in authority.register if row.get("deadline")}
    counts: dict[tuple[object, ...], dict[int, int]] = {}
    for row in authority.durations:
        key = (row["indicator"], row["period_start"], row["period_end"])
        counts.setdefault(key, {})[row["days"]] = row["count"]
    moved, total = 0, 0
    for case, days in counts.items():
        deadline = timed[str(case[0])]
        for day in sorted(day for day in days if day > deadline):
            for _ in range(days[day]):
                total += 1
                if draw.random() < dose:
                    moved += 1
                    days[day] -= 1
                    near = deadline - draw.randint(0, 2)
                    days[near] = days.get(near, 0) + 1
    rows = tuple(
        {"indicator": key[0], "period_start": key[1], "period_end": key[2], "days": day, "count": count}
        for key, days in counts.items()
        for day, count in sorted(days.items())
        if count
    )
    share = moved / total if total else 0.0
    return replace(
        authority, durations=rows, figures=tuple(_raised(row, timed, share, draw) for row in authority.figures)
    )


def _raised(row: Row, timed: dict[str, int], share: float, draw: Random) -> Row:
    if row["indicator"] not in timed:
        return row
    late = row["denominator"] - row["numerator"]
    return {**row, "numerator": row["numerator"] + sum(draw.random() < share for _ in range(late))}
