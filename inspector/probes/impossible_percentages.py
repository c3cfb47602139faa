"""Percentages, shares and means that no whole number of cases can give out of the denominator beside them.

Tests:
    For every figure that has a value and a denominator: whether some whole number of cases out of that denominator rounds
    to the value, at the number of decimals that the register states (in the unit, as in `%, 1 decimal`) or else at those
    the value is written with. Where the numerator is given too, whether the three agree. Values that were all cut off
    instead of rounded pass.

Why it matters:
    This is arithmetic, not chance. A value that its own denominator cannot give came from other numbers than those shown.

Innocent explanations:
    The denominator is of another date or group than the value.
    A digit was mistyped.
    The value was worked out from numbers that had been rounded or adjusted first.

Ask:
    Which numbers was this value worked out from, and may we see the sum done?
    Who checks a figure before it is passed on?

Cannot tell:
    How the value came about, nor anything where the denominator is large: with one decimal every percentage out of
    a thousand cases or more is possible. Denominators that are all multiples of five were perhaps rounded to protect
    children's identity, and those that are no whole numbers are not counts; neither is tested.

Reference:
    Brown & Heathers (2017), Social Psychological and Personality Science 8(4), 363-369.
"""

import re
from collections.abc import Sequence

from inspector.model.evidence import Evidence, Figure, Indicator
from inspector.model.facts import About
from inspector.model.traces import Outcome, Trace
from inspector.model.words import number, plural
from inspector.probes import FIELDS, Teller, series
from inspector.stats.grim import between, chance_possible, decimals, possible

ABOUT = About(
    id="impossible-percentages",
    title="Percentages that their denominators cannot give",
    fields=FIELDS,
    needs=("indicators", "indicator-register"),
)
LOOKS_AT = "the arithmetic of figures"
STRIKES = True
TELLING = 0.5
"""A value tells something where no more than this share of all values is possible."""
MANY, LARGE = 3, 0.1
"""Impossible values, and their share, from which a slip of the pen no longer explains them."""
ROUNDED = 8
"""So many denominators, all multiples of five, were perhaps rounded."""
WORDS = {"no": 0, "one": 1, "two": 2, "three": 3, "four": 4}
INNOCENT = (
    "The denominator is of another date or group than the value.",
    "A digit was mistyped.",
    "The value was worked out from numbers that had been rounded or adjusted first.",
)
ASK = (
    "Which numbers was this value worked out from, and may we see the sum done?",
    "Who checks a figure before it is passed on?",
)
TELL = Teller(ABOUT.id, INNOCENT, ASK)


def examine(evidence: Evidence) -> tuple[Trace, ...]:
    """One trace for each indicator with values that can be tested; one for those whose denominators allow any value."""
    register = {one.indicator: one for one in sorted(evidence.indicators, key=lambda one: -one.row)}
    tested: list[Trace] = []
    few: list[str] = []
    n = 0
    for id, figures in series(evidence).items():
        both = [f for f in figures if f.value is not None and f.denominator is not None and f.denominator > 0]
        whole = [f for f in both if f.denominator == round(f.denominator or 0)]
        if not whole:
            continue
        trace = _one(id, register.get(id), whole)
        tested, few, n = ([*tested, trace], few, n) if trace else (tested, [*few, id], n + len(whole))
    short = (
        f"The denominators of {', '.join(few[:4])}{' and others' if len(few) > 4 else ''} are so "
        "large, or so rounded, "
        "that every value is possible."
    )
    none = "No figure has both a value and a whole denominator."
    return TELL.settled(tested, "indicators", short if few else "", none, n)


def _one(id: str, indicator: Indicator | None, figures: Sequence[Figure]) -> Trace | None:
    scale, certain = _scale(indicator, figures)
    stated = _stated(indicator)
    sizes = [f.denominator or 1.0 for f in figures]
    if len(sizes) >= ROUNDED and all(size % 5 == 0 for size in sizes):
        return None
    places = [decimals(f.value or 0) if stated is None else stated for f in figures]
    telling = [
        (f, place)
        for f, size, place in zip(figures, sizes, places, strict=True)
        if f.numerator is not None or chance_possible(size, scale, place) <= TELLING
    ]
    if not telling:
        return None
    odd = [f for f, place in telling if not _agrees(f, scale, place)]
    if all(_agrees(f, scale, place, cut=True) for f, place in telling):
        odd = []
    n = len(telling)
    outcome: Outcome = "question" if odd else "clear"
    if certain and len(odd) >= max(MANY, LARGE * n):
        outcome = "strong-question"
    says = f"{plural(n, 'value')} tested; each can come of a whole number of cases out of its denominator."
    if odd:
        says = _odd(odd, n)
    shares = [chance_possible(f.denominator or 1.0, scale, place) for f, place in telling]
    return TELL.tested(
        outcome,
        f"indicator/{id}",
        says,
        n,
        p_value=None,
        effect=len(odd) / n,
        smallest=1 / n / max(0.2, 1 - sum(shares) / n),
        rows=odd or [f for f, _ in telling],
    )


def _odd(odd: Sequence[Figure], n: int) -> str:
    """What is wrong with the values, and the first of them. Where the cases are counted, a value is held against the count."""
    first = next((one for one in odd if one.numerator is None), odd[0])
    wrong, example = (
        "cannot come of a whole number of cases out of the denominator given",
        f"{number(first.value or 0.0)} out of",
    )
    if first.numerator is not None:
        wrong = "is not what the counts beside it give" if len(odd) == 1 else "are not what the counts beside them give"
        example = f"{number(first.value or 0.0)} for {number(first.numerator)} of"
    period = f"for the period from {first.period_start.isoformat()}"
    return f"{len(odd)} of {plural(n, 'value')} {wrong}, such as {example} {number(first.denominator or 0.0)} {period}."


def _agrees(figure: Figure, scale: float, places: int, cut: bool = False) -> bool:
    value, size = figure.value or 0.0, figure.denominator or 1.0
    if figure.numerator is None:
        return possible(value, size, scale, places, cut)
    low, high = between(value, places, cut)
    return low <= figure.numerator * scale / size <= high


def _scale(indicator: Indicator | None, figures: Sequence[Figure]) -> tuple[float, bool]:
    """100 for percentages, 1 for shares and means, and whether register and values agree on that."""
    unit = ((indicator.unit if indicator else None) or "").lower()
    values = [f.value or 0.0 for f in figures]
    as_shares = max(values) <= 1
    if "mean" in unit:
        return 1.0, True
    if "%" in unit or "percent" in unit or "per cent" in unit:
        # Whole numbers up to 1 may be percentages; anything between them is a share, whatever the register says.
        return (1.0, False) if as_shares and any(value != round(value) for value in values) else (100.0, True)
    if "share" in unit or "proportion" in unit:
        return (1.0, True) if as_shares else (100.0, False)
    return (1.0 if as_shares else 100.0), False


def _stated(indicator: Indicator | None) -> int | None:
    """The decimals that the unit states, as in `%, 1 decimal`, `% (whole)` or `share, two decimal places`."""
    unit = ((indicator.unit if indicator else None) or "").lower()
    if found := re.search(r"(\d|one|two|three|four|no)\s*(?:decimals?|d\.?p)", unit):
        return int(found[1]) if found[1].isdigit() else WORDS[found[1]]
    return 0 if re.search(r"\bwhole\b", unit) else None
