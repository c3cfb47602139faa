"""First digits that do not fall as those of naturally grown numbers do. Advice only: it lowers no trust.

Tests:
    The first digits of those numerators, denominators and values that span two powers of ten, against Benford's law.
    Its p-value comes from resampling that keeps a number that stands there many times together.

Why it matters:
    Numbers that were made up seldom begin with 1 as often as numbers that grew. But many honest numbers do not either.

Innocent explanations:
    Numbers of this kind have a natural size, and so a usual first digit.
    Limits, prices or team sizes fix the first digit.
    Most of the numbers belong to very few indicators.

Ask:
    Where do the numbers with the commonest first digit come from?

Cannot tell:
    Much. Well-made numbers obey the law: the accounts of Sino Forest did, and were later found to be untrue. So this
    never counts as a trace of its own. It refuses fewer than a hundred numbers and those that span less than two
    powers of ten, kind by kind: numbers of one size say nothing, however many sizes are put together.

Reference:
    Nigrini (2012), Benford's Law, Wiley; Diekmann & Jann (2010), German Economic Review 11(3), 397-401; Hill (1995),
    Statistical Science 10(4), 354-363.
"""

from inspector.model.evidence import Evidence, Figure
from inspector.model.facts import About
from inspector.model.traces import Trace
from inspector.model.words import agree, plural
from inspector.probes import FIELDS, Teller, series

ABOUT = About(id="benford", title="First digits", fields=FIELDS, needs=("indicators",))
LOOKS_AT = "the digits of figures"
SUBJECT = "indicators"
ALPHA, LEAST = 0.005, 0.08
INNOCENT = (
    "Numbers of this kind have a natural size, and so a usual first digit.",
    "Limits, prices or team sizes fix the first digit.",
    "Most of the numbers belong to very few indicators.",
)
ASK = ("Where do the numbers with the commonest first digit come from?",)
TELL = Teller(ABOUT.id, INNOCENT, ASK)


def examine(evidence: Evidence) -> tuple[Trace, ...]:
    """One trace for all figures together."""
    kinds = [
        [(number, f) for f in figures if (number := getattr(f, part)) is not None and 0 < number < 1e15]
        for figures in series(evidence).values()
        for part in ("numerator", "denominator", "value")
    ]
    numbers = sum(len(kind) for kind in kinds)
    if not numbers:
        return (TELL.not_applicable(SUBJECT, "There are no figures above 0."),)
    return (_tested([kind for kind in kinds if kind], numbers),)


def _tested(kinds: list[list[tuple[float, Figure]]], total: int) -> Trace:
    import numpy as np

    from inspector.stats.first_digits import DECADES, FEWEST, decades, first_digits

    wide = [kind for kind in kinds if decades(np.array([number for number, _ in kind])) >= DECADES]
    numbers = np.array([number for kind in wide for number, _ in kind])
    n, rows = len(numbers), [figure for kind in wide for _, figure in kind]
    found = first_digits(numbers) if wide else None
    if found is None:
        says = (
            f"{n} of {plural(total, 'number')} {agree(n, 'is', 'are')} of a kind that spans {DECADES:.0f} powers of "
            f"ten; {FEWEST} of them are needed."
        )
        return TELL.too_little(SUBJECT, says, total)
    asks = found.p_value < ALPHA and found.away >= LEAST
    says = f"{n} numbers; their first digits are not further from Benford's law than such numbers can be."
    if asks:
        says = f"{n} numbers begin with {found.digit} more often than Benford's law has it."
    return TELL.tested(
        "question" if asks else "clear",
        SUBJECT,
        says,
        n,
        p_value=found.p_value,
        effect=found.away,
        smallest=max(LEAST, 1 / n**0.5),
        rows=rows,
    )
