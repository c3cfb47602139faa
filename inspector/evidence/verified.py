"""What was looked at again, by whom, and how far that counts.

A verification is a record, never a name in a register. It counts where another body gave and sealed it, of things that are there,
over most of what is judged, and enough was looked at; what it found counts against a measure whoever says so.
"""

import math
from typing import NamedTuple

from inspector.evidence.givers import given_by, hand, is_own
from inspector.evidence.records import last_day
from inspector.model.evidence import Evidence, Figure, Resource
from inspector.model.problems import Problem, Where
from inspector.model.remarks import query
from inspector.model.verifications import Verification

RULE = "verification"
LEAST = 5
"""At least so many must have been looked at; fewer agree by chance, or because they were chosen."""
AGREED = 0.9
"""At least this share must have agreed: of what is recorded with care, audits find nine in ten as they should be."""
HALF = 0.5
"""Below this share the source is no longer trusted; and a look at less than this share of the periods vouches for none of it."""

UNSEALED = "gave and sealed"
UNDATED = "on which day the bundle was submitted is not stated"


class Judged(NamedTuple):
    """A verification, whether it counts, and if not why; `wrong`: it says something that cannot be so."""

    record: Verification
    counts: bool
    why: str
    wrong: bool

    @property
    def share(self) -> float:
        """The share that agreed; of nothing looked at, none."""
        return self.record.agreed / self.record.looked_at if self.record.looked_at else 0.0

    @property
    def few_agreed(self) -> bool:
        """Whether so few agreed that what was looked at is to be trusted less, whoever says so."""
        return self.record.looked_at > 0 and not self.wrong and self.share < AGREED

    @property
    def says(self) -> str:
        """In words, what was looked at and found."""
        one = self.record
        return f"{one.verified_by} looked at {one.looked_at} on {one.looked_on.isoformat()}, and {one.agreed} agreed"


def judged(evidence: Evidence) -> tuple[Judged, ...]:
    """Every verification with what it is worth, in the order of the evidence."""
    kept = evidence.worked_out.get("verified")
    key = (evidence.verifications, evidence.resources, evidence.indicators, evidence.figures)
    if kept is None or any(one is not other for one, other in zip(kept[0], key, strict=True)):
        against = _contradicted(evidence)
        kept = evidence.worked_out["verified"] = (
            key,
            tuple(_one(v, evidence, against) for v in evidence.verifications),
        )
    found: tuple[Judged, ...] = kept[1]
    return found


def of_indicator(evidence: Evidence, indicator: str) -> tuple[Judged, ...]:
    """What was looked at of an indicator."""
    return tuple(one for one in judged(evidence) if one.record.indicator == indicator)


def vouched(evidence: Evidence, indicator: str) -> Judged | None:
    """The first verification that counts and in which nearly all agreed; None where one with few agreeing stands against it."""
    every = of_indicator(evidence, indicator)
    if any(one.few_agreed for one in every):
        return None
    return next((one for one in every if one.counts), None)


def of_recommendation(evidence: Evidence, recommendation: str) -> Judged | None:
    """The first verification of a recommendation that counts; None where there is none, or few agreed in one."""
    every = [one for one in judged(evidence) if one.record.recommendation == recommendation]
    return None if any(one.few_agreed for one in every) else next((one for one in every if one.counts), None)


def _one(record: Verification, evidence: Evidence, against: frozenset[tuple[str, int]]) -> Judged:
    wrong = _wrong(record, evidence)
    if not wrong and (record.resource, record.row) in against:
        wrong = "another of the same body, of the same thing and time, says otherwise"
    if wrong:
        return Judged(record, counts=False, why=wrong, wrong=True)
    why = _worth_nothing(record, evidence)
    return Judged(record, counts=not why, why=why, wrong=False)


def _wrong(one: Verification, evidence: Evidence) -> str:
    """What cannot be so; empty where everything can."""
    about = [name for name in (one.indicator, one.recommendation, one.of_resource) if name is not None]
    if len(about) != 1:
        return (
            "it says of nothing what was looked at"
            if not about
            else "it says of several things that they were looked at"
        )
    if one.agreed > one.looked_at:
        return f"{one.agreed} of {one.looked_at} looked at cannot agree"
    if evidence.submitted_at and one.looked_on > evidence.submitted_at:
        return f"the day {one.looked_on} is after the bundle was submitted"
    return _not_there(one, evidence)


def _not_there(one: Verification, evidence: Evidence) -> str:
    if one.indicator is not None:
        figures = [f for f in evidence.figures if f.indicator == one.indicator and _within(one, f)]
        if not figures:
            return f"there are no figures of {one.indicator} in what was looked at"
        if one.period_end is None and one.looked_on < min(f.period_end for f in figures):
            return f"the day {one.looked_on} is before the figures that were looked at"
        most = _cases(figures)
        return "" if most is None or one.looked_at <= most else f"{one.looked_at:,} were looked at of {most:,} counted"
    if one.recommendation is not None:
        there = any(r.id == one.recommendation for r in evidence.recommendations)
        return "" if there else f"there is no recommendation {one.recommendation}"
    found = next((r for r in evidence.resources if one.of_resource in (r.name, r.path)), None)
    return _rows_not_there(one, found) if found else f"there is no resource {one.of_resource}"


