"""How well a team foretold, as plain values."""

from inspector.model.calibration import Calibration
from inspector.report.document.rows import rows_values
from inspector.report.document.shape import calibration as shape


def calibration_values(found: Calibration) -> shape.Calibration:
    """The keys are the contract of the schema."""
    return {
        "stated": found.stated,
        "outcomes": found.outcomes,
        "counted": found.counted,
        "history": found.history,
        "brier": found.brier,
        "base": found.base,
        "reliability": found.reliability,
        "resolution": found.resolution,
        "uncertainty": found.uncertainty,
        "within": found.within,
        "z": found.z,
        "mean_chance": found.mean_chance,
        "share_true": found.share_true,
        "state": found.state,
        "groups": [
            {"low": g.low, "high": g.high, "n": g.n, "mean_chance": g.mean_chance, "came_true": g.came_true}
            for g in found.groups
        ],
        "says": found.says,
        "rows": rows_values(found.rows),
        "aside": rows_values(found.aside),
    }
