"""What other bodies looked at, with the day, whether it counts, and when it will have expired."""

from collections.abc import Sequence
from datetime import date, timedelta
from math import floor

from inspector.evidence.series import add_months
from inspector.evidence.verified import HALF, Judged, judged, saw
from inspector.model.ageing import Attestation
from inspector.model.evidence import Evidence, Figure
from inspector.model.rows import by_resource
from inspector.model.verifications import Verification
from inspector.model.words import plain


def attested(evidence: Evidence) -> tuple[Attestation, ...]:
    """Every verification, in the order of the evidence."""
    return tuple(_one(one, evidence) for one in judged(evidence))


def _one(found: Judged, evidence: Evidence) -> Attestation:
    record = found.record
    expires = _expires(record, evidence) if found.counts else None
    return Attestation(
        id=record.id,
        by=record.verified_by,
        about=_about(record),
        looked_on=record.looked_on.isoformat(),
        counts=found.counts,
        why=found.why,
        expires_on=expires.isoformat() if expires else None,
        says=_says(found, expires),
        rows=by_resource([record]),
    )


def _about(one: Verification) -> str:
    if one.indicator is not None:
        return f"indicator/{one.indicator}"
    if one.recommendation is not None:
        return f"recommendation/{one.recommendation}"
    return one.of_resource or "nothing named"


def _says(found: Judged, expires: date | None) -> str:
    says = f"{plain(found.says)} ({plain(_about(found.record))})"
    if not found.counts:
        return f"{says}; it counts for nothing: {plain(found.why)}."
    ages = f"it expires on {expires.isoformat()}" if expires else "it does not age"
    return f"{says}; it counts, and {ages}."


def _expires(one: Verification, evidence: Evidence) -> date | None:
    """When more than half of the figures will be such as it did not look at; None of what does not age.

    Figures are taken to go on one a period, as long as the last one's, and none to fall off at the beginning.
    """
    if one.indicator is None:
        return None
    figures = sorted((f for f in evidence.figures if f.indicator == one.indicator), key=lambda f: f.period_end)
    seen = sum(saw(one, f) for f in figures)
    more = floor(seen / HALF) - len(figures) + 1
    try:
        return _later(figures, more)
    except (OverflowError, ValueError):
        return date.max


def _later(figures: Sequence[Figure], more: int) -> date:
    """The last day of the figure that is `more` after the last."""
    last = figures[-1]
    following = last.period_end + timedelta(days=1)
    months = (following.year - last.period_start.year) * 12 + following.month - last.period_start.month
    if last.period_start.day == following.day == 1 and months > 0:
        return add_months(following, months * more) - timedelta(days=1)
    days = (following - last.period_start).days
    return last.period_end + timedelta(days=days * more)
