"""How well a team foretold; nothing is judged by it."""

from typing import Annotated, Literal, TypedDict

from inspector.report.document.shape.units import Count, RowsBehind, Share

Percent = Annotated[float, ("minimum", 0), ("maximum", 100)]


class ChanceGroup(TypedDict):
    """Predictions whose stated chance is in one tenth: how many, the mean chance in 100, how many came true."""

    low: Count
    high: Count
    n: Annotated[Count, ("minimum", 1)]
    mean_chance: Percent
    came_true: Count


class Calibration(TypedDict):
    """The chances that the improvement log states for its predictions, held against what came true (Brier's score).

    `counted` are those with a chance and an outcome; with `history` those alone that an earlier submission held before their
    outcome was written down. `brier` and what follows is null below the least number. 0 is best; who always says 50 scores
    0.25, and who always states the share that came true `base`. `reliability` - `resolution` + `uncertainty` + `within` is
    `brier` (Murphy). `z` is Spiegelhalter's. No rule reads any of it.
    """

    stated: Count
    outcomes: Count
    counted: Count
    history: bool
    brier: Share | None
    base: Share | None
    reliability: float | None
    resolution: float | None
    uncertainty: float | None
    within: float | None
    z: float | None
    mean_chance: Percent | None
    share_true: Percent | None
    state: Literal["cannot-tell", "calibrated", "hopes-too-much", "hopes-too-little", "off"]
    groups: list[ChanceGroup]
    says: str
    rows: RowsBehind
    aside: Annotated[RowsBehind, "Predictions with a chance that do not count."]
