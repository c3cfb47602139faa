"""Where a theme stands, in a word: that of the ladder, or that what was submitted on it is set aside."""

from inspector.report.document.shape.judged import Theme
from inspector.report.wording import Words

SET_ASIDE = "set-aside"


def standing_word(theme: Theme) -> str:
    """The word that reports print. `set aside` is silence too, and not that of somebody who submitted nothing."""
    return "set aside" if is_aside(theme) else theme["standing"]


def standing_says(theme: Theme, t: Words) -> str:
    """What the word means, in those of a language."""
    words: str = t["standings"][SET_ASIDE if is_aside(theme) else theme["standing"]]
    return words


def is_aside(theme: Theme) -> bool:
    """Whether nothing speaks on a theme because rows submitted on it are set aside."""
    return "aside" in theme and theme["aside"]["whole"]
