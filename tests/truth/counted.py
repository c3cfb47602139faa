"""The arithmetic of a stranger with the rows on paper: days that count, shares, medians, halves."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from tests.truth.bundle import Bundle, Row

LATE = 62
AS_DECLARED = "(as declared)"
"""A cell of entries that count as in time because of what was declared; what bears that out has a checker of its own."""
"""Days after its last step by which an entry has to be written down."""
OLD = 183
"""Days after which an idea that nobody tried waits, and a recommendation that nobody touched sticks."""
FRONT = ("front-line", "family")


def last(bundle: Bundle) -> date:
    """The last day that counts: of the period, and before the announcement."""
    return min(bundle.ends, bundle.told - timedelta(days=1))


def until(bundle: Bundle) -> date:
    """The day up to which months are named."""
    return max(bundle.starts, last(bundle))


def by(day: date | None, bundle: Bundle) -> bool:
    """Whether something had happened by the last day that counts."""
    return day is not None and day <= last(bundle)


def inside(day: date | None, bundle: Bundle) -> bool:
    """Whether something happened in the period and before the announcement."""
    return day is not None and bundle.starts <= day <= last(bundle)


def of(part: int | float, whole: int | float) -> float | None:
    """A share; None of nothing."""
    return part / whole if whole else None


def share(rows: Iterable[Row], holds: Callable[[Row], bool]) -> float | None:
    """The share of rows of which it holds; None of no rows."""
    answers = [bool(holds(row)) for row in rows]
    return of(sum(answers), len(answers))


def median(numbers: Iterable[float]) -> float | None:
    """The middle one, or the mean of the two in the middle; None of none."""
    row = sorted(numbers)
    if not row:
        return None
    middle = len(row) // 2
    return float(row[middle]) if len(row) % 2 else (row[middle - 1] + row[middle]) / 2


def change(
    rows: Sequence[Row],
    day: Callable[[Row], date | None],
    amount: Callable[[Sequence[Row]], float | None],
    bundle: Bundle,
) -> float | None:
    """`amount` of the later half of the period less that of the first; None where either has nothing."""
    middle = bundle.starts + timedelta(days=(last(bundle) - bundle.starts).days // 2)
    first, later = [], []
    for row in rows:
        on = day(row)
        assert on is not None
        (first if on < middle else later).append(row)
    before, after = amount(first), amount(later)
    return None if before is None or after is None else after - before


def calendar_month(day: date) -> int:
    """A number for each calendar month, one more than that of the month before."""
    return 12 * day.year + day.month


def when_tested(entry: Row) -> date | None:
    """The day of a test: when it was tested, else when it was started."""
    return entry.day("tested_on") or entry.day("started_on")


def tried(entry: Row) -> bool:
    """Whether anything in an entry shows that it was tried: a day of a step, a decision, a lesson, a team it spread to."""
    steps = ("started_on", "tested_on", "studied_on", "decided_on")
    return any(entry.day(step) for step in steps) or bool(
        entry["decision"] or entry["learned"] or entry.many("spread_to")
    )


def in_time(entry: Row) -> bool:
    """Whether an entry says that it was written down within two months of its last step."""
    if entry[AS_DECLARED]:
        return True
    written = entry.day("recorded_at")
    step = when_tested(entry) or entry.day("studied_on") or entry.day("decided_on") or entry.day("raised_on")
    return written is not None and (step is None or (written - step).days <= LATE)


def only_since(day: date | None, bundle: Bundle) -> bool:
    """Whether it is stated that something happened only after the last day that counts."""
    return day is not None and day > last(bundle)


def announced(day: date | None, bundle: Bundle) -> bool:
    """Whether a day is that of the announcement or later, or may be where none is stated."""
    return day is not None and day >= bundle.told


def why_no_test(entry: Row, bundle: Bundle) -> str:
    """Why something that was tried does not count; empty where it does."""
    if entry.struck:
        return "struck"
    day = when_tested(entry)
    if day is None:
        return "undated"
    if announced(entry.day("started_on"), bundle) or announced(day, bundle):
        return "after"
    if not bundle.starts <= day <= bundle.ends:
        return "outside"
    return "" if in_time(entry) else "late" if entry.day("recorded_at") else "unstated"


def why_no_idea(entry: Row, bundle: Bundle) -> str:
    """Why an idea does not count; empty where it does."""
    if entry.struck:
        return "struck"
    day = entry.day("raised_on")
    if announced(day, bundle):
        return "after"
    if day is None or not bundle.starts <= day <= bundle.ends:
        return "outside"
    return "late" if entry.day("recorded_at") and not in_time(entry) else ""


def why_not(day: date | None, bundle: Bundle) -> str:
    """Why a record of that day does not count: of no day, of another time, of the announcement or later."""
    if day is None:
        return "undated"
    if announced(day, bundle):
        return "after"
    return "" if bundle.starts <= day <= bundle.ends else "outside"


def why_no_review(review: Row, bundle: Bundle) -> str:
    """Why a review does not count; empty where it does."""
    return why_not(review.day("reviewed_on"), bundle)


def why_too_late(day: date | None, bundle: Bundle) -> str:
    """Why what was made on that day does not count: after the announcement or the period. Earlier is well and good."""
    if announced(day, bundle):
        return "after"
    return "outside" if day is None or day > bundle.ends else ""


REASONS = ("struck", "faulty", "late", "after", "outside", "undated", "unstated")


def apart(rows: Iterable[Row], why: Callable[[Row], str]) -> tuple[list[Row], dict[str, Any]]:
    """Rows that count, and the fields that say what was set aside; `_aside` has the rows by reason."""
    counted: list[Row] = []
    aside: dict[str, list[Row]] = {}
    every = list(rows)
    for row in every:
        reason = "struck" if row.struck else why(row)
        if reason:
            aside.setdefault(reason, []).append(row)
        else:
            counted.append(row)
    found: dict[str, Any] = {"recorded": len(every), "set_aside": len(every) - len(counted), "_aside": aside}
    return counted, found | {reason: len(aside.get(reason, ())) for reason in REASONS}


def tests(bundle: Bundle) -> list[Row]:
    """The tests of change that count: in the period, begun and tested before the announcement, written down as they happened."""
    return [
        row for row in bundle.rows("improvement-log") if tried(row) and not row.struck and not why_no_test(row, bundle)
    ]
