"""Judged series as Polars frames: one row a series, or one row a figure."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import polars as pl

from inspector.door.frames import ruled
from inspector.stats.rounding import round6
from inspector.trends.facts import Trend

if TYPE_CHECKING:
    from polars._typing import SchemaDict

TRENDS: "SchemaDict" = {
    "series": pl.String, "points": pl.Int64, "better": pl.String, "better_assumed": pl.Boolean, "first": pl.Date,
    "last": pl.Date, "call": pl.String, "probability": pl.Float64, "kind_probability": pl.Float64,
    "leaning": pl.String, "leaning_probability": pl.Float64, "onset": pl.Date, "onset_low": pl.Date,
    "onset_high": pl.Date, "fell": pl.Date, "held_periods": pl.Int64, "share_faded": pl.Float64, "effect": pl.Float64,
    "effect_low": pl.Float64, "effect_high": pl.Float64, "points_needed": pl.Int64, "variation": pl.String,
}  # fmt: skip
FIGURES: "SchemaDict" = {
    "series": pl.String, "better": pl.String, "period_start": pl.Date, "value": pl.Float64, "numerator": pl.Float64,
    "denominator": pl.Float64, "centre": pl.Float64, "lower": pl.Float64, "upper": pl.Float64, "cause": pl.String,
    "rule": pl.String, "call": pl.String, "onset": pl.Date,
}  # fmt: skip


def frame(series: Sequence[Trend]) -> pl.DataFrame:
    """One row a series."""
    return pl.DataFrame([_judged(one) for one in series], schema=TRENDS, orient="row")


def series_frame(series: Sequence[Trend]) -> pl.DataFrame:
    """One row a figure, by series and period."""
    return pl.DataFrame([row for one in series for row in _figures(one)], schema=FIGURES, orient="row")


def _judged(found: Trend) -> list[Any]:
    made, line = found.judgement, found.series.line
    told = made.call != "too-few-points"
    held = made.held if made.call in ("gradual-gain", "sudden-gain") else None
    return [
        found.name, len(found.values), found.better, found.assumed, line.starts[0] if line.starts else None, line.last,
        made.call, round6(made.probability) if told else None, _maybe(made.kind_probability), *_leaning(found),
        *(_began(found, period) for period in _bounds(found)), held, _maybe(made.share_faded),
        *(round6(size) if told else None for size in (made.effect, made.effect_low, made.effect_high)),
        made.needed, found.icon if found.points else None,
    ]  # fmt: skip


def _figures(found: Trend) -> Iterable[list[Any]]:
    onset = _began(found, found.judgement.onset)
    rows = zip(found.series.line.starts, found.values, found.series.line.observations, found.points, strict=True)
    for start, value, given, point in rows:
        yield [
            found.name, found.better, start, value, given.numerator, given.denominator, round6(point.centre),
            _maybe(point.lower), _maybe(point.upper), found.kind(point).rsplit("_", 1)[1], ruled(point.cause),
            found.judgement.call, onset,
        ]  # fmt: skip


def _bounds(found: Trend) -> tuple[int | None, ...]:
    made = found.judgement
    return made.onset, made.onset_low, made.onset_high, made.fell


def _began(found: Trend, period: int | None) -> date | None:
    return None if period is None else found.day(period)


def _leaning(found: Trend) -> tuple[str | None, float | None]:
    made = found.judgement.leaning
    return (None, None) if made is None else (made[0], round6(made[1]))


def _maybe(value: float | None) -> float | None:
    return None if value is None else round6(value)
