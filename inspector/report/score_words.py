"""The improvement score in words, or why there is none."""

from inspector.report.document.shape.judged import Score
from inspector.report.wording import Words, fill


def score_words(score: Score, t: Words) -> str:
    """The sentence of a language about a score; a bundle that shows nothing has none, which is no nought."""
    if score["value"] is None or score["low"] is None or score["high"] is None:
        return fill(t["verdict"]["no_score"], why=score.get("why", ""))
    value, low, high = (f"{number:g}" for number in (score["value"], score["low"], score["high"]))
    return fill(t["verdict"]["score"], value=value, low=low, high=high)
