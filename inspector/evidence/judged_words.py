"""What a series did, in a sentence: what is claimed, how surely, since when, over which periods."""

from inspector.evidence.onsets import span_of
from inspector.evidence.series import Series, month, sureness, whole_months
from inspector.model.words import agree, plural
from inspector.stats.judgement import Judgement

PROBABLY = {
    "gain": "a gain",
    "faded-gain": "a gain that has faded since",
    "loss": "a loss",
}
LEAST = 6
"""As `shapes.LEAST`: with fewer points it is these that are too few."""
KINDS = {"gradual-gain": "gradual rather than sudden", "sudden-gain": "sudden rather than gradual"}


def judged_words(series: Series, found: Judgement) -> str:
    """The sentence; with too few points what it leans to, if that is likelier than all else together."""
    title = series.indicator.title
    window = f"{plural(len(series.figures), 'period')} from {month(series.first)} to {month(series.last)}"
    if series.made.basis == "not-judged":
        return f"{title}: it cannot be told how it moved ({window})."
    if found.call == "too-few-points":
        if found.events is not None and len(series.observations) >= LEAST:
            return f"{title}: {plural(found.events, 'event')} {agree(found.events, 'is', 'are')} too few to tell ({window})."
        if found.leaning is None:
            return f"{title}: too few points to tell ({window})."
        probably = f"probably {PROBABLY[found.leaning[0]]} ({sureness(found.leaning[1])})"
        return f"{title}: too few points to be sure ({window}); {probably}."
    sure = sureness(found.probability)
    if found.events is not None:
        window += f", by when {plural(found.events, 'rare event')} happened"
    if found.onset is None:
        return f"{title}: no lasting change ({sure}), over {window}."
    began = began_words(series, found)
    if found.call in KINDS:
        held = plural(max(0, whole_months(series.starts(found.onset), series.last)), "month")
        return f"{title}: a gain ({sure}{_kind(found)}) that began {began}, held for {held}, over {window}."
    if found.call == "faded-gain":
        half = "" if found.fell is None else f", half of it or more by {month(series.starts(found.fell))}"
        return f"{title}: a gain that began {began} and has faded since{half} ({sure}), over {window}."
    return f"{title}: a loss ({sure}) that began {began}, over {window}."


def _kind(found: Judgement) -> str:
    if found.kind_probability is None:
        return ""
    return f"; {KINDS[found.call]}: {sureness(found.kind_probability).removeprefix('probability ')}"


def began_words(series: Series, found: Judgement) -> str:
    """`in April 2024`, or `about April 2024 (between March 2024 and June 2024)`: the median and the 90% interval.

    The interval ends with the last day of a period: of yearly figures that begin in April it lasts to a March.
    """
    onset = month(series.starts(found.onset or 0))
    span = span_of(series)
    if span is None or month(span.low) == month(span.high):
        return f"in {onset}"
    between = f"between {month(span.low)} and {month(span.high)}"
    return between if found.onset_low == found.onset_high else f"about {onset} ({between})"
