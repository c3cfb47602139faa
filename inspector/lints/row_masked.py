"""A row of the decision table is never reached, because an earlier one holds whenever it does.

What:
    An earlier row holds, by its conditions alone, whenever a later one does. What only follows from what fields mean is asked
    by `inspector framework prove`.

Why:
    The first row that holds gives the verdict, so such a row is dead: its verdict and its words are never said, and a reader
    of the table believes that they are.

Bad:
    verdicts:
      - {id: some, verdict: emerging, when: {readers: {theme: readers, standing: ">= stated"}}}
      - {id: more, verdict: improving, when: {readers: {theme: readers, standing: ">= showing"}}}

Good:
    verdicts:
      - {id: more, verdict: improving, when: {readers: {theme: readers, standing: ">= showing"}}}
      - {id: some, verdict: emerging, when: {readers: {theme: readers, standing: ">= stated"}}}

Waive:
    There is no good reason: take the row out.
"""

from inspector.lints._implies import Known, implies
from inspector.lints._walk import Vocabulary, remark
from inspector.model.problems import Level, Problem
from inspector.model.rules import Framework

ID = "row-masked"
LEVEL: Level = "error"
FAMILY = "table"


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:
    """A remark for each row that an earlier one hides."""
    found, known = [], Known.of(framework, vocabulary)
    # A row that asks for nothing hides all that follow; that is said by `changes-nothing`.
    asks = [row for row in framework.verdicts if row.when or row.unless]
    for place, row in enumerate(asks):
        earlier = next((one for one in asks[:place] if implies(row, one, known)), None)
        if earlier is not None:
            message = f"{row.id} is never reached: {earlier.id}, above it, holds whenever it does"
            fix = f"move it above {earlier.id}, or take it out"
            found.append(remark(ID, row.where, message, "a row that some evidence reaches", fix, LEVEL))
    return tuple(found)
