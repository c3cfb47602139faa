"""Promises that cost nothing are made by the dozen, jointly, with a measure, and kept.

Dose: how many (1: sixteen). Nothing asks; partners can be asked what became of the hard ones.
"""

from random import Random

from inspector.simulate.authority import Authority
from inspector.simulate.moves.records._changed import before, with_rows

SEEN_BY: tuple[str, ...] = ()


def apply(authority: Authority, dose: float, draw: Random) -> Authority:
    """The authority with easy promises beside its own."""
    rows = list(authority.records.get("partnership", ()))
    for number in range(1, round(16 * dose) + 1):
        made = before(authority, authority.start, draw, 10, 700)
        due = before(authority, made, draw, 60, 120)
        rows.append({
            "id": f"e{number:02}", "from_agency": "children's services",
            "to_agency": draw.choice(("police", "schools", "hospital trust")), "commitment": "Send the minutes round",
            "made_on": made, "joint": True, "due_on": due, "met_on": before(authority, made, draw, 20, 60),
            "agreed_measure": "minutes sent",
        })  # fmt: skip
    return with_rows(authority, {"partnership": tuple(rows)})
