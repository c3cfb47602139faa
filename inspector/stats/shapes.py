"""The shape of a series: which kind of change, how surely, since when, how large and how much of it is left.

The posterior over no change, drift, step, and step that faded, each in either direction, by Bayesian model comparison
over templates (`templates.py`) with an observation model (`observe.py`) and nuisance noise (`template_evidence.py`). Closed forms
and grids, no sampling: the same series gives the same answer. Nothing in the answer tells where the series stands.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from inspector.stats.call import FEW, call_of, likeliest, needed
from inspector.stats.judgement import CALL_OF, Call, Judgement, Observation, Shape
from inspector.stats.observe import Readings, readings_of
from inspector.stats.template_evidence import Weights, kind_of, weights_of
from inspector.stats.templates import SHAPES, Templates, templates

Array = NDArray[np.float64]
# Better and worse, by shape. Indicators come from authorities that set out to improve them, so gains are likelier.
PRIORS = {
    "early": (0.12, 0.03),
    "spike": (0.015, 0.015),
    "season": (0.05, 0.05),
    "gradual": (0.21, 0.08),
    "sudden": (0.11, 0.06),
    "faded": (0.12, 0.02),
}
LEAST = 6
TOGETHER = 16
LASTING = (SHAPES.index("gradual"), SHAPES.index("sudden"))
TINY = 1e-300
# A hair below, so that a last-bit difference in a sum cannot move an onset that is certain.
QUANTILES = (0.5 - 1e-9, 0.05 - 1e-9, 0.95 - 1e-9)


@lru_cache(maxsize=1024)
def judge(observations: tuple[Observation, ...], better: Literal["up", "down"]) -> Judgement:
    """The judgement of one series, whatever the order of its observations; the latest 120 periods count.

    Fewer than 6 points are `too-few-points`; so are fewer than 12 unless a change has a probability of 0.9.
    """
    return judge_all([(observations, better)])[0]


def judge_all(asked: Sequence[tuple[tuple[Observation, ...], Literal["up", "down"]]]) -> list[Judgement]:
    """The judgements of many series at once, each as `judge` would have it: none depends on the others or their order.

    Series of the same periods are weighed together, some at a time, so that memory does not grow with their number.
    """
    seen = readings_of(observations for observations, _ in asked)
    found: dict[int, Judgement] = {}
    alike: dict[tuple[object, ...], list[int]] = {}
    for place, series in enumerate(seen):
        if len(series.y) < LEAST:
            found[place] = _untold(len(series.y))
        elif not series.sampling and float(np.ptp(series.y)) == 0.0:
            found[place] = _settled(len(series.y))
        else:
            since_first = (series.periods - series.periods[0]).tobytes()
            alike.setdefault((since_first, _months(series), *kind_of(series)), []).append(place)
    for places in alike.values():
        shapes = templates(seen[places[0]].periods, seasonal=_months(seen[places[0]]))
        for some in (places[k : k + TOGETHER] for k in range(0, len(places), TOGETHER)):
            found.update(zip(some, _weighed([(seen[place], asked[place][1]) for place in some], shapes), strict=True))
    return [found[place] for place in range(len(seen))]


def _months(series: Readings) -> bool:
    return bool((series.months > 0).all())


def _weighed(some: list[tuple[Readings, Literal["up", "down"]]], shapes: Templates) -> list[Judgement]:
    signed = [replace(series, y=series.y if better == "up" else -series.y) for series, better in some]
    each = zip(signed, weights_of(signed, shapes), strict=True)
    return [_judgement(series, shapes, found, _posterior(shapes, found, series.chance)) for series, found in each]


def _untold(points: int) -> Judgement:
    """Hardly any readings: what was to be expected beforehand still stands."""
    before: dict[Shape, float] = dict.fromkeys(CALL_OF, 0.0)
    for kind in ("gradual", "sudden", "faded"):
        for side, shape in enumerate(_named(kind)):
            before[shape] = PRIORS[kind][side]
    before["no-change"] = 1.0 - sum(before.values())
    still = before["no-change"] + before["passing-loss"]
    return Judgement("too-few-points", "no-change", still, tuple(before.items()), points, 0.0, 0.0, 0.0, needed=FEW)


def _settled(points: int) -> Judgement:
    """All plain numbers equal: whatever the noise, nothing changed."""
    shares = tuple((shape, float(shape == "no-change")) for shape in CALL_OF)
    return Judgement("no-change", "no-change", 1.0, shares, points, 0.0, 0.0, 0.0)


def _posterior(shapes: Templates, found: Weights, chance: float) -> Array:
    """The probability of each template upwards and downwards (t, 2); the rest to 1 is no change at all."""
    prior = chance * np.array([PRIORS[name] for name in SHAPES])[shapes.shape] * shapes.share[:, None]
    logs = found.moved + np.log(prior)
    steady = found.steady + np.log(1.0 - prior.sum())
    top = max(float(steady), float(logs.max()))
    still, moved = np.exp(steady - top), np.exp(logs - top)
    posterior: Array = moved / (still + moved.sum())
    return posterior


def _named(kind: str) -> tuple[Shape, Shape]:
    """What a shape is called upwards and downwards."""
    names: dict[str, tuple[Shape, Shape]] = {
        "gradual": ("gradual-gain", "gradual-loss"),
        "sudden": ("sudden-gain", "sudden-loss"),
        "faded": ("faded-gain", "passing-loss"),
    }
    return names[kind]


def _masks(shapes: Templates) -> dict[Shape, tuple[NDArray[np.bool_], int]]:
    """Which templates, in which direction (0 better, 1 worse), make each shape other than no change."""
    kinds = ("gradual", "sudden", "faded")
    return {
        name: (shapes.shape == SHAPES.index(kind), side) for kind in kinds for side, name in enumerate(_named(kind))
    }


def _judgement(series: Readings, shapes: Templates, found: Weights, moved: Array) -> Judgement:
    masks = _masks(shapes)
    by_shape: dict[Shape, float] = {name: float(moved[mask, side].sum()) for name, (mask, side) in masks.items()}
    by_shape = {"no-change": max(0.0, 1.0 - sum(by_shape.values())), **by_shape}
    by_call: dict[Call, float] = {}
    for shape, share in by_shape.items():
        by_call[CALL_OF[shape]] = by_call.get(CALL_OF[shape], 0.0) + share
    points = len(series.y)
    told = likeliest(by_call, float(moved[shapes.shape == SHAPES.index("early")].sum()), points)
    call = call_of(told, by_call, points)
    lasting = moved * np.isin(shapes.shape, LASTING)[:, None]
    more = needed(call, by_call[told], points, float((lasting * found.size).sum() / max(lasting.sum(), TINY)))
    head = (call, told, by_call[told], tuple((shape, by_shape[shape]) for shape in CALL_OF), points)
    if call in ("no-change", "too-few-points"):
        return Judgement(*head, *_effect(found, lasting), needed=more)
    weight = np.zeros_like(moved)
    for shape, (mask, side) in masks.items():
        if CALL_OF[shape] == call:
            weight[mask, side] = moved[mask, side]
    weight /= weight.sum()
    faded = float((1 - shapes.left) @ weight.sum(axis=1)) if call == "faded-gain" else None
    return Judgement(*head, *_effect(found, weight), *_when(series.periods, shapes, weight), faded, more)


def _effect(found: Weights, weight: Array) -> tuple[float, float, float]:
    """The size of the change with a 90% interval, in sd of the noise, + is better; of a faded gain, its height.

    `weight` (t, 2) are probabilities of what may have happened; what they lack to 1 had no effect.
    """
    mean = float((weight * found.size * [1.0, -1.0]).sum())
    square = float((weight * (found.spread**2 + found.size**2)).sum())
    reach = 1.645 * float(np.sqrt(max(square - mean**2, 0.0)))
    return mean, mean - reach, mean + reach


def _when(periods: Array, shapes: Templates, weight: Array) -> tuple[int, int, int, int]:
    """The median onset, its 90% interval and for how many periods it has lasted."""
    chance = np.zeros(len(periods))
    place = np.searchsorted(periods - periods[0], np.ceil(shapes.onset - 1e-9)).clip(0, len(periods) - 1)
    np.add.at(chance, place, weight.sum(axis=1))
    total = np.cumsum(chance / chance.sum())
    places = np.searchsorted(total, np.array(QUANTILES)).clip(0, len(periods) - 1)
    onset, low, high = (int(period) for period in periods[places])
    return onset, low, high, int(periods[-1]) - onset + 1
