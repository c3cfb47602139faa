"""Cases that end on or just inside a deadline more often than the days around it lead one to expect.

Tests:
    How many cases took exactly so many days, around the deadline that the register names, or between the dates of a list
    of assessments (45 working days) or of enquiries and conferences (15), bank holidays of England left out. A smooth curve
    is laid through the days before and behind it, with a factor for each day of the week where work ends in weekly heaps.
    Then the last day, the last three days and the last seven days are compared with that curve. In lists work is planned
    towards the deadline: there the curve may follow a true hump, and the last day and the last three alone are compared;
    children with the same dates and the same worker count once.

Why it matters:
    Where a deadline has consequences, dates tend to move towards it, whatever happens to the child. Then the share
    "in time" says less about how long children wait.

Innocent explanations:
    Work is planned towards the deadline, and cases about to be late are finished first.
    A panel or conference sits on a fixed day close to the deadline.
    The system closes or reminds at the deadline.

Ask:
    What happens here in the last week before a deadline, and who decides which case is done first?
    May we read five of the cases that ended on the last days together with the notes made at the time?
    Which date counts as the end, and who may change it afterwards?

Cannot tell:
    Work that was hurried from dates that were moved: both leave the same heap. By itself this probe can only ask.
    It says nothing where there are few cases near the deadline or hardly any different days, nor about a share of
    dates moved that is smaller than the smallest dose it names. A true hump narrower than about two weeks (in lists: than
    about one), right at the deadline, looks the same to it. Durations must be counted in the unit of the deadline. Of the
    rows it names about as many were to be expected as it says: which are which, dates alone do not tell.

Reference:
    Saez (2010), American Economic Journal: Economic Policy 2(3), 180-212; Kleven (2016), Annual Review of
    Economics 8, 435-464; Frandsen (2017), Advances in Econometrics 38, 281-315; Bevan & Hood (2006), Public
    Administration 84(3), 517-538 (threshold effects).
"""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from inspector.model.case_lists import CaseList
from inspector.model.evidence import Duration, Evidence, Indicator
from inspector.model.facts import About
from inspector.model.rows import Located
from inspector.model.traces import Trace
from inspector.model.words import plural
from inspector.probes import FIELDS, Teller, case_list, list_rows

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from inspector.stats.bunching import Bunching

ABOUT = About(
    id="deadline-bunching",
    title="Cases just inside a deadline",
    fields=FIELDS,
    needs=("durations", "indicator-register"),
)
LOOKS_AT = "how long cases took"
ALPHA, LISTED = 0.005, 0.002
"""p-values from which a question is put: of durations by themselves, and of lists."""
LEAST = 1.08
"""Observed over expected from which a question is worth putting, however many cases make a smaller one certain."""
COUNTED = " Children with the same dates and the same worker are counted once."
INNOCENT = (
    "Work is planned towards the deadline, and cases about to be late are finished first.",
    "A panel or conference sits on a fixed day close to the deadline.",
    "The system closes or reminds at the deadline.",
)
ASK = (
    "What happens here in the last week before a deadline, and who decides which case is done first?",
    "May we read five of the cases that ended on the last days together with the notes made at the time?",
    "Which date counts as the end, and who may change it afterwards?",
)
TELL = Teller(ABOUT.id, INNOCENT, ASK)
CLOCKS = (
    ("list-4", "continuous_assessment_start_date", "continuous_assessment_date_of_authorisation", 45),
    (
        "list-5",
        "strategy_discussion_initiating_section_47_enquiry_start_date",
        "date_of_initial_child_protection_conference",
        15,
    ),
)
"""Lists of children, the dates between which a clock runs, and the working days it allows."""
WORKER = "allocated_worker"
READS = {name: (begins, ends) for name, begins, ends, _ in CLOCKS}


def examine(evidence: Evidence) -> tuple[Trace, ...]:
    """One trace for each indicator that has durations or, in the register, a deadline, then one for each list of `CLOCKS`.

    `n` counts cases, `effect` is the share of all cases beyond those expected on the days concerned.
    """
    register = {one.indicator: one for one in sorted(evidence.indicators, key=lambda one: one.row, reverse=True)}
    durations: dict[str, list[Duration]] = {}
    for one in evidence.durations:
        durations.setdefault(one.indicator, []).append(one)
    named = set(durations) | {id for id, one in register.items() if one.deadline is not None}
    traces = [_one(id, register.get(id), durations.get(id, [])) for id in sorted(named)]
    return (
        *traces,
        *(_listed(held, clock) for clock in CLOCKS if (held := case_list(evidence, *clock[:3])) is not None),
    )


