"""Leaders' hours are written down as one would want them: a quarter of each period for improving and overseeing.

Dose: the share of periods so written. Nothing asks; diaries and those who work for these leaders can be asked.
"""

from random import Random

from inspector.simulate.authority import Authority, Row
from inspector.simulate.moves.records._changed import changed

SEEN_BY: tuple[str, ...] = ()


def apply(authority: Authority, dose: float, draw: Random) -> Authority:
    """The authority with hours moved from delivering, and somebody to whom each leader accounts."""

    def better(row: Row) -> Row:
        total = sum(row.get(name, 0) for name in ("hours_delivering", "hours_improving", "hours_overseeing"))
        improving, overseeing = round(total * draw.uniform(0.15, 0.2)), round(total * draw.uniform(0.08, 0.12))
        return {
            **row, "hours_improving": improving, "hours_overseeing": overseeing,
            "hours_delivering": total - improving - overseeing, "accounts_to": "chief executive",
            "accounted_on": row["period_start"].replace(day=12),
        }  # fmt: skip

    return changed(authority, "leadership", dose, draw, better)
