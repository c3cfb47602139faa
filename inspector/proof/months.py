"""Months of figures that are not as written, and in which order they take a gain away soonest."""

from collections.abc import Callable, Collection, Sequence

from inspector.evidence.series import Series, all_series
from inspector.evidence.tables import INDICATOR
from inspector.model.evidence import Evidence, Figure
from inspector.model.rows import Located
from inspector.proof.pieces import Place, place
from inspector.proof.search import along

MANY = (1, 2, 3, 4, 6, 9, 12, 18, 27, 1000)
"""So many months of each measure are tried."""


def at_worst(evidence: Evidence, places: Collection[Place]) -> Evidence:
    """The evidence with the figures at these places speaking against a gain as strongly as any figure of their series.

    Of a month before the gain began the best figure stands there, of a later one the worst. Figures that are no part of a series
    that is judged stay as they are.
    """
    gone = frozenset(places)
    told: dict[Place, Figure] = {}
    for series in all_series(evidence):
        mine = [one for one in series.submitted if place(one) in gone]
        if mine:
            told |= _against(series, mine)
    if not told:
        return evidence
    made = evidence.model_copy(update={"figures": tuple(told.get(place(one), one) for one in evidence.figures)})
    made.__dict__["worked_out"] = evidence.worked_out
    return made


def _against(series: Series, mine: Sequence[Figure]) -> dict[Place, Figure]:
    sign = 1.0 if series.indicator.better == "up" else -1.0
    valued = [(sign * value, one) for one in series.submitted if (value := _value(one)) is not None]
    if not valued:
        return {}
    worst, best = (choose(valued, key=lambda both: both[0])[1] for choose in (min, max))
    onset = series.judgement().onset
    began = series.starts(onset) if onset is not None else series.first
    return {place(one): _like(one, best if one.period_start < began else worst) for one in mine}


def _value(one: Figure) -> float | None:
    if one.numerator is not None and one.denominator:
        return one.numerator / one.denominator
    return one.value if one.value is not None else one.numerator


def _like(one: Figure, other: Figure) -> Figure:
    return one.model_copy(update={"numerator": other.numerator, "denominator": other.denominator, "value": other.value})


def orders_of(evidence: Evidence, name: str) -> list[tuple[str, tuple[Figure, ...]]]:
    """The orders in which months of an indicator are tried, each with its words; `name` is `indicator/ID`."""
    id = name.removeprefix(INDICATOR)
    rows = sorted(
        (one for one in evidence.figures if one.indicator == id), key=lambda one: (one.period_start, place(one))
    )
    found = next((one for one in all_series(evidence) if one.indicator.indicator == id), None)
    onset = found.judgement().onset if found else None
    began = found.starts(onset) if found and onset is not None else None
    since = [one for one in rows if began is None or one.period_start >= began]
    onward = [*since, *(one for one in rows[::-1] if began is not None and one.period_start < began)]
    return [
        ("the latest months first", tuple(rows[::-1])),
        ("months from the gain on first", tuple(onward)),
        ("the earliest months first", tuple(rows)),
    ]


def alike(rows: Sequence[Located], names: Sequence[str]) -> list[tuple[str, list[list[Located]]]]:
    """Of each indicator its months in an order of three, with the words for it; `names` are `indicator/ID`."""
    lines = [
        sorted((one for one in rows if f"{INDICATOR}{getattr(one, 'indicator', '')}" == name), key=_begins)
        for name in names
    ]
    return [
        ("the latest months of measure after measure", [line[::-1] for line in lines]),
        ("the earliest months of measure after measure", lines),
        ("months in between of measure after measure", [[*line[1::2], *line[::2]] for line in lines]),
    ]


def latest(rows: Sequence[Located]) -> tuple[Located, ...]:
    """The latest month of each indicator: while it stands, its figures do not end early."""
    by = {getattr(one, "indicator", ""): one for one in sorted(rows, key=_begins)}
    return tuple(sorted(by.values(), key=place))


def _begins(one: Located) -> str:
    return str(getattr(one, "period_start", ""))


def taken_away(
    evidence: Evidence,
    name: str,
    edit: Callable[[Evidence, Collection[Place]], Evidence],
    better: Callable[[Evidence], bool],
    right: Collection[Place] = (),
) -> tuple[Figure, ...] | None:
    """The fewest months found whose being wrong leaves an indicator that did not get better; None where none do.

    `better` says of evidence with this indicator alone whether it did. Months at places that are `right` cannot be wrong.
    """
    alone = evidence.model_copy(
        update={
            "figures": tuple(one for one in evidence.figures if f"{INDICATOR}{one.indicator}" == name),
            "indicators": tuple(one for one in evidence.indicators if f"{INDICATOR}{one.indicator}" == name),
            "log": (),
        }
    )
    found: tuple[Figure, ...] | None = None
    for _, order in orders_of(alone, name):
        free = [one for one in order if place(one) not in right]
        most = len(found) - 1 if found else None
        gone = along(free, lambda rows: not better(edit(alone, {place(one) for one in rows})), most)
        found = gone or found
    return found
