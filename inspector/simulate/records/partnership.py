"""What agencies promise one another, whether it is kept, and what the partner says of it in a file of its own."""

from datetime import timedelta
from random import Random
from typing import NamedTuple

from inspector.simulate.authority import Row
from inspector.simulate.records import words
from inspector.simulate.records.scene import Records, Scene

OWN = "children's services"


class Way(NamedTuple):
    """Shares of promises: kept at first and at last, joint, with an agreed measure, of which the partner speaks, disputed."""

    many: tuple[int, int]
    kept: tuple[float, float]
    joint: float
    measured: float
    spoken: float
    disputed: float = 0.0


WAYS: dict[str, Way] = {
    "together": Way((14, 18), (0.85, 0.97), 0.7, 0.75, 0.9),
    "kept": Way((8, 12), (0.75, 0.85), 0.35, 0.3, 0.4),
    "alone": Way((7, 10), (0.6, 0.6), 0.05, 0.1, 0.3),
    "unheard": Way((7, 10), (0.6, 0.6), 0.3, 0.2, 0.0),
    "disputed": Way((7, 10), (0.6, 0.5), 0.3, 0.2, 0.7, disputed=0.4),
    "broken": Way((8, 12), (0.35, 0.15), 0.2, 0.1, 0.2),
}


def write(scene: Scene, way: str) -> Records:
    """Promises of a way; those of which the partner speaks stand in `partnership-given`, which the partner itself gives."""
    how, draw = WAYS[way], scene.draw("partnership")
    count = draw.randint(*how.many)
    own: list[Row] = []
    given: list[Row] = []
    partner = draw.choice(words.AGENCIES)
    for number in range(1, count + 1):
        row, says = _one(scene, draw, how, number, count, partner)
        (given if says else own).append(row)
    return {"partnership": own, "partnership-given": given}


def _one(scene: Scene, draw: Random, how: Way, number: int, count: int, partner: str) -> tuple[Row, bool]:
    spoken = draw.random() < how.spoken
    other = partner if spoken else draw.choice(words.AGENCIES)
    at = (number - 1) / max(1, count - 1)
    made = scene.day(draw, 0.75 * at, min(0.78, 0.75 * at + 0.1))
    row: Row = {
        "id": f"k{number:02}", "from_agency": OWN, "to_agency": other, "commitment": words.promise(draw), "made_on": made,
        "joint": draw.random() < how.joint, "due_on": made + timedelta(days=draw.randint(60, 180)),
    }  # fmt: skip
    if draw.random() < how.measured:
        row["agreed_measure"] = "how often it was so, counted together each quarter"
    kept = draw.random() < how.kept[0] + (how.kept[1] - how.kept[0]) * at
    if kept:
        row["met_on"] = min(scene.notified - timedelta(days=1), row["due_on"] - timedelta(days=draw.randint(0, 40)))
    if spoken:
        disputes = kept and draw.random() < how.disputed
        row["partner_says"] = draw.choice(("partly-kept", "not-kept")) if disputes or not kept else "kept"
        row["partner_statement"] = words.statement(draw, row["partner_says"] == "kept")
        row["stated_on"] = scene.notified - timedelta(days=draw.randint(1, 20))
    return row, spoken