def _one(id: str, indicator: Indicator | None, durations: Sequence[Duration]) -> Trace:
    n = sum(one.count for one in durations)
    if indicator is None:
        return _none(id, n, "The register does not name this indicator, so no deadline is known.")
    if indicator.deadline is None:
        return _none(id, n, "The register names no deadline.")
    if indicator.deadline < 2:
        return _none(id, n, "A deadline of less than two days leaves no days before it to compare with.")
    return _tested(indicator, indicator.deadline, durations, n)


def _listed(one: CaseList, clock: tuple[str, str, str, int]) -> Trace:
    """The working days from one date of a list to another, by the deadline of the statutory guidance."""
    import numpy as np

    from inspector.stats.bunching import smallest_shift
    from inspector.stats.cliff import cliff
    from inspector.stats.working_days import between

    name, begins, ends, deadline = clock
    begin, end = one.columns[begins], one.columns[ends]
    places = np.flatnonzero(~np.isnat(begin) & ~np.isnat(end) & (end >= begin))
    days = between(begin[places], end[places]).astype(int)
    subject, n = f"case-records/{name}", len(places)
    once = _once(one, places, begin, end)
    found = cliff(Counter(days[once].tolist()), deadline)
    if found is None:
        says = (
            f"{plural(n, 'case')} with both dates; too few, or too few different days, near {deadline} "
            "working days to compare."
        )
        return TELL.too_little(subject, says, n, smallest_shift(n))
    asks = _asks(found, LISTED)
    inside = places[(days > deadline - found.days) & (days <= deadline)]
    rows = list_rows(one, inside if asks else places)
    counted = COUNTED if len(once) < n else ""
    return _told(subject, "working days", deadline, found, len(once), rows, counted, LISTED)


def _once(one: CaseList, places: "NDArray[Any]", begin: "NDArray[Any]", end: "NDArray[Any]") -> list[int]:
    """Which of `places` to count: of children with the same dates and the same worker the first."""
    workers = one.columns.get(WORKER)
    if workers is None:
        return list(range(len(places)))
    seen: set[tuple[object, ...]] = set()
    once = []
    cells = zip(begin[places].tolist(), end[places].tolist(), workers[places].tolist(), strict=True)
    for at, cell in enumerate(cells):
        if cell[2] is None or cell not in seen:
            once.append(at)
            seen.add(cell)
    return once


def _none(id: str, n: int, why: str) -> Trace:
    return TELL.not_applicable(f"indicator/{id}", why, n)


def _tested(indicator: Indicator, deadline: int, durations: Sequence[Duration], n: int) -> Trace:
    from inspector.stats.bunching import bunching, smallest_shift

    subject, unit = f"indicator/{indicator.indicator}", _unit(indicator)
    counts: Counter[int] = Counter()
    for one in durations:
        counts[one.days] += one.count
    found = bunching(counts, deadline)
    if found is None:
        some = (
            f"{plural(n, 'case')}; too few of them, or too few different days, near the deadline of "
            f"{deadline} {unit} to compare."
        )
        says = (
            some
            if n
            else f"There is a deadline of {deadline} {unit}, and nothing was submitted on how long cases took."
        )
        return TELL.too_little(subject, says, n, smallest_shift(n))
    first = deadline - found.days + 1
    concerned = [one for one in durations if first <= one.days <= deadline]
    return _told(subject, unit, deadline, found, n, concerned if _asks(found) else durations)


def _asks(found: "Bunching", alpha: float = ALPHA) -> bool:
    return found.p_value < alpha and found.observed >= LEAST * found.expected


def _told(
    subject: str,
    unit: str,
    deadline: int,
    found: "Bunching",
    n: int,
    rows: Sequence[Located],
    counted: str = "",
    alpha: float = ALPHA,
) -> Trace:
    span = f"on day {deadline}" if found.days == 1 else f"on days {deadline - found.days + 1} to {deadline}"
    says = (
        f"{found.observed} of {n} cases ended {span}, the deadline being {deadline} {unit}; "
        f"the days around lead one to expect about {found.expected:.0f}."
    ) + counted
    return TELL.tested(
        "question" if _asks(found, alpha) else "clear",
        subject,
        says,
        n,
        p_value=found.p_value,
        effect=found.excess / n,
        smallest=found.smallest / n,
        rows=rows,
    )


def _unit(indicator: Indicator) -> str:
    return "working days" if indicator.deadline_unit == "working-days" else "days"
