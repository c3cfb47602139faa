"""A series of shares or counts that varies less from period to period than chance must make it vary.

Tests:
    Whether numerators, given their denominators, scatter less about a line (with a season where there is one) than a
    binomial does, or counts of events less than a Poisson. What a line and a season cannot follow makes the scatter larger
    and the test milder. Events counted by day or week, over eight weeks of days or more, are held against a curve in each
    stretch of 28 periods, as many as there are, and how many stretches were tried is allowed for.

Why it matters:
    Counts of what happens to families jump about, however well the work is done. A series without jumps was perhaps
    worked out, smoothed or filled in rather than counted.

Innocent explanations:
    Much the same cases are counted again each period.
    The figures are moving averages, or were spread over the months afterwards.
    Cases differ so much in risk, or are so planned, that there is little chance in them.

Ask:
    How is a month's figure worked out, and by whom?
    May we have the cases behind three of the months?
    Was a figure ever estimated or carried over, and how is that marked?

Cannot tell:
    Smoothing from planning. Series in which each residual repeats the last, as where the same cases are counted again,
    are not asked about. Nothing is said of fewer than 16 periods, of values without counts, or of counts below four.
    What is counted each day and there the next day too, as open cases are, is not looked at in stretches.

Reference:
    Kobak (2022), Significance 19(2), 10-13 (underdispersion); Cochran (1954), Biometrics 10(4), 417-451; Edwards (1986),
    Biological Reviews 61(4), 295-312.
"""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from inspector.evidence.rhythm import days_of
from inspector.model.evidence import Evidence, Figure
from inspector.model.facts import About
from inspector.model.traces import Trace
from inspector.model.words import agree
from inspector.probes import FIELDS, Teller, series

if TYPE_CHECKING:
    from inspector.stats.smooth_windows import Stretches

ABOUT = About(
    id="too-smooth",
    title="A series smoother than chance allows",
    fields=FIELDS,
    needs=("indicators", "indicator-register"),
)
LOOKS_AT = "the scatter of figures"
ALPHA, RATIO, AGAIN = 0.01, 0.5, 0.3
"""p-value, share of the variance left, and repetition of residuals at which a question is put."""
EVENTS = ("count", "events", "incidents", "referrals", "contacts", "complaints", "deaths", "admissions", "entries")
"""Units in which whole values without a denominator count events."""
A_WEEK = 7
"""Days that a period lasts at most for a series to be looked at in stretches."""
INNOCENT = (
    "Much the same cases are counted again each period.",
    "The figures are moving averages, or were spread over the months afterwards.",
    "Cases differ so much in risk, or are so planned, that there is little chance in them.",
)
ASK = (
    "How is a month's figure worked out, and by whom?",
    "May we have the cases behind three of the months?",
    "Was a figure ever estimated or carried over, and how is that marked?",
)
TELL = Teller(ABOUT.id, INNOCENT, ASK)


def examine(evidence: Evidence) -> tuple[Trace, ...]:
    """One trace for each indicator whose counts are known and many enough, and one for all others together."""
    from inspector.stats.smoothness import FEWEST

    units = {one.indicator: (one.unit or "").lower() for one in evidence.indicators}
    tested: list[Trace] = []
    few: list[str] = []
    n = 0
    for id, figures in series(evidence).items():
        counted = _counted(figures, units.get(id, ""))
        if counted is None:
            continue
        trace = _in_stretches(id, *counted, units.get(id, "")) or _tested(id, *counted)
        if trace is None:
            few, n = [*few, id], n + len(counted[0])
        else:
            tested.append(trace)
    short = f"{FEWEST} periods with several cases in each are needed, which {', '.join(few[:4])} has not."
    if len(few) > 1:
        short = f"{FEWEST} periods with several cases in each are needed, which {len(few)} indicators have not."
    none = "No indicator has numerators and denominators, or counts of events."
    return TELL.settled(tested, "indicators", short if few else "", none, n)


def _counted(figures: Sequence[Figure], unit: str) -> tuple[list[Figure], bool] | None:
    """The figures that count something, and whether they have denominators."""
    shares = [f for f in figures if f.numerator is not None and f.denominator and f.numerator <= f.denominator]
    if shares and len(shares) == len(figures) and all(_whole(f.numerator) and _whole(f.denominator) for f in shares):
        return shares, True
    if any(word in unit.split() for word in EVENTS) and all(f.value is not None and _whole(f.value) for f in figures):
        return list(figures), False
    return None


def _whole(value: float | None) -> bool:
    return value is not None and value == round(value) and 0 <= value < 1e12


def _months(first: date, then: date) -> float:
    return (then.year - first.year) * 12 + then.month - first.month + (then.day - first.day) / 30.4375


def _tested(id: str, figures: Sequence[Figure], shares: bool) -> Trace | None:
    import numpy as np

    from inspector.stats.smoothness import smoothness

    months = np.array([_months(figures[0].period_start, f.period_start) for f in figures])
    top = np.array([f.numerator if shares else f.value for f in figures], dtype=np.float64)
    bottom = np.array([f.denominator for f in figures], dtype=np.float64) if shares else None
    found = smoothness(top, bottom, months)
    if found is None:
        return None
    smooth = found.p_value < ALPHA and found.ratio <= RATIO
    asks = smooth and found.again < AGAIN
    says = f"Over {found.n} periods the figures vary {found.ratio:.2f} times as much as chance alone makes them vary."
    if smooth and not asks:
        says += " Each stays close to the last, as where the same cases are counted again, so no question is put."
    return TELL.tested(
        "question" if asks else "clear",
        f"indicator/{id}",
        says,
        found.n,
        p_value=found.p_value if asks or not smooth else None,
        effect=1 - found.ratio,
        smallest=found.smallest,
        rows=figures,
    )


def _in_stretches(id: str, figures: Sequence[Figure], shares: bool, unit: str) -> Trace | None:
    """The trace of a long series of events by day or week; None of any other."""
    import numpy as np

    from inspector.stats.smooth_windows import FEWEST, WIDTH, stretches

    # A count of what is there each day is no count of events.
    stock = not any(word in unit.split() for word in EVENTS[1:])
    short = sum(days_of(f) <= A_WEEK for f in figures)
    if shares or stock or short < len(figures) or len(figures) < FEWEST * WIDTH:
        return None
    found = stretches(np.array([f.value for f in figures], dtype=np.float64))
    if found is None:
        return None
    low = bool(found.smooth) and found.p_value < ALPHA
    asks = low and found.again < AGAIN
    return TELL.tested(
        "question" if asks else "clear",
        f"indicator/{id}",
        _said(found, figures, low and not asks),
        len(figures),
        p_value=None if low and not asks else found.p_value,
        effect=len(found.smooth) / found.tried,
        smallest=1 / found.tried,
        rows=[f for start in found.smooth for f in figures[start : start + WIDTH]] if asks else figures,
    )


def _said(found: "Stretches", figures: Sequence[Figure], again: bool) -> str:
    from inspector.stats.smooth_windows import WIDTH

    many = len(found.smooth)
    says = (
        f"{many} of {found.tried} stretches of {WIDTH} periods {agree(many, 'varies', 'vary')} at most half as much as "
        "chance alone makes figures vary"
    )
    if many:
        first = figures[found.smooth[0]].period_start.isoformat()
        which = "" if many == 1 else "the first "
        middle = "" if many == 1 else "in the middle one of them "
        says += f", {which}from {first} on; {middle}they vary {found.ratio:.2f} times as much"
    if again:
        says += (
            ". Each figure stays close to the last, as where the same cases are counted again, so no question is put"
        )
    return says + "."
