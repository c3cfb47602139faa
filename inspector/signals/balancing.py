"""Whether a linked measure got worse while an indicator was being improved.

Measures:
    For each indicator and the balancing indicator that the register or an entry of the improvement log links to it:
    whether the balancing one got worse. `worsened`: its series is a loss. `not-worse`: it shows no lasting loss.
    `cannot-tell`: it has too few points. `not-measured`: it is named and has no figures. `gained` says whether the
    indicator itself has a gain, and `after_gain` whether the loss began no more than 3 months (or one period) before it.

Why it matters:
    What is gained in one place is often paid for in another: visits sooner and shorter, cases closed faster and opened
    again. A change has improved the service only if nothing that matters as much got worse.

Cannot tell:
    Whether one caused the other, or what was paid for where no balancing measure was named. A loss in a measure that was
    made good again is not seen as one.

Reference:
    Langley and others, The Improvement Guide (2009), on families of measures; Provost and Murray, The Health Care Data
    Guide (2011), chapter 2.
"""

from inspector.evidence.onsets import span_of
from inspector.evidence.series import Series, add_months, all_series, month, sureness
from inspector.model import describe
from inspector.model.evidence import Evidence, LogEntry, Rows
from inspector.model.facts import About, Fact, Scalar
from inspector.model.rows import by_resource
from inspector.stats.rounding import round6

OUTCOMES = ("worsened", "not-worse", "cannot-tell", "not-measured")
GAINS = ("gradual-gain", "sudden-gain")
SLACK = 3

ABOUT = About(
    id="balancing",
    title="Whether a linked measure got worse",
    needs=("indicator-register", "indicators"),
    fields=(
        describe.text("indicator", "The indicator that is being improved.", "name", key=True, open=True),
        describe.text("balancing", "The measure that is linked to the indicator.", "name", key=True, open=True),
        describe.text("title", "The name of the indicator in words.", "name", open=True),
        describe.text("balancing_title", "The name of the linked measure in words, else its id.", "name", open=True),
        describe.choice("outcome", "What became of the linked measure.", OUTCOMES, "measured", worse="worsened"),
        describe.flag("gained", "Whether the indicator that is being improved has a gain.", "measured", good="up"),
        describe.probability("probability", "The probability of what the linked measure is said to have done."),
        describe.day("onset", "When the linked measure most likely began to get worse.", "measured"),
        describe.text(
            "began", "The span in which the linked measure began to get worse, with 90 %, in words.", "measured"
        ),
        describe.flag(
            "after_gain", "Whether the linked measure began to get worse when the gain began, or later.", "measured"
        ),
    ),
)


def measure(evidence: Evidence) -> tuple[Fact, ...]:
    """One fact per indicator with figures and measure linked to it, sorted by both."""
    every = {series.indicator.indicator: series for series in all_series(evidence)}
    links: dict[tuple[str, str], list[LogEntry]] = {}
    for series in every.values():
        if series.indicator.balancing_indicator:
            links.setdefault((series.indicator.indicator, series.indicator.balancing_indicator), [])
    for entry in evidence.log:
        if entry.indicator in every and entry.balancing_indicator:
            links.setdefault((entry.indicator, entry.balancing_indicator), []).append(entry)
    return tuple(
        _fact(every[pair[0]], pair[1], every.get(pair[1]), links[pair]) for pair in sorted(links) if pair[0] != pair[1]
    )


def _fact(series: Series, name: str, linked: Series | None, entries: list[LogEntry]) -> Fact:
    id = series.indicator.indicator
    fields: dict[str, Scalar] = {
        "indicator": id,
        "balancing": name,
        "title": series.indicator.title,
        "balancing_title": linked.indicator.title if linked else name,
        "outcome": "not-measured",
        "gained": series.judgement().call in GAINS,
    }
    rows: tuple[Rows, ...] = (*series.rows(), *by_resource(entries))
    rests = [f"indicator/{id}"]
    if linked is not None:
        fields |= _became(series, linked)
        rows, rests = (*rows, *linked.rows()), [*rests, f"indicator/{name}"]
    if entries:
        rests.append("improvement-log")
    says = _says(series, linked.indicator.title if linked else name, fields)
    key = f"signal/balancing/{id}/{name}"
    return Fact(id=key, kind="signal/balancing", fields=fields, says=says, rests_on=tuple(rests), rows=rows)


def _became(series: Series, linked: Series) -> dict[str, Scalar]:
    """What the linked measure did, and when as against the gain."""
    found, gain = linked.judgement(), series.judgement()
    if found.call == "too-few-points":
        return {"outcome": "cannot-tell"}
    fields: dict[str, Scalar] = {"outcome": "not-worse", "probability": round6(found.probability)}
    if found.call == "loss" and (span := span_of(linked)):
        onset = span.on
        fields |= {"outcome": "worsened", "onset": onset, "began": span.words}
        if gain.call in GAINS and gain.onset is not None:
            earliest = add_months(series.starts(gain.onset), -max(SLACK, series.step, linked.step))
            fields["after_gain"] = onset >= earliest
    return fields


def _says(series: Series, linked: str, fields: dict[str, Scalar]) -> str:
    gain = span_of(series)
    itself = (
        f" that began {gain.words} ({sureness(series.judgement().probability)})" if gain and fields["gained"] else ""
    )
    gained = f"; it has a gain itself{itself}" if itself else ""
    window = f"figures of {series.indicator.title} from {month(series.first)} to {month(series.last)}"
    probability = fields.get("probability")
    sure = f" ({sureness(probability)})" if isinstance(probability, float) else ""
    words = {
        "worsened": f"got worse{sure}, which began {fields.get('began')}",
        "not-worse": f"shows no lasting loss{sure}",
        "cannot-tell": "has too few points to tell",
        "not-measured": "has no figures",
    }
    return f"{series.indicator.title}: {linked}, linked to it, {words[str(fields['outcome'])]}{gained}; {window}."
