"""Ideas that came from above are attributed to the front line.

Dose: the share of them. Nothing in the bundle can show it; the people named by role can be asked.
"""

from dataclasses import replace
from random import Random

from inspector.simulate import words
from inspector.simulate.authority import Authority

SEEN_BY: tuple[str, ...] = ()


def apply(authority: Authority, dose: float, draw: Random) -> Authority:
    """The authority with other origins and roles in its log."""
    rows = []
    for row in authority.log:
        above = row["raised_by_role"] in words.ABOVE or row["origin"] in ("leader", "expert", "manager")
        if above and draw.random() < dose:
            row = {**row, "origin": "front-line", "raised_by_role": draw.choice(words.ROLES), "scale": "one-team"}
        rows.append(row)
    return replace(authority, log=tuple(rows))
