"""Verdicts held against one another: which is the lower."""

from inspector.model.ladder import OPEN, VerdictWord, height

__all__ = ["OPEN", "height", "lower_verdict"]


def lower_verdict(first: VerdictWord, second: VerdictWord) -> VerdictWord:
    """The lower of two verdicts; of two of one height the first."""
    return min(first, second, key=height)
