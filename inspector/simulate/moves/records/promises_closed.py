"""What agencies promised one another is called met on the last days before it was due, whether it was or not.

Dose: the share of open promises so closed. Nothing asks where no partner speaks; the partner can be asked.
"""

from datetime import timedelta
from random import Random

from inspector.simulate.authority import Authority, Row
from inspector.simulate.moves.records._changed import changed

SEEN_BY: tuple[str, ...] = ()


def apply(authority: Authority, dose: float, draw: Random) -> Authority:
    """The authority with its open promises met; what stands in a partner's own file it cannot change."""

    def met(row: Row) -> Row:
        day = min(row["due_on"], authority.notified_on - timedelta(days=1)) - timedelta(days=draw.randint(0, 2))
        return row if "met_on" in row else {**row, "met_on": max(row["made_on"], day)}

    return changed(authority, "partnership", dose, draw, met)
