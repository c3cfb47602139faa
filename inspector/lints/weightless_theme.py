"""A theme has no weight, or so much that the others have none.

What:
    A theme of weight 0; an error where all of them are. One of three themes or more that weighs more than all others together,
    which is an error from twice as much on.

Why:
    The score is meant to be of the whole. Weights that let one theme decide make the others decoration, and services see at
    once where the points are.

Bad:
    themes:
      - {id: trying, title: Trying things, asks: "What was tried?", evidence: [a log], weight: 7}
      - {id: readers, title: Readers notice, asks: "What did readers notice?", evidence: [figures], weight: 1}
      - {id: staff, title: Staff learn, asks: "What did staff learn?", evidence: [a log], weight: 2}

Good:
    themes:
      - {id: trying, title: Trying things, asks: "What was tried?", evidence: [a log], weight: 3}
      - {id: readers, title: Readers notice, asks: "What did readers notice?", evidence: [figures], weight: 1}
      - {id: staff, title: Staff learn, asks: "What did staff learn?", evidence: [a log], weight: 2}

Waive:
    Where one theme is what the framework is about and the others are its conditions: say so.
"""

from collections.abc import Iterator

from inspector.lints._walk import Vocabulary, remark
from inspector.model.problems import Level, Problem
from inspector.model.rules import Framework, Theme

ID = "weightless-theme"
FAMILY = "themes"
LEVEL = "query"
THREE = 3
FAR_TOO_MUCH = 2


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """A remark for each theme that counts for nothing or for everything."""
    if framework.themes and not any(theme.weight for theme in framework.themes):
        message = f"no theme of {framework.id} has any weight, so there is no score"
        return (remark(ID, framework.place("themes"), message, "a weight above 0"),)
    return tuple(_each(framework.themes))


def _each(themes: tuple[Theme, ...]) -> Iterator[Problem]:
    total = sum(theme.weight for theme in themes)
    for theme in themes:
        others = total - theme.weight
        if not theme.weight:
            message = f"the theme {theme.id} has no weight: it is judged, and does not count"
            yield remark(ID, theme.place("weight"), message, "a weight above 0", level="query")
        elif len(themes) >= THREE and theme.weight > others:
            level: Level = "error" if theme.weight >= FAR_TOO_MUCH * others else "query"
            message = f"the theme {theme.id} weighs {theme.weight:g} and all others together {others:g}"
            yield remark(ID, theme.place("weight"), message, "weights of which no one decides alone", level=level)
