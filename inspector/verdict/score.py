"""The improvement score: a summary for following one authority over time. The verdict never comes from it."""

from collections.abc import Sequence

from inspector.model.inspection import Score, ThemeResult
from inspector.model.ladder import STANDINGS, Standing, rank


def score(themes: Sequence[ThemeResult]) -> Score:
    """The weighted mean height of the themes on the ladder, 0 to 100, with the range that doubt leaves it."""
    return Score(
        value=_mean([(t.weight, t.standing) for t in themes]),
        low=_mean([(t.weight, t.low) for t in themes]),
        high=_mean([(t.weight, t.high) for t in themes]),
    )


def _mean(weighted: Sequence[tuple[float, Standing]]) -> float:
    total = sum(weight for weight, _ in weighted)
    if not total:
        return 0.0
    top = len(STANDINGS) - 1
    return round(100 * sum(weight * rank(standing) for weight, standing in weighted) / (top * total), 1)
