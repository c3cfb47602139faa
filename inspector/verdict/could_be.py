"""What the verdict could be, for all that is missing: the decision table entered with everything lost, and everything gained.

What is missing could be good or bad. A measure that is not there enters the table as one that moved: at worst as a sure loss, at
best as a sure gain. That is exact and cheap, since no signal is measured again.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from inspector.model.facts import Fact
from inspector.model.ladder import VerdictWord
from inspector.model.rules import VerdictRow
from inspector.verdict.expected import Gaps
from inspector.verdict.movement import CERTAIN, KIND
from inspector.verdict.order import height

Entered = Callable[[Sequence[Fact], Gaps], VerdictRow]
"""The row of the decision table that is hit, with these facts of trajectories and these measures missing."""


class Range(NamedTuple):
    """The verdict were nothing missing, and what it could be at worst and at best."""

    as_it_stands: VerdictWord
    low: VerdictWord
    high: VerdictWord


def could_be(moves: Sequence[Fact], gaps: Gaps, entered: Entered) -> Range | None:
    """The range that what is missing leaves; None where no measure is missing. `moves` are the facts of trajectories."""
    if not gaps.core and not gaps.dropped:
        return None
    none = Gaps()
    seen = [fact for fact in moves if fact.fields.get("indicator") not in gaps.stopped]
    stands = entered(moves, none).verdict
    lost = len(moves) - len(seen) + gaps.unseen
    words = [
        stands,
        entered([*seen, *(_moved(n, "loss") for n in range(lost))], none).verdict,
        entered([*moves, *(_moved(n, "sudden-gain") for n in range(gaps.unseen))], none).verdict,
    ]
    return Range(stands, min(words, key=height), max(words, key=height))


def _moved(number: int, call: str) -> Fact:
    """A measure that nobody has seen, as the table would be told of it."""
    gain = call == "sudden-gain"
    return Fact(
        id=f"{KIND}/missing-{number}",
        kind=KIND,
        fields={
            "call": call,
            "probability": CERTAIN,
            "probability_gain": CERTAIN if gain else 0.0,
            "probability_loss": 0.0 if gain else CERTAIN,
            "probability_faded": 0.0,
        },
    )
