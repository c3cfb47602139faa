"""How well a team foretold: the chances that it stated, held against what came true. For the team; nothing is judged by it."""

from typing import Literal

from inspector.model.base import Noun
from inspector.model.evidence import Rows


class ChanceGroup(Noun):
    """Predictions with stated chances from `low` to `high` in 100: `n` of them, the mean chance, how many came true."""

    low: int
    high: int
    n: int
    mean_chance: float
    came_true: int


class Calibration(Noun):
    """The stated chances of an improvement log, scored by Brier.

    `counted` predictions count: with `history` those that an earlier submission held before their outcome was written down, else
    all with a chance and an outcome. Below the least number all figures are None. `brier` is `reliability` - `resolution` +
    `uncertainty` over the groups, and `within`, which those leave. `base` is the score of who always states the share that came
    true. `state`: `cannot-tell`, too few; `calibrated`, nothing speaks against it; `hopes-too-much` and `hopes-too-little`, less
    or more came true than chance would bring; `off`: neither, and yet not as stated. `rows` are those that count, `aside` the
    others.
    """

    stated: int
    outcomes: int
    counted: int
    history: bool
    brier: float | None
    base: float | None
    reliability: float | None
    resolution: float | None
    uncertainty: float | None
    within: float | None
    z: float | None
    mean_chance: float | None
    share_true: float | None
    state: Literal["cannot-tell", "calibrated", "hopes-too-much", "hopes-too-little", "off"]
    groups: tuple[ChanceGroup, ...]
    says: str
    rows: tuple[Rows, ...]
    aside: tuple[Rows, ...]
