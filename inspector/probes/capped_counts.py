"""Counts that pile up on one largest value and never go beyond it.

Tests:
    For days taken: how many stand on the largest value, against what the values just below it lead one to expect, with
    nothing at all above it. For the number of placements of children in care, where none goes beyond two or three: how many
    more were to be expected, if children differed no more than by chance.

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
    different days. Counts of placements are seen where all of those beyond are gone, not where some are; of the children
    on the largest number, which had more is not told. Piles on a deadline with cases beyond it belong to the probe for deadlines.

Reference:
    Kleven (2016), Annual Review of Economics 8, 435-464; Bevan & Hood (2006), Public Administration 84(3), 517-538;
    Johnson, Kemp & Kotz (2005), Univariate Discrete Distributions, 3rd ed., chapter 4 (Poisson).
"""

from collections import Counter
from collections.abc import Sequence

from inspector.model.case_lists import CaseList
from inspector.model.evidence import Duration, Evidence
from inspector.model.facts import About
from inspector.model.traces import Trace
from inspector.model.words import agree, plural
from inspector.probes import FIELDS, Teller, case_list, list_rows

ABOUT = About(id="capped-counts", title="Counts that stop at one value", fields=FIELDS, needs=("durations",))
LOOKS_AT = "how long cases took"
PLACES = "number_of_placements_in_the_last_12_months"
READS = {"list-8": (PLACES,)}
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
    """One trace for each indicator with durations, and one for the placements of children in care."""
    found: dict[str, list[Duration]] = {}
    for one in evidence.durations:
        found.setdefault(one.indicator, []).append(one)
    traces = [_one(f"indicator/{id}", found[id]) for id in sorted(found)]
    if (care := case_list(evidence, "list-8", PLACES)) is not None:
        traces.append(_placed(care))
    return tuple(traces) or (TELL.not_applicable("indicators", "There are no durations."),)


def _placed(one: CaseList) -> Trace:
    """How many placements children in care had, where they stop at two or three."""
    import numpy as np

    from inspector.stats.low_cap import FEWEST, low_cap

    subject, held = "case-records/list-8", one.columns[PLACES]
    places = np.flatnonzero(~np.isnan(held))
    counts = Counter(held[places].astype(int).tolist())
    n = len(places)
    if n < FEWEST:
        return TELL.too_little(
            subject, f"{n} {agree(n, 'child', 'children')} with a number of placements; {FEWEST} are needed.", n
        )
    found = low_cap(counts)
    if found is None or found.p_value >= ALPHA:
        says = f"{n} {agree(n, 'child', 'children')} in care; that none had more than {max(counts)} placements, chance explains."
        p_value = 1.0 if found is None else found.p_value
        return TELL.tested(
            "clear",
            subject,
            says,
            n,
            p_value=p_value,
            effect=0.0,
            smallest=min(1.0, 7 / n),
            rows=list_rows(one, places.tolist()),
        )
    says = (
        f"No child of {n} had more than {found.cap} placements in the year, and {found.observed} had {found.cap}; so many "
        f"lead one to expect at least {found.beyond:.0f} with more."
    )
    rows = list_rows(one, np.flatnonzero(held == found.cap).tolist())
    return TELL.tested(
        "question",
        subject,
        says,
        n,
        p_value=found.p_value,
        effect=min(found.beyond, found.observed) / n,
        smallest=min(1.0, 7 / n),
        rows=rows,
    )


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
