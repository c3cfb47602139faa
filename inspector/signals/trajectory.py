"""How an indicator moved, how surely, since when, and whether it held.

Measures:
    For each registered indicator the shape of its series: no change, a gradual or sudden gain, a gain that faded, or a
    loss; the probability of what that claims (of a gain: that it is one of either kind), the onset with the time between
    whose ends it lies with a probability of 0.9 over all shapes, how long the gain has held, and the size of the change in
    units of month-to-month noise. Beside it the special causes of the XmR chart over the last 12 points. Proportions with
    denominators are read as binomial, counts as Poisson, plain numbers as robust normal; of events that are fewer than two a
    period it is judged by when they happened, exactly, and fewer than six tell nothing; seasons are allowed for from
    24 monthly points on, and noise that carries over from period to period always.

Why it matters:
    The question is what is getting better, not what looks good. A gain that fades once the attention has gone is not
    an improvement, and a bad spell that ends by itself is not one either.

Cannot tell:
    Why it moved. Nothing below 6 points. Below 12 only what is overwhelming is called; the call is else
    `too-few-points`, and a change that is likelier than all else together is said with its probability, on which nothing
    may rest. Whether a gain came at once or little by little is often in doubt where that it came is not. Several small
    steps look like a gradual gain. A gain that began just before the window opened looks like no change. A loss that was
    made good again counts as no change, and a change of definition looks like a change of the thing.

Reference:
    Provost and Murray, The Health Care Data Guide (2011); NHS England, Making Data Count; Bayesian comparison of shapes
    as in O'Hagan and Forster, Kendall's Advanced Theory of Statistics 2B (2004).
"""

from collections.abc import Iterator, Sequence

from inspector.evidence.as_judged import BASES
from inspector.evidence.judged_words import judged_words
from inspector.evidence.onsets import span_of
from inspector.evidence.series import Series, all_series, month, whole_months
from inspector.model import describe
from inspector.model.evidence import Evidence, SetAside
from inspector.model.facts import About, Fact, Scalar
from inspector.model.left_aside import SHOWN, told
from inspector.model.words import plural
from inspector.stats.judgement import CALLS, Judgement, Shape
from inspector.stats.rounding import round6
from inspector.stats.xmr import ENOUGH, Direction, chart, point_type

MEASURES = ("outcome", "process", "structure", "balancing", "experience", "unstated")
LEANINGS = ("gain", "faded-gain", "loss")
SPECIAL = ("none", "improvement", "concern", "both")
RECENT = 12
JUDGED = describe.only("call", "no-change gradual-gain sudden-gain faded-gain loss")
GAINS = describe.only("call", "gradual-gain sudden-gain")
MOVED = describe.only("call", "gradual-gain sudden-gain faded-gain loss")
WORSE = describe.only("call", "faded-gain loss")
FADED = describe.only("call", "faded-gain")
FEW = describe.only("call", "too-few-points")

