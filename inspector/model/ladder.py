"""The ordered words: standings of a theme, trust in evidence, and the verdict."""

from typing import Literal, get_args

Standing = Literal["silent", "stated", "doing", "showing", "lasting"]
"""Where a theme stands, lowest first."""

Trust = Literal["compromised", "exposed", "plain", "corroborated"]
"""What a piece of evidence may support, least first."""

VerdictWord = Literal["improving", "emerging", "static", "slipping", "deteriorating", "not-evidenced", "not-trusted"]
"""The overall trajectory."""

State = Literal["silent", "set-aside", "nothing-shown", "stands"]
"""What can be said of a theme: where it stands nowhere, whether nothing was submitted on it, whether what was is set aside, or
whether it was heard and none of it shows improvement at work."""

STANDINGS: tuple[Standing, ...] = get_args(Standing)
TRUSTS: tuple[Trust, ...] = get_args(Trust)
VERDICTS: tuple[VerdictWord, ...] = get_args(VerdictWord)
"""Best first; the last two leave open how things move."""


def rank(standing: Standing) -> int:
    """The height of a standing on the ladder, 0 (`silent`) to 4 (`lasting`)."""
    return STANDINGS.index(standing)


def lower(first: Standing, second: Standing) -> Standing:
    """The lower of two standings."""
    return min(first, second, key=rank)


def least(trusts: "list[Trust] | tuple[Trust, ...]") -> Trust:
    """The least trust among those given; `plain` when there are none."""
    return min(trusts, key=TRUSTS.index, default="plain")


OPEN: tuple[VerdictWord, ...] = ("not-evidenced", "not-trusted")
"""Verdicts that leave open how things move: neither says that anything improves, so they stand with `static`."""
_BEST_LAST = tuple(word for word in reversed(VERDICTS) if word not in OPEN)


def height(verdict: VerdictWord) -> int:
    """The place of a verdict, 0 for the lowest."""
    return _BEST_LAST.index("static" if verdict in OPEN else verdict)
