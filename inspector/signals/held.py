"""What is left of an earlier gain.

Measures:
    For each indicator whose series has a gain, standing or faded: how much of the height of the gain is left at the last
    figure (1: all of it), for how long it held, and the probability that it held and did not fade, given that there
    was one. `held`: a gain that stands; `partly`: it has faded, a quarter or more is left; `gone`: less is left.

Why it matters:
    The old way brings gains that last as long as the attention does. What is left a year on shows whether the way of
    working changed or only the effort.

Cannot tell:
    Whether a gain of the last months will hold. Why it faded. A series with no gain, or too few points, has no fact. A
    gain that lost less than half of its height counts as one that held, for that is not told from chance.

Reference:
    NHS Institute for Innovation and Improvement, Sustainability Model (2010); Silver and others (2016), Clinical
    Journal of the American Society of Nephrology 11(5), 916-924.
"""

from inspector.evidence.onsets import span_of
from inspector.evidence.series import Series, all_series, month, sureness, whole_months
from inspector.model import describe
from inspector.model.evidence import Evidence
from inspector.model.facts import About, Fact, Scalar
from inspector.model.words import plural
from inspector.stats.judgement import Judgement
from inspector.stats.rounding import round6

MEASURES = ("outcome", "process", "structure", "balancing", "experience", "unstated")
OUTCOMES = ("held", "partly", "gone")
GAINS = ("gradual-gain", "sudden-gain")
SOME = 0.25

ABOUT = About(
    id="held",
    title="What is left of an earlier gain",
    needs=("indicator-register", "indicators"),
    fields=(
        describe.text("indicator", "The indicator.", "name", key=True, open=True),
        describe.text("title", "The name of the indicator in words.", "name", open=True),
        describe.choice("measure", "What sort of measure the indicator is.", MEASURES, "name"),
        describe.choice(
            "outcome", "What became of the gain.", OUTCOMES, "measured", better="held", worse="partly gone"
        ),
        describe.share(
            "share_left", "The share of the height of the gain that is left, 0 to 1.", "measured", good="up"
        ),
        describe.probability(
            "probability", "The probability that the gain held, given that there was one.", good="up", sure_of="gain"
        ),
        describe.day("onset", "When the gain most likely began.", "measured"),
        describe.text("began", "The span in which the gain began, with 90 %, in words.", "measured"),
        describe.probability("gain_probability", "The probability of what the indicator is said to have done."),
        describe.day("fell", "By when half or more of a gain that faded was gone, most likely.", "measured"),
        describe.count(
            "since_months",
            "Whole months from the day the gain most likely began to the last figure.",
            "measured",
            "months",
        ),
    ),
)


def measure(evidence: Evidence) -> tuple[Fact, ...]:
    """One fact per registered indicator whose series has a gain, standing or faded, sorted by indicator."""
    judged = ((series, series.judgement()) for series in all_series(evidence))
    return tuple(_fact(series, found) for series, found in judged if found.call in (*GAINS, "faded-gain"))


def _fact(series: Series, found: Judgement) -> Fact:
    id = series.indicator.indicator
    shares = dict(found.probabilities)
    stands, faded = shares["gradual-gain"] + shares["sudden-gain"], shares["faded-gain"]
    left = 1.0 if found.call in GAINS else 1.0 - (found.share_faded or 0.0)
    span = span_of(series)
    onset = span.on if span else series.first
    fields: dict[str, Scalar] = {
        "indicator": id,
        "title": series.indicator.title,
        "measure": series.indicator.measure or "unstated",
        "outcome": "held" if found.call in GAINS else "partly" if left >= SOME else "gone",
        "share_left": round6(min(1.0, max(0.0, left))),
        "probability": round6(stands / (stands + faded)),
        "gain_probability": round6(found.probability),
        "onset": onset,
        "began": span.words if span else "",
        "since_months": max(0, whole_months(onset, series.last)),
    }
    if found.fell is not None:
        fields["fell"] = series.starts(found.fell)
    return Fact(
        id=f"signal/held/{id}",
        kind="signal/held",
        fields=fields,
        says=_says(series, fields, stands / (stands + faded)),
        rests_on=(f"indicator/{id}",),
        rows=series.rows(),
    )


def _says(series: Series, fields: dict[str, Scalar], probability: float) -> str:
    found = series.judgement()
    months = plural(int(str(fields["since_months"])), "month")
    window = f"figures from {month(series.first)} to {month(series.last)}"
    if fields["outcome"] == "held":
        gain = f"a gain ({sureness(found.probability)}) began {fields['began']}"
        held = f"given that there was one it has held for {months} ({sureness(probability)})"
        return f"{series.indicator.title}: {gain}; {held}; {window}."
    gone = f"; by {month(series.starts(found.fell))} half of it or more was gone" if found.fell is not None else ""
    began = f"a gain that began {fields['began']} has faded ({sureness(found.probability)}){gone}"
    return f"{series.indicator.title}: {began}; {_left(float(str(fields['share_left'])))} is left at the end; {window}."


def _left(share: float) -> str:
    """What is left of a gain, never all or nothing where it is only nearly so."""
    if share < 0.05:
        return "hardly any of it"
    return f"about {100 * share:.0f}% of it" if share < 0.95 else "nearly all of it"
