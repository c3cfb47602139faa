"""What a report draws: figures with their limits, the stream of tests, durations against a deadline.

Pictures show levels, because people look at charts. Nothing here is ever read by a rule: facts and pictures are made
apart, and the verdict does not change when the pictures are left out. Dates are ISO text, numbers have six digits.
"""

from typing import Literal

from inspector.model.base import Noun
from inspector.model.words import short

Cause = Literal["common", "improvement", "concern"]
Icon = Literal["common-cause", "improvement-high", "improvement-low", "concern-high", "concern-low", "none"]
"""The icons of variation of Making Data Count. Those of assurance want a target, and what is a target is for others to say."""


class Mark(Noun):
    """A log entry on the time axis of an indicator it names. `claimed` marks the test that a gain is said to follow."""

    entry: str
    on: str
    claimed: bool
    doubtful: bool


class Segment(Noun):
    """Limits as they are drawn, and the figures that they come from: from `first` to `last`, drawn on to `until`.

    `basis`: all figures of a series, those `before` its change (at least the first four), or those `since` a step that is
    sure. A limit is None where it would lie below nothing or above all there is. `trial`: fewer than 13 figures.
    """

    first: str
    last: str
    until: str
    basis: Literal["all", "before", "since"]
    figures: int
    centre: float
    lower: float | None
    upper: float | None
    trial: bool


class Event(Noun):
    """Something on the time axis of an indicator: of a recommendation that names it, or of an `action` that answers that."""

    on: str
    kind: Literal["recommendation", "action", "verified"]
    recommendation: str
    action: str | None = None


class Line(Noun):
    """One indicator over time; the columns run side by side, one place a period.

    `causes` are those of the XmR rules (`rules` names the rule), `doubtful` figures are ones that a probe asks about.
    `fitted` is the curve of the called shape, None where no curve was fitted. `onset_low` and `onset_high` bound the
    onset with 90% probability; `fell` is by when half or more of a gain that faded was gone. `centre`, `lower`, `upper`,
    `causes` and `rules` are those of the series as a whole, as published. What is drawn is `segments` and `shown`, coloured
    from the change on against what was before it; `icon` is that of the last figure, `recalculated` the first day of the
    period in which limits begin anew.
    """

    indicator: str
    title: str
    better: Literal["up", "down"]
    measure: str
    unit: str | None
    call: str
    trial: bool
    resource: str
    starts: tuple[str, ...]
    ends: tuple[str, ...]
    values: tuple[float, ...]
    denominators: tuple[float | None, ...]
    rows: tuple[int, ...]
    causes: tuple[Cause, ...]
    rules: tuple[str, ...]
    doubtful: tuple[bool, ...]
    centre: tuple[float, ...]
    lower: tuple[float | None, ...]
    upper: tuple[float | None, ...]
    fitted: tuple[float | None, ...]
    onset: str | None = None
    onset_low: str | None = None
    onset_high: str | None = None
    fell: str | None = None
    definition_changes: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    numerators: tuple[float | None, ...] = ()
    segments: tuple[Segment, ...] = ()
    shown: tuple[Cause, ...] = ()
    icon: Icon = "none"
    recalculated: str | None = None
    events: tuple[Event, ...] = ()

    def __repr__(self) -> str:
        return f"<Line of {short(self.title)}: {len(self.values)} periods, {self.call}>"


class Stream(Noun):
    """Tests of change that count, by team and month: `counts[team][month]`; `months` are first days."""

    months: tuple[str, ...]
    teams: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]


class Heap(Noun):
    """How many cases took how many days, around a deadline, and how many the days around lead one to expect."""

    indicator: str
    title: str
    deadline: int
    unit: str
    days: tuple[int, ...]
    counts: tuple[int, ...]
    expected: tuple[float, ...]


class Pictures(Noun):
    """Everything a report draws."""

    lines: tuple[Line, ...] = ()
    stream: Stream | None = None
    heaps: tuple[Heap, ...] = ()
