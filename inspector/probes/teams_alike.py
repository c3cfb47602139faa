"""Teams that differ less from one another than chance makes teams differ.

Tests:
    How many entries of the improvement log each team raised in each month, and how many ideas participation counts for
    each team in each period, against how much separate events vary between teams with just these totals. Months are put
    together until a team has four or so in each.

Why it matters:
    Each team has months with much and months with little. Where all have the same every time, numbers were perhaps shared
    out rather than counted.

Innocent explanations:
    Every team is asked for one idea each month, and gives one.
    One project gave each team its turn.
    One person writes for all teams and fills in what is missing.

Ask:
    Is there a number of entries that teams are asked for?
    Which team had a bad month, and what was different in it?

Cannot tell:
    A quota from numbers that were shared out. Nothing is said of fewer than three teams, or of less than some thirty
    entries or ideas.

Reference:
    Cochran (1954), Biometrics 10(4), 417-451; Edwards (1986), Biological Reviews 61(4), 295-312 (fits that are too good).
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from inspector.model.evidence import Evidence
from inspector.model.facts import About
from inspector.model.rows import Located
from inspector.model.traces import Trace
from inspector.probes import FIELDS, Teller

ABOUT = About(id="teams-alike", title="Teams too alike", fields=FIELDS, needs=("improvement-log", "participation"))
LOOKS_AT = "how teams differ"
ALPHA, RATIO = 0.005, 0.5
"""p-value, and share of the variance that chance leaves, at which a question is put."""
INNOCENT = (
    "Every team is asked for one idea each month, and gives one.",
    "One project gave each team its turn.",
    "One person writes for all teams and fills in what is missing.",
)
ASK = (
    "Is there a number of entries that teams are asked for?",
    "Which team had a bad month, and what was different in it?",
)
TELL = Teller(ABOUT.id, INNOCENT, ASK)
Cell = tuple[str, date]


def examine(evidence: Evidence) -> tuple[Trace, ...]:
    """One trace for the improvement log and one for participation, or one for both where they are too little."""
    entries = Counter((one.team, one.raised_on.replace(day=1)) for one in evidence.log)
    ideas: Counter[Cell] = Counter()
    told = [one for one in evidence.participation if one.ideas_raised is not None]
    for one in told:
        ideas[one.team, one.period_start] += one.ideas_raised or 0
    found = [
        _one("improvement-log", "entries", entries, _months(entries), evidence.log),
        _one("participation", "ideas", ideas, sorted({period for _, period in ideas}), told),
    ]
    n = len(evidence.log) + len(told)
    short = "Three teams with four entries or ideas in each of several periods are needed." if n else ""
    tested = [one for one in found if one is not None]
    none = "There is no improvement log, and participation counts no ideas."
    return TELL.settled(tested, "improvement-log", "" if tested else short, none, n)


def _months(cells: Counter[Cell]) -> list[date]:
    """Every month from the first entry to the last."""
    days = sorted(day for _, day in cells)
    if not days:
        return []
    first, last = (12 * day.year + day.month - 1 for day in (days[0], days[-1]))
    # A log with one entry a century before the others has the same months, put together.
    return [date(k // 12, k % 12 + 1, 1) for k in range(first, last + 1)] if last - first < 1200 else sorted(set(days))


def _one(
    subject: str, what: str, cells: Counter[Cell], periods: Sequence[date], rows: Sequence[Located]
) -> Trace | None:
    import numpy as np

    from inspector.stats.teams import alike

    teams = sorted({team for (team, _), many in cells.items() if many})
    if not teams:
        return None
    found = alike(np.array([[cells[team, period] for period in periods] for team in teams], dtype=np.float64))
    if found is None:
        return None
    total = sum(cells.values())
    asks = found.p_value < ALPHA and found.ratio <= RATIO
    says = (
        f"{total} {what} of {len(teams)} teams: between teams they vary {found.ratio:.2f} times as much as chance alone makes "
        f"them vary, over {found.periods} stretches of time."
    )
    return TELL.tested(
        "question" if asks else "clear",
        subject,
        says,
        total,
        p_value=found.p_value,
        effect=max(0.0, 1 - found.ratio),
        smallest=found.smallest,
        rows=rows,
    )
