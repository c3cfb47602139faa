"""What `inspector trend --format json` writes."""

from typing import Annotated, Literal, NotRequired, TypedDict

from inspector.report.document.shape.problems import Problem
from inspector.report.document.shape.units import Count, Day, Share

Shape = Literal["no-change", "gradual-gain", "sudden-gain", "faded-gain", "loss", "too-few-points"]
Rows = list[int]


class Chart(TypedDict):
    """How the XmR charts are drawn. Nothing of it changes what is said in words."""

    screen: Annotated[bool, "Whether outlying moving ranges are left out of the limits."]
    baseline: Annotated[int | None, "From how many points the limits are worked out; null for all."]
    rebase: Annotated[list[Day], "Days on which new limits start."]
    two_in_three: Annotated[str, "Whose rule of two in three it is."]


class Spell(TypedDict):
    """A number of periods, and how long one is."""

    periods: Annotated[Count, "How many periods."]
    step_months: Annotated[Count, "How many months a period has; 0 where it goes by days."]
    step_days: Annotated[Count, "How many days a period has; 0 where it goes by months."]


class Leaning(TypedDict):
    """What it would be if it had to be one of both."""

    to: Annotated[str, "The call that it leans to."]
    probability: Annotated[Share, "How probable that is."]


class Onset(TypedDict):
    """When the change most likely began, with the ends of the time that holds its beginning with 0.9."""

    period: Annotated[Day, "The first day of the likeliest period."]
    low: Annotated[Day, "The earliest."]
    high: Annotated[Day, "The latest."]


class Effect(TypedDict):
    """How large the change is, in the direction in which it is better, with the ends of its 90 % range."""

    size: Annotated[float, "The middle of it, in the unit of the figures; of shares in logits."]
    low: Annotated[float, "The least."]
    high: Annotated[float, "The most."]


class Cause(TypedDict):
    """Neighbouring points that one rule marks."""

    rule: Annotated[str, "Which rule."]
    first: Annotated[Day, "The first of them."]
    last: Annotated[Day, "The last of them."]
    points: Annotated[Count, "How many."]


class Xmr(TypedDict):
    """The XmR chart at its last point."""

    variation: Annotated[str, "The icon of Making Data Count, in words."]
    centre: Annotated[float, "The mean."]
    lower: Annotated[float | None, "The lower process limit; null where there is none."]
    upper: Annotated[float | None, "The upper process limit; null where there is none."]
    trial_limits: Annotated[bool, "Whether there are too few points for limits that hold."]
    rebased: Annotated[list[Day], "Days on which limits start anew."]
    special_causes: list[Cause]


class Stretch(TypedDict):
    """The limits of one stretch of a chart."""

    basis: Annotated[
        Literal["all", "before", "since"],
        "From all points, from those before the change, or from those since a sure step.",
    ]
    first: Annotated[Day, "The first day of the first point that they come from."]
    figures: Annotated[Count, "How many points they come from."]
    centre: Annotated[float, "The mean of these points."]
    lower: Annotated[float | None, "Null where it would lie where no point can."]
    upper: Annotated[float | None, "Null where it would lie where no point can."]
    trial_limits: Annotated[bool, "Fewer than 13 points: the limits are on trial."]


class Drawn(TypedDict):
    """A chart in which nothing before a change is coloured."""

    icon: Annotated[
        Literal["common-cause", "improvement-high", "improvement-low", "concern-high", "concern-low", "none"],
        "The icon of variation of the last point.",
    ]
    recalculated: Annotated[Day | None, "From when limits are worked out again, where a step is sure."]
    segments: Annotated[list[Stretch], "The limits, those of before first."]


class Between(TypedDict):
    """The t chart of a list of events."""

    days: Annotated[list[int], "The days between each event and the next."]
    centre: Annotated[float, "The centre."]
    lower: Annotated[float, "The lower limit."]
    upper: Annotated[float, "The upper limit."]
    outside: Annotated[list[int], "Which of the days lie outside the limits, counted from 0."]


class Series(TypedDict):
    """One series: what it did, how surely, since when, and whether it held."""

    series: Annotated[str, "Its name in the file."]
    n: Annotated[Count, "How many figures it has."]
    judged: Spell
    better: Annotated[Literal["up", "down"], "The direction in which a change is an improvement."]
    better_assumed: Annotated[bool, "Whether that was assumed."]
    first: Annotated[Day | None, "The first day of the first period; null where there is no figure."]
    last: Annotated[Day | None, "The last day of the last period; null where there is no figure."]
    call: Annotated[Shape, "What it did."]
    probability: Annotated[Share | None, "How probable that is; null where there are too few points."]
    kind_probability: Annotated[Share | None, "Of a gain, how probable its kind is; null else."]
    leaning: Annotated[Leaning | None, "Null where it leans to neither."]
    probabilities: Annotated[dict[str, Share], "The probability of each shape."]
    onset: Annotated[Onset | None, "Null where nothing began."]
    held_for: Annotated[Spell | None, "How long a gain has held; null where there is none."]
    fell: Annotated[Day | None, "By when half or more of a gain that faded was gone; null else."]
    faded: Annotated[float | None, "The share of the gain that is gone; null where there is none."]
    effect: Effect
    points_needed: Annotated[int | None, "How many more figures a judgement needs; null where there are enough."]
    rare_events: Annotated[
        int | None, "How many events there are, where it is judged as events that are rare; null else."
    ]
    left_out: Annotated[Rows, "Rows of figures that could not be used."]
    blank: Annotated[Rows, "Rows without a figure."]
    suppressed: Annotated[Rows, "Rows whose figure is kept back."]
    not_judged: Annotated[str | None, "Why it is not judged; null where it is."]
    xmr: Annotated[Xmr | None, "Null where no chart can be drawn."]
    drawn: NotRequired[
        Annotated[
            Drawn | None,
            "How its chart is drawn: against what was before its change. Null where other limits were asked for or none suit it; "
            "what 0.2.0 and earlier wrote has none.",
        ]
    ]
    days_between: Annotated[Between | None, "Of a list of events alone; null else."]


class TrendDocument(TypedDict):
    """What `inspector trend --format json` writes: the series of anybody's file, judged."""

    format: Literal["inspector-trend"]
    version: Literal[1]
    chart: Chart
    series: list[Series]
    problems: list[Problem]
