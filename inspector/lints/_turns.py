"""Whether words tell of something that got better, or of something that got worse."""

import re
from typing import Literal

Turn = Literal["better", "worse", "neither", "both"]
_BETTER = re.compile(
    r"\b(?:(?:got|gets|became|becomes|grew|is|are|was|were|has\sbecome|have\sbecome|stayed|stays|seen\sto\sbe|go(?:t|ne)\sthe)\s(?:\w+\s)?(?:better|safer)|"
    r"improved|improves|:\s(?:better|safer)\b|better\ssince|speaks?\sfor\simprovement)\b",
    re.IGNORECASE,
)
_WORSE = re.compile(
    r"\b(?:(?:got|gets|became|becomes|grew|is|are|was|were|has\sbecome|have\sbecome|stayed)\s(?:\w+\s)?(?:worse|less\ssafe|lost)|worsened|deteriorat\w+|"
    r"(?:has|have|had)\sgone\sback|went\sback|slipp(?:ed|ing)|lost\sground|:\sworse\b|worse\ssince|faded)\b",
    re.IGNORECASE,
)
_BARE_BETTER, _BARE_WORSE = re.compile(r"\bbetter\b", re.IGNORECASE), re.compile(r"\bworse\b", re.IGNORECASE)
"""One verb may serve for two: `this got better and that worse`."""
_DENIED = re.compile(
    r"\b(?:not|no|none|never|nothing|nobody|neither|nor|cannot|without|whether|rather\sthan|if|were|but|while|although|though|cost|"
    r"says?|said|claim\w*|told|tells?|reports?|reported|news|called)\b",
    re.IGNORECASE,
)
"""Where something is denied, held against something else or only reported, words tell no one direction."""


def turn(words: str) -> Turn:
    """The direction that words tell of; `both` where they tell of two, `neither` where none, or where something is denied."""
    better, worse = _BETTER.search(words) is not None, _WORSE.search(words) is not None
    if (better and (worse or _BARE_WORSE.search(words))) or (worse and _BARE_BETTER.search(words)):
        return "both"
    if (not better and not worse) or _DENIED.search(words):
        return "neither"
    return "better" if better else "worse"
