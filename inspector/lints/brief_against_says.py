"""The brief of a finding or verdict says something else than its words.

What:
    A brief with a value that `says` does not have, one that only speaks of better where `says` only speaks of worse, or the
    other way round. One that is longer than what it is the brief of is queried.

Why:
    On a screen and on the first page the brief stands alone: whoever reads only that has to know the same.

Bad:
    when: {move: {signal: trajectory, call: loss}}
    says: "{move.title}: got worse, which began {move.began}."
    brief: "{move.title}: got better"

Good:
    when: {move: {signal: trajectory, call: loss}}
    says: "{move.title}: got worse, which began {move.began}."
    brief: "{move.title}: got worse"

Waive:
    Where both say the same in words that this lint cannot know.
"""

import re
from collections.abc import Iterator

from inspector.lints._texts import filled
from inspector.lints._turns import turn
from inspector.lints._walk import Vocabulary, holders, remark
from inspector.model.problems import Level, Problem
from inspector.model.rules import Framework

ID = "brief-against-says"
FAMILY = "findings"
LEVEL: Level = "error"

_VALUE = re.compile(r"\{([a-z][a-z0-9_]*\.[a-z][a-z0-9_]*)")


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """One remark for each way in which a brief differs."""
    return tuple(_differs(framework))


def _differs(framework: Framework) -> Iterator[Problem]:
    for holder in holders(framework):
        if not holder.brief:
            continue
        where = holder.place("brief")
        strange = sorted(set(_VALUE.findall(holder.brief)) - set(_VALUE.findall(holder.says)))
        if strange:
            message = f"the brief of {holder.id} tells {strange[0]}, which its words do not"
            yield remark(ID, where, message, "values that `says` has", "tell it in both")
        if {turn(filled(holder.brief)), turn(filled(holder.says))} == {"better", "worse"}:
            message = f"the brief of {holder.id} speaks of {turn(filled(holder.brief))}, its words of the opposite"
            yield remark(ID, where, message, "the same in fewer words", "read both once more")
        if len(filled(holder.brief)) > len(filled(holder.says)):
            message = f"the brief of {holder.id} is longer than its words"
            yield remark(ID, where, message, "the same in fewer words", "leave it out, or shorten it", "query")
