"""Cases closed in great number just before the inspection.

Tests:
    For every list with a closing date: how many cases were closed from four weeks before the announcement on (or in the
    last four weeks, where it is not known), against the weeks before and how much those varied; plans and times in care that
    one worker ended on one day count once there. And whether in any one week far more were closed than in the others,
    against how much those differ.

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
    before. Where weeks differ much anyway, a week twice as large as usual is nothing special.

Reference:
    Przyborowski & Wilenski (1940), Biometrika 31(3/4), 313-323 (two rates); Bevan & Hood (2006), Public Administration
    84(3), 517-538; Feller (1968), An Introduction to Probability Theory, vol. 1, 3rd ed., VI.8 (negative binomial).
"""

from typing import TYPE_CHECKING, Any

from inspector.model.case_lists import CaseList
from inspector.model.evidence import Evidence
from inspector.model.facts import About
from inspector.model.traces import Trace
from inspector.model.words import plural
from inspector.probes import FIELDS, Teller, case_list, list_rows

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Days = NDArray[Any]

ABOUT = About(id="mass-closures", title="Many cases closed at once", fields=FIELDS, needs=("case-records",))
LOOKS_AT = "when cases were closed"
CLOSED = (
    ("list-2", "assessment_completion_date"),
    ("list-6", "cin_closure_date"),
    ("list-7", "child_protection_plan_end_date"),
    ("list-8", "date_ceased_to_be_looked_after"),
)
WORKER, FAMILIES = "allocated_worker", ("list-7", "list-8")
"""On these lists few cases are closed, and those of brothers and sisters together."""
READS = {name: (field,) for name, field in CLOSED}
ALPHA, LEAST = 0.005, 0.1
WEEK = 0.001
"""The p-value from which one week is asked about."""
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
    return _tested(one, places, closed, (first, since, end))


def _tested(one: CaseList, places: "Days", closed: "Days", span: tuple[int, int, int]) -> Trace:
    """The last weeks, and where nothing is asked about them, the largest week."""
    import numpy as np

    from inspector.stats.pace import sudden
    from inspector.stats.weekly import late_weeks, surge

    first, since, end = span
    inside, n = closed >= first, len(places)
    found = sudden((closed[inside] - first).tolist(), since - first, end - first + 1)
    once = _once(one, places[inside], closed[inside] - first)
    chance = found.p_value
    if len(once) < inside.sum():
        chance = max(chance, sudden(once, since - first, end - first + 1).p_value, late_weeks(once, since - first))
    late = places[closed >= since]
    if chance < ALPHA and found.excess >= LEAST * n:
        says = (
            f"{len(late)} of {n} cases were closed since {_date(since)}; the pace before would make about "
            f"{len(late) - found.excess:.0f}."
        )
        return _told(one, says, n, chance, late, found.excess)
    week = surge(closed[inside].tolist())
    if week is not None and 2 * week.p_value < WEEK:
        concerned = places[np.isin(closed, week.days)]
        says = (
            f"{week.many} of {n} cases were closed in the week from {_date(week.week)}, where the other weeks have "
            f"{week.usual:.0f} at the middle; {len(concerned)} of them on {', '.join(_date(day) for day in week.days)}."
        )
        return _told(one, says, n, 2 * week.p_value, concerned, week.many - week.usual)
    says = f"{n} cases closed; since {_date(since)} no more than chance explains at the pace before, nor in any week."
    return _told(one, says, n, chance, places, None)


def _told(one: CaseList, says: str, n: int, chance: float, places: "Days", excess: float | None) -> Trace:
    return TELL.tested(
        "clear" if excess is None else "question",
        f"case-records/{one.list}",
        says,
        n,
        p_value=chance,
        effect=(excess or 0.0) / n,
        smallest=max(LEAST, 8 / n),
        rows=list_rows(one, places.tolist()),
    )


def _once(one: CaseList, places: "Days", days: "Days") -> list[int]:
    """The days of closing, one for all that a worker closed on it."""
    workers = one.columns.get(WORKER) if one.list in FAMILIES else None
    if workers is None:
        return [int(day) for day in days]
    pairs = zip(days.tolist(), workers[places].tolist(), range(len(places)), strict=True)
    return [day for day, _ in sorted({(day, str(who or at)) for day, who, at in pairs})]


def _date(day: int) -> str:
    import numpy as np

    return str(np.datetime64(day, "D"))
