"""Cases closed in great number just before the inspection.

Tests:
    For every list with a closing date: how many cases were closed from four weeks before the announcement on (or in the
    last four weeks, where it is not known), against the weeks before and how much those varied.

Why it matters:
    Cases that are closed for the visit are no longer among those an inspector reads, and the family may still need help.

Innocent explanations:
    A backlog of finished cases was closed on the system.
    A team or service ended, or cases passed to another.
    Closings always come at the end of a term or quarter.

Ask:
    Who decided to close these cases, and on what grounds in each?
    May we read ten of them, and ring the family?
    How many came back?

Cannot tell:
    Why they were closed. Nothing is said of fewer than thirty closings, or of lists that reach back less than three months
    before.

Reference:
    Przyborowski & Wilenski (1940), Biometrika 31(3/4), 313-323 (two rates); Bevan & Hood (2006), Public Administration
    84(3), 517-538.
"""

from inspector.model.case_lists import CaseList
from inspector.model.evidence import Evidence
from inspector.model.facts import About
from inspector.model.traces import Trace
from inspector.model.words import plural
from inspector.probes import FIELDS, Teller, case_list, list_rows

ABOUT = About(id="mass-closures", title="Many cases closed at once", fields=FIELDS, needs=("case-records",))
LOOKS_AT = "when cases were closed"
CLOSED = (
    ("list-2", "assessment_completion_date"),
    ("list-6", "cin_closure_date"),
    ("list-7", "child_protection_plan_end_date"),
    ("list-8", "date_ceased_to_be_looked_after"),
)
READS = {name: (field,) for name, field in CLOSED}
ALPHA, LEAST = 0.005, 0.1
FEWEST, BEFORE, WINDOW = 30, 91, 28
INNOCENT = (
    "A backlog of finished cases was closed on the system.",
    "A team or service ended, or cases passed to another.",
    "Closings always come at the end of a term or quarter.",
)
ASK = (
    "Who decided to close these cases, and on what grounds in each?",
    "May we read ten of them, and ring the family?",
    "How many came back?",
)
TELL = Teller(ABOUT.id, INNOCENT, ASK)


def examine(evidence: Evidence) -> tuple[Trace, ...]:
    """One trace for each list that has a closing date."""
    there = [(one, field) for name, field in CLOSED if (one := case_list(evidence, name, field)) is not None]
    if not there:
        return (TELL.not_applicable("case-records", "No list with closing dates was submitted."),)
    return tuple(_one(one, field, evidence) for one, field in there)


def _one(one: CaseList, field: str, evidence: Evidence) -> Trace:
    import numpy as np

    from inspector.stats.pace import sudden

    subject = f"case-records/{one.list}"
    days = one.columns[field]
    last = np.datetime64(evidence.submitted_at, "D") if evidence.submitted_at else None
    held = ~np.isnat(days) & ((days <= last) if last is not None else True)
    places = np.flatnonzero(held)
    n = len(places)
    if not n:
        return TELL.too_little(subject, "No closing dates.", 0)
    closed = days[places].astype("datetime64[D]").astype(np.int64)
    # Lists reach back six months; what was closed before is there by chance.
    end = int(closed.max())
    first = max(int(closed.min()), end - 182)
    notified = evidence.notified_on
    since = int(np.datetime64(notified, "D").astype(np.int64)) - WINDOW if notified else end - WINDOW + 1
    inside = closed >= first
    if inside.sum() < FEWEST or since - first < BEFORE or since > end:
        says = (
            f"{plural(n, 'closing')}; {FEWEST} that reach back {BEFORE} days before "
            f"{np.datetime64(since, 'D')} are needed."
        )
        return TELL.too_little(subject, says, n)
    found = sudden((closed[inside] - first).tolist(), since - first, end - first + 1)
    late = places[closed >= since]
    asks = found.p_value < ALPHA and found.excess >= LEAST * n
    says = f"{n} cases closed; since {np.datetime64(since, 'D')} no more than chance explains at the pace before."
    if asks:
        says = (
            f"{len(late)} of {n} cases were closed since {np.datetime64(since, 'D')}; the pace before "
            "would make about "
            f"{len(late) - found.excess:.0f}."
        )
    return TELL.tested(
        "question" if asks else "clear",
        subject,
        says,
        n,
        p_value=found.p_value,
        effect=found.excess / n if asks else 0.0,
        smallest=max(LEAST, 8 / n),
        rows=list_rows(one, late if asks else places),
    )
