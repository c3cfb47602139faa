"""The chances that a team stated for its predictions, a line for each tenth that has any."""

from inspector.model.words import number
from inspector.report.document.shape.calibration import Calibration
from inspector.report.wording import Words, fill


def lines(found: Calibration | None, t: Words) -> list[list[object]]:
    """Rows of the table under the sentence: stated chance, predictions, mean chance (both in 100), how many came true."""
    words = t["calibration"]
    return [
        [
            fill(words["group" if one["high"] < 100 else "last"], low=one["low"], high=one["high"]),
            one["n"],
            number(one["mean_chance"], 3),
            one["came_true"],
        ]
        for one in (found["groups"] if found else ())
    ]
