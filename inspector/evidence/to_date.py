"""Figures that count from the beginning of the year: what each period added, where numbers that add up allow it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from inspector.evidence.periods import month_number, place_of
from inspector.model.evidence import Figure, Indicator
from inspector.model.shares import is_share
from inspector.stats.counting_on import BEGINNINGS, added, begins, counts_on, never_falls
from inspector.stats.counting_on import years as years_of

MOST_LOST = 0.25
WHY = "It is not judged: its figures count from the beginning of the year, each holding those before it, and "
GIVE = "; the figures of each period by itself, or their numerators and denominators, can be judged."


@dataclass(frozen=True, slots=True)
class Apart:
    """What each period added, and the month in which the count begins anew; or `why` it cannot be known."""

    figures: tuple[Figure, ...] = ()
    since: str = ""
    why: str = ""


def taken_apart(
    indicator: Indicator, figures: Sequence[Figure], step: int, days: int, *, declared: bool
) -> Apart | None:
    """The figures taken apart; None where they neither say (`declared`) nor show that they count on."""
    tops = [one.numerator if one.value is None else one.value for one in figures]
    values = [0.0 if top is None else top for top in tops]
    mixed = len({(one.value is None, one.denominator is None) for one in figures}) > 1
    shown = 0 if mixed else begins(values, [month_number(one.period_start) for one in figures])
    share = any(one.value is not None for one in figures) and is_share(indicator.unit or indicator.title)
    if not shown and not declared:
        return None
    if mixed or share:
        return Apart(why=f"{WHY}a share so far is no sum of shares{GIVE}")
    months = [shown] if shown else [month for month in BEGINNINGS if never_falls(values, _years(figures, month))]
    if not months:
        return Apart(why=f"{WHY}some fall within each year{GIVE}")
    return _added(figures, values, months[0], step, days)


def _years(figures: Sequence[Figure], begin: int) -> list[int]:
    return years_of([month_number(one.period_start) for one in figures], begin)


def _added(figures: Sequence[Figure], tops: Sequence[float], begin: int, step: int, days: int) -> Apart:
    years = _years(figures, begin)
    places = [place_of(one, figures[0], step, days) for one in figures]
    firsts = [_opens(one, begin, step) for one in figures]
    bottoms = [one.denominator for one in figures]
    parts = added(tops, years, places, firsts)
    wholes: list[float | None] = list(bottoms)
    if None not in bottoms:
        sizes = [bottom or 0.0 for bottom in bottoms]
        if counts_on(sizes, years) or (never_falls(sizes, years) and not _level(sizes, years)):
            wholes = added(sizes, years, places, firsts)
        elif not _level(sizes, years):
            return Apart(why=f"{WHY}what they are out of does neither count on nor stay the same{GIVE}")
    made = [_made(*one) for one in zip(figures, parts, wholes, strict=True)]
    kept = tuple(one for one in made if one is not None)
    known = sum(part is not None for part in parts)
    if not kept or known - len(kept) > MOST_LOST * known:
        return Apart(why=f"{WHY}too many are below the one before{GIVE}")
    return Apart(kept, BEGINNINGS[begin])


def _opens(figure: Figure, begin: int, step: int) -> bool:
    """Whether a figure is of the first period of its year."""
    day = figure.period_start
    return (day.month - begin) % 12 < max(1, step) and (step > 0 or day.day <= (figure.period_end - day).days + 1)


def _level(sizes: Sequence[float], years: Sequence[int]) -> bool:
    """Whether what figures are out of stays the same all year, as a population does."""
    pairs = pairwise(zip(sizes, years, strict=True))
    return all(a == b for (a, year), (b, same) in pairs if year == same)


def _made(figure: Figure, part: float | None, whole: float | None) -> Figure | None:
    """The figure of the period alone; None where it is unknown or impossible, as after a correction."""
    if part is None or part < 0 or (figure.denominator is not None and (whole is None or whole <= 0)):
        return None
    if figure.denominator is not None and (figure.numerator or 0) <= figure.denominator and part > (whole or 0):
        return None
    if figure.value is not None:
        return figure.model_copy(update={"value": part})
    return figure.model_copy(update={"numerator": part, "denominator": whole})
