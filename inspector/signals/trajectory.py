"""How an indicator moved, how surely, since when, and whether it held.

Measures:
    For each registered indicator the shape of its series: no change, a gradual or sudden gain, a gain that faded, or a
    loss; the probability of that call, the onset, how long the gain has held, and the size of the change in units of
    month-to-month noise. Beside it the special causes of the XmR chart over the last 12 points. Proportions with
    denominators are read as binomial, counts as Poisson, plain numbers as robust normal; seasons are allowed for from
    24 monthly points on, and noise that carries over from period to period always.

Why it matters:
    The question is what is getting better, not what looks good. A gain that fades once the attention has gone is not
    an improvement, and a bad spell that ends by itself is not one either.

Cannot tell:
    Why it moved. Nothing below 6 points, and below 12 only what is overwhelming: the call is then `too-few-points`.
    Several small steps look like a gradual gain. A gain that began just before the window opened looks like no change.
    A loss that was made good again counts as no change, and a change of definition looks like a change of the thing.

Reference:
    Provost and Murray, The Health Care Data Guide (2011); NHS England, Making Data Count; Bayesian comparison of shapes
    as in O'Hagan and Forster, Kendall's Advanced Theory of Statistics 2B (2004).
"""

from collections.abc import Iterator, Sequence

from inspector.evidence.onsets import span_of
from inspector.evidence.series import Series, all_series, month, sureness, whole_months
from inspector.model.evidence import Evidence, SetAside
from inspector.model.facts import About, Fact, Field, Scalar
from inspector.model.left_aside import SHOWN, told
from inspector.model.words import plural
from inspector.stats.judgement import CALLS, Judgement
from inspector.stats.rounding import round6
from inspector.stats.xmr import ENOUGH, Direction, chart, point_type

MEASURES = ("outcome", "process", "structure", "balancing", "experience", "unstated")
GAINS = ("gradual-gain", "sudden-gain")
SPECIAL = ("none", "improvement", "concern", "both")
RECENT = 12

ABOUT = About(
    id="trajectory",
    title="How an indicator moved, how surely, since when, and whether it held",
    needs=("indicator-register", "indicators"),
    fields=(
        Field(name="indicator", type="string", says="The indicator."),
        Field(name="title", type="string", says="Its name in words."),
        Field(
            name="known_as", type="string", says="What frameworks call it: its `same_as` in the register, else its id."
        ),
        Field(name="named", type="boolean", says="Whether the register states in `same_as` what frameworks call it."),
        Field(name="measure", type="string", says="What sort of measure it is.", choices=MEASURES),
        Field(name="call", type="string", says="What the series did.", choices=CALLS),
        Field(name="probability", type="number", says="The probability of that call; absent with too few points."),
        Field(name="points", type="integer", says="How many periods have a figure."),
        Field(name="first", type="date", says="The first day of the first period."),
        Field(name="last", type="date", says="The last day of the last period."),
        Field(name="onset", type="date", says="When the change most likely began; for a gain, a faded gain or a loss."),
        Field(name="onset_low", type="date", says="The first day of the span in which it began, with 90 %."),
        Field(name="onset_high", type="date", says="The last day of that span."),
        Field(name="began", type="string", says="That span in words."),
        Field(name="fell", type="date", says="By when half or more of a gain that faded was gone, most likely."),
        Field(
            name="worse", type="string", says="Of a loss or a gain that faded: what it did and since when, in words."
        ),
        Field(name="held_months", type="integer", says="Whole months since the onset of a gain."),
        Field(name="share_faded", type="number", says="The share of a faded gain that has gone, 0 to 1."),
        Field(name="effect", type="number", says="The change in standard deviations of the noise; + is better."),
        Field(name="special_cause", type="string", says="XmR rules over the last 12 points.", choices=SPECIAL),
        Field(
            name="set_aside",
            type="integer",
            says="Figures that are not counted, being impossible, suppressed or outside of the bundle's period; absent "
            "where there are none.",
        ),
        Field(name="trial_limits", type="boolean", says="Fewer than 13 points: the XmR limits are on trial."),
    ),
)


def measure(evidence: Evidence) -> tuple[Fact, ...]:
    """One fact per registered indicator that has figures, sorted by indicator."""
    aside: dict[str, list[SetAside]] = {}
    for one in evidence.set_aside:
        aside.setdefault(one.indicator, []).append(one)
    return tuple(_fact(series, aside.get(series.indicator.indicator, [])) for series in all_series(evidence))


