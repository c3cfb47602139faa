"""Recommendations are closed in the last weeks before the announcement is expected: an action that is called done, a tick each.

Dose: the share of open recommendations so closed. Nothing asks of the days; whoever is said to have acted can be asked.
"""

from datetime import timedelta
from random import Random

from inspector.simulate.authority import Authority, Row
from inspector.simulate.moves.records._changed import with_rows

SEEN_BY: tuple[str, ...] = ()


def apply(authority: Authority, dose: float, draw: Random) -> Authority:
    """The authority with an action done for each recommendation that had none, and its tracker at `done`."""
    done = {row["recommendation"] for row in authority.records.get("recommendation-actions", ()) if "done_on" in row}
    actions: list[Row] = list(authority.records.get("recommendation-actions", ()))
    statuses: list[Row] = list(authority.records.get("recommendation-statuses", ()))
    for row in authority.records.get("recommendations", ()):
        if row["id"] in done or draw.random() >= dose:
            continue
        day = authority.notified_on - timedelta(days=draw.randint(3, 40))
        actions.append({
            "recommendation": row["id"], "id": "a9", "action": "Considered and addressed in the work of the teams",
            "strength": "intermediate", "owner": row["owners"][0], "due_on": day, "done_on": day,
        })  # fmt: skip
        statuses = [one for one in statuses if one["recommendation"] != row["id"] or one["on"] < day]
        statuses.append({"recommendation": row["id"], "on": day, "status": "done"})
    return with_rows(authority, {"recommendation-actions": tuple(actions), "recommendation-statuses": tuple(statuses)})
