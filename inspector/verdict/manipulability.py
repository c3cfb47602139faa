"""How exposed each indicator is, from the register and the shape of its data: an ordinal profile with reasons.

`high`: the framework knows a deadline of it, and there is no record of another body that looked at it again. Whether the register
says that something hangs on it makes no difference to that: who says so loses nothing, and who does not gains nothing.
`moderate`: nobody else looked at it, or something hangs on it, and there is another opening at least. `low`: everything else.
What probes saw plays no part.

Reference: Bevan & Hood (2006), Public Administration 84(3), 517-538; Smith (1995), International Journal of Public
Administration 18(2-3), 277-310; HM Treasury et al. (2001), Choosing the Right FABRIC (properties of good measures).
"""

import re
from collections.abc import Sequence
from datetime import timedelta

from inspector.evidence.verified import of_indicator, vouched
from inspector.model.directions import Direction
from inspector.model.evidence import Evidence, Figure, Indicator
from inspector.model.manipulability import Exposure, Manipulability, Opening, Reason

SMALL = 20
"""Median denominator below which one case moves a share by five points or more."""
PARTIAL = 0.9
"""Share of the periods from the first figure to the end of the bundle that have figures, below which some are missing."""
MOTIVE = ("stakes-attached", "deadline-or-threshold")
JUDGED = re.compile(
    r"\b(appropriate|timely|good|quality|satisfactor\w*|adequate|suitable|suitability|significant\w*|positive|meaningful"
    r"|substantial\w*|effective\w*|successful\w*)\b",
    re.IGNORECASE,
)

TIMED = "the framework knows a deadline of it"
UNCHECKED = "there is no record that another body looked at it again"
MONTH, UNEVEN = 365.25 / 12, 1.7
"""Days of a month, and by which months, quarters, half-years and years differ from the mean ones at most; so do no four weeks."""


def manipulability(evidence: Evidence) -> tuple[Manipulability, ...]:
    """One profile for each indicator of the register, sorted by its id."""
    register: dict[str, Indicator] = {}
    for one in sorted(evidence.indicators, key=lambda one: (one.indicator, one.row)):
        register.setdefault(one.indicator, one)
    figures: dict[str, list[Figure]] = {}
    for figure in sorted(evidence.figures, key=lambda f: (f.period_start, f.resource, f.row)):
        figures.setdefault(figure.indicator, []).append(figure)
    ways = {(one.resource, one.row): one for one in evidence.directions}
    return tuple(
        _profile(one, figures.get(id, []), evidence, ways.get((one.resource, one.row))) for id, one in register.items()
    )


def _profile(
    indicator: Indicator, figures: Sequence[Figure], evidence: Evidence, way: Direction | None
) -> Manipulability:
    reasons = (*_motives(indicator), *_checks(indicator, evidence), *_means(indicator, figures, evidence))
    openings = {reason.opening for reason in reasons}
    motive = [reason.says for reason in reasons if reason.opening in MOTIVE]
    unchecked = "no-independent-verification" in openings
    level: Exposure = "low"
    if (motive or unchecked) and len(openings) > 1:
        level = "moderate"
    if unchecked and way is not None and way.timed:
        level = "high"
    because = f"{TIMED}, and {UNCHECKED}" if level == "high" else ""
    return Manipulability(
        indicator=indicator.indicator, title=indicator.title, level=level, reasons=reasons, because=because
    )


def _reason(opening: Opening, says: str, closes: str) -> Reason:
    return Reason(opening=opening, says=says, closes=closes)


def _motives(one: Indicator) -> list[Reason]:
    found = []
    if one.stakes:
        closes = "let nothing hang on this figure alone: read it with its balancing measure and with what families say"
        found.append(_reason("stakes-attached", f"something hangs on it ({one.stakes})", closes))
    lines = [words for words, there in (("a deadline", one.deadline), ("a target", one.target)) if there is not None]
    if lines:
        closes = (
            "report how long all cases took, or how far all figures are, instead of who was on which side of a line"
        )
        found.append(_reason("deadline-or-threshold", ", ".join(f"it has {words}" for words in lines), closes))
    return found


