"""Recommendations are tied, afterwards, to measures that got better: an action dated just before.

Dose: the share of recommendations so tied. Nothing asks of the days; whoever is said to have acted can be asked.
"""

from datetime import date, timedelta
from random import Random

from inspector.simulate.authority import Authority, Row
from inspector.simulate.moves.records._changed import before, with_rows
from inspector.simulate.records.scene import way_of

SEEN_BY: tuple[str, ...] = ()


def apply(authority: Authority, dose: float, draw: Random) -> Authority:
    """The authority with its recommendations tied to whatever truly got better; where nothing did, as it was."""
    onsets = {
        id: date.fromisoformat(truth["onset"])
        for id, truth in sorted(authority.truth["indicators"].items())
        if way_of(truth["shape"]) == "gain" and truth["onset"]
    }
    rows: list[Row] = []
    actions: list[Row] = list(authority.records.get("recommendation-actions", ()))
    statuses: list[Row] = list(authority.records.get("recommendation-statuses", ()))
    for row in authority.records.get("recommendations", ()):
        if onsets and draw.random() < dose:
            id = draw.choice(sorted(onsets))
            day = onsets[id] - timedelta(days=draw.randint(5, 25))
            row = {**row, "indicator": id, "made_on": min(row["made_on"], day - timedelta(days=60))}
            actions.append({
                "recommendation": row["id"], "id": "a9", "action": "A new way of working was begun",
                "strength": "stronger", "owner": row["owners"][0], "due_on": day, "done_on": day,
            })  # fmt: skip
            statuses = [one for one in statuses if one["recommendation"] != row["id"]]
            said = (("made", row["made_on"]), ("done", day), ("measured", before(authority, day, draw, 150, 200)))
            statuses += [{"recommendation": row["id"], "on": on, "status": status} for status, on in said]
        rows.append(row)
    made = {"recommendations": rows, "recommendation-actions": actions, "recommendation-statuses": statuses}
    return with_rows(authority, {kind: tuple(some) for kind, some in made.items()})
