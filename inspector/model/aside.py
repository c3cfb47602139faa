"""Records that were submitted and do not count, with the reason: a state between silent and stated.

What is set aside is never dropped in silence: whoever counts records says how many there were, how many count, and why the
others do not.
"""

from collections.abc import Sequence
from typing import Literal

from inspector.model.base import Noun
from inspector.model.evidence import Rows
from inspector.model.words import agree

Reason = Literal["faulty", "not-as-written", "questioned", "late", "after", "outside", "undated", "unstated"]
"""`faulty`: could not be read as meant. `not-as-written`: a visit did not find it so. `questioned`: a probe doubts it. `late`:
written down long after it happened. `after`: of the day of the announcement or later. `outside`: of a time that is not the
bundle's. `undated`: no day is stated. `unstated`: without something else that it would have to say."""


class Aside(Noun):
    """Records set aside for one reason. `says` follows their number: *40 entered late*. `rows` are those records."""

    reason: Reason
    says: str
    count: int
    rows: tuple[Rows, ...]


def told(aside: Sequence[Aside], recorded: int, one: str, many: str) -> str:
    """`72 small tests were recorded; 58 are set aside: 40 entered late, 18 begun since the announcement.`

    Empty where nothing was set aside. `recorded` counts all, those set aside included; `one` and `many` are what they are
    called.
    """
    left = sum(part.count for part in aside)
    if not left:
        return ""
    all_of = f"{recorded} {agree(recorded, f'{one} was', f'{many} were')} recorded"
    reasons = ", ".join(f"{part.count} {part.says}" if len(aside) > 1 else part.says for part in aside)
    return f"{all_of}; {left} {agree(left, 'is', 'are')} set aside: {reasons}."