ABOUT = About(
    id="trajectory",
    title="How an indicator moved, how surely, since when, and whether it held",
    needs=("indicator-register", "indicators"),
    fields=(
        describe.text("indicator", "The indicator.", "name", key=True, open=True),
        describe.text("title", "The name of the indicator in words.", "name", open=True),
        describe.text(
            "known_as",
            "What frameworks call the indicator: its `same_as` in the register, else its id.",
            "name",
            open=True,
        ),
        describe.flag("named", "Whether the register states in `same_as` what frameworks call the indicator.", "doubt"),
        describe.choice("measure", "What sort of measure the indicator is.", MEASURES, "name"),
        describe.choice(
            "call",
            "What the series did.",
            CALLS,
            "measured",
            better="gradual-gain sudden-gain",
            worse="faded-gain loss",
        ),
        describe.probability(
            "probability",
            "The probability of what the call claims, of a gain that it is one of either kind; absent with too few points.",
            only_where=JUDGED,
        ),
        describe.probability(
            "kind_probability",
            "The probability that a gain is of the kind called, gradual or sudden, given that it is one.",
            only_where=GAINS,
        ),
        describe.choice(
            "leaning",
            "With too few points, a change that is likelier than all else together; nothing may rest on it.",
            LEANINGS,
            "doubt",
            only_where=FEW,
        ),
        describe.probability(
            "leaning_probability",
            "The probability of the change that is leant to with too few points.",
            only_where=FEW,
        ),
        describe.probability(
            "probability_gain",
            "The probability that the indicator got better and stayed so.",
            good="up",
            sure_of="gain",
            only_where=JUDGED,
        ),
        describe.probability(
            "probability_loss",
            "The probability that the indicator got worse and stayed so.",
            good="down",
            sure_of="loss",
            only_where=JUDGED,
        ),
        describe.probability(
            "probability_faded",
            "The probability that the indicator got better and went back.",
            good="down",
            sure_of="loss",
            only_where=JUDGED,
        ),
        describe.count(
            "points",
            "How many periods have a figure that stands for that period alone.",
            "doubt",
            "periods",
            least=1,
            at_most="submitted",
        ),
        describe.count("submitted", "How many figures were submitted for the periods.", "declared", "figures", least=1),
        describe.count(
            "judged",
            "How many of the periods are judged: the latest 120, or none that can be.",
            "doubt",
            "periods",
            most=120,
            at_most="points",
        ),
        describe.choice(
            "basis",
            "What was done to the figures first: those for the year so far are taken apart, of those over the months "
            "before every so many is kept, more than 120 of weeks or days are joined to months.",
            BASES,
            "doubt",
        ),
        describe.day("first", "The first day of the first period.", "name", at_most="last"),
        describe.day("last", "The last day of the last period.", "name"),
        describe.day(
            "onset",
            "When the change began; for a gain, a faded gain or a loss.",
            "measured",
            at_most="onset_high",
            only_where=MOVED,
        ),
        describe.day(
            "onset_low",
            "The earliest the change began, with `onset_high` the ends of a time that holds it with probability 0.9.",
            "doubt",
            at_most="onset",
            only_where=MOVED,
        ),
        describe.day(
            "onset_high",
            "The first day of the latest period in which the change began, with probability 0.9.",
            "doubt",
            only_where=MOVED,
        ),
        describe.text(
            "began",
            "The span in which the change began, with a probability of 0.9, in words.",
            "measured",
            only_where=MOVED,
        ),
        describe.text(
            "worse",
            "Of a loss or a gain that faded: what it did and since when, in words.",
            "measured",
            only_where=WORSE,
        ),
        describe.day(
            "fell",
            "When a gain that faded had first lost half of its height.",
            "measured",
            only_where=FADED,
        ),
        describe.count(
            "held_months",
            "Whole months since the onset of a gain.",
            "measured",
            "months",
            good="up",
            only_where=GAINS,
        ),
        describe.share(
            "share_faded",
            "The share of a faded gain that has gone, 0 to 1.",
            "measured",
            good="down",
            only_where=FADED,
        ),
        describe.amount(
            "effect",
            "The change in standard deviations of the noise; + is better.",
            "measured",
            "standard deviations",
            good="up",
        ),
        describe.choice(
            "special_cause",
            "XmR rules over the last 12 points.",
            SPECIAL,
            "measured",
            better="improvement",
            worse="concern",
        ),
        describe.count(
            "set_aside",
            "Figures that are not counted, being impossible, suppressed or outside of the bundle's period; absent "
            "where there are none.",
            "doubt",
            "figures",
            least=1,
        ),
        describe.count(
            "events",
            "Of rare events, how many there were: judged by when they happened. Absent where "
            "less than six periods or others are judged.",
            "doubt",
            "events",
        ),
        describe.flag(
            "trial_limits", "Whether the XmR limits are on trial: fewer than 13 points.", "doubt", good="down"
        ),
    ),
)

MOVES: dict[str, tuple[Shape, ...]] = {
    "probability_gain": ("gradual-gain", "sudden-gain"),
    "probability_loss": ("gradual-loss", "sudden-loss"),
    "probability_faded": ("faded-gain",),
}
"""The shapes that make up each way to move, whatever the call."""


def measure(evidence: Evidence) -> tuple[Fact, ...]:
    """One fact per registered indicator that has figures, sorted by indicator."""
    aside: dict[str, list[SetAside]] = {}
    for one in evidence.set_aside:
        aside.setdefault(one.indicator, []).append(one)
    return tuple(_known(series, aside.get(series.indicator.indicator, [])) for series in all_series(evidence))


