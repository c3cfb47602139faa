"""What children, families, carers, partners and the front line say, what is tried because of it, and who is told back."""

from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from inspector.simulate.authority import Row, month
from inspector.simulate.records import words
from inspector.simulate.records.scene import Records, Scene

GROUPS = ("children", "families", "carers", "front-line", "partners")


class Way(NamedTuple):
    """How much is said in a quarter by each group, what share of it something is tried after, and what share is told back."""

    asked: float
    changed: float
    told: float
    front_line: float | None = None
    """What share of what the front line says something is tried after, where that is another."""


WAYS: dict[str, Way] = {
    "answered": Way(0.7, 0.75, 0.8),
    "families-first": Way(0.6, 0.7, 0.7, front_line=0.0),
    "collected": Way(0.6, 0.05, 0.1),
    "seldom-asked": Way(0.1, 0.2, 0.2),
}


def write(scene: Scene, way: str) -> Records:
    """Voices of a way. What came of one names a test that was begun afterwards, where the log has such."""
    how, draw = WAYS[way], scene.draw("voice")
    rows: list[Row] = []
    for quarter in range(scene.months // 3):
        start = month(scene.start, 3 * quarter)
        for group in GROUPS:
            if draw.random() < how.asked:
                rows.append(_one(scene, draw, how, group, start, len(rows) + 1))
    return {"voice": rows}


def _one(scene: Scene, draw: Random, how: Way, group: str, start: date, number: int) -> Row:
    end = month(start, 3) - timedelta(days=1)
    row: Row = {
        "id": f"v{number:03}", "period_start": start, "period_end": end, "group": group,
        "theme": draw.choice(words.AREAS), "said": words.said(draw), "people": draw.randint(2, 30),
    }  # fmt: skip
    share = how.changed if group != "front-line" or how.front_line is None else how.front_line
    after = [one["id"] for one in scene.log if start <= one.get("tested_on", date.min) < month(start, 8)]
    if after and draw.random() < share:
        row["changed"] = sorted(draw.sample(after, min(len(after), draw.randint(1, 2))))
    if draw.random() < how.told:
        row["told_back_on"] = min(scene.last, end + timedelta(days=draw.randint(10, 90)))
    return row
