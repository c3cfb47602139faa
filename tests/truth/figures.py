"""Figures over time, read from the rows alone: values, levels before and after a day, months between days."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from statistics import fmean

from tests.truth.bundle import Row
from tests.truth.case import Case, Said
from tests.truth.sentences import MONTHS

GAINS = ("gradual-gain", "sudden-gain")
MOVED = (*GAINS, "faded-gain", "loss")
SURE = 0.8
"""The probability from which the rules that ship call something moved."""


def cited(said: Said, case: Case, kind: str, part: str = "") -> list[Row]:
    """The rows of a kind that a statement cites, by the day on which their period starts."""
    rows = [row for row in case.rows(said) if row.kind == kind and row.part == part]
    return sorted(rows, key=lambda row: (row["period_start"], row.number))


def registered(case: Case, indicator: str) -> Row:
    """The entry of the register; the first where there are two."""
    return next(row for row in case.bundle.rows("indicator-register") if row["indicator"] == indicator)


def way(case: Case, indicator: str) -> int:
    """1 where more is better, -1 where less is."""
    now = registered(case, indicator)["better"]
    rows = [row for before in case.history for row in before.rows("indicator-register")]
    then = [row["better"] for row in rows if row["indicator"] == indicator]
    # A direction that was turned since does not count until it is answered for.
    return 1 if next(filter(None, then), now) == "up" else -1


def value(row: Row) -> float | None:
    """A figure as one number."""
    given, top, bottom = row.number_of("value"), row.number_of("numerator"), row.number_of("denominator")
    if given is not None:
        return given
    return None if top is None else top / (bottom or 1.0)


def level(rows: Sequence[Row], way: int) -> float:
    """The mean of some figures, turned so that more is better."""
    return way * fmean(x for row in rows if (x := value(row)) is not None)


def parted(rows: Sequence[Row], day: date) -> tuple[list[Row], list[Row]]:
    """Figures of the periods that start before a day, and the rest."""
    return [r for r in rows if (r.day("period_start") or day) < day], [
        r for r in rows if (r.day("period_start") or day) >= day
    ]


def months(first: date, last: date) -> int:
    """Whole months from a day to the end of another; 0 where there are none."""
    after = last + timedelta(days=1)
    return max(0, (after.year - first.year) * 12 + after.month - first.month - (after.day < first.day))


def months_on(day: date, many: int) -> date:
    """The same day so many months on, the 28th at most."""
    year, month = divmod(day.year * 12 + day.month - 1 + many, 12)
    return date(year, month + 1, min(day.day, 28))


def day_of(text: object) -> date:
    """A day as results write it."""
    return date.fromisoformat(str(text)[:10])


def sure_said(says: str, probability: float) -> bool:
    """Whether every probability in the words is that one: in two decimals, and never rounded up to all nor down to none."""
    for how, told in re.findall(
        r"[Pp]robability(?: of (?:this|it|that))?(?: is)?:? (over|under|about)? ?(\d(?:\.\d+)?)", says
    ):
        number = float(told)
        if how == "over" and not number < probability <= 1:
            return False
        if how == "under" and not 0 <= probability < number:
            return False
        if how not in ("over", "under") and abs(number - probability) > 0.00501:
            return False
        if how not in ("over", "under") and number in (0.0, 1.0) and probability != number:
            return False
    return True


def last_counted(case: Case) -> date:
    """The last day that counts: that of the period, or the day before the announcement."""
    return min(case.bundle.ends, case.bundle.told - timedelta(days=1))


def begun(entry: Row) -> date | None:
    """The day on which a test was started, or else tried."""
    return entry.day("started_on") or entry.day("tested_on")


def late_written(entry: Row) -> bool:
    """Whether an entry was written down more than two months after its last step, or does not say when."""
    steps = ("tested_on", "started_on", "studied_on", "decided_on", "raised_on")
    last = next((day for field in steps if (day := entry.day(field))), None)
    recorded = entry.day("recorded_at")
    return not entry["(as declared)"] and (recorded is None or (last is not None and (recorded - last).days > 62))


def tried(entry: Row) -> bool:
    """Whether anything in an entry shows that it was tried, a day or not."""
    return any(
        entry[field]
        for field in ("started_on", "tested_on", "studied_on", "decided_on", "decision", "learned", "spread_to")
    )


def trajectory(case: Case, indicator: str) -> Said | None:
    """What the report says an indicator did."""
    return case.facts.get(f"signal/trajectory/{indicator}")


def call(case: Case, indicator: str) -> tuple[str, float]:
    """That call with its probability."""
    found = trajectory(case, indicator)
    return ("", 0.0) if found is None else (found.fields["call"], float(found.fields.get("probability", 0.0)))


def surely(case: Case, calls: Sequence[str], sure: float = SURE) -> list[Said]:
    """The trajectories with one of these calls that are sure enough."""
    return [
        f for f in case.signals("trajectory") if f.fields["call"] in calls and f.fields.get("probability", 0.0) >= sure
    ]


def counts(case: Case, entry: Row) -> bool:
    """Whether a test has a day in the period, came before the announcement, and was written down as it happened."""
    if entry.struck:
        return False
    day, last = entry.day("tested_on") or begun(entry), last_counted(case)
    start = begun(entry)
    if day is None or start is None or late_written(entry):
        return False
    return case.bundle.starts <= day <= last and start <= last


def naming(case: Case, indicator: str) -> list[Row]:
    """The tests that name an indicator, in the order in which they were begun; those without a day at the end."""
    rows = [row for row in case.bundle.rows("improvement-log") if row["indicator"] == indicator and tried(row)]
    return sorted(rows, key=lambda row: (begun(row) or date.max, row.number))


def spoken_days(text: str) -> tuple[date, date]:
    """The first and the last day of a time as it is written: a day, a month, a year, or an ISO day."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return day_of(text), day_of(text)
    *first, name, year = text.split()
    start = date(int(year), MONTHS.index(name) + 1, int(first[0]) if first else 1)
    return start, start if first else months_on(start.replace(day=1), 1) - timedelta(days=1)


