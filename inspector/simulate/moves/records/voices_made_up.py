"""Things that nobody said are written down, each with a test that is in the log anyway as what came of it, and told back.

Dose: how many a quarter for each group (1: one). Nothing asks; those who are said to have been told back can be asked.
"""

from datetime import date, timedelta
from random import Random

from inspector.simulate.authority import Authority, month
from inspector.simulate.moves.records._changed import with_rows

SEEN_BY: tuple[str, ...] = ()
GROUPS = ("children", "families", "carers", "front-line")


def apply(authority: Authority, dose: float, draw: Random) -> Authority:
    """The authority with invented voices beside its own; where the log has no test, nothing came of them."""
    rows = list(authority.records.get("voice", ()))
    for quarter in range(authority.months // 3):
        start = month(authority.start, 3 * quarter)
        after = [one["id"] for one in authority.log if start <= one.get("tested_on", date.min) < month(start, 6)]
        for group in GROUPS:
            if draw.random() >= dose:
                continue
            end = month(start, 3) - timedelta(days=1)
            rows.append({
                "id": f"x{len(rows) + 1:03}", "period_start": start, "period_end": end, "group": group,
                "theme": "how we work", "said": "Thank you for listening.", "people": draw.randint(5, 40),
                **({"changed": [draw.choice(after)]} if after else {}),
                "told_back_on": min(authority.submitted_at, end + timedelta(days=20)),
            })  # fmt: skip
    return with_rows(authority, {"voice": tuple(rows)})
