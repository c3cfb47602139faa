"""Verdicts held against one another: which is the lower."""

from inspector.model.ladder import VERDICTS, VerdictWord

OPEN: tuple[VerdictWord, ...] = ("not-evidenced", "not-trusted")
"""Verdicts that leave open how things move: neither says that anything improves, so they stand with `static`."""
_BEST_LAST = tuple(word for word in reversed(VERDICTS) if word not in OPEN)


def height(verdict: VerdictWord) -> int:
    """The place of a verdict, 0 for the lowest."""
    return _BEST_LAST.index("static" if verdict in OPEN else verdict)


def lower_verdict(first: VerdictWord, second: VerdictWord) -> VerdictWord:
    """The lower of two verdicts; of two of one height the first."""
    return min(first, second, key=height)
