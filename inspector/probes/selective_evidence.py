"""Evidence that was asked for and is not there: gaps, good periods only, indicators without figures.

Tests:
    Which indicators of the register have no figures at all, and which stood in the register of an earlier submission and do
    not now. Which series stop four weeks or more before the others do, or have periods missing between others. And whether
    the figures next to the gaps are worse than the rest, as where bad periods were left out. Periods are counted in the
    rhythm of the series: days, working days, weeks, months, terms, one day of each month; a series may change its rhythm.

Why it matters:
    What is left out can turn what is left in around.

Innocent explanations:
    The indicator is new, or has been given up for good reason.
    A system was down, or figures of the last periods are not yet final.
    A period was left out because too few cases would have let children be known.

Ask:
    May we have the missing figures, even if they are provisional?
    Who decided what to submit, and by what rule?

Cannot tell:
    What the missing figures would have been. Whether good periods alone were kept is told only with twelve figures or
    more and three gaps or more. What the register does not name is not missed, nor a pause that comes every year, nor
    one figure in two of a series whose figures are all for single days.

Reference:
    Rubin (1976), Biometrika 63(3), 581-592 (missing not at random); Hood (2006), Public Administration Review 66(4), 515-521.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from inspector.evidence import declared
from inspector.evidence.rhythm import gaps, step
from inspector.model.evidence import Evidence, Figure, Indicator
from inspector.model.facts import About
from inspector.model.traces import Trace
from inspector.model.words import agree, plural
from inspector.probes import FIELDS, Teller, series, value_of

ABOUT = About(
    id="selective-evidence",
    title="Evidence that is not there",
    fields=FIELDS,
    needs=("indicators", "indicator-register"),
)
LOOKS_AT = "what is missing"
ALPHA = 0.01
SILENT, SHARE = 2, 0.1
"""Registered indicators without figures, in number and share, from which a question is put."""
MISSING, EARLY = 0.1, 3
"""Share of periods missing from a series, and whole periods by which it stops before the others."""
FIGURES, GAPS = 12, 3
AT_LEAST = 28
"""Days by which a series of days or weeks must stop before the others: figures are taken out on different days."""
INNOCENT = (
    "The indicator is new, or has been given up for good reason.",
    "A system was down, or figures of the last periods are not yet final.",
    "A period was left out because too few cases would have let children be known.",
)
ASK = (
    "May we have the missing figures, even if they are provisional?",
    "Who decided what to submit, and by what rule?",
)
TELL = Teller(ABOUT.id, INNOCENT, ASK)
MISTYPED = Teller(ABOUT.id, ("Figures were mistyped, and are there once they are mended.", *INNOCENT), ASK)
"""For a series of which figures were submitted that cannot be."""


def examine(evidence: Evidence) -> tuple[Trace, ...]:
    """One trace for the register (subject `indicators`) and one for each series of four figures or more.

    Where an earlier submission was given, one more (subject `indicator-register`) for indicators dropped since.
    """
    if not evidence.indicators:
        return (TELL.not_applicable("indicators", "There is no register that says what there should be."),)
    figures = series(evidence)
    if not figures:
        return (TELL.too_little("indicators", "There are no figures at all.", len(evidence.indicators)),)
    register: dict[str, Indicator] = {}
    for one in sorted(evidence.indicators, key=lambda one: (one.indicator, one.row)):
        register.setdefault(one.indicator, one)
    last = sorted(mine[-1].period_end for mine in figures.values())[len(figures) // 2]
    aside = Counter(one.indicator for one in evidence.set_aside if one.impossible)
    hidden = Counter(one.indicator for one in evidence.set_aside if one.suppressed)
    tested = [
        _one(register[id], mine, last, aside[id], hidden[id], declared.spans(evidence, id))
        for id, mine in figures.items()
        if id in register and len(mine) >= 4
    ]
    return (_silent(register, set(figures)), *_dropped(evidence), *tested)


def _dropped(evidence: Evidence) -> list[Trace]:
    """What the register of an earlier submission named and this one does not."""
    found = [one for one in evidence.earlier or () if one.kind == "indicator-register" and one.keyed]
    n = sum(one.rows_before for one in found)
    gone = sum(len(one.removed) for one in found)
    if not n:
        return []
    says = (
        f"{gone} of {plural(n, 'indicator')} registered in the earlier submission "
        f"{agree(gone, 'is', 'are')} not registered now."
    )
    return [
        TELL.tested(
            "question" if gone else "clear",
            "indicator-register",
            says,
            n,
            p_value=None,
            effect=gone / n,
            smallest=1 / n,
            rows=evidence.indicators,
        )
    ]


def _silent(register: dict[str, Indicator], with_figures: set[str]) -> Trace:
    silent = [one for id, one in register.items() if id not in with_figures]
    n = len(register)
    asks = len(silent) >= SILENT and len(silent) >= SHARE * n
    says = (
        f"{n - len(silent)} of {plural(n, 'indicator')} of the register "
        f"{agree(n - len(silent), 'has', 'have')} figures."
    )
    if silent:
        says = (
            f"{len(silent)} of {plural(n, 'indicator')} of the register {agree(len(silent), 'has', 'have')} no "
            f"figures: {_names(silent)}."
        )
    return TELL.tested(
        "question" if asks else "clear",
        "indicators",
        says,
        n,
        p_value=None,
        effect=len(silent) / n,
        smallest=max(SILENT / n, SHARE),
        rows=silent if asks else list(register.values()),
    )


def _names(silent: Sequence[Indicator]) -> str:
    return ", ".join(one.indicator for one in silent[:5]) + (" and others" if len(silent) > 5 else "")


def _one(
    indicator: Indicator,
    figures: Sequence[Figure],
    last: date,
    aside: int,
    hidden: int,
    spans: Sequence[tuple[date, date]],
) -> Trace:
    every = gaps(figures)
    found = [gap for gap in every if not _as_declared(figures, gap.place, spans)]
    told = sum(gap.missing for gap in every) - sum(gap.missing for gap in found)
    missing = sum(gap.missing for gap in found if not gap.yearly)
    paused = sum(gap.missing for gap in found if gap.yearly)
    early = _early(figures, last)
    p_value = _worse_beside(indicator, figures, [gap.place for gap in found])
    n = len(figures) + missing + early
    kept = p_value is not None and p_value < ALPHA
    asks = kept or missing >= max(GAPS, MISSING * n) or early >= max(EARLY, MISSING * n)
    says = f"{len(figures)} periods; none is missing."
    if missing or early:
        says = (
            f"{len(figures)} of {n} periods have figures; {missing} {agree(missing, 'is', 'are')} missing "
            f"between others and {early} at the end."
        )
    if kept:
        says = says[:-1] + ", and the figures next to the gaps are worse than the rest."
    if paused:
        says += (
            f" Besides, {plural(paused, 'period')} {agree(paused, 'is', 'are')} missing at the same time of each year, "
            f"and {agree(paused, 'is', 'are')} not counted."
        )
    if told:
        says += f" Besides, {plural(told, 'period')} {agree(told, 'is', 'are')} missing as declared."
    if aside and (missing or early):
        says += f" {plural(aside, 'figure')} {'was' if aside == 1 else 'were'} submitted and cannot be."
    if hidden and (missing or early):
        says += f" {plural(hidden, 'figure')} {'is' if hidden == 1 else 'are'} suppressed."
    return (MISTYPED if aside else TELL).tested(
        "question" if asks else "clear",
        f"indicator/{indicator.indicator}",
        says,
        n,
        # Missing periods are counted; only whether bad ones are missing is a matter of chance.
        p_value=p_value if kept or not asks else None,
        effect=(missing + early) / n,
        smallest=max(GAPS / n, MISSING),
        rows=figures,
    )


def _as_declared(figures: Sequence[Figure], place: int, spans: Sequence[tuple[date, date]]) -> bool:
    """Whether a gap lies in what was declared and the data bear out."""
    first, last = figures[place - 1].period_end + timedelta(days=1), figures[place].period_start - timedelta(days=1)
    return bool(spans) and declared.within(first, last, spans)


def _early(figures: Sequence[Figure], last: date) -> int:
    """Periods by which a series stops before that day; none where it is less than four weeks."""
    days = (last - figures[-1].period_end).days
    return max(0, round(days / step(figures))) if days >= AT_LEAST else 0


def _worse_beside(indicator: Indicator, figures: Sequence[Figure], gaps: Sequence[int]) -> float | None:
    """The chance that the figures beside the gaps are so much worse than the others (rank sum)."""
    values = [value_of(f) for f in figures]
    beside = {place for gap in gaps for place in (gap - 1, gap)}
    if len(figures) < FIGURES or len(gaps) < GAPS or len(beside) > len(figures) - GAPS or None in values:
        return None
    from inspector.stats.tails import above_normal

    way = 1 if indicator.better == "up" else -1
    order = sorted((way * (value or 0.0), place) for place, value in enumerate(values))
    ranks: dict[int, float] = {}
    for value, place in order:
        same = [k for k, (other, _) in enumerate(order) if other == value]
        ranks[place] = sum(same) / len(same) + 1
    m, n = len(beside), len(figures)
    found = sum(ranks[place] for place in sorted(beside))
    spread = (m * (n - m) * (n + 1) / 12) ** 0.5
    return above_normal((m * (n + 1) / 2 - found - 0.5) / spread)
