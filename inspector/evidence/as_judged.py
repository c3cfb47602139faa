"""From the figures of one indicator as they were submitted to those that can be judged, each of a period of its own.

Figures for the year so far are taken apart, of figures over the months before every so many is kept, and long series of
weeks or days are joined to months. What was done is said, and where nothing can be done, why.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from inspector.evidence.joined import joined, too_many
from inspector.evidence.periods import place_of
from inspector.evidence.thinned import held_by, said_of, thinned
from inspector.evidence.to_date import Apart, taken_apart
from inspector.model.evidence import Figure, Indicator
from inspector.model.running import months_held, running
from inspector.model.words import plural

Basis = str
BASES = ("as-submitted", "taken-apart", "every-so-many", "joined-to-months", "not-judged")


@dataclass(frozen=True, slots=True)
class AsJudged:
    """The figures that are judged, the length of their periods, what was done to make them and what is said of it."""

    figures: tuple[Figure, ...]
    step: int
    days: int
    basis: Basis = "as-submitted"
    says: str = ""


PLAIN = AsJudged((), 1, 0)


def as_judged(indicator: Indicator, figures: Sequence[Figure], step: int, days: int, dated: bool = False) -> AsJudged:
    """What of a line of figures is judged. `dated`: their dates say that they count from the beginning of the year.

    `figures` are in order, one a period of `step` months or else `days` days.
    """
    plain = AsJudged(tuple(figures), step, days)
    if step >= 12:
        return plain
    words = _words(indicator)
    declared = "to-date" if dated else running(words)
    if declared != "rolling":
        apart = taken_apart(indicator, figures, step, days, declared=declared == "to-date")
        if apart is not None:
            return _apart(apart, plain)
    if too_many(figures, step):
        joined_ = joined(figures)
        plain = AsJudged(joined_.figures, 1, 0, "joined-to-months", joined_.says)
    held = months_held(words) if declared == "rolling" else 0
    window = max(1, -(-held // plain.step)) if held and plain.step else held_by(plain.figures, plain.step)
    if window <= 1:
        return plain
    kept = thinned(
        plain.figures, [place_of(one, plain.figures[0], plain.step, plain.days) for one in plain.figures], window
    )
    says = said_of(window * max(1, plain.step), len(kept), len(plain.figures), declared=bool(held))
    return AsJudged(kept, plain.step, plain.days, "every-so-many", f"{plain.says} {says}".strip())


def _apart(apart: Apart, plain: AsJudged) -> AsJudged:
    if apart.why:
        return AsJudged(plain.figures, plain.step, plain.days, "not-judged", apart.why)
    left = len(plain.figures) - len(apart.figures)
    lost = f"; {plural(left, 'figure')} cannot be taken apart, the one before being absent or greater" if left else ""
    says = f"Its figures count from {apart.since} of each year on: what each period added is judged{lost}."
    return AsJudged(apart.figures, plain.step, plain.days, "taken-apart", says)


def _words(indicator: Indicator) -> str:
    text = " ".join((indicator.title, indicator.indicator, indicator.unit or ""))
    return " ".join(text.lower().replace("-", " ").replace("_", " ").replace("/", " ").split())
