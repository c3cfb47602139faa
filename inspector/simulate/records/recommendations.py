"""A tracker of recommendations: where they came from, what was done about each, what its tracker says, and who looked."""

from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from inspector.simulate.authority import Row
from inspector.simulate.measures import AUDITOR
from inspector.simulate.records import words
from inspector.simulate.records.scene import Records, Scene

ABOVE = ("inspection", "government", "munro", "cabinet")
BELOW = ("front-line", "reflective-practice", "case-review", "project-board")
OWNERS = ("head of service", "court team", "duty team", "quality assurance")


class Way(NamedTuple):
    """How recommendations are followed. Shares: acted on, from above and below; firm; with a measure; looked at."""

    many: tuple[int, int]
    above: float
    below: float
    firm: float
    measured: float
    looked: float
    stuck: float = 0.0
    """Of those not acted on, how many are called stuck."""
    paper: float = 0.0
    """Of those not acted on, how many are called done all the same."""
    late: float = 0.0
    """How many words of the tracker were written only after the announcement."""
    overdue: float = 0.3
    near_gain: bool = False
    """What is measured is a measure that got better, and the action came before."""


WAYS: dict[str, Way] = {
    "answered": Way((12, 16), 0.85, 0.85, 0.75, 0.6, 0.7, near_gain=True),
    "unlooked": Way((9, 13), 0.75, 0.6, 0.2, 0.3, 0.0),
    "from-above": Way((10, 14), 0.85, 0.1, 0.4, 0.3, 0.2),
    "stuck": Way((9, 13), 0.25, 0.15, 0.3, 0.1, 0.0, stuck=0.6, overdue=0.9),
    "on-paper": Way((8, 12), 0.2, 0.1, 0.2, 0.2, 0.0, paper=0.7),
    "for-the-visit": Way((7, 10), 0.4, 0.3, 0.4, 0.2, 0.0, late=0.8),
    "weak": Way((9, 13), 0.75, 0.5, 0.05, 0.3, 0.2),
}


def write(scene: Scene, way: str) -> Records:
    """The recommendations of a way, with their actions and statuses, and what another body found that looked at some."""
    how, draw = WAYS[way], scene.draw("recommendations")
    made: Records = {
        "recommendations": [], "recommendation-actions": [], "recommendation-statuses": [], "verifications": [],
    }  # fmt: skip
    gains = [id for id in scene.moved("gain") if scene.onset(id)]
    for number in range(1, draw.randint(*how.many) + 1):
        _one(scene, draw, how, f"r{number:02}", gains, made)
    return made


def _one(scene: Scene, draw: Random, how: Way, id: str, gains: list[str], made: Records) -> None:
    below = draw.random() < 0.5
    source = draw.choice(BELOW if below else ABOVE)
    row: Row = {
        "id": id, "recommendation": words.wanted(draw), "source": source, "made_on": scene.day(draw, -0.15, 0.6),
        "owners": draw.sample(OWNERS, draw.choice((1, 1, 2))),
    }  # fmt: skip
    acted = draw.random() < (how.below if below else how.above)
    measured = draw.random() < how.measured
    done: date | None = None
    if measured:
        row["indicator"], done = _measure(scene, draw, how, gains, row)
    if acted:
        done = done or scene.after(row["made_on"], draw, 40, 200)
    made["recommendations"].append(row)
    made["recommendation-actions"] += _actions(draw, how, row, done if acted else None)
    made["recommendation-statuses"] += _statuses(scene, draw, how, row, done if acted else None)
    if acted and measured and done and draw.random() < how.looked:
        _looked(scene, draw, row, done, made)


def _measure(scene: Scene, draw: Random, how: Way, gains: list[str], row: Row) -> tuple[str, date | None]:
    """The measure that would show its effect; with one that truly got better also when the action came before it."""
    if how.near_gain and gains and draw.random() < 0.7:
        id = draw.choice(gains)
        onset = scene.onset(id)
        assert onset is not None
        done = onset - timedelta(days=draw.randint(3, 40))
        row["made_on"] = min(row["made_on"], done - timedelta(days=draw.randint(30, 120)))
        return id, done if done < scene.notified else None
    return draw.choice(sorted(scene.indicators)), None


def _actions(draw: Random, how: Way, row: Row, done: date | None) -> list[Row]:
    rows = []
    for number in range(1, draw.randint(1, 2) + 1):
        firm = draw.random() < how.firm
        due = row["made_on"] + timedelta(days=draw.randint(80, 200))
        action: Row = {
            "recommendation": row["id"], "id": f"a{number}", "action": words.answer(draw, "system" if firm else "told"),
            "strength": draw.choice(("stronger", "intermediate")) if firm else "weaker", "owner": row["owners"][0],
        }  # fmt: skip
        if draw.random() < 0.7 or how.overdue > 0.5:
            action["due_on"] = due
        if done is not None and number == 1:
            action["done_on"] = done
        rows.append(action)
    return rows


def _statuses(scene: Scene, draw: Random, how: Way, row: Row, done: date | None) -> list[Row]:
    made = row["made_on"]
    said = [(made, "made"), (scene.after(made, draw, 5, 40), "accepted")]
    if done is not None:
        said += [(scene.after(made, draw, 20, 35), "started"), (done, "done")]
        if "indicator" in row:
            said.append((scene.after(done, draw, 90, 200), "measured"))
    elif draw.random() < how.paper:
        said.append((scene.after(made, draw, 60, 200), "done"))
    elif draw.random() < how.stuck:
        said.append((scene.after(made, draw, 100, 250), "stuck"))
    elif draw.random() < 0.1:
        said.append((scene.after(made, draw, 30, 100), "rejected"))
    kept = {status: scene.since(draw) if status != "made" and draw.random() < how.late else day for day, status in said}
    order = list(dict.fromkeys(kept))
    days = [kept[status] for status in order]
    # What is said later cannot have been said before what comes ahead of it.
    return [
        {"recommendation": row["id"], "on": max(days[: place + 1]), "status": status}
        for place, status in enumerate(order)
    ]


def _looked(scene: Scene, draw: Random, row: Row, done: date, made: Records) -> None:
    looked = scene.after(done, draw, 200, 420)
    if (looked - done).days < 120:
        return
    row |= {"verified_by": AUDITOR, "verified_on": looked}
    made["verifications"].append({
        "id": f"w{row['id']}", "verified_by": AUDITOR, "role": "auditors", "looked_on": looked,
        "recommendation": row["id"], "looked_at": 12, "agreed": draw.choice((12, 12, 11)),
    })  # fmt: skip
    status = "lasting" if draw.random() < 0.5 else "verified"
    said = [one for one in made["recommendation-statuses"] if one["recommendation"] == row["id"]]
    made["recommendation-statuses"].append({
        "recommendation": row["id"], "on": max(looked, *(one["on"] for one in said)), "status": status,
    })  # fmt: skip
