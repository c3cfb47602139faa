"""The eight questions are answered in one night, and dated over two years: answered, looked at again, acted upon.

Dose: the share of questions so answered. Nothing asks; what followed from an answer can be asked for.
"""

from random import Random

from inspector.simulate.authority import Authority, Row
from inspector.simulate.moves.records._changed import before, with_rows

SEEN_BY: tuple[str, ...] = ()
QUESTIONS = ("achieve", "change", "customers", "priorities", "time", "enable", "system", "account")


def apply(authority: Authority, dose: float, draw: Random) -> Authority:
    """The authority with answers of every leader whose hours are recorded."""
    leaders = sorted({row["leader"] for row in authority.records.get("leadership", ())})
    rows = {(row["leader"], row["question"]): row for row in authority.records.get("leadership-questions", ())}
    for leader in leaders:
        for question in QUESTIONS:
            if draw.random() < dose:
                rows[leader, question] = _answer(authority, leader, question, draw)
    return with_rows(authority, {"leadership-questions": tuple(rows.values())})


def _answer(one: Authority, leader: str, question: str, draw: Random) -> Row:
    answered = before(one, one.start, draw, 20, 300)
    return {
        "leader": leader, "question": question, "answered_on": answered,
        "reviewed_on": before(one, answered, draw, 100, 200), "acted_on": before(one, answered, draw, 30, 200),
    }  # fmt: skip
