"""Where leaders' hours go, quarter by quarter, to whom they account, and the eight questions."""

from datetime import timedelta
from random import Random
from typing import NamedTuple

from inspector.simulate.authority import Row, month
from inspector.simulate.records.scene import Records, Scene
from inspector.simulate.records.words import LEADERS

QUESTIONS = ("achieve", "change", "customers", "priorities", "time", "enable", "system", "account")
ABOVE = {"director": "chief executive", "head of service": "director", "principal social worker": "director"}


class Way(NamedTuple):
    """Shares of hours at first and at last, who accounts to somebody, and of the questions those answered, reviewed, acted on."""

    improving: tuple[float, float]
    overseeing: tuple[float, float]
    accounts: float
    accounted: float
    answered: float
    reviewed: float
    acted: float
    for_the_visit: bool = False


WAYS: dict[str, Way] = {
    "improving": Way((0.14, 0.2), (0.08, 0.12), 1.0, 0.95, 0.95, 0.8, 0.8),
    "shrinking": Way((0.22, 0.08), (0.08, 0.03), 0.8, 0.4, 0.7, 0.2, 0.4),
    "hands-on": Way((0.2, 0.2), (0.0, 0.0), 0.6, 0.0, 0.4, 0.2, 0.4),
    "today": Way((0.0, 0.0), (0.0, 0.0), 0.5, 0.0, 0.4, 0.0, 0.0),
    "answered-and-forgotten": Way((0.06, 0.06), (0.02, 0.02), 0.8, 0.4, 0.95, 0.1, 0.05),
    "for-the-visit": Way((0.04, 0.04), (0.01, 0.01), 0.8, 0.0, 0.9, 0.0, 0.0, for_the_visit=True),
}


def write(scene: Scene, way: str) -> Records:
    """Hours of two or three leaders in each quarter, and their answers."""
    how, draw = WAYS[way], scene.draw("leadership")
    leaders = LEADERS[: draw.randint(2, 3)]
    rows: list[Row] = []
    for leader in leaders:
        accounts, accounted = draw.random() < how.accounts, draw.random() < how.accounted
        for quarter in range(scene.months // 3):
            rows.append(_hours(scene, draw, how, leader, quarter))
            if accounts:
                rows[-1]["accounts_to"] = ABOVE[leader]
                if accounted:
                    rows[-1]["accounted_on"] = rows[-1]["period_start"].replace(day=draw.randint(2, 27))
    return {"leadership": rows, "leadership-questions": _answers(scene, draw, how, leaders)}


def _hours(scene: Scene, draw: Random, how: Way, leader: str, quarter: int) -> Row:
    of = max(1, scene.months // 3 - 1)
    improving, overseeing = (first + (last - first) * quarter / of for first, last in (how.improving, how.overseeing))
    total = draw.randint(520, 620)
    kept = [round(total * share * draw.uniform(0.85, 1.15)) for share in (improving, overseeing)]
    first = month(scene.start, 3 * quarter)
    return {
        "leader": leader, "period_start": first, "period_end": month(first, 3) - timedelta(days=1),
        "hours_delivering": total - sum(kept), "hours_improving": kept[0], "hours_overseeing": kept[1],
    }  # fmt: skip


def _answers(scene: Scene, draw: Random, how: Way, leaders: tuple[str, ...]) -> list[Row]:
    rows = []
    for leader in leaders:
        for question in QUESTIONS:
            if draw.random() >= how.answered:
                continue
            row: Row = {"leader": leader, "question": question}
            row["answered_on"] = scene.since(draw) if how.for_the_visit else scene.day(draw, 0.02, 0.4)
            if draw.random() < how.reviewed:
                row["reviewed_on"] = scene.after(row["answered_on"], draw, 80, 200)
            if draw.random() < how.acted:
                row["acted_on"] = scene.after(row["answered_on"], draw, 20, 260)
            rows.append(row)
    return rows
