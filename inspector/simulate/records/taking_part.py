"""Who took part, with how long people waited to hear back; or only in a few teams; or nobody counted."""

from collections.abc import Callable, Sequence
from random import Random

from inspector.simulate.authority import Row
from inspector.simulate.records.scene import Rows

Change = Callable[[Sequence[Row], Random], Rows]


def _hear(first: float, last: float) -> Change:
    """Days until people hear back, from the first quarter to the last."""

    def change(rows: Sequence[Row], draw: Random) -> Rows:
        starts = sorted({row["period_start"] for row in rows})
        steps = max(1, len(starts) - 1)
        return [
            {
                **row,
                "days_to_hear_back": round(
                    first + (last - first) * starts.index(row["period_start"]) / steps + draw.uniform(-2, 2), 1
                ),
            }
            for row in rows
        ]

    return change


def _few_teams(rows: Sequence[Row], draw: Random) -> Rows:
    teams = sorted({row["team"] for row in rows})
    some = set(draw.sample(teams, max(1, len(teams) // 4)))
    return [dict(row) if row["team"] in some else {**row, "contributors": 0} for row in rows]


def _nobody_counts(rows: Sequence[Row], draw: Random) -> Rows:  # noqa: ARG001
    return []


WAYS: dict[str, Change] = {
    "counted": lambda rows, _: [dict(row) for row in rows],
    "heard-sooner": _hear(24, 9),
    "heard-later": _hear(8, 26),
    "few-teams": _few_teams,
    "nobody-counts": _nobody_counts,
}
