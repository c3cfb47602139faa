"""What a report draws. Columns run side by side, one place a period."""

from typing import Annotated, Literal, NotRequired, TypedDict

from inspector.report.document.shape.units import Count, Day

Call = Literal["no-change", "gradual-gain", "sudden-gain", "faded-gain", "loss", "too-few-points"]
Icon = Literal["common-cause", "improvement-high", "improvement-low", "concern-high", "concern-low", "none"]
Onset = Annotated[list[Day], ("minItems", 3), ("maxItems", 3)]


class Mark(TypedDict):
    """A log entry that names the indicator, by the day it began."""

    entry: str
    on: Day
    claimed: bool
    doubtful: bool


class Segment(TypedDict):
    """The limits of one stretch of a chart."""

    first: Annotated[Day, "The first day of the first figure that they come from."]
    last: Annotated[Day, "The last day of the last figure that they come from."]
    until: Annotated[Day, "The last day to which they are drawn."]
    basis: Annotated[
        Literal["all", "before", "since"],
        "Whether they come from all figures, from those before the change (at least the first four; drawn on to the end), or "
        "from those since a step that is sure.",
    ]
    figures: Annotated[Count, "How many figures they come from."]
    centre: Annotated[float, "The mean of these figures."]
    lower: Annotated[float | None, "None where it would lie below 0 though no figure does."]
    upper: Annotated[float | None, "None where it would lie above all of a share."]
    trial: Annotated[bool, "Fewer than 13 figures: the limits are on trial."]


class Event(TypedDict):
    """Something on the time axis that speaks of the indicator, beside tests and changes of definition."""

    on: Annotated[Day, "The day on which it was."]
    kind: Annotated[
        Literal["recommendation", "action", "verified"],
        "A recommendation that names the indicator was made, an action that answers it was done, or somebody else looked.",
    ]
    recommendation: Annotated[str, "The id of the recommendation."]
    action: Annotated[str | None, "The id of the action, where it is one."]


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
    segments: NotRequired[
        Annotated[
            list[Segment],
            "The limits as they are drawn. `centre`, `lower` and `upper` above are those of the series as a whole. Results of "
            "0.2.0 and earlier have none.",
        ]
    ]
    shown: NotRequired[
        Annotated[
            list[Literal["common", "improvement", "concern"]],
            "What each point is drawn as: before a change nothing stands out, and since then what does by the limits of before.",
        ]
    ]
    icon: NotRequired[
        Annotated[Icon, "The icon of variation of Making Data Count: that of the last point as it is drawn."]
    ]
    recalculated: NotRequired[
        Annotated[
            Day | None, "The first day of the figures from which limits are worked out again, where a step is sure."
        ]
    ]
    events: NotRequired[
        Annotated[list[Event], "Recommendations that name the indicator and what was done about them, by day."]
    ]


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
