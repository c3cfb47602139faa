"""The series of a bundle as declared events are held against them."""

from collections.abc import Sequence
from datetime import timedelta

from inspector.model.declared import Declared
from inspector.model.evidence import Evidence, Figure, Indicator, SetAside

ALONE = ("carried-over", "entered-together", "backlog", "staff-absence", "corrected")
"""Events that concern the log alone where nothing is named."""


class Book:
    """The series of a bundle as declarations are held against them; made once for all of them."""

    def __init__(self, evidence: Evidence) -> None:
        self.evidence = evidence
        self.series: dict[str, list[Figure]] = {}
        for one in sorted(evidence.figures, key=lambda f: (f.period_start, f.period_end, f.resource, f.row)):
            mine = self.series.setdefault(one.indicator, [])
            if not mine or mine[-1].period_start != one.period_start:
                mine.append(one)
        self.hidden: dict[str, list[SetAside]] = {}
        for aside in evidence.set_aside:
            if aside.suppressed:
                self.hidden.setdefault(aside.indicator, []).append(aside)
        self.register: dict[str, Indicator] = {}
        for indicator in sorted(evidence.indicators, key=lambda one: (one.indicator, one.row)):
            self.register.setdefault(indicator.indicator, indicator)

    def concerned(self, one: Declared) -> list[str]:
        """The indicators with figures that a declaration concerns: those named, else all of the resources named."""
        if one.indicators:
            return [id for id in dict.fromkeys(one.indicators) if id in self.series]
        files = {
            r.path for r in self.evidence.resources if {r.name, r.kind} & set(one.concerns) and "log" not in r.kind
        }
        if files:
            return [id for id, mine in sorted(self.series.items()) if file_of(mine[0]) in files]
        log_alone = one.entries or one.event in ALONE
        return [] if one.concerns or log_alone else sorted(self.series)


def file_of(figure: Figure) -> str:
    """The file that a figure is in."""
    return figure.resource.partition(" > ")[0]


def without(one: Declared, mine: Sequence[Figure]) -> tuple[int, int] | None:
    """How many periods within the days of an outage have no figure, and how many have; None where none lies within."""
    lengths = sorted((f.period_end - f.period_start).days + 1 for f in mine)
    step = max(1, lengths[len(lengths) // 2])
    inside = [f for f in mine if f.period_start >= one.on and f.period_end <= one.last]
    before = [f for f in mine if f.period_end < one.on + timedelta(days=step)]
    after = [f for f in mine if f.period_start > one.last - timedelta(days=step)]
    if not before or not after:
        return None
    gone = round((after[0].period_start - before[-1].period_end).days / step) - len(inside)
    return (max(0, gone), len(inside))
