"""Where a theme stands, in a word: that of the ladder, or why it stands nowhere."""

from collections.abc import Iterable

from inspector.model.ladder import State
from inspector.report.document.shape.judged import Theme
from inspector.report.wording import Words, counted, fill, phrases

WORDS: dict[State, str] = {"silent": "silent", "set-aside": "set aside", "nothing-shown": "nothing shown"}
"""Of themes that stand on no step of the ladder. Only the first is that of somebody who submitted nothing."""


def state_of(theme: Theme) -> State:
    """The state of a theme; of one that an earlier version wrote as far as it can be told."""
    known = theme.get("state")
    if known is not None:
        return known
    if theme["standing"] != "silent":
        return "stands"
    return "nothing-shown" if theme["findings"] else "silent"


def standing_word(theme: Theme) -> str:
    """The word that reports print."""
    state = state_of(theme)
    return step_word(state if state in WORDS else theme["standing"])


def step_word(step: str) -> str:
    """A step of the ladder, or why a theme stands on none, in the language that is spoken."""
    return str(phrases()["words"]["standings"].get(step, step))


def standing_says(theme: Theme, t: Words) -> str:
    """What the word means, in those of a language."""
    state = state_of(theme)
    words: str = t["standings"][theme["standing"] if state == "stands" else state]
    return words


def nowhere(themes: Iterable[Theme], t: Words) -> list[str]:
    """How many themes stand nowhere, and why, a sentence for each reason there is."""
    states = [state_of(theme) for theme in themes]
    return [counted(t["verdict"][state], states.count(state)) for state in WORDS if state in states]


def is_aside(theme: Theme) -> bool:
    """Whether what was submitted on a theme is set aside."""
    return state_of(theme) == "set-aside"


def could_be(theme: Theme, t: Words) -> str:
    """The range that doubt leaves a theme: one word, or from which to which."""
    low, high = theme["range"]
    return (
        standing_word(theme)
        if low == high == theme["standing"]
        else fill(t["ladder"]["to"], low=step_word(low), high=step_word(high))
    )