def spans(says: str) -> list[tuple[date, date]]:
    """Each time in which something is said to have begun: `in May 2024`, `most likely between March and May 2024`."""
    month = "|".join(MONTHS)
    found = []
    for one in re.finditer(
        rf"(?:between ({month})( \d{{4}})? and|began in|begun in|got worse in) ({month}) (\d{{4}})", says
    ):
        last = spoken_days(f"{one[3]} {one[4]}")
        first = spoken_days(f"{one[1]}{one[2] or ' ' + one[4]}") if one[1] else last
        found.append((first[0], last[1]))
    return found


def span(case: Case, indicator: str) -> tuple[date, date]:
    """The first and the last day of the time in which a change began, as its trajectory has it."""
    found = case.facts[f"signal/trajectory/{indicator}"]
    low, latest = day_of(found.fields["onset_low"]), day_of(found.fields["onset_high"])
    rows = cited(found, case, "indicators")
    ends = {row.day("period_start"): row.day("period_end") for row in rows}
    first = rows[0]
    length = ((first.day("period_end") or latest) - (first.day("period_start") or latest)).days + 1
    whole = max(1, round(length / 30.4375))
    return low, ends.get(latest) or months_on(latest, whole) - timedelta(days=1)


def lies_in(told: Mapping[str, object], days: tuple[date, date]) -> bool:
    """Whether the likeliest day lies in a time."""
    return days[0] <= day_of(told["onset"]) <= days[1]


def probabilities(says: str) -> list[str]:
    """The probabilities that are said, as they are written."""
    of = r"(?: of (?:this|it|that|a gain|a loss)| that it got [a-z ]+)?"
    return re.findall(rf"[Pp]robability{of}(?: is)?:? ((?:over |under |about )?\d(?:\.\d+)?)", says)