def _cases(figures: list[Figure]) -> int | None:
    """How many cases figures count at most; None where one of them says no counts."""
    counts = [(f.numerator, f.denominator) for f in figures]
    if any(above is None or below is None for above, below in counts):
        return None
    return max(len(figures), math.ceil(sum(max(above or 0.0, below or 0.0) for above, below in counts)))


def _rows_not_there(one: Verification, found: Resource) -> str:
    asked = rows_of(one.rows)
    # The headings are row 1.
    if asked and (asked[0][0] < 2 or max(last for _, last in asked) > found.rows + 1):
        return f"{found.path} has rows 2 to {found.rows + 1}, and rows {one.rows} were looked at"
    count = sum(last - first + 1 for first, last in asked) if asked else found.rows
    return f"{one.looked_at} were looked at of {count} rows" if one.looked_at > count else ""


def rows_of(text: str | None) -> list[tuple[int, int]]:
    """The spans of `2-13, 20`, sorted; a span that runs backwards is taken the other way."""
    spans = [part.strip().partition("-") for part in (text or "").replace(";", ",").split(",") if part.strip()]
    return sorted((min(ends), max(ends)) for a, _, b in spans for ends in [(int(a), int(b or a))])


def saw(one: Verification, figure: Figure) -> bool:
    """Whether a look was also at this figure: one of its period, that was there by then."""
    return _within(one, figure) and figure.period_end <= one.looked_on


def _within(one: Verification, figure: Figure) -> bool:
    after = one.period_start is None or figure.period_end >= one.period_start
    return after and (one.period_end is None or figure.period_start <= one.period_end)


def _worth_nothing(one: Verification, evidence: Evidence) -> str:
    giver = given_by(evidence, one.resource)
    if is_own(one.verified_by, evidence):
        return f"{one.verified_by} is the authority itself, a part of it, or whoever records"
    if not giver.another or hand(giver.name) != hand(one.verified_by):
        return f"it does not stand in a resource that {one.verified_by} {UNSEALED}"
    if evidence.submitted_at is None and one.looked_on > evidence.period_end:
        return f"the day {one.looked_on} is after the period ended, and {UNDATED}"
    if one.looked_at < LEAST and one.recommendation is None:
        return f"only {one.looked_at} were looked at, and {LEAST} is the least"
    if one.recommendation is not None and one.looked_at < 1:
        return "nothing was looked at"
    if one.looked_at and one.agreed / one.looked_at < AGREED:
        return f"{one.agreed} of {one.looked_at} agreed"
    if one.indicator is not None:
        return _too_little(one, evidence)
    return (
        ""
        if one.looked_on <= last_day(evidence) or one.recommendation is None
        else "it was looked at since the announcement"
    )


def _too_little(one: Verification, evidence: Evidence) -> str:
    every = [f for f in evidence.figures if f.indicator == one.indicator]
    seen = sum(saw(one, f) for f in every)
    return (
        "" if seen >= HALF * len(every) else f"it looked at {seen} of its {len(every)} figures, which is less than half"
    )


def _contradicted(evidence: Evidence) -> frozenset[tuple[str, int]]:
    """The places of records of one body about the same thing, time and day that say different numbers."""
    groups: dict[object, list[Verification]] = {}
    for one in evidence.verifications:
        what = one.indicator, one.recommendation, one.of_resource
        key = hand(one.verified_by), what, one.period_start, one.period_end, one.rows, one.looked_on
        groups.setdefault(key, []).append(one)
    return frozenset(
        (one.resource, one.row)
        for same in groups.values()
        if len({(v.looked_at, v.agreed, v.better) for v in same}) > 1
        for one in same
    )


def better_as_seen(evidence: Evidence) -> dict[str, set[str]]:
    """The directions that bodies which looked, and count, say are better, by indicator."""
    found: dict[str, set[str]] = {}
    for one in judged(evidence):
        if one.counts and one.record.better and one.record.indicator:
            found.setdefault(one.record.indicator, set()).add(one.record.better)
    return found


def remarks(evidence: Evidence) -> list[Problem]:
    """One query for each verification that counts for nothing, in its row.

    In the folder of the body that looked there is nothing it could count for; only what cannot be of its own numbers is told.
    """
    every = judged(evidence)
    if all(one.kind == "verifications" for one in evidence.resources):
        every = tuple(one for one in every if one.record.agreed > one.record.looked_at)
    return [_remark(one) for one in every if not one.counts]


def _remark(one: Judged) -> Problem:
    record = one.record
    file, _, sheet = record.resource.partition(" > ")
    where = Where(
        file=file, sheet=sheet or None, row=None if record.path else record.row, path=record.path, key=record.id
    )
    return query(RULE, where, f"the verification counts for nothing: {one.why}", fix=_fix(one))


def _fix(one: Judged) -> str:
    if one.why.endswith(UNDATED):
        return "say so in the manifest, as submitted_at"
    if one.why.endswith(UNSEALED):
        return "let the body that looked seal it in a folder of its own, and name that in submitted_by and sealed_in"
    if one.wrong:
        return "ask the body that looked which it is; only that body may change it"
    return "give it as it was found; it takes another body, half of what is judged or more, and nine in ten that agree"