def _fact(series: Series, aside: Sequence[SetAside]) -> Fact:
    found = series.judgement()
    id = series.indicator.indicator
    fields: dict[str, Scalar] = {
        "indicator": id,
        "title": series.indicator.title,
        "known_as": series.indicator.same_as or id,
        "named": series.indicator.same_as is not None,
        "measure": series.indicator.measure or "unstated",
        "call": found.call,
        "points": len(series.figures),
        "first": series.first,
        "last": series.last,
        "effect": round6(found.effect),
        "special_cause": _special_cause(series),
        "trial_limits": len(series.figures) < ENOUGH,
    }
    if aside:
        fields["set_aside"] = len(aside)
    if found.call != "too-few-points":
        fields["probability"] = round6(found.probability)
    fields |= _times(series, found)
    return Fact(
        id=f"signal/trajectory/{id}",
        kind="signal/trajectory",
        fields=fields,
        says=" ".join([_says(series, found), *([f"{left}."] if (left := told(aside)) else []), *_unlike(series)]),
        rests_on=(f"indicator/{id}",),
        rows=series.rows(),
    )


def _times(series: Series, found: Judgement) -> dict[str, Scalar]:
    """When it changed, how long a gain has held, when one that faded had gone."""
    span = span_of(series)
    if span is None:
        return {}
    fields: dict[str, Scalar] = {
        "onset": span.on, "onset_low": span.low, "onset_high": span.high, "began": span.words,
    }  # fmt: skip
    if found.call in GAINS:
        fields["held_months"] = max(0, whole_months(span.on, series.last))
    if found.call == "loss":
        fields["worse"] = f"got worse, which began {span.words}"
    if found.share_faded is not None:
        fields["share_faded"] = round6(found.share_faded)
    if found.fell is not None:
        fell = series.starts(found.fell)
        fields |= {
            "fell": fell,
            "worse": f"got better {span.words}, and by {month(fell)} half of that or more was gone",
        }
    return fields


def _unlike(series: Series) -> Iterator[str]:
    """What is said of figures that cannot stand on one line with the others."""
    rows = sorted(figure.row for figure in series.unlike)
    if rows:
        which = ", ".join(map(str, rows[:SHOWN])) + (f" and {len(rows) - SHOWN} more" if len(rows) > SHOWN else "")
        be, noun = ("is", "row") if len(rows) == 1 else ("are", "rows")
        why = "for periods of another length than the rest, or for one that is there already"
        yield f"{plural(len(rows), 'figure')} {be} not counted, being {why}: {noun} {which}."


def _special_cause(series: Series) -> str:
    """Which way the XmR rules point over the last 12 points or fewer."""
    values = [f.value if f.value is not None else (f.numerator or 0.0) / (f.denominator or 1.0) for f in series.figures]
    direction: Direction = "increase" if series.indicator.better == "up" else "decrease"
    kinds = [point_type(point, direction) for point in chart(values)[-RECENT:]]
    better, worse = "special_cause_improvement" in kinds, "special_cause_concern" in kinds
    return SPECIAL[better + 2 * worse]


def _says(series: Series, found: Judgement) -> str:
    title = series.indicator.title
    window = f"{plural(len(series.figures), 'period')} from {month(series.first)} to {month(series.last)}"
    if found.call == "too-few-points":
        return f"{title}: too few points to tell ({window})."
    sure = sureness(found.probability)
    if found.onset is None:
        return f"{title}: no lasting change ({sure}), over {window}."
    span = span_of(series)
    began = span.words if span else ""
    if found.call in GAINS:
        held = plural(max(0, whole_months(series.starts(found.onset), series.last)), "month")
        return f"{title}: a gain that began {began} ({sure}){_kind(found)}, held for {held}, over {window}."
    if found.call == "faded-gain":
        gone = f"; by {month(series.starts(found.fell))} half of it or more was gone" if found.fell is not None else ""
        return f"{title}: a gain that began {began} and has faded since ({sure}){gone}, over {window}."
    return f"{title}: a loss that began {began} ({sure}), over {window}."


def _kind(found: Judgement) -> str:
    """Whether it came suddenly, as far as that can be told."""
    if found.kind_probability is None or found.kind_probability < 0.5:
        return ""
    kind = {"sudden-gain": "sudden", "gradual-gain": "gradual"}[found.call]
    other = "gradual" if kind == "sudden" else "sudden"
    return f", {kind} rather than {other} ({sureness(found.kind_probability)})"
