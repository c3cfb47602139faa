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

import re
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
_PRAISE = re.compile(
    r"\b(?:(?:a|very|so|really|most)\s(?:\w+\s)?(?:fine|great|good|lively|splendid|wonderful|remarkable|excellent|impressive|strong|healthy|"
    r"brilliant|happy)\b(?!\s(?:deal|many|reason|while|idea|part|number|time))|how\s(?:lively|keen|eager|committed|thoughtful)\b|"
    r"well\sdone|proudly|to\s(?:their|its|your)\scredit|flourish\w*|thriv(?:es?|ing)|admirabl\w+|goes\sfrom\sstrength)",
    re.IGNORECASE,
)
_HELD_BACK = re.compile(
    r"\b(?:but|yet|though|although|while|not|no|nothing|nobody|none|only|until|and\s(?:then|lost)|went\sback)\b",
    re.IGNORECASE,
)
_ROWS = {"improving": "better", "slipping": "worse", "deteriorating": "worse"}


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """One remark for each rule and row that says one thing and concludes the other."""
    return tuple(_opposed(framework))


def _opposed(framework: Framework) -> Iterator[Problem]:
    for thing in holders(framework):
        told = turn(filled(thing.says))
        meant = thing.conclude.direction if isinstance(thing, Rule) else _ROWS.get(thing.verdict, "")
        praised = _PRAISE.search(filled(thing.says)) if meant == "worse" else None
        if praised and not _HELD_BACK.search(filled(thing.says)):
            message = f"{thing.id} concludes worse, and its words praise: {praised[0]!r}"
            yield remark(ID, thing.place("says"), message, "one direction in both", "mend the one that is wrong")
        if {told, meant} == {"better", "worse"} and not (meant == "better" and _of_candour(thing)):
            message = f"{thing.id} concludes {meant}, and says that something got {told}"
            yield remark(ID, thing.place("says"), message, "one direction in both", "mend the one that is wrong")


def _of_candour(thing: Holder) -> bool:
    return any(pattern.kind in _CANDOUR for pattern in patterns(thing))
