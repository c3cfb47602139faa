"""The shape of a series: which kind of change, how surely, since when, how large and how much of it is left.

The posterior over no change, drift, step, and step that faded, each in either direction, by Bayesian model comparison
over templates (`templates.py`) with an observation model (`observe.py`) and nuisance noise (`template_evidence.py`). Closed forms
and grids, no sampling: the same series gives the same answer. Nothing in the answer tells where the series stands.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import islice
from typing import Literal

import numpy as np

from inspector.stats.call import FEW
from inspector.stats.judgement import CALL_OF, Judgement, Observation, Shape
from inspector.stats.observe import Readings, readings_of
from inspector.stats.posterior import NAMED, PRIORS, posterior
from inspector.stats.rare_counts import rare_weights, too_few
from inspector.stats.template_evidence import kind_of, weights
from inspector.stats.templates import templates
from inspector.stats.told import told as told_of

LEAST = 6
TOGETHER = 16
MANY = 32
"""Parts from which on two threads are worth their start."""
REMEMBERED = 4096
Better = Literal["up", "down"]
Asked = tuple[tuple[Observation, ...], Better]
_known: dict[Asked, Judgement] = {}


def judge(observations: tuple[Observation, ...], better: Better) -> Judgement:
    """The judgement of one series, whatever the order of its observations; the latest 120 periods count.

    Fewer than 6 points are `too-few-points`; so are fewer than 12 unless a change has a probability of 0.9.
    """
    return judge_known([(observations, better)])[0]


def judge_known(asked: Sequence[Asked]) -> list[Judgement]:
    """As `judge_all`; what was asked lately is remembered, for evidence that is judged again with little changed."""
    found = [_known.get(one) for one in asked]
    new = [one for one, made in zip(asked, found, strict=True) if made is None]
    told = judge_all(new)
    _known.update(zip(new[-REMEMBERED:], told[-REMEMBERED:], strict=True))
    for old in list(islice(_known, max(0, len(_known) - REMEMBERED))):
        _known.pop(old, None)
    each = iter(told)
    return [made if made is not None else next(each) for made in found]


def judge_all(asked: Sequence[Asked]) -> list[Judgement]:
    """The judgements of many series at once, each as `judge` would have it: none depends on the others or their order.

    Series of the same periods are weighed together, some at a time, so that memory does not grow with their number.
    """
    seen = readings_of(observations for observations, _ in asked)
    found: dict[int, Judgement] = {}
    alike: dict[tuple[object, ...], list[int]] = {}
    for place, series in enumerate(seen):
        if len(series.y) < LEAST or too_few(series):
            found[place] = replace(_untold(len(series.y)), events=_events(series))
        elif not series.sampling and float(np.ptp(series.y)) == 0.0:
            found[place] = _settled(len(series.y))
        else:
            since_first = (series.periods - series.periods[0]).tobytes()
            alike.setdefault((since_first, _months(series), series.events is None, *kind_of(series)), []).append(place)
    parts = [places[k : k + TOGETHER] for places in alike.values() for k in range(0, len(places), TOGETHER)]
    weighed = _each_part(lambda some: _weighed([(seen[place], asked[place][1]) for place in some]), parts)
    for some, made in zip(parts, weighed, strict=True):
        found.update(zip(some, made, strict=True))
    return [found[place] for place in range(len(seen))]


def _each_part(weigh: Callable[[list[int]], list[Judgement]], parts: list[list[int]]) -> Iterable[list[Judgement]]:
    """The parts one by one; many of them on two cores, none of which depends on another."""
    if len(parts) < MANY:
        return map(weigh, parts)
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(weigh, parts))


def _months(series: Readings) -> bool:
    return bool((series.months > 0).all())


def _weighed(some: list[tuple[Readings, Better]]) -> list[Judgement]:
    shapes = templates(some[0][0].periods, seasonal=_months(some[0][0]))
    signed = [replace(series, y=series.y if better == "up" else -series.y) for series, better in some]
    rare = some[0][0].events is not None
    if rare:
        found = rare_weights(signed, shapes, [(better == "up") != series.turned for series, better in some])
    else:
        found = weights(signed, shapes)
    moved, still = posterior(shapes, found, np.array([(series.chance, series.passing) for series in signed]))
    made = told_of([series.periods for series in signed], shapes, found, moved, still)
    return [replace(one, events=_events(series)) for one, (series, _) in zip(made, some, strict=True)] if rare else made


def _events(series: Readings) -> int | None:
    return None if series.events is None else round(float(series.events.sum()))


def _untold(points: int) -> Judgement:
    """Hardly any readings: what was to be expected beforehand still stands."""
    before: dict[Shape, float] = dict.fromkeys(CALL_OF, 0.0)
    for shape, (kind, side) in NAMED.items():
        before[shape] = PRIORS[kind][side]
    before["no-change"] = 1.0 - sum(before.values())
    still = before["no-change"] + before["passing-loss"]
    return Judgement("too-few-points", "no-change", still, tuple(before.items()), points, 0.0, 0.0, 0.0, needed=FEW)


def _settled(points: int) -> Judgement:
    """All plain numbers equal: whatever the noise, nothing changed."""
    shares = tuple((shape, float(shape == "no-change")) for shape in CALL_OF)
    return Judgement("no-change", "no-change", 1.0, shares, points, 0.0, 0.0, 0.0)