def _checks(one: Indicator, evidence: Evidence) -> list[Reason]:
    found = []
    if vouched(evidence, one.indicator) is None:
        closes = "have another body recount a sample each quarter, and give what it found in a resource of its own, sealed by it"
        found.append(_reason("no-independent-verification", _unchecked(one, evidence), closes))
    givers = {resource.submitted_by for resource in evidence.resources if not resource.giver_root} | {
        None,
        evidence.authority,
    }
    keepers = {resource.recorded_by for resource in evidence.resources if resource.kind == "indicators"}
    if one.recorded_by in givers | keepers:
        says = (
            f"those whose work it shows record it ({one.recorded_by})"
            if one.recorded_by
            else "nobody says who records it"
        )
        closes = (
            "let those it is about record it (families, partners), or take it from a record made for another purpose"
        )
        found.append(_reason("self-recorded", says, closes))
    return found


def _unchecked(one: Indicator, evidence: Evidence) -> str:
    looked = of_indicator(evidence, one.indicator)
    if looked:
        return f"what was looked at again does not vouch for it: {looked[0].why or looked[0].says}"
    named = f"; {one.verified_by} is named, and what it looked at is not there" if one.verified_by else ""
    return f"{UNCHECKED}{named}"


def _means(one: Indicator, figures: Sequence[Figure], evidence: Evidence) -> list[Reason]:
    found = []
    rows_behind = any(duration.indicator == one.indicator for duration in evidence.durations)
    if not rows_behind and vouched(evidence, one.indicator) is None and not evidence.case_lists:
        closes = "submit the cases behind it (durations or lists), so that anybody can work it out again"
        found.append(_reason("single-source", "the figure is its only source", closes))
    revised = sum(f.revised_on is not None for f in figures)
    if one.editable_by or revised:
        says = f"{one.editable_by} can change it afterwards" if one.editable_by else f"{revised} figures were revised"
        closes = "close a month once it is reported; note later changes beside it with day, person and reason"
        found.append(_reason("editable-after-the-fact", says, closes))
    if not one.unit or JUDGED.search(one.title):
        says = (
            "its title holds a judgement" if JUDGED.search(one.title) else "the register does not say what is counted"
        )
        closes = "write down which cases count, with two examples on either side, and have two people sort the same ten"
        found.append(_reason("discretionary-definition", says, closes))
    if one.definition_changes:
        changed = ", ".join(day.isoformat() for day in sorted(one.definition_changes))
        closes = "report by the old and the new definition side by side for a year"
        found.append(_reason("definition-changed", f"its definition changed on {changed}", closes))
    return [*found, *_data(figures, evidence)]


def _data(figures: Sequence[Figure], evidence: Evidence) -> list[Reason]:
    found = []
    sizes = sorted(f.denominator for f in figures if f.denominator)
    if sizes and sizes[len(sizes) // 2] < SMALL:
        closes = "put periods together, or show every case, so that one case more or less decides nothing"
        found.append(_reason("small-numbers", f"mostly out of fewer than {SMALL}", closes))
    there, wanted = _periods(figures, evidence)
    if there < PARTIAL * wanted:
        closes = "submit every period, marking what is provisional, instead of leaving it out"
        found.append(_reason("partial-submission", f"{there} of {wanted} periods have figures", closes))
    return found


def _periods(figures: Sequence[Figure], evidence: Evidence) -> tuple[int, int]:
    """Periods with figures, and periods there could be from the first figure to the end of the bundle."""
    if not figures:
        return 0, 1
    lengths = sorted((f.period_end + timedelta(days=1) - f.period_start).days for f in figures)
    last = max(evidence.period_end, figures[-1].period_end)
    there = len({f.period_start for f in figures})
    usual = max(1, lengths[len(lengths) // 2])
    # Months have 28 to 31 days: three years are 36 of them, and not 35 of the commonest length.
    calendar = round(usual / MONTH) * MONTH
    length = calendar if calendar and abs(usual - calendar) < UNEVEN else usual
    whole = int((last + timedelta(days=1) - figures[0].period_start).days / length + 0.1)
    return there, max(there, whole)
