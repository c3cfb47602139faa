"""The improvement score: a summary for following one authority over time. The verdict never comes from it."""

from collections.abc import Sequence

from inspector.model.inspection import Score, ThemeResult
from inspector.model.ladder import STANDINGS, Standing, VerdictWord, rank

NOTHING = "nothing is evidenced"
UNTOLD = "what is evidenced does not let anybody say how this service moves"
WEIGHTLESS = "no theme of the framework has any weight"


def score(themes: Sequence[ThemeResult], verdict: VerdictWord | None = None) -> Score:
    """The weighted mean height of the themes on the ladder, 0 to 100, with the range that doubt leaves it.

    Silence is no nought: where every theme is silent, or the verdict is `not-evidenced`, there is no score but the reason why.
    """
    if why := _why_none(themes, verdict):
        return Score(value=None, low=None, high=None, why=why)
    return Score(
        value=_mean([(t.weight, t.standing) for t in themes]),
        low=_mean([(t.weight, t.low) for t in themes]),
        high=_mean([(t.weight, t.high) for t in themes]),
    )


def _why_none(themes: Sequence[ThemeResult], verdict: VerdictWord | None) -> str:
    if all(theme.standing == "silent" for theme in themes):
        return NOTHING
    if not sum(theme.weight for theme in themes):
        return WEIGHTLESS
    return UNTOLD if verdict == "not-evidenced" else ""


def _mean(weighted: Sequence[tuple[float, Standing]]) -> float:
    total = sum(weight for weight, _ in weighted)
    top = len(STANDINGS) - 1
    return round(100 * sum(weight * rank(standing) for weight, standing in weighted) / (top * total), 1)
