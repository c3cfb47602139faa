"""How a log is kept beyond its bare steps: what follows what, where tests spread to, whom ideas came from; what is missing."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from random import Random

from inspector.simulate.authority import Row
from inspector.simulate.records.scene import Rows
from inspector.simulate.words import TEAMS, lesson

Change = Callable[[Sequence[Row], Random, Sequence[str]], Rows]
"""Changes rows, drawing chance; the last are the indicators that truly stand still."""


def _as_it_is(rows: Sequence[Row], draw: Random, still: Sequence[str]) -> Rows:  # noqa: ARG001
    return [dict(row) for row in rows]


def _handed_on(rows: Sequence[Row], draw: Random, still: Sequence[str]) -> Rows:  # noqa: ARG001
    """Each third test follows an earlier one, some of them on a larger scale; what is adopted spreads; partners bring ideas."""
    made: Rows = []
    for row in rows:
        one = dict(row)
        ended = [old for old in made if "decided_on" in old and old["decided_on"] <= one["raised_on"]][-12:]
        if ended and draw.random() < 0.35:
            before = draw.choice(ended)
            one |= {"follows": before["id"], "team": before["team"]}
            if draw.random() < 0.25 and before["origin"] in ("front-line", "family"):
                one["scale"] = "several-teams"
        if one.get("decision") == "adopt" and draw.random() < 0.3:
            one["spread_to"] = draw.sample([team for team in TEAMS if team != one["team"]], draw.randint(1, 2))
        if draw.random() < 0.05:
            one |= {"origin": "partner", "change_type": "joint-working"}
        made.append(one)
    return made


def _never_given_up(rows: Sequence[Row], draw: Random, still: Sequence[str]) -> Rows:  # noqa: ARG001
    return [{**row, "decision": "adapt"} if row.get("decision") == "abandon" else dict(row) for row in rows]


def _unpredicted(rows: Sequence[Row], draw: Random, still: Sequence[str]) -> Rows:  # noqa: ARG001
    return [{key: value for key, value in row.items() if key != "prediction" or draw.random() < 0.1} for row in rows]


def _same_lesson(rows: Sequence[Row], draw: Random, still: Sequence[str]) -> Rows:  # noqa: ARG001
    lessons = [lesson(draw) for _ in range(3)]
    return [{**row, "learned": draw.choice(lessons)} if "learned" in row else dict(row) for row in rows]


def _aimed_in_vain(rows: Sequence[Row], draw: Random, still: Sequence[str]) -> Rows:
    """A third of the tests name one of three measures that then did not move."""
    aims = list(still)[:3]
    return [{**row, "indicator": draw.choice(aims)} if aims and draw.random() < 0.35 else dict(row) for row in rows]


def _unquestioned(rows: Sequence[Row], draw: Random, still: Sequence[str]) -> Rows:  # noqa: ARG001
    return [{**row, "questions_target": False} if "questions_target" in row else dict(row) for row in rows]


def _from_one_desk(rows: Sequence[Row], draw: Random, still: Sequence[str]) -> Rows:
    """Tests go on a larger scale from the desk of a manager; nothing of them began small."""
    made = _as_it_is(rows, draw, still)
    for before, one in pairwise(made):
        if draw.random() < 0.2:
            one |= {"scale": "several-teams", "origin": "manager", "follows": before["id"]}
            before["origin"] = "manager"
    return made


UNTIL_ANNOUNCED = frozenset(("from-one-desk",))
"""Ways in which nothing more is tried once the inspection was announced: there is other work then."""
WAYS: dict[str, Change] = {
    "as-it-is": _as_it_is,
    "handed-on": _handed_on,
    "never-given-up": _never_given_up,
    "unpredicted": _unpredicted,
    "same-lesson": _same_lesson,
    "aimed-in-vain": _aimed_in_vain,
    "unquestioned": _unquestioned,
    "from-one-desk": _from_one_desk,
}
