"""The rhythm in which a series has its periods, and which of them are missing between others.

Days, working days, the days a service is open, weeks, months of any length, quarters, terms, figures of one day or of a sample
week each month, figures over the twelve months up to each: what is missing is counted in the periods the series itself has
there, so that nothing is missing where a rhythm changes, at a weekend or on a bank holiday of a service that is closed then.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from inspector.model.evidence import Figure

A_MONTH, A_WEEK, A_YEAR = 28, 7, 365.25
USUAL = 0.5
"""Of as many figures as the commonest weekday has, those a weekday must have for a missing one to be missed."""
REGULAR, NEAR = 0.8, 0.2
"""Share of the distances between periods that are within so much of the middle one where figures come at a fixed distance."""
PAUSE = 21
"""Days by which a pause may begin earlier or later than in another year."""


class Gap(NamedTuple):
    """`missing` periods before the figure at `place`; `yearly`: the series pauses so in every year that it spans."""

    place: int
    missing: int
    yearly: bool


def gaps(figures: Sequence[Figure]) -> list[Gap]:
    """Where periods are missing between others, in order."""
    if len(figures) < 2:
        return []
    missing = _by_weekday(figures) or _by_distance(figures) or _by_length(figures)
    places = [place for place, many in enumerate(missing, start=1) if many >= 1]
    pauses = [(figures[place - 1].period_end, figures[place].period_start) for place in places]
    yearly = [_every_year(one, pauses, figures) for one in pauses]
    return [Gap(place, missing[place - 1], every) for place, every in zip(places, yearly, strict=True)]


def step(figures: Sequence[Figure]) -> int:
    """Days from one period to the next, as most are."""
    if _apart(figures) < A_MONTH <= _length(figures) or not _regular(figures):
        return _length(figures)
    return _apart(figures)


def days_of(figure: Figure) -> int:
    """How many days a period lasts."""
    return max(1, (figure.period_end - figure.period_start).days + 1)


def _length(figures: Sequence[Figure]) -> int:
    return sorted(map(days_of, figures))[len(figures) // 2]


def _distances(figures: Sequence[Figure]) -> list[int]:
    return [(b.period_start - a.period_start).days for a, b in pairwise(figures)]


def _apart(figures: Sequence[Figure]) -> int:
    held = sorted(_distances(figures))
    return max(1, held[len(held) // 2]) if held else _length(figures)


def _regular(figures: Sequence[Figure]) -> bool:
    apart, held = _apart(figures), _distances(figures)
    return sum(abs(one - apart) <= NEAR * apart for one in held) >= REGULAR * len(held)


def _by_weekday(figures: Sequence[Figure]) -> list[int]:
    """Of figures for single days, the days between on which there usually is one. Empty where they are no such figures."""
    from inspector.stats.bank_holidays import is_working_day

    if _length(figures) > 1 or _apart(figures) >= A_WEEK:
        return []
    on = Counter(one.period_start.weekday() for one in figures)
    usual = {day for day, many in on.items() if many >= USUAL * max(on.values())}
    open_always = bool(usual & {5, 6})
    found = []
    for a, b in pairwise(figures):
        between = [a.period_end + timedelta(days=k) for k in range(1, (b.period_start - a.period_end).days)]
        found.append(sum(day.weekday() in usual and (open_always or is_working_day(day)) for day in between))
    return found


def _by_distance(figures: Sequence[Figure]) -> list[int]:
    """Of figures at a fixed distance that is not their length, those that leave one out. Empty where length is distance."""
    length, apart = _length(figures), _apart(figures)
    sampled = length < A_MONTH and 2 * apart >= 3 * length and _regular(figures)
    overlapping = 4 * apart < 3 * length
    if not (sampled or overlapping):
        return []
    return [max(0, round(one / apart) - 1) for one in _distances(figures)]


def _by_length(figures: Sequence[Figure]) -> list[int]:
    """The days between two figures, in the longer of the periods that the series has before and after them."""
    long = list(map(days_of, figures))
    found = []
    for place, (a, b) in enumerate(pairwise(figures)):
        before, after = long[max(0, place - 1) : place + 1], long[place + 1 : place + 3]
        found.append(round(((b.period_start - a.period_end).days - 1) / max(min(before), min(after))))
    return found


def _every_year(one: tuple[date, date], pauses: Sequence[tuple[date, date]], figures: Sequence[Figure]) -> bool:
    """Whether there is such a pause in each year that the series spans, and in two at least."""
    first, last = figures[0].period_start, figures[-1].period_end
    around = [round((day - one[0]).days / A_YEAR) for day in (first, last)]
    turns = [k for k in range(around[0] - 1, around[1] + 2) if k and first <= _turned(one[0], k) < last]
    return bool(turns) and all(any(_alike(one, other, k) for other in pauses) for k in turns)


def _turned(day: date, years: int) -> date:
    return day + timedelta(days=round(years * A_YEAR))


def _alike(one: tuple[date, date], other: tuple[date, date], years: int) -> bool:
    begins = abs((other[0] - _turned(one[0], years)).days) <= PAUSE
    lasts = (other[1] - other[0]).days, (one[1] - one[0]).days
    return begins and 4 * min(lasts) >= 3 * max(lasts)
