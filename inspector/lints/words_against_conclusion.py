"""What a finding says and what it concludes point in opposite directions.

What:
    A rule whose words only tell that something got worse and that concludes `direction: better`, or only better with `worse`;
    a row with the verdict improving that only tells of worse, or slipping and deteriorating that only tell of better.

Why:
    People read the words, the verdict reads the conclusion. Where they differ one of them is wrong, and nobody sees which.

Bad:
    when: {move: {signal: trajectory, call: loss}}
    conclude: {direction: better}
    says: "{move.title}: got worse, which began {move.began}."

Good:
    when: {move: {signal: trajectory, call: loss}}
    conclude: {direction: worse}
    says: "{move.title}: got worse, which began {move.began}."

Waive:
    Hardly ever: that a service tells its own bad news (`self-knowledge`, `self-claims`) may be called better without one.
"""

from collections.abc import Iterator

from inspector.lints._texts import filled
from inspector.lints._turns import turn
from inspector.lints._walk import Holder, Vocabulary, holders, patterns, remark
from inspector.model.problems import Level, Problem
from inspector.model.rules import Framework, Rule

ID = "words-against-conclusion"
FAMILY = "findings"
LEVEL: Level = "error"

_CANDOUR = ("signal/self-knowledge", "signal/self-claims")
"""Signals of what a service says of itself: that it tells of what got worse speaks for it."""
_ROWS = {"improving": "better", "slipping": "worse", "deteriorating": "worse"}


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """One remark for each rule and row that says one thing and concludes the other."""
    return tuple(_opposed(framework))


def _opposed(framework: Framework) -> Iterator[Problem]:
    for thing in holders(framework):
        told = turn(filled(thing.says))
        meant = thing.conclude.direction if isinstance(thing, Rule) else _ROWS.get(thing.verdict, "")
        if {told, meant} == {"better", "worse"} and not (meant == "better" and _of_candour(thing)):
            message = f"{thing.id} concludes {meant}, and says that something got {told}"
            yield remark(ID, thing.place("says"), message, "one direction in both", "mend the one that is wrong")


def _of_candour(thing: Holder) -> bool:
    return any(pattern.kind in _CANDOUR for pattern in patterns(thing))
