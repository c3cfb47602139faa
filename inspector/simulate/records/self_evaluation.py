"""What an authority says of itself: statements, how it knows, what comes next, and claims about its measures."""

from random import Random
from typing import NamedTuple

from inspector.simulate.authority import Row
from inspector.simulate.records import words
from inspector.simulate.records.scene import Records, Scene, way_of

TRULY = {"gain": "better", "loss": "worse", "fade": "worse", "none": "unchanged"}
"""What an authority that looks at its own figures says of each way to move. What has faded is worse than it was."""


class Way(NamedTuple):
    """Statements; shares that say how it is known and what comes next; how many measures are spoken of, and how truly."""

    statements: tuple[int, int]
    known: float
    coming: float
    spoken: float
    tells: dict[str, str]
    """What is claimed of a measure by how it truly moves; of ways that are not named nothing is claimed."""
    unnamed: int = 0
    """Claims of something better that no measure is named for."""


GOOD = {"gain": "better", "none": "better", "loss": "better", "fade": "better"}
WAYS: dict[str, Way] = {
    "candid": Way((5, 7), 0.95, 0.95, 0.95, TRULY),
    "modest": Way((4, 6), 0.8, 0.8, 0.7, {"gain": "unchanged", "loss": "worse", "fade": "worse", "none": "unchanged"}),
    "good-news": Way((4, 6), 0.6, 0.5, 0.9, GOOD, unnamed=2),
    "silent-on-losses": Way((4, 6), 0.8, 0.8, 0.9, {"gain": "better", "none": "unchanged"}),
    "hopeful": Way((4, 6), 0.7, 0.7, 0.6, {**GOOD, "loss": "unchanged"}, unnamed=2),
    "vague": Way((4, 6), 0.1, 0.3, 0.1, GOOD, unnamed=3),
}


def write(scene: Scene, way: str) -> Records:
    """Statements of a way and their claims."""
    how, draw = WAYS[way], scene.draw("self-evaluation")
    areas = draw.sample(words.AREAS, draw.randint(*how.statements))
    statements = [_statement(scene, draw, how, number, area) for number, area in enumerate(areas, 1)]
    claims: list[Row] = []
    for id, truth in sorted(scene.indicators.items()):
        direction = how.tells.get(way_of(truth["shape"]))
        if direction is not None and draw.random() < how.spoken:
            claims.append(_claim(draw, statements, len(claims) + 1, direction, id))
    for _ in range(how.unnamed):
        claims.append(_claim(draw, statements, len(claims) + 1, "better", None))
    return {"self-evaluation": statements, "self-evaluation-claims": claims}


def _statement(scene: Scene, draw: Random, how: Way, number: int, area: str) -> Row:
    row: Row = {
        "id": f"s{number}", "area": area, "what_we_know": f"What we know about {area}: {words.said(draw)}",
        "stated_on": scene.day(draw, 0.75, 0.99),
    }  # fmt: skip
    if draw.random() < how.known:
        row["how_we_know"] = draw.choice(("From the monthly figures and two audits.", "We asked families and staff."))
    if draw.random() < how.coming:
        row["what_next"] = f"We will try this next: {words.wanted(draw)}."
    return row


def _claim(draw: Random, statements: list[Row], number: int, direction: str, indicator: str | None) -> Row:
    row: Row = {
        "id": f"c{number:02}", "statement": draw.choice(statements)["id"], "direction": direction,
        "claim": f"{indicator or 'Practice'} is {'the same' if direction == 'unchanged' else direction}",
    }  # fmt: skip
    return row | ({"indicator": indicator, "evidence": ["indicators"]} if indicator else {})