def _known(series: Series, aside: Sequence[SetAside]) -> Fact:
    """The fact of a series, worked out once for the same figures set aside."""
    kept: tuple[Sequence[SetAside], Fact] | None = series.worked_out.get("trajectory")
    if kept is None or kept[0] != aside:
        kept = series.worked_out["trajectory"] = (aside, _fact(series, aside))
    return kept[1]


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
        "submitted": len(series.submitted),
        "judged": series.judged,
        "basis": series.made.basis,
        "first": series.first,
        "last": series.last,
        "effect": round6(found.effect),
        "special_cause": _special_cause(series),
        "trial_limits": len(series.figures) < ENOUGH,
    }
    if found.events is not None:
        fields["events"] = found.events
    if aside:
        fields["set_aside"] = len(aside)
    fields |= _sure(found) | _dated(series, found)
    return Fact(
        id=f"signal/trajectory/{id}",
        kind="signal/trajectory",
        fields=fields,
        says=" ".join(
            [
                judged_words(series, found),
                *_made(series),
                *([f"{left}."] if (left := told(aside)) else []),
                *_unlike(series),
            ]
        ),
        rests_on=(f"indicator/{id}",),
        rows=series.rows(),
    )


def _sure(found: Judgement) -> dict[str, Scalar]:
    """How sure what is told is, as far as anything is."""
    if found.call != "too-few-points":
        kind, shares = found.kind_probability, dict(found.probabilities)
        moves = {name: round6(sum(shares[shape] for shape in shapes)) for name, shapes in MOVES.items()}
        sure: dict[str, Scalar] = {"probability": round6(found.probability), **moves}
        return sure if kind is None else sure | {"kind_probability": round6(kind)}
    if found.leaning is None:
        return {}
    return {"leaning": found.leaning[0], "leaning_probability": round6(found.leaning[1])}


def _dated(series: Series, found: Judgement) -> dict[str, Scalar]:
    """When the change began and what became of it."""
    if found.onset is None or found.onset_low is None or found.onset_high is None:
        return {}
    days = (series.starts(period) for period in (found.onset, found.onset_low, found.onset_high))
    fields: dict[str, Scalar] = dict(zip(("onset", "onset_low", "onset_high"), days, strict=True))
    if found.call in ("gradual-gain", "sudden-gain"):
        fields["held_months"] = max(0, whole_months(series.starts(found.onset), series.last))
    if found.share_faded is not None:
        fields["share_faded"] = round6(found.share_faded)
    if found.fell is not None:
        fields["fell"] = series.starts(found.fell)
    if span := span_of(series):
        fields["began"] = span.words
        if found.call == "loss":
            fields["worse"] = f"got worse, which began {span.words}"
        elif found.fell is not None:
            gone = f"by {month(series.starts(found.fell))} half of that or more was gone"
            fields["worse"] = f"got better, which began {span.words}, and {gone}"
    return fields


def _made(series: Series) -> Iterator[str]:
    """What was done to the figures before they were judged, and how many of them are."""
    if series.made.says:
        yield series.made.says
    if 0 < series.judged < len(series.observations):
        yield f"The latest {series.judged} of {plural(len(series.observations), 'period')} are judged."


def _unlike(series: Series) -> Iterator[str]:
    """What is said of figures that cannot stand on one line with the others."""
    rows = sorted((figure.row, figure.path) for figure in series.unlike)
    if rows:
        shown = ", ".join(path or str(row) for row, path in rows[:SHOWN])
        which = shown + (f" and {len(rows) - SHOWN} more" if len(rows) > SHOWN else "")
        be, noun = ("is", "row ") if len(rows) == 1 else ("are", "rows ")
        noun = "" if rows[0][1] else noun
        why = "for periods of another length than the rest, or for one that is there already"
        yield f"{plural(len(rows), 'figure')} {be} not counted, being {why}: {noun}{which}."


def _special_cause(series: Series) -> str:
    """Which way the XmR rules point over the last 12 points or fewer."""
    values = [f.value if f.value is not None else (f.numerator or 0.0) / (f.denominator or 1.0) for f in series.figures]
    direction: Direction = "increase" if series.indicator.better == "up" else "decrease"
    kinds = [point_type(point, direction) for point in chart(values)[-RECENT:]]
    better, worse = "special_cause_improvement" in kinds, "special_cause_concern" in kinds
    return SPECIAL[better + 2 * worse]
