"""Whole numbers that end in 0 or 5 more often than the numbers around them lead one to expect.

Tests:
    How often days taken, counts and whole figures are multiples of 5 or 10. A smooth curve is laid through the counts by
    value, with a factor for each weekday where work ends in weekly heaps, and the multiples are compared with it.

Why it matters:
    A number that was estimated or filled in afterwards tends to be round. Round numbers carry less than they seem to.

Innocent explanations:
    People round what they remember, without any purpose.
    Work is done in fixed amounts or on fixed days.
    A form or system offers round numbers to choose from.

Ask:
    How is this number arrived at: counted, measured or estimated?
    May we see for ten of the round ones what they were taken from?
    Is there a list to choose from?

Cannot tell:
    Why numbers are round; most people who round mean nothing by it. Heaps on every fifth working day are taken for the
    week and not asked about. Numbers that all lie within nine of each other, or fewer than sixty, tell nothing.

Reference:
    Roberts & Brewer (2001), Statistics in Medicine 20(11), 1653-1672; United Nations (1955), Manual II, Methods of
    appraisal of quality of basic data (Whipple's index).
"""

from collections import Counter
from collections.abc import Sequence

from inspector.evidence import declared
from inspector.model.evidence import Evidence
from inspector.model.facts import About
from inspector.model.rows import Located
from inspector.model.traces import Trace
from inspector.model.words import agree, plural
from inspector.probes import FIELDS, Teller, series

ABOUT = About(id="heaping", title="Round numbers", fields=FIELDS, needs=("durations",))
LOOKS_AT = "how long cases took"
ALPHA = 0.005
LEAST = 0.03
"""Share of all numbers in excess from which a question is worth putting."""
INNOCENT = (
    "People round what they remember, without any purpose.",
    "Work is done in fixed amounts or on fixed days.",
    "A form or system offers round numbers to choose from.",
)
ASK = (
    "How is this number arrived at: counted, measured or estimated?",
    "May we see for ten of the round ones what they were taken from?",
    "Is there a list to choose from?",
)
TELL = Teller(ABOUT.id, INNOCENT, ASK)
Numbers = list[tuple[int, int, Located]]


def examine(evidence: Evidence) -> tuple[Trace, ...]:
    """One trace for each indicator with enough durations or whole figures, and one for the days to hear back."""
    units = {one.indicator: one.deadline_unit for one in evidence.indicators}
    subjects: dict[str, tuple[Numbers, tuple[int, ...]]] = {}
    for one in evidence.durations:
        weeks = (1, 5) if units.get(one.indicator) == "working-days" else (1, 7)
        subjects.setdefault(f"indicator/{one.indicator}", ([], weeks))[0].append((one.days, one.count, one))
    for id, figures in series(evidence).items():
        whole: Numbers = [(round(f.value), 1, f) for f in figures if f.value is not None and _whole(f.value)]
        if len(whole) == len(figures) and f"indicator/{id}" not in subjects:
            subjects[f"indicator/{id}"] = (whole, (1,))
    heard: Numbers = [
        (round(p.days_to_hear_back), 1, p)
        for p in evidence.participation
        if p.days_to_hear_back is not None and _whole(p.days_to_hear_back)
    ]
    if heard:
        subjects["participation"] = (heard, (1, 7))
    traces = {name: _answered(_one(name, *subjects[name]), subjects[name][0], evidence) for name in sorted(subjects)}
    few = [name for name, trace in traces.items() if trace is None]
    n = sum(count for name in few for _, count, _ in subjects[name][0])
    short = (
        f"{plural(n, 'whole number')} in {len(few)} series; too few of them, or too close together, to "
        "tell round ones apart."
    )
    none = "There are no durations and no series of whole numbers."
    tested = [trace for trace in traces.values() if trace is not None]
    return TELL.settled(tested, "indicators", short if few else "", none, n)


def _answered(trace: Trace | None, numbers: Numbers, evidence: Evidence) -> Trace | None:
    """The trace, clear where the figures were rounded as was declared."""
    if trace is None or trace.outcome != "question":
        return trace
    rows = [row for _, _, row in numbers]
    told = declared.answering(evidence, ("rounded",), trace.subject, rows)
    return trace if told is None else declared.answered(trace, told)


def _whole(value: float) -> bool:
    return value == round(value) and 0 <= value < 1e9


def _one(subject: str, numbers: Numbers, weeks: tuple[int, ...]) -> Trace | None:
    from inspector.stats.digit_heaping import heaps

    counts: Counter[int] = Counter()
    for value, count, _ in numbers:
        counts[value] += count
    n = sum(counts.values())
    found = heaps(counts, weeks) if n else None
    if found is None:
        return None
    excess = found.observed - found.expected
    asks = found.p_value < ALPHA and excess >= LEAST * n
    says = (
        f"{found.observed} of {n} numbers {agree(found.observed, 'is a multiple', 'are multiples')} "
        f"of {found.step}; those around lead one to expect about "
        f"{found.expected:.0f}."
    )
    return TELL.tested(
        "question" if asks else "clear",
        subject,
        says,
        n,
        p_value=found.p_value,
        effect=excess / n,
        smallest=found.smallest,
        rows=_rows(numbers, found.step if asks else 1),
    )


def _rows(numbers: Sequence[tuple[int, int, Located]], step: int) -> list[Located]:
    return [row for value, _, row in numbers if value % step == 0]
