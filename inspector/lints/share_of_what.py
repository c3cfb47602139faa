"""A share of facts is always all of them, or of facts that it is not a part of.

What:
    A share (`share` / `of` / `is`) whose two patterns ask for the same, so that it is 1 whatever was submitted; or one that
    counts facts which are not among those it is a share of, so that it is no share.

Why:
    The number that comes out means something other than the sentence says.

Bad:
    when:
      gains:
        share: {signal: trajectory, call: loss}
        of: {signal: trajectory, call: [gradual-gain, sudden-gain]}
        is: ">= 0.5"

Good:
    when:
      gains:
        share: {signal: trajectory, call: loss}
        of: {signal: trajectory, call: [gradual-gain, sudden-gain, loss]}
        is: ">= 0.5"

Waive:
    Where a ratio of two sorts is meant and the words say so.
"""

from inspector.lints._implies import Known, meets
from inspector.lints._walk import Vocabulary, holders, remark
from inspector.model.problems import Problem
from inspector.model.rules import Framework, Tally

ID = "share-of-what"
FAMILY = "logic"
LEVEL = "error"


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:
    """A remark for each share that is none."""
    known = Known.of(framework, vocabulary)
    found = []
    for holder in holders(framework):
        for tally in (part for part in (*holder.when, *holder.unless) if isinstance(part, Tally) and part.of):
            if tally.of is None or tally.of.kind not in vocabulary:
                continue
            if not meets(tally.count, tally.of, {}, known):
                message = f"what {tally.alias} counts is not all among what it is a share of"
                found.append(remark(ID, tally.where, message, "`of` asks for all that `share` asks for, and more"))
            elif meets(tally.of, tally.count, {}, known):
                message = f"{tally.alias} is a share of itself, so it is always 1"
                found.append(remark(ID, tally.where, message, "`of` asks for less than `share`"))
    return tuple(found)
