"""The authority writes down itself what partners say of its promises: kept, and thank you.

Dose: the share of its own promises for which it does. Nothing asks; what a partner did not give and seal itself does not count.
"""

from datetime import timedelta
from random import Random

from inspector.simulate.authority import Authority, Row
from inspector.simulate.moves.records._changed import changed

SEEN_BY: tuple[str, ...] = ()


def apply(authority: Authority, dose: float, draw: Random) -> Authority:
    """The authority with kind words of partners in its own file."""

    def praised(row: Row) -> Row:
        day = authority.notified_on - timedelta(days=draw.randint(2, 30))
        said = max(row["made_on"], day)
        kept = {"partner_says": "kept", "partner_statement": "All as agreed.", "stated_on": said}
        return {**row, "met_on": min(said, row["due_on"]), **kept}

    return changed(authority, "partnership", dose, draw, praised)
