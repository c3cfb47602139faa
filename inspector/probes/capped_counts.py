"""Counts that pile up on one largest value and never go beyond it.

Tests:
    For days taken and for numbers of people who took part: how many stand on the largest value, against what the values
    just below it lead one to expect, with nothing at all above it.

Why it matters:
    Where something happens at a limit, cases that would have gone beyond it tend to be counted at it, or not at all.

Innocent explanations:
    The system allows no larger value, or closes a case by itself.
    There is a natural limit: nobody can be asked twice, a course has so many places.
    Larger values are recorded elsewhere.

Ask:
    What happens to a case that goes beyond this number?
    Can the system hold a larger value, and has it ever?

Cannot tell:
    A limit of nature from one of convenience. Nothing is said of fewer than sixty counts, or of fewer than five
    different values. Piles on a deadline with cases beyond it belong to the probe for deadlines.

Reference:
    Kleven (2016), Annual Review of Economics 8, 435-464; Bevan & Hood (2006), Public Administration 84(3), 517-538.
"""

from collections import Counter
from collections.abc import Sequence

from inspector.model.evidence import Duration, Evidence
from inspector.model.facts import About
from inspector.model.traces import Trace
from inspector.model.words import plural
from inspector.probes import FIELDS, Teller

ABOUT = About(id="capped-counts", title="Counts that stop at one value", fields=FIELDS, needs=("durations",))
LOOKS_AT = "how long cases took"
ALPHA, LEAST = 0.001, 0.02
"""p-value, and share of all counts in excess, from which a question is worth putting."""
INNOCENT = (
    "The system allows no larger value, or closes a case by itself.",
    "There is a natural limit: nobody can be asked twice, a course has so many places.",
    "Larger values are recorded elsewhere.",
)
ASK = (
    "What happens to a case that goes beyond this number?",
    "Can the system hold a larger value, and has it ever?",
)
TELL = Teller(ABOUT.id, INNOCENT, ASK)


def examine(evidence: Evidence) -> tuple[Trace, ...]:
    """One trace for each indicator with durations."""
    found: dict[str, list[Duration]] = {}
    for one in evidence.durations:
        found.setdefault(one.indicator, []).append(one)
    if not found:
        return (TELL.not_applicable("indicators", "There are no durations."),)
    return tuple(_one(f"indicator/{id}", found[id]) for id in sorted(found))


def _one(subject: str, durations: Sequence[Duration]) -> Trace:
    from inspector.stats.caps import FEWEST, cap

    counts: Counter[int] = Counter()
    for one in durations:
        counts[one.days] += one.count
    n = sum(counts.values())
    found = cap(counts)
    if found is None:
        return TELL.too_little(
            subject, f"{plural(n, 'case')}; {FEWEST} are needed, and five different numbers of days.", n
        )
    excess = (found.observed - found.expected) / n
    asks = found.p_value < ALPHA and excess >= LEAST
    says = f"{n} cases; no more than chance explains took the longest time, {found.cap} days."
    if asks:
        says = (
            f"{found.observed} of {n} cases took exactly {found.cap} days and none longer; those just "
            "below lead one to "
            f"expect about {found.expected:.0f}."
        )
    return TELL.tested(
        "question" if asks else "clear",
        subject,
        says,
        n,
        p_value=found.p_value,
        effect=excess,
        smallest=max(LEAST, 8 / n),
        rows=[one for one in durations if one.days == found.cap] if asks else durations,
    )
