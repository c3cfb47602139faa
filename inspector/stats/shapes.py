"""The shape of a series: which kind of change, how surely, since when, how large and how much of it is left.

The posterior over no change, drift, step, and step that faded, each in either direction, by Bayesian model comparison
over templates (`templates.py`) with an observation model (`observe.py`) and nuisance noise (`weigh.py`). Closed forms
and grids, no sampling: the same series gives the same answer. Nothing in the answer tells where the series stands.
"""

from functools import lru_cache
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from inspector.stats.judgement import CALL_OF, Call, Judgement, Observation, Shape
from inspector.stats.observe import Readings, readings
from inspector.stats.templates import SHAPES, Templates, templates
from inspector.stats.weigh import Weights, weigh

Array = NDArray[np.float64]
PRIORS = {"steady": 0.21, "early": 0.18, "spike": 0.03, "gradual": 0.21, "sudden": 0.19, "faded": 0.18}
LEAST = 6
FEW = 12
SURE_IF_FEW = 0.9
# In a dozen points a gain is hard to tell from the end of a bad spell, so it must be surer than in two dozen.
GAIN = ((12, 24), (0.57, 0.5))
LATEST = 120
# A hair below, so that a last-bit difference in a sum cannot move an onset that is certain.
QUANTILES = (0.5 - 1e-9, 0.05 - 1e-9, 0.95 - 1e-9)


@lru_cache(maxsize=1024)
def judge(observations: tuple[Observation, ...], better: Literal["up", "down"]) -> Judgement:
    """The judgement of one series, whatever the order of its observations; the latest 120 periods count.

    Fewer than 6 points are `too-few-points`; so are fewer than 12 unless one call has a probability of 0.9.
    """
    series = _latest(readings(observations))
    sign = 1.0 if better == "up" else -1.0
    if len(series.y) < LEAST:
        return _untold(len(series.y))
    if not series.sampling and float(np.ptp(series.y)) == 0.0:
        return _settled(len(series.y))
    shapes = templates(series.periods)
    found = weigh(Readings(series.periods, series.months, sign * series.y, series.sd, series.sampling), shapes)
    return _judgement(series, shapes, found, _posterior(shapes, found))


def _latest(series: Readings) -> Readings:
    recent = slice(-LATEST, None)
    return Readings(series.periods[recent], series.months[recent], series.y[recent], series.sd[recent], series.sampling)


def _untold(points: int) -> Judgement:
    """Hardly any readings: what was to be expected beforehand still stands."""
    before: dict[Shape, float] = dict.fromkeys(CALL_OF, 0.0)
    before["no-change"] = PRIORS["steady"] + PRIORS["early"] + PRIORS["spike"]
    before["gradual-gain"] = before["gradual-loss"] = PRIORS["gradual"] / 2
    before["sudden-gain"] = before["sudden-loss"] = PRIORS["sudden"] / 2
    before["faded-gain"] = before["passing-loss"] = PRIORS["faded"] / 2
    still = before["no-change"] + before["passing-loss"]
    return Judgement("too-few-points", "no-change", still, tuple(before.items()), points, 0.0, 0.0, 0.0)


def _settled(points: int) -> Judgement:
    """All plain numbers equal: whatever the noise, nothing changed."""
    shares = tuple((shape, float(shape == "no-change")) for shape in CALL_OF)
    return Judgement("no-change", "no-change", 1.0, shares, points, 0.0, 0.0, 0.0)


def _posterior(shapes: Templates, found: Weights) -> Array:
    """The probability of each template upwards and downwards (t, 2); the rest to 1 is no change at all."""
    prior = np.array([PRIORS[name] for name in SHAPES])[shapes.shape] * shapes.share / 2
    logs = found.moved + np.log(prior)[:, None]
    steady = found.steady + np.log(PRIORS["steady"])
    top = max(float(steady), float(logs.max()))
    still, moved = np.exp(steady - top), np.exp(logs - top)
    posterior: Array = moved / (still + moved.sum())
    return posterior


def _masks(shapes: Templates) -> dict[Shape, tuple[NDArray[np.bool_], int]]:
    """Which templates, in which direction (0 better, 1 worse), make each shape other than no change."""
    of = {name: shapes.shape == i for i, name in enumerate(SHAPES)}
    return {
        "gradual-gain": (of["gradual"], 0),
        "sudden-gain": (of["sudden"], 0),
        "faded-gain": (of["faded"], 0),
        "gradual-loss": (of["gradual"], 1),
        "sudden-loss": (of["sudden"], 1),
        "passing-loss": (of["faded"], 1),
    }


def _judgement(series: Readings, shapes: Templates, found: Weights, moved: Array) -> Judgement:
    masks = _masks(shapes)
    by_shape: dict[Shape, float] = {name: float(moved[mask, side].sum()) for name, (mask, side) in masks.items()}
    by_shape = {"no-change": max(0.0, 1.0 - sum(by_shape.values())), **by_shape}
    by_call: dict[Call, float] = {}
    for shape, share in by_shape.items():
        by_call[CALL_OF[shape]] = by_call.get(CALL_OF[shape], 0.0) + share
    likeliest = _likeliest(by_call, len(series.y))
    call = _call(likeliest, by_call, len(series.y))
    shares = tuple((shape, by_shape[shape]) for shape in CALL_OF)
    told = (call, likeliest, by_call[likeliest], shares, len(series.y))
    if call in ("no-change", "too-few-points"):
        lasting = np.isin(shapes.shape, [SHAPES.index("gradual"), SHAPES.index("sudden")])
        return Judgement(*told, *_effect(found, moved * lasting[:, None]))
    weight = np.zeros_like(moved)
    for shape, (mask, side) in masks.items():
        if CALL_OF[shape] == call:
            weight[mask, side] = moved[mask, side]
    weight /= weight.sum()
    faded = float((1 - shapes.left) @ weight.sum(axis=1)) if call == "faded-gain" else None
    return Judgement(*told, *_effect(found, weight), *_when(series.periods, shapes, weight), faded)


def _likeliest(by_call: dict[Call, float], points: int) -> Call:
    """The call with the greatest probability; a gain only where gains of either kind are likely enough together."""
    gains: tuple[Call, Call] = ("gradual-gain", "sudden-gain")
    if _gain(by_call) >= float(np.interp(points, *GAIN)):
        return max(gains, key=lambda call: by_call[call])
    others: tuple[Call, ...] = ("no-change", "loss", "faded-gain")
    return max(others, key=lambda call: by_call[call])


def _gain(by_call: dict[Call, float]) -> float:
    return by_call["gradual-gain"] + by_call["sudden-gain"]


def _call(likeliest: Call, by_call: dict[Call, float], points: int) -> Call:
    sure = _gain(by_call) if likeliest in ("gradual-gain", "sudden-gain") else by_call[likeliest]
    return "too-few-points" if points < FEW and sure < SURE_IF_FEW else likeliest


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
