"""One team gives the answers that are wanted, whatever it was asked: all is adopted, every target was questioned.

Dose: the share of its entries so answered. `uniform-answers` should ask.
"""

from collections import Counter
from dataclasses import replace
from random import Random

from inspector.simulate.authority import Authority

SEEN_BY = ("uniform-answers",)


def apply(authority: Authority, dose: float, draw: Random) -> Authority:
    """The authority with the answers of its busiest team made alike."""
    if not authority.log:
        return authority
    team = min((-count, name) for name, count in Counter(row["team"] for row in authority.log).items())[1]
    rows = []
    for row in authority.log:
        if row["team"] == team and draw.random() < dose:
            row = {**row, "questions_target": True, **({"decision": "adopt"} if "decision" in row else {})}
        rows.append(row)
    return replace(authority, log=tuple(rows))
