"""What carries a date and ages: what other bodies looked at, and what inspectors judge.

Neither ages by a number of ours. What was looked at vouches as long as it is at least half of what is judged: once as much time
has passed that nobody looked at as was looked at, it has expired. A finding does not age. It is about a period, and the next
inspection draws it anew.
"""

from datetime import date, timedelta

from inspector.model.base import Noun
from inspector.model.evidence import Rows


class Attestation(Noun):
    """What another body looked at, on which day, whether it counts and, if not, why.

    `expires_on` is the last day of the period by which more than half of the figures would be such as it did not look at, if they
    go on as they do; None where it does not age (a recommendation seen done, a file) or counts for nothing.
    """

    id: str
    by: str
    about: str
    looked_on: str
    counts: bool
    why: str
    expires_on: str | None
    says: str
    rows: tuple[Rows, ...]


def judgement_expires(period_start: date, period_end: date) -> date:
    """The last day on which a judgement of a submission holds: as long after its period as that is long."""
    return period_end + timedelta(days=(period_end - period_start).days + 1)
