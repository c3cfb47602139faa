"""Reviews of single cases: what they look at, whom they ask, which conditions they look for, and what is done afterwards."""

from collections.abc import Callable
from datetime import date
from random import Random
from typing import NamedTuple

from inspector.simulate.authority import Row
from inspector.simulate.records import words
from inspector.simulate.records.scene import Records, Scene
from inspector.simulate.words import TEAMS

FOLLOWED: dict[str, tuple[str, ...]] = {
    "caseload": ("agency-workers", "same-worker"),
    "lengthy-investigation": ("assessments-in-time",),
    "hostility-between-agencies": ("re-referrals", "home-again"),
    "procedures-at-odds": ("plans-reviewed", "family-heard"),
    "absent-supervision": ("supervision-held", "same-worker"),
    "nobody-to-share-with": ("supervision-held", "seen-alone"),
    "unclear-accountability": ("same-worker", "placement-moves"),
    "written-records": ("seen-alone", "family-heard"),
    "children-at-immediate-risk": ("re-referrals", "placement-moves"),
    "individual-error": (),
}
"""The conditions that a review can look for, each with the indicators that would follow it."""
SYSTEM = ("task", "tool", "workload", "environment", "joint-working", "staffing")
PERSON = ("individual", "training")


class Way(NamedTuple):
    """How an authority reviews cases. Shares are of reviews or of actions; `answers` are the levels that actions change."""

    many: tuple[int, int]
    well: float
    systems: float
    front_line: float
    family: float
    looked_for: float
    followed: float
    shared: float
    answers: tuple[str, ...]
    firm: float
    done: float
    late: float = 0.0
    actions: tuple[int, int] = (1, 3)
    gained: bool = False
    """Conditions are followed by measures that then truly got better: what was found was worked on."""


WAYS: dict[str, Way] = {
    "systems": Way((6, 9), 0.3, 0.95, 0.95, 0.85, 0.9, 0.85, 0.8, SYSTEM, 0.75, 0.85, gained=True),
    "systems-unfollowed": Way((4, 7), 0.15, 0.85, 0.8, 0.5, 0.7, 0.15, 0.4, SYSTEM, 0.55, 0.6),
    "blaming": Way((4, 7), 0.0, 0.2, 0.1, 0.1, 0.3, 0.1, 0.1, PERSON, 0.05, 0.7),
    "training": Way((4, 7), 0.05, 0.7, 0.4, 0.3, 0.5, 0.2, 0.3, (*PERSON, "training", "procedure"), 0.1, 0.7, actions=(2, 3)),
    "procedures": Way((4, 7), 0.0, 0.75, 0.35, 0.3, 0.5, 0.3, 0.3, ("procedure", "procedure", "procedure", "tool"), 0.1, 0.7),
    "unfinished": Way((4, 7), 0.05, 0.7, 0.6, 0.4, 0.5, 0.2, 0.2, (*SYSTEM, "procedure"), 0.4, 0.1, actions=(2, 3)),
    "few": Way((1, 2), 0.0, 0.5, 0.5, 0.3, 0.0, 0.0, 0.0, ("procedure", "training"), 0.2, 0.5),
    "for-the-visit": Way((4, 6), 0.2, 0.9, 0.9, 0.9, 0.8, 0.7, 0.5, SYSTEM, 0.7, 0.0, late=1.0),
}  # fmt: skip


def write(scene: Scene, way: str) -> Records:
    """The reviews of a way, with their factors and actions."""
    how, draw = WAYS[way], scene.draw("reviews")
    reviews, factors, actions = [], [], []
    for number in range(1, draw.randint(*how.many) + 1):
        event = scene.day(draw, -0.1, 0.7)
        reviewed = max(scene.start, scene.after(event, draw, 40, 150))
        id = f"cr{number:02}"
        reviews.append(_review(draw, how, id, event, reviewed))
        factors += _factors(scene, draw, how, id, reviewed)
        actions += _actions(scene, draw, how, id, reviewed)
    return {"case-reviews": reviews, "case-review-factors": factors, "case-review-actions": actions}


def _review(draw: Random, how: Way, id: str, event: date, reviewed: date) -> Row:
    row: Row = {
        "id": id, "reviewed_on": reviewed, "event_on": event, "went": "well" if draw.random() < how.well else "badly",
        "approach": "systems" if draw.random() < how.systems else "individual",
        "front_line_took_part": draw.random() < how.front_line, "family_took_part": draw.random() < how.family,
        "learned": words.learned(draw),
    }  # fmt: skip
    if draw.random() < how.shared:
        row["shared_with"] = [*draw.sample(TEAMS, 2), draw.choice(words.AGENCIES)]
    return row


def _factors(scene: Scene, draw: Random, how: Way, id: str, reviewed: date) -> list[Row]:
    rows: list[Row] = []
    for condition, measures in FOLLOWED.items():
        if draw.random() >= how.looked_for:
            rows += [{"review": id, "condition": condition, "found": "not-looked-for"}] if draw.random() < 0.5 else []
            continue
        present = draw.random() < 0.35
        row: Row = {"review": id, "condition": condition, "found": "present" if present else "absent"}
        there = [one for one in measures if one in scene.indicators]
        if present and there and draw.random() < how.followed:
            better = [one for one in there if how.gained and one in scene.moved("gain")]
            row |= {
                "tracked_by": (better or there)[0],
                "tracked_since": scene.after(reviewed, draw, 5, 60),
            }
        rows.append(row)
    return rows


def _actions(scene: Scene, draw: Random, how: Way, id: str, reviewed: date) -> list[Row]:
    rows = []
    for number in range(1, draw.randint(*how.actions) + 1):
        level = draw.choice(how.answers)
        kind: Callable[[str], str] = lambda one: (  # noqa: E731
            "told" if one in PERSON else "written" if one == "procedure" else "system"
        )
        firm = draw.random() < how.firm
        row: Row = {
            "review": id, "id": f"a{number}", "action": words.answer(draw, kind(level)), "level": level,
            "strength": draw.choice(("stronger", "intermediate")) if firm else "weaker",
            "due_on": scene.after(reviewed, draw, 60, 120),
        }  # fmt: skip
        if draw.random() < how.late:
            row["done_on"] = scene.since(draw)
        elif draw.random() < how.done:
            row["done_on"] = scene.after(reviewed, draw, 20, 150)
        rows.append(row)
    return rows
