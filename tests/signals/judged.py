"""What a series is said to have done, for cases about what follows from it; the arithmetic has tests of its own."""

from typing import Any

from inspector.evidence.series import all_series
from inspector.model.evidence import Evidence
from inspector.stats.judgement import CALL_OF, Judgement


def judge(evidence: Evidence, blocks: list[dict[str, Any]]) -> None:
    """Lets the series of blocks with `judged` have done what is said there, whatever their numbers.

    Onsets count periods from 0; what is not said of the probabilities is 0, and there is no doubt about the onset.
    """
    said = {block["indicator"]: block["judged"] for block in blocks if "judged" in block}
    for series in all_series(evidence) if said else ():
        if one := said.get(series.indicator.indicator):
            onset, shares = one.get("onset"), one.get("probabilities", {})
            plain = {
                "likeliest": one["call"], "probability": 0.95, "points": len(series.figures), "effect": 1.0,
                "effect_low": 0.5, "effect_high": 1.5, "onset_low": onset, "onset_high": onset,
                "onset_earliest": onset, "onset_latest": onset,
            }  # fmt: skip
            shapes = {"probabilities": tuple((shape, shares.get(shape, 0.0)) for shape in CALL_OF)}
            vars(series)["_judged"] = Judgement(**(plain | one | shapes))
