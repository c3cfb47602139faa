"""A theme can never be more than stated, whatever is done.

What:
    A theme that has rules, and none of them gives `doing` or more.

Why:
    Work that is done there is not seen. Services learn that only words count, and the theme's weight pulls the score of all
    down.

Bad:
    rules: [{id: planned, conclude: {standing: stated}}]

Good:
    rules:
      - {id: planned, conclude: {standing: stated}}
      - {id: tried, conclude: {standing: doing}}

Waive:
    Where a theme is there only to ask questions on site: give it no weight, and say so.
"""

from inspector.lints._themes import reaches, rules_of
from inspector.lints._walk import Vocabulary, remark
from inspector.model.problems import Problem
from inspector.model.rules import Framework

ID = "theme-without-way-up"
FAMILY = "themes"
LEVEL = "error"


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """A remark for each theme in which no work can show."""
    found = []
    for theme in framework.themes:
        rules = rules_of(framework, theme)
        if rules and not reaches(rules, "doing"):
            message = f"no rule lets the theme {theme.id} be doing or more, whatever a service does"
            found.append(remark(ID, theme.where, message, "a rule for work that is recorded as it happens"))
    return tuple(found)
