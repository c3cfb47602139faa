"""What was left blank that evidence could be trusted more with, and how it is read: as the most cautious honest value.

Whoever leaves a field blank never stands better than who fills it in truly, however bad that is. Each blank is told with how
many rows lack it, so that anybody can count them, and with what filling it in would do.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from inspector.evidence.announcement import announced_on
from inspector.evidence.series import figures_by_indicator
from inspector.model.evidence import Evidence, Figure, Indicator
from inspector.model.months import month_year
from inspector.model.shares import is_share
from inspector.model.words import agree

FEW = 0.1
"""Up to this share of an indicator's figures, and always one, may lack something before the rest is trusted less for it."""

WRITTEN = ("when it was written down", "when they were written down")
WHOLE = ("what it is out of", "what they are out of")

RECORDS = (
    "log", "participation", "recommendations", "case_reviews", "leadership", "leadership_questions", "partnership", "voice",
)  # fmt: skip
"""What is read up to the announcement."""


class Blank(NamedTuple):
    """A field that `blank` of `of` rows leave empty, what it is read as, and what filling it in would do."""

    what: str
    field: str
    blank: int
    of: int
    read_as: str
    wanted: str

    @property
    def says(self) -> str:
        """`recorded_at is blank in 12 of 511: …`."""
        return f"{self.field} is blank in {self.blank} of {self.of}: {self.read_as}."


def doubts(evidence: Evidence) -> Mapping[str, tuple[str, ...]]:
    """Why the log and series are trusted less for what their rows do not say, by `improvement-log` and `indicator/ID`."""
    found: dict[str, tuple[str, ...]] = {}
    unwritten = [one for one in evidence.log if one.recorded_at is None]
    if _many(len(unwritten), len(evidence.log)):
        found["improvement-log"] = (_lack(len(unwritten), len(evidence.log), ("entry", "entries"), WRITTEN),)
    for id, (indicator, figures) in figures_by_indicator(evidence).items():
        lacks = ((without_whole(indicator, figures), WHOLE), (undated(figures), WRITTEN))
        said = [
            _lack(len(lacking), len(figures), ("figure", "figures"), what)
            for lacking, what in lacks
            if _many(len(lacking), len(figures))
        ]
        if said:
            found[f"indicator/{id}"] = tuple(said)
    return found


def _lack(lacking: int, every: int, noun: tuple[str, str], what: tuple[str, str]) -> str:
    """`9 of its 36 figures do not say when they were written down`."""
    return (
        f"{lacking} of its {every} {agree(every, *noun)} {agree(lacking, 'does', 'do')} not say {agree(lacking, *what)}"
    )


def without_whole(indicator: Indicator, figures: Iterable[Figure]) -> list[Figure]:
    """The figures of a share that do not say what they are out of: nobody can see who is counted."""
    if not is_share(indicator.unit or indicator.title):
        return []
    return [one for one in figures if one.denominator is None]


def undated(figures: Iterable[Figure]) -> list[Figure]:
    """The figures that do not say when they were written down: whether late or all at once nobody can see."""
    return [one for one in figures if one.recorded_on is None]


def _many(lacking: int, every: int) -> bool:
    return (lacking >= 2 and lacking > FEW * every) or lacking == every > 0


def blanks(evidence: Evidence) -> tuple[Blank, ...]:
    """What was left blank and is read cautiously, a line for each field."""
    found = [*_announcement(evidence), *_log(evidence), *_figures(evidence), *_register(evidence)]
    return tuple(one for one in found if one.blank)


def _announcement(evidence: Evidence) -> list[Blank]:
    day = announced_on(evidence)
    read_as = f"what was done since {day.day} {month_year(day)} could have been done for the visit, and does not count"
    wanted = "the day on which the inspection was announced (notified_on): what was done before it counts"
    records = any(getattr(evidence, kind) for kind in RECORDS)
    return [Blank("the announcement", "notified_on", int(records and evidence.notified_on is None), 1, read_as, wanted)]


def _log(evidence: Evidence) -> list[Blank]:
    blank = sum(one.recorded_at is None for one in evidence.log)
    read_as = (
        f"whether {agree(blank, 'this entry was', 'these entries were')} written down as things happened is not known"
    )
    wanted = "the day on which each entry was written down (recorded_at): those written within 62 days count"
    return [Blank("the improvement log", "recorded_at", blank, len(evidence.log), read_as, wanted)]


def _figures(evidence: Evidence) -> list[Blank]:
    every = list(figures_by_indicator(evidence).values())
    shares = [(one, figures) for one, figures in every if is_share(one.unit or one.title)]
    whole = sum(len(without_whole(one, figures)) for one, figures in shares)
    late = sum(len(undated(figures)) for _, figures in every)
    return [
        Blank(
            "figures of shares", "denominator", whole, sum(len(figures) for _, figures in shares),
            "who is counted cannot be seen, and measures with more than a tenth of them support no more than work being done",
            "numerator and denominator of each share",
        ),
        Blank(
            "figures", "recorded_on", late, sum(len(figures) for _, figures in every),
            "whether they were written down late or all at once cannot be seen, "
            "and measures with more than a tenth of them support no more than work being done",
            "the day on which each figure was written down (recorded_on)",
        ),
    ]  # fmt: skip


def _register(evidence: Evidence) -> list[Blank]:
    every = {one.indicator: one for one in reversed(evidence.indicators)}.values()
    sorts = sum(one.measure is None for one in every)
    return [
        Blank(
            "the register", "measure", sorts, len(every), "gains in them are not taken for what becomes of people",
            "what sort of measure each is (measure)",
        ),
    ]  # fmt: skip
