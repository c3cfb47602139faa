"""Every review is written as one would want it: the system was looked at, all took part, firm actions are done.

Dose: the share of reviews so written. Nothing asks; those who are said to have taken part can be asked.
"""

from random import Random

from inspector.simulate.authority import Authority, Row
from inspector.simulate.moves.records._changed import before, changed, with_rows

SEEN_BY: tuple[str, ...] = ()


def apply(authority: Authority, dose: float, draw: Random) -> Authority:
    """The authority with reviews and their actions made alike; where there are few, more are made up."""
    start = authority.start

    def better(row: Row) -> Row:
        return {**row, "approach": "systems", "front_line_took_part": True, "family_took_part": True}

    def done(row: Row) -> Row:
        day = before(authority, max(start, row["due_on"]), draw, -30, 0)
        return {**row, "level": "environment", "strength": "stronger", "done_on": day}

    made = changed(changed(authority, "case-reviews", dose, draw, better), "case-review-actions", dose, draw, done)
    return with_rows(made, _invented(made, dose, draw))


def _invented(one: Authority, dose: float, draw: Random) -> dict[str, tuple[Row, ...]]:
    reviews, actions = list(one.records.get("case-reviews", ())), list(one.records.get("case-review-actions", ()))
    for number in range(round(5 * dose) - len(reviews)):
        id, day = f"cx{number + 1:02}", before(one, one.start, draw, 100, 800)
        reviews.append({
            "id": id, "reviewed_on": day, "went": "well" if number % 2 else "badly", "approach": "systems",
            "front_line_took_part": True, "family_took_part": True, "learned": "We learned to listen more closely",
        })  # fmt: skip
        actions.append({
            "review": id, "id": "a1", "action": "The way of working was redesigned", "level": "environment",
            "strength": "stronger", "due_on": before(one, day, draw, 60, 90), "done_on": before(one, day, draw, 40, 60),
        })  # fmt: skip
    return {"case-reviews": tuple(reviews), "case-review-actions": tuple(actions)}
