"""Figures submitted that are not the ones the case records give.

Tests:
    Where case records were submitted and the framework says how an indicator is computed from them, each month that the
    records cover whole is recomputed and set against the figure submitted for it. They agree where numerator and denominator
    are the same, or where the values differ by no more than rounding to the decimals submitted.

Why it matters:
    A figure that its own records do not give was made in another way, and nobody can follow how. Where the two agree,
    a figure is worth more than anybody's word for it.

Innocent explanations:
    The figure was taken on an earlier day, and records were completed since.
    The figure follows another definition than the framework's: other days, another date, another group of cases.
    The lists leave out cases that the figure counts, such as those of another team or system.

Ask:
    On which day, and from which report, was this figure taken?
    Which definition does it follow, and who wrote that down?
    May we take one month together, case by case?

Cannot tell:
    It says nothing about months that the lists cover only in part, nor whether the records themselves are right: figures
    and records can be wrong in the same way. A difference is a fact; its reason is not.

Reference:
    Annex A and its frequently asked questions (Ofsted, updated August 2019), for the definitions; the rest is arithmetic.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from inspector.model.derivations import Recomputed
from inspector.model.evidence import Evidence, Figure, Rows
from inspector.model.facts import About
from inspector.model.months import month_year
from inspector.model.rows import by_resource, merged
from inspector.model.traces import Trace
from inspector.model.words import agree, number, plural
from inspector.probes import FIELDS
from inspector.stats.rounding import round6

ABOUT = About(
    id="claimed-against-recomputed",
    title="Figures against the case records",
    fields=FIELDS,
    needs=("indicators", "case-records"),
)
LOOKS_AT = "the case records"
STRIKES = True
INNOCENT = (
    "The figure was taken on an earlier day, and records were completed since.",
    "The figure follows another definition than the framework's: other days, another date, another group of cases.",
    "The lists leave out cases that the figure counts, such as those of another team or system.",
)
ASK = (
    "On which day, and from which report, was this figure taken?",
    "Which definition does it follow, and who wrote that down?",
    "May we take one month together, case by case?",
)


def examine(evidence: Evidence) -> tuple[Trace, ...]:
    """One trace for each indicator that the case records allow to recompute; `n` counts the periods compared."""
    if not evidence.recomputed:
        says = "No case records were submitted from which a figure of the register can be recomputed."
        return (Trace(probe=ABOUT.id, subject="case-records", outcome="not-applicable", says=says, n=0),)
    by_indicator: dict[str, list[Recomputed]] = {}
    for one in evidence.recomputed:
        by_indicator.setdefault(one.indicator, []).append(one)
    figures = {(f.indicator, f.period_start, f.period_end): f for f in evidence.figures}
    return tuple(_one(id, found, figures) for id, found in sorted(by_indicator.items()))


def _one(id: str, found: Sequence[Recomputed], figures: Mapping[tuple[str, date, date], Figure]) -> Trace:
    pairs = [
        (one, figure)
        for one in found
        if (figure := figures.get((one.indicator, one.period_start, one.period_end))) and one.value is not None
    ]
    if not pairs:
        says = (
            f"{plural(len(found), 'period')} can be recomputed from the case records, and no figure was "
            f"submitted for {agree(len(found), 'it', 'them')}."
        )
        return Trace(
            probe=ABOUT.id, subject=f"indicator/{id}", outcome="insufficient-data", says=says, n=0, smallest_dose=1.0
        )
    smallest = round6(1 / len(pairs))
    apart = [(one, figure) for one, figure in pairs if not agrees(one, figure)]
    if not apart:
        says = (
            f"{plural(len(pairs), 'figure')} {agree(len(pairs), 'is the one', 'are the ones')} that the "
            "case records give."
        )
        rows = _rows(pairs)
        return Trace(
            probe=ABOUT.id,
            subject=f"indicator/{id}",
            outcome="clear",
            says=says,
            n=len(pairs),
            effect=0.0,
            smallest_dose=smallest,
            rows=rows,
        )
    one, figure = max(apart, key=lambda pair: (abs(_value(pair[1]) - (pair[0].value or 0.0)), pair[0].period_start))
    submitted, recomputed = _both_said(one, figure)
    says = (
        f"{len(apart)} of {plural(len(pairs), 'figure')} "
        f"{agree(len(apart), 'is not the one', 'are not the ones')} that the case records give. The widest apart: "
        f"{submitted} was submitted for {month_year(one.period_start)}, and the records give {recomputed}."
    )
    return Trace(
        probe=ABOUT.id,
        subject=f"indicator/{id}",
        outcome="strong-question",
        says=says,
        n=len(pairs),
        effect=round6(len(apart) / len(pairs)),
        smallest_dose=smallest,
        innocent=INNOCENT,
        ask=ASK,
        rows=_rows(apart),
    )


def agrees(one: Recomputed, figure: Figure) -> bool:
    """Whether a figure is the recomputed one: the same counts, or a value within rounding of its own decimals."""
    if figure.numerator is not None and figure.denominator is not None and one.numerator is not None:
        return figure.numerator == one.numerator and figure.denominator == one.denominator
    submitted, recomputed = _value(figure), one.value or 0.0
    # A share may be submitted as 0.83 where the recomputed one is 83; it is the same figure.
    scales = (1.0, 0.01) if one.numerator is not None and submitted <= 1 else (1.0,)
    return any(abs(submitted - recomputed * scale) <= 0.5 * 10.0 ** -_decimals(submitted) + 1e-9 for scale in scales)


def _value(figure: Figure) -> float:
    if figure.value is not None:
        return figure.value
    return 100.0 * (figure.numerator or 0.0) / figure.denominator if figure.denominator else 0.0


def _decimals(value: float) -> int:
    return len(f"{value:.6f}".rstrip("0").split(".")[1])


def _both_said(one: Recomputed, figure: Figure) -> tuple[str, str]:
    """The figure submitted and the one recomputed, so that it can be seen that they differ: as counts, or with more decimals."""
    counts = figure.numerator, figure.denominator, one.numerator, one.denominator
    both = _said(_value(figure)), _said(one.value or 0.0)
    if both[0] == both[1] and None not in counts:
        return f"{_said(counts[0])} of {_said(counts[1])}", f"{_said(counts[2])} of {_said(counts[3])}"
    if both[0] == both[1]:
        return number(_value(figure)), number(one.value or 0.0)
    return both


def _said(value: float | None) -> str:
    return f"{value or 0.0:.1f}".removesuffix(".0")


def _rows(pairs: Sequence[tuple[Recomputed, Figure]]) -> tuple[Rows, ...]:
    cases = [Rows(resource=one.resource, rows=one.rows) for one, _ in pairs]
    return merged([*cases, *by_resource(figure for _, figure in pairs)])
