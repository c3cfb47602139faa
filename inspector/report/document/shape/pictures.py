"""What a report draws. Columns run side by side, one place a period."""

from typing import Annotated, Literal, TypedDict

from inspector.report.document.shape.units import Count, Day

Call = Literal["no-change", "gradual-gain", "sudden-gain", "faded-gain", "loss", "too-few-points"]
Onset = Annotated[list[Day], ("minItems", 3), ("maxItems", 3)]


class Mark(TypedDict):
    """A log entry that names the indicator, by the day it began."""

    entry: str
    on: Day
    claimed: bool
    doubtful: bool


class Line(TypedDict):
    """One indicator over time. Columns run side by side, one place a period."""

    indicator: str
    title: str
    better: Literal["up", "down"]
    measure: str
    unit: str | None
    call: Call
    trial_limits: bool
    resource: str
    onset: Annotated[
        Onset | None,
        "The middle day of when the change may have begun, and the ends of the time that holds its beginning with 0.9.",
    ]
    fell: Annotated[Day | None, "By when half or more of a gain that faded was gone, most likely."]
    definition_changes: list[Day]
    starts: Annotated[list[Day], "The first day of each period."]
    ends: Annotated[list[Day], "The last day of each period."]
    values: list[float]
    denominators: list[float | None]
    rows: Annotated[list[int], "The spreadsheet row of each figure."]
    causes: Annotated[list[Literal["common", "improvement", "concern"]], "What the XmR rules say of each point."]
    rules: Annotated[list[str], "The XmR rule that each point meets first."]
    doubtful: Annotated[list[bool], "Whether a probe asks about this figure."]
    centre: list[float]
    lower: list[float | None]
    upper: list[float | None]
    fitted: Annotated[list[float | None], "The curve of the called shape."]
    tests: list[Mark]


class Stream(TypedDict):
    """Tests of change begun, by team and month."""

    months: list[Day]
    teams: list[str]
    counts: Annotated[list[list[Count]], "A row for each team, a column for each month."]


class Heap(TypedDict):
    """Cases by days taken, around a deadline, with what the days around lead one to expect."""

    indicator: str
    title: str
    deadline: int
    unit: str
    days: list[int]
    counts: list[int]
    expected: list[float]


class Pictures(TypedDict):
    """What a report draws. It shows levels; no rule reads it."""

    lines: list[Line]
    stream: Stream | None
    heaps: list[Heap]
