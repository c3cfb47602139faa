"""Whether the gains of a bundle came as many small steps or as one big one.

Measures:
    Over all indicators that can be judged, how their gains came, as far as these have a probability of 0.8 or more.
    `one-big-step`: two thirds of the gains or more are sudden, and all most likely began within 3 months of each other.
    `many-small-steps`: of three gains or more two thirds are gradual, or three or more began at times more than 3 months
    apart. `mixed`: gains that are neither. `none`: no such gain. `starts` counts beginnings more than 3 months after
    the one before that counted.

Why it matters:
    What works is a perpetual stream of small improvements made by everyone who does the work. One large programme
    shows as one big step in everything at once, and the next step waits for the next programme.

Cannot tell:
    Several small steps in one series from a gradual rise: both are small steps here. A step that everybody in the country
    made at the same time looks like a programme. One gain alone is thin ground for a pattern.

Reference:
    Imai (1986), Kaizen, chapter 2 (innovation as a staircase, kaizen as a slope); Munro (2011), A child-centred system.
"""

from datetime import date

from inspector.evidence.series import Series, add_months, all_series, month
from inspector.model import describe
from inspector.model.evidence import Evidence
from inspector.model.facts import About, Fact, Scalar
from inspector.model.words import plural

PATTERNS = ("many-small-steps", "one-big-step", "mixed", "none")
TOGETHER = 3
SURE = 0.8
MOSTLY = 2 / 3
SEVERAL = 3

ABOUT = About(
    id="step-pattern",
    title="Many small steps or one big one",
    needs=("indicator-register", "indicators"),
    fields=(
        describe.choice(
            "pattern", "How the gains of the bundle came.", PATTERNS, "measured", better="many-small-steps"
        ),
        describe.count(
            "judged", "How many indicators have points enough to be judged.", "doubt", "indicators", least=1
        ),
        describe.count(
            "gains",
            "How many indicators have a gain that stands, with 0.8 or more.",
            "measured",
            "indicators",
            good="up",
            at_most="judged",
        ),
        describe.count(
            "gradual", "How many of the gains came gradually.", "measured", "indicators", good="up", at_most="gains"
        ),
        describe.count(
            "sudden",
            "How many of the gains came suddenly.",
            "measured",
            "indicators",
            equals="gains - gradual",
            at_most="gains",
        ),
        describe.count(
            "starts",
            "Beginnings of gains more than 3 months after the one before.",
            "measured",
            "beginnings",
            good="up",
            at_most="gains",
        ),
    ),
)

WORDS = {
    "many-small-steps": "gains came as many small steps",
    "one-big-step": "gains came as one big step",
    "mixed": "gains came neither as many small steps nor as one big one",
    "none": "no indicator has a gain that stands with a probability of 0.8 or more",
}


def measure(evidence: Evidence) -> tuple[Fact, ...]:
    """One fact for the bundle; none where no indicator has points enough."""
    judged = [series for series in all_series(evidence) if series.judgement().call != "too-few-points"]
    if not judged:
        return ()
    sure = [series for series in judged if series.judgement().probability >= SURE]
    gradual = [series for series in sure if series.judgement().call == "gradual-gain"]
    sudden = [series for series in sure if series.judgement().call == "sudden-gain"]
    onsets = sorted(series.starts(series.judgement().onset or 0) for series in (*gradual, *sudden))
    starts = _starts(onsets)
    pattern = _pattern(len(gradual), len(sudden), starts, onsets)
    fields: dict[str, Scalar] = {
        "pattern": pattern,
        "judged": len(judged),
        "gains": len(onsets),
        "gradual": len(gradual),
        "sudden": len(sudden),
        "starts": starts,
    }
    return (
        Fact(
            id="signal/step-pattern/bundle",
            kind="signal/step-pattern",
            fields=fields,
            says=_says(judged, len(gradual), len(sudden), pattern),
            rests_on=tuple(sorted(f"indicator/{series.indicator.indicator}" for series in judged)),
            rows=tuple(rows for series in judged for rows in series.rows()),
        ),
    )


def _starts(onsets: list[date]) -> int:
    """How many of the sorted onsets come more than three months after the last one counted."""
    count, last = 0, None
    for onset in onsets:
        if last is None or onset > add_months(last, TOGETHER):
            count, last = count + 1, onset
    return count


def _pattern(gradual: int, sudden: int, starts: int, onsets: list[date]) -> str:
    gains = gradual + sudden
    if not gains:
        return "none"
    if sudden >= MOSTLY * gains and onsets[-1] <= add_months(onsets[0], TOGETHER):
        return "one-big-step"
    many = gains >= SEVERAL and (gradual >= MOSTLY * gains or starts >= SEVERAL)
    return "many-small-steps" if many else "mixed"


def _says(judged: list[Series], gradual: int, sudden: int, pattern: str) -> str:
    first, last = min(series.first for series in judged), max(series.last for series in judged)
    gains = f"{plural(gradual + sudden, 'gain')} ({gradual} gradual, {sudden} sudden)"
    counts = f"{gains} among {plural(len(judged), 'indicator')} that can be judged"
    return f"Over the bundle {WORDS[pattern]}: {counts}, {month(first)} to {month(last)}."
