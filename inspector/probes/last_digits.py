"""Counts whose last digits are not all alike often.

Tests:
    How often each digit stands last in large counts that jump from one to the next: of each indicator with a hundred of
    them, and of all other indicators together. Of equal neighbours the first counts. Digits should be even, and a
    question is put where five numbers in a hundred or more would have to end otherwise for them to be so.

Why it matters:
    Nobody looks at the last digit of a count, and what happens to families has no favourite one. People who fill in
    numbers from memory or from what was expected have favourites, and round.

Innocent explanations:
    Figures are rounded to fives or tens before they are published.
    Work comes in fixed lots, such as groups of ten.
    Some of the counts are estimates, and are marked so elsewhere.

Ask:
    Are any of these figures rounded or estimated, and by what rule?
    May we count three of these months again from the cases?

Cannot tell:
    Rounding from filling in. Nothing is said of counts below a hundred, of those that change by less than thirty or so from one
    to the next, or of fewer than a hundred numbers; what is declared as rounded, and is, is left out.

Reference:
    Mosimann, Wiseman & Edelman (1995), Accountability in Research 4(1), 31-55; Mosimann et al. (2002), the same 9(2), 75-92;
    Beber & Scacco (2012), Political Analysis 20(2), 211-234.
"""

from collections.abc import Sequence
from typing import NamedTuple

from inspector.evidence import declared
from inspector.model.evidence import Evidence, Figure
from inspector.model.facts import About
from inspector.model.traces import Trace
from inspector.model.words import agree, plural
from inspector.probes import FIELDS, Teller, series

ABOUT = About(id="last-digits", title="Last digits", fields=FIELDS, needs=("indicators",))
LOOKS_AT = "the digits of figures"
ALPHA, LEAST = 0.005, 0.05
"""p-value, and share of numbers that would have to end otherwise, from which a question is put."""
PARTS = ("numerator", "denominator", "value")
INNOCENT = (
    "Figures are rounded to fives or tens before they are published.",
    "Work comes in fixed lots, such as groups of ten.",
    "Some of the counts are estimates, and are marked so elsewhere.",
)
ASK = (
    "Are any of these figures rounded or estimated, and by what rule?",
    "May we count three of these months again from the cases?",
)
TELL = Teller(ABOUT.id, INNOCENT, ASK)


class _Number(NamedTuple):
    """A count that can tell, and its row."""

    value: float
    row: Figure


def examine(evidence: Evidence) -> tuple[Trace, ...]:
    """One trace for each indicator with enough numbers, and one for all the others together (subject `indicators`)."""
    from inspector.stats.last_digits import FEWEST

    tested: list[Trace] = []
    rest: list[_Number] = []
    whole = 0
    for id, figures in series(evidence).items():
        numbers = [one for part in PARTS for one in _telling(figures, part)]
        whole += sum(_whole(getattr(f, part)) for f in figures for part in PARTS)
        if numbers and declared.answering(evidence, ("rounded",), f"indicator/{id}", figures) is not None:
            continue
        if len(numbers) < FEWEST:
            rest += numbers
        elif (trace := _tested(f"indicator/{id}", numbers)) is not None:
            tested.append(trace)
    together = _tested("indicators", rest)
    if together is not None:
        return (*tested, together)
    short = f"{plural(len(rest), 'large count')} that can tell in {plural(whole, 'whole number')}; {FEWEST} are needed."
    return TELL.settled(
        tested, "indicators", short if whole and not tested else "", "There are no whole numbers.", len(rest)
    )


def _whole(value: float | None) -> bool:
    return value is not None and value == round(value) and 0 <= value < 1e12


def _telling(figures: Sequence[Figure], part: str) -> list[_Number]:
    """The numbers of one sort that can tell; none where any of them is no whole number."""
    import numpy as np

    from inspector.stats.last_digits import telling

    held = [(value, one) for one in figures if (value := getattr(one, part)) is not None]
    if not held or not all(_whole(value) for value, _ in held):
        return []
    places = telling(np.array([value for value, _ in held], dtype=np.float64))
    return [_Number(*held[place]) for place in places.tolist()]


def _tested(subject: str, numbers: Sequence[_Number]) -> Trace | None:
    import numpy as np

    from inspector.stats.last_digits import JUMP, LARGE, last_digits

    found = last_digits(np.array([one.value for one in numbers], dtype=np.float64))
    if found is None:
        return None
    asks = found.p_value < ALPHA and found.uneven >= LEAST
    many = found.counts[found.commonest]
    says = (
        f"{many} of {found.n} counts {agree(many, 'ends', 'end')} in {found.commonest}, the commonest last digit; "
        f"a tenth of them, {found.n / 10:.0f}, would. "
        f"Counted are those of {LARGE:g} or more in series that mostly jump by {JUMP:g} or more, and of equal neighbours one."
    )
    rows = [one.row for one in numbers if not asks or one.value % 10 == found.commonest]
    return TELL.tested(
        "question" if asks else "clear",
        subject,
        says,
        found.n,
        p_value=found.p_value,
        effect=found.uneven,
        smallest=found.smallest,
        rows=rows,
    )
