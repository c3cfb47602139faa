"""When the inspection was announced, or may have been where nobody says so."""

from datetime import date, timedelta

from inspector.model.evidence import Evidence

NOTICE = 91
"""Days of notice that are reckoned with where nobody says when the inspection was announced: a quarter."""


def announced_on(evidence: Evidence) -> date:
    """The day the inspection was announced; where it is not stated, the first on which it may have been.

    That is `NOTICE` days before the end of the period, or before the evidence was submitted where that came sooner: who does
    not say when the announcement came gains nothing by it.
    """
    if evidence.notified_on is not None:
        return evidence.notified_on
    return min(evidence.period_end, evidence.submitted_at or evidence.period_end) - timedelta(days=NOTICE)
