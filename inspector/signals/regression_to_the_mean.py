"""Whether the figures begin in a bad spell, so that getting better since may be no more than its end.

Measures:
    For each indicator with 12 points or more: whether its first points (up to a fifth of them, at least 3) are worse than
    those that follow at once by 3.5 standard errors or more of the noise between neighbours, a slow rise allowed for.
    Where they are, the series is judged again without them. `gain-discounted`: there was a gain and without the spell
    there is none. `gain-stands`: there is one without it too, or it began more than 2 points after the spell.
    `spell-only`: no gain either way. Other series have no fact.

Why it matters:
    Attention comes when things are at their worst, and what is at its worst gets better by itself more often than not.
    A programme that began then looks like a success whatever it did.

Cannot tell:
    Whether the bad spell ended by itself or somebody ended it in its first months: both look alike, so it asks. A spell
    longer than a fifth of the figures looks like a step. Earlier figures would settle it.

Reference:
    Galton (1886); Barnett, van der Pols and Dobson (2005), International Journal of Epidemiology 34(1), 215-220.
"""

from math import fsum, sqrt
from statistics import median

from inspector.evidence.series import Series, all_series, month
from inspector.model import describe
from inspector.model.evidence import Evidence
from inspector.model.facts import About, Fact, Scalar
from inspector.model.words import plural
from inspector.stats.judgement import Judgement
from inspector.stats.rounding import round6

OUTCOMES = ("gain-discounted", "gain-stands", "spell-only")
GAINS = ("gradual-gain", "sudden-gain")
LEAST = 12
LATER = 2
FAR = 3.5
"""Standard errors: of simulated series without change 0.3 to 3 in 100 begin so, of slow rises 1 to 5."""

ABOUT = About(
    id="regression-to-the-mean",
    title="Figures that begin in a bad spell",
    needs=("indicator-register", "indicators"),
    fields=(
        describe.text("indicator", "The indicator.", "name", key=True, open=True),
        describe.text("title", "The name of the indicator in words.", "name", open=True),
        describe.choice("outcome", "What becomes of a gain without the spell.", OUTCOMES, "doubt"),
        describe.count(
            "spell_points", "How many points the bad spell has.", "doubt", "points", least=1, at_most="points"
        ),
        describe.amount(
            "shortfall",
            "How much worse the bad spell is than what follows, in standard errors.",
            "doubt",
            "standard errors",
            least=3.5,
        ),
        describe.count("points", "How many periods have a figure.", "doubt", "points", least=12),
    ),
)


def measure(evidence: Evidence) -> tuple[Fact, ...]:
    """One fact per registered indicator whose figures begin in a bad spell, sorted by indicator."""
    found = ((series, _spell(series)) for series in all_series(evidence))
    return tuple(_fact(series, *spell) for series, spell in found if spell is not None)


def _spell(series: Series) -> tuple[int, float] | None:
    """How many first points are a bad spell, and by how much; None where they are not."""
    if len(series.observations) < LEAST:
        return None
    # Late, because it loads numpy.
    from inspector.stats.observe import readings

    read = readings(series.observations)
    sign = 1.0 if series.indicator.better == "up" else -1.0
    y = [sign * float(amount) for amount in read.y]
    if len(y) < LEAST:
        return None
    best = max((_shortfall(y, k), k) for k in range(1, max(3, round(len(y) / 5)) + 1))
    return (best[1], best[0]) if best[0] >= FAR else None


def _shortfall(y: list[float], k: int) -> float:
    """By how many standard errors the first `k` points are below those that follow, twice as many and at least six."""
    after = y[k : k + max(6, 2 * k)]
    steps = [abs(b - a) for a, b in zip(y[k:], y[k + 1 :], strict=False)]
    noise = fsum(steps) / len(steps) / 1.128
    if noise <= 1e-9:
        return 0.0
    error = noise * sqrt(1 / k + 1.57 / len(after))
    expected = median(after) - _rise(y[k:]) * (k + len(after)) / 2
    return (expected - fsum(y[:k]) / k) / error


def _rise(y: list[float]) -> float:
    """By how much the rest rises each point, by least squares: what rises slowly began lower without any spell."""
    middle = (len(y) - 1) / 2
    slope = fsum((i - middle) * amount for i, amount in enumerate(y)) / fsum((i - middle) ** 2 for i in range(len(y)))
    return max(0.0, slope)


def _without(series: Series, k: int) -> Judgement:
    from inspector.stats.shapes import judge

    return judge(series.observations[k:], series.indicator.better)


def _fact(series: Series, k: int, shortfall: float) -> Fact:
    id = series.indicator.indicator
    found, after = series.judgement(), series.observations[k].period + LATER
    whole = found.call in GAINS
    later = whole and found.onset is not None and found.onset > after
    rest = later or _without(series, k).call in GAINS
    outcome = "gain-stands" if rest else "gain-discounted" if whole else "spell-only"
    fields: dict[str, Scalar] = {
        "indicator": id,
        "title": series.indicator.title,
        "outcome": outcome,
        "spell_points": k,
        "shortfall": round6(shortfall),
        "points": len(series.observations),
    }
    words = {
        "gain-discounted": "without it there is no gain: was it the end of a bad spell? Earlier figures would tell",
        "gain-stands": "the gain does not come from that",
        "spell-only": "no gain is claimed from it",
    }
    start = f"its {plural(len(series.observations), 'figure')} from {month(series.first)} to {month(series.last)}"
    return Fact(
        id=f"signal/regression-to-the-mean/{id}",
        kind="signal/regression-to-the-mean",
        fields=fields,
        says=f"{series.indicator.title}: {start} begin in a bad spell of {plural(k, 'point')}; {words[outcome]}.",
        rests_on=(f"indicator/{id}",),
        rows=series.rows(),
    )
