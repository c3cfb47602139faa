"""A second reading of a claim: rows that are there and not as written weigh a half, rows that are not there one.

It is told beside the count, which alone decides: who has two readings and takes the better one is wrong more often than either.
"""

from collections.abc import Sequence
from fractions import Fraction

from inspector.model.visit_standing import RowStands
from inspector.model.visits import Claim
from inspector.model.words import number, plural
from inspector.stats.attribute_sampling import as_written
from inspector.stats.graded_errors import MADE_UP, WRONG_IN_PART, confirmed


def weight(row: RowStands) -> Fraction:
    """How wrong a row is: 0 as written, a half where a part or an answer is otherwise, 1 where nothing is there or to be seen."""
    if not row.wrong:
        return Fraction(0)
    return WRONG_IN_PART if row.seen in ("seen", "partly") else MADE_UP


def weighed(claim: Claim, rows: Sequence[RowStands]) -> str:
    """What the rows that count say by weight, in a sentence; empty where none weighs a half. `rows` in the order drawn."""
    weights = [weight(row) for row in rows]
    if WRONG_IN_PART not in weights:
        return ""
    all_ = number(float(sum(weights)))
    shown = "is shown" if confirmed(claim.of, claim.fewer_than, weights, claim.confidence) else "is not shown"
    at = f"at {number(float(100 * as_written(claim.confidence)))} %"
    return (
        f"Weighed, with a half for each that is there and not as written, {plural(len(rows), claim.unit)} come to {all_}. "
        f"That all {claim.of} come to less than {claim.fewer_than} by weight {shown} {at}; the count above decides."
    )
