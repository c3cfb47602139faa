"""Figures over the months up to each date: every so many is kept, so that none holds months of another."""

from collections.abc import Sequence

from inspector.evidence.periods import place_of
from inspector.model.evidence import Figure
from inspector.model.words import agree, plural
from inspector.stats.judgement import Observation


def held_by(figures: Sequence[Figure], step: int) -> int:
    """Over how many periods each figure seems to be given, by the figures alone; 1 where each is of its own period."""
    # Late, because it loads numpy, and many a command only asks signals what they are.
    from inspector.stats.overlapping import held_by as held

    line = tuple(
        Observation(place_of(one, figures[0], step, 0), one.value, one.numerator, one.denominator)
        for one in (figures if step else ())
    )
    return held(line, step)


def thinned(figures: Sequence[Figure], places: Sequence[int], window: int) -> tuple[Figure, ...]:
    """From the last figure back those that are `window` periods or more apart, in order."""
    kept: list[Figure] = []
    before = places[-1] + window
    for figure, place in zip(reversed(figures), reversed(places), strict=True):
        if place <= before - window:
            kept.append(figure)
            before = place
    return tuple(reversed(kept))


def said_of(months: int, kept: int, among: int, *, declared: bool) -> str:
    """What was done and why, in a sentence."""
    each = f"every {months} months one is judged, {kept} of {plural(among, 'figure')}"
    if declared:
        return f"Each of its figures is over the {months} months up to its date and holds months of its neighbours: {each}."
    return (
        f"Its figures move so much less from one to the next than chance makes figures that stand for themselves that they "
        f"seem to hold one another's months: {each}. {agree(kept, 'It stands', 'They stand')} for themselves."
    )
