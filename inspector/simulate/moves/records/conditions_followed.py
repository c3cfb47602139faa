"""Every condition is said to have been looked for, and what was found to be followed by whatever measure is at hand.

Dose: the share of reviews for which this is said. Nothing asks; whoever keeps the measure can say what it is followed for.
"""

from random import Random

from inspector.simulate.authority import Authority, Row
from inspector.simulate.moves.records._changed import before, with_rows

SEEN_BY: tuple[str, ...] = ()
CONDITIONS = (
    "caseload", "lengthy-investigation", "hostility-between-agencies", "procedures-at-odds", "absent-supervision",
    "nobody-to-share-with", "unclear-accountability", "written-records", "children-at-immediate-risk", "individual-error",
)  # fmt: skip


def apply(authority: Authority, dose: float, draw: Random) -> Authority:
    """The authority with factors for every condition of some reviews."""
    ids = sorted(row["indicator"] for row in authority.register)
    factors = list(authority.records.get("case-review-factors", ()))
    for review in authority.records.get("case-reviews", ()):
        if draw.random() >= dose:
            continue
        factors = [row for row in factors if row["review"] != review["id"]]
        factors += [_factor(authority, review, name, ids, draw) for name in CONDITIONS]
    return with_rows(authority, {"case-review-factors": tuple(factors)})


def _factor(one: Authority, review: Row, condition: str, ids: list[str], draw: Random) -> Row:
    found: Row = {"review": review["id"], "condition": condition, "found": "absent"}
    if draw.random() < 0.4:
        day = before(one, max(one.start, review["reviewed_on"]), draw, 5, 20)
        found |= {"found": "present", "tracked_by": draw.choice(ids), "tracked_since": day}
    return found
